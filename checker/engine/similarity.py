"""Which reports of a batch are copied from each other: clauses that few reports share, places and figures aside.

A clause that many reports hold is a set formula; how many is learned from the batch (document frequency). Two reports
are alike when they share enough of the others. benchmarks/similarity.py measures it against MinHash, tf-idf, simhash.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby, repeat
from typing import Protocol

from checker.model.similarity import Clause, Fingerprint, Keys, Likeness, Pair
from checker.model.structure import Structure
from checker.text.masking import clauses, divisions, mask

SHORTEST = 6  # characters; a shorter clause says the same everywhere
_SPACE = 1 << 64  # of keys
_CROWDED = 0.5  # a report with less than half of its characters outside set formulas
_SAME = 0.6  # of the shorter report's characters, for two crowded reports to be alike
_SAMPLE = 48  # keys of a crowded report that are indexed
_PAIRS = 4_000  # pairs that are added up in memory before they go to the tally
Rows = Callable[[], Iterable[tuple[int, Keys]]]  # number of the report and its keys; may be asked for more than once


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From when on two reports are alike; the template's rule of kind `similar` gives them.

    A clause in more than `common` reports and more than `common_share` of them is a set formula.
    """

    clauses: int = 3
    share: float = 0.15
    common: int = 20
    common_share: float = 0.005

    def most(self, reports: int) -> int:
        """In how many of so many reports a clause may stand and still tell something. In a small batch a quarter."""
        return max(min(self.common, reports // 4 + 2), int(reports * self.common_share))


def fingerprint(structure: Structure) -> Fingerprint:
    """The clauses of a report's body, headings left out; the names of its own places come from title and signature."""
    organs = "".join((structure.issuer, *(line.value or line.text for line in structure.signature)))
    names = divisions(organs)
    bodies = {heading.block: heading.body for heading in structure.headings}
    found: list[Clause] = []
    for block in structure.body:
        reading = structure.readings[block]
        text = reading.text
        line = structure.document.blocks[block].line
        first = bodies.get(block, 0)
        found_here = list(clauses(text))
        following = [start for start, _ in found_here[1:]] + [len(text)]
        for (start, end), after in zip(found_here, following, strict=True):
            if start < first:
                continue
            words = mask(text[start:end], names)
            key = _key(words) if len(words) >= SHORTEST else 0
            written = structure.document.text(reading.span(start, after))
            found.append(Clause(line, written, key, len(words)))
    return Fingerprint(clauses=tuple(found))


def _key(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big") or 1


def keys_of(print_: Fingerprint) -> Keys:
    """The distinct keys of a fingerprint."""
    lengths = {clause.key: min(clause.length, 65535) for clause in print_.clauses if clause.key}
    ordered = sorted(lengths)
    return Keys(array("Q", ordered), array("H", (lengths[key] for key in ordered)))


Shared = dict[tuple[int, int], list[int]]  # two reports, the first before the second: clauses, characters


class Tally(Protocol):
    """Adds up what pairs share. A dict does for a county; an audit of a province keeps it on disk."""

    def add(self, shared: Shared) -> None: ...

    def sums(self) -> Iterator[tuple[tuple[int, int], Sequence[int]]]: ...


class MemoryTally:
    """A tally in memory."""

    def __init__(self) -> None:
        self._all: Shared = {}

    def add(self, shared: Shared) -> None:
        for pair, (clauses_, length) in shared.items():
            entry = self._all.setdefault(pair, [0, 0])
            entry[0] += clauses_
            entry[1] += length

    def sums(self) -> Iterator[tuple[tuple[int, int], Sequence[int]]]:
        yield from sorted(self._all.items())


def likeness(count: int, rows: Rows, limits: Limits, tally: Tally | None = None, at_once: int = 40_000) -> Likeness:
    """The pairs among `count` reports (numbers from 0) that are alike. About `at_once` keys are in memory at a time."""
    tally = MemoryTally() if tally is None else tally
    whole, own = array("Q", bytes(8 * count)), array("Q", bytes(8 * count))
    keys = 0
    for number, row in rows():
        keys += len(row.keys)
        whole[number] = sum(row.lengths)
    most = limits.most(count)
    formulas: set[int] = set()
    for low, high in _ranges(keys, at_once):
        for shared in _shared(low, high, rows, most, own, formulas):
            tally.add(shared)
    found = {}
    for (a, b), (clauses_, length) in tally.sums():
        shorter = min(whole[a], whole[b])
        if clauses_ >= limits.clauses and length >= limits.share * shorter:
            found[a, b] = Pair(a=a, b=b, clauses=clauses_, length=length, share=length / shorter)
    crowded = {i for i in range(count) if own[i] < whole[i] * _CROWDED}
    if crowded:
        for a, b, clauses_, length in _crowds((number, row) for number, row in rows() if number in crowded):
            share = length / min(whole[a], whole[b])
            found.setdefault((a, b), Pair(a=a, b=b, clauses=clauses_, length=length, share=share))
    return Likeness(pairs=tuple(found[pair] for pair in sorted(found)), formulas=frozenset(formulas))


def _ranges(keys: int, at_once: int) -> Iterator[tuple[int, int]]:
    """Ranges of the key space that hold about `at_once` of so many keys each."""
    parts = max(1, -(-keys // at_once))
    for i in range(parts):
        yield _SPACE * i // parts, _SPACE * (i + 1) // parts


def _shared(low: int, high: int, rows: Rows, most: int, own: "array[int]", formulas: set[int]) -> Iterator[Shared]:
    """What pairs share among keys from `low` up to `high` (half open), set formulas left out; some pairs at a time.

    Adds to `own` the characters of each report that stand in no set formula, to `formulas` the keys of those.
    """
    keys, numbers, lengths = array("Q"), array("L"), array("H")  # a tenth of what a dict of lists would hold
    for number, row in rows():
        first = bisect_left(row.keys, low)
        last = bisect_left(row.keys, high, first)
        keys.extend(row.keys[first:last])
        lengths.extend(row.lengths[first:last])
        numbers.extend(repeat(number, last - first))
    shared: Shared = {}
    for key, places in groupby(sorted(range(len(keys)), key=keys.__getitem__), keys.__getitem__):
        holders = list(places)  # the sort is stable: reports in their order
        if len(holders) > most:
            formulas.add(key)
            continue
        length = lengths[holders[-1]]
        for i, one in enumerate(holders):
            own[numbers[one]] += length
            for other in holders[i + 1 :]:
                entry = shared.setdefault((numbers[one], numbers[other]), [0, 0])
                entry[0] += 1
                entry[1] += length
        if len(shared) >= _PAIRS:
            yield shared
            shared = {}
    yield shared


def _crowds(rows: Iterable[tuple[int, Keys]]) -> Iterator[tuple[int, int, int, int]]:
    """Pairs (first, other, clauses, characters) among crowded reports: each with the one before that it resembles most.

    Copies that a whole crowd made of one paper look like set formulas. Here every clause counts, and two reports must
    have most of the shorter in common. Only the smallest hashes are indexed: a fair sample, the same for every report.
    """
    leaders: dict[int, Keys] = {}
    index: dict[int, list[int]] = {}
    for number, row in rows:
        sample = row.keys[:_SAMPLE]
        votes: dict[int, int] = {}
        for key in sample:
            for leader in index.get(key, ()):
                votes[leader] = votes.get(leader, 0) + 1
        best = max(votes, key=lambda leader: (votes[leader], -leader), default=None)
        if best is not None:
            clauses_, length = common(leaders[best], row)
            if length >= _SAME * min(sum(leaders[best].lengths), sum(row.lengths)):
                yield best, number, clauses_, length
                continue
        leaders[number] = row
        for key in sample:
            index.setdefault(key, []).append(number)


def common(one: Keys, other: Keys) -> tuple[int, int]:
    """How many clauses two reports share, set formulas included, and of how many characters."""
    lengths = dict(zip(one.keys, one.lengths, strict=True))
    found = [lengths[key] for key in other.keys if key in lengths]
    return len(found), sum(found)
