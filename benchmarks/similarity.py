"""Finding copied reports: the clause index against MinHash, tf-idf and simhash, by kind of copy.

    pip install datasketch rensa scikit-learn simhash      # those that are missing are left out
    python benchmarks/similarity.py 1000

All see the same text: places and figures masked as the clause index does. MinHash sees sets of five characters, once as
they are and once without those that more than a twentieth of the reports hold (boilerplate must go by document
frequency first); tf-idf sees four characters; simhash five. Thresholds are those that gave no false pair among honest
reports, or the loosest that the method has. Times are without reading the reports, which is the same for all.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from checker.app import outline
from checker.engine.similarity import Limits, fingerprint, keys_of, likeness
from checker.lexicon import load
from checker.model.similarity import Fingerprint
from checker.text.masking import divisions, mask
from tests.support.county import WAYS, Planted, county

Pairs = set[tuple[int, int]]
ALL_WAYS = (*WAYS, "four words")


def shingles(text: str, size: int) -> set[str]:
    return {text[i : i + size] for i in range(len(text) - size + 1)}


def clause_index(prints: list[Fingerprint], texts: list[str]) -> Pairs:
    keys = [keys_of(print_) for print_ in prints]
    found = likeness(len(keys), lambda: enumerate(keys), Limits())
    return {(pair.a, pair.b) for pair in found.pairs}


def telling(texts: list[str], size: int) -> list[set[str]]:
    """Shingles without those of more than a twentieth of the reports."""
    sets = [shingles(text, size) for text in texts]
    counts = Counter(shingle for some in sets for shingle in some)
    most = max(20, len(texts) // 20)
    return [{shingle for shingle in some if counts[shingle] <= most} for some in sets]


def datasketch(prints: list[Fingerprint], texts: list[str]) -> Pairs:
    return minhash([shingles(text, 5) for text in texts])


def datasketch_telling(prints: list[Fingerprint], texts: list[str]) -> Pairs:
    return minhash(telling(texts, 5))


def minhash(sets: list[set[str]]) -> Pairs:
    library: Any = import_module("datasketch")
    index = library.MinHashLSH(threshold=0.3, num_perm=128)
    hashes = []
    for some in sets:
        one = library.MinHash(num_perm=128)
        one.update_batch([shingle.encode() for shingle in sorted(some)])
        hashes.append(one)
    return _near(index, hashes)


def _near(index: Any, hashes: list[Any]) -> Pairs:
    for number, one in enumerate(hashes):
        index.insert(number, one)
    return {
        (min(number, other), max(number, other))
        for number, one in enumerate(hashes)
        for other in index.query(one)
        if other != number and one.jaccard(hashes[other]) >= 0.3
    }


def rensa_telling(prints: list[Fingerprint], texts: list[str]) -> Pairs:
    library: Any = import_module("rensa")
    index = library.RMinHashLSH(threshold=0.3, num_perm=128, num_bands=32)
    hashes = []
    for some in telling(texts, 5):
        one = library.RMinHash(num_perm=128, seed=1)
        one.update(sorted(some))
        hashes.append(one)
    return _near(index, hashes)


def tf_idf(prints: list[Fingerprint], texts: list[str]) -> Pairs:
    text: Any = import_module("sklearn.feature_extraction.text")
    matrix = text.TfidfVectorizer(analyzer="char", ngram_range=(4, 4), max_df=0.05, sublinear_tf=True).fit_transform(
        texts
    )
    near = (matrix @ matrix.T).tocoo()
    return {(int(a), int(b)) for a, b, v in zip(near.row, near.col, near.data, strict=True) if a < b and v >= 0.3}


def simhash(prints: list[Fingerprint], texts: list[str]) -> Pairs:
    library: Any = import_module("simhash")
    hashes = [library.Simhash(sorted(shingles(text, 5))).value for text in texts]
    return {
        (a, b)
        for a in range(len(hashes))
        for b in range(a + 1, len(hashes))
        if (hashes[a] ^ hashes[b]).bit_count() <= 8
    }


METHODS: dict[str, Callable[[list[Fingerprint], list[str]], Pairs]] = {
    "clause index (ours)": clause_index,
    "MinHash datasketch": datasketch,
    "  without boilerplate": datasketch_telling,
    "MinHash rensa, without": rensa_telling,
    "tf-idf, 4 characters": tf_idf,
    "simhash, 64 bits": simhash,
}


def recalls(found: Pairs, reports: list[Planted]) -> Iterator[str]:
    for way in ALL_WAYS:
        planted = {(p.source, p.number) for p in reports if p.source is not None and ALL_WAYS[p.number % 6] == way}
        yield f"{len(found & planted) / len(planted) * 100:>10.0f}"


def main(count: int) -> None:
    reports = list(county(count, copies=count // 5, ways=ALL_WAYS))
    lexicon = load()
    begun = time.perf_counter()
    structures = [outline(report.text.encode("utf-8"), "report.txt", lexicon) for report in reports]
    prints = [fingerprint(structure) for structure in structures]
    print(
        f"{count} reports, {count // 5} of them copies; read and cut into clauses in {time.perf_counter() - begun:.1f} s"
    )
    texts = [mask("".join(s.readings[block].text for block in s.body), divisions(s.issuer)) for s in structures]
    wanted = {(report.source, report.number) for report in reports if report.source is not None}
    print(f"{'method':<24}{'seconds':>9}" + "".join(f"{way:>10}" for way in ALL_WAYS) + f"{'false':>8}   (recall in %)")
    for name, method in METHODS.items():
        begun = time.perf_counter()
        try:
            found = method(prints, texts)
        except ImportError as error:
            print(f"{name:<24}not installed: {error.name}")
            continue
        row = "".join(recalls(found, reports))
        print(f"{name:<24}{time.perf_counter() - begun:>9.1f}{row}{len(found - wanted):>8}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
