"""The same report gives the same texts, structure and findings, whatever it was written with."""

from collections.abc import Iterator

import pytest

from checker.app import examine
from checker.readers import read
from checker.readers.office import find
from tests.readers.build_report import REPORT, TEXTS
from tests.readers.samples import by_libreoffice, samples
from tests.support.desk import desk

BUILT = samples(REPORT)
OFFICE = ("libreoffice.odt", "rich.rtf", "old.doc", "kingsoft.wps")
NAMES = (*BUILT, "old.doc", "kingsoft.wps")
needs_libreoffice = pytest.mark.skipif(find() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    if find() is None:
        return BUILT
    old = by_libreoffice(BUILT["word.docx"], "doc", tmp_path_factory.mktemp("doc"))
    return BUILT | {"old.doc": old, "kingsoft.wps": old}


EACH = [pytest.param(name, marks=needs_libreoffice if name in OFFICE else (), id=name) for name in NAMES]


@pytest.mark.parametrize("name", EACH)
def test_the_texts_are_the_same(name: str, files: dict[str, bytes]) -> None:
    document = read(files[name], name)
    words = ["".join(_unmarked(block.text, block.marks)).strip("　") for block in document.blocks]
    assert words == list(TEXTS)
    assert document.source.format == name.rpartition(".")[2]


@pytest.mark.parametrize("name", EACH)
def test_structure_and_findings_are_the_same(name: str, files: dict[str, bytes]) -> None:
    judged = examine(files[name], name, desk()).result
    usual = examine(BUILT["utf-8.txt"], "utf-8.txt", desk()).result
    assert judged.structure is not None
    assert usual.structure is not None
    headings = [(heading.level, heading.text) for heading in judged.structure.headings]
    assert headings == [(heading.level, heading.text) for heading in usual.structure.headings]
    for element in ("title", "year", "issuer", "addressee", "signature", "date"):
        assert getattr(judged.structure, element) == getattr(usual.structure, element)
    found = sorted((finding.rule, finding.certain, finding.quote or "") for finding in judged.findings)
    assert found == sorted((finding.rule, finding.certain, finding.quote or "") for finding in usual.findings)
    assert judged.score == usual.score
    assert judged.status == usual.status


def _unmarked(text: str, marks: tuple[tuple[int, int], ...]) -> Iterator[str]:
    at = 0
    for start, end in marks:
        yield text[at:start]
        at = end
    yield text[at:]
