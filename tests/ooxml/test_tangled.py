"""Comments and corrections anywhere in tangled paragraphs: each on its characters, none lost, no word moved."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

import pytest

from checker.annotators import annotate
from checker.app import examine
from checker.correctors.docx import correct
from checker.model.document import Document, Span
from checker.model.result import Edit
from checker.readers import read
from tests.annotators.comments import W, comments, part
from tests.ooxml.build_random import tangled
from tests.support.desk import desk

SEEDS = range(40)


def spans(document: Document, seed: int) -> Iterator[Span]:
    """One stretch of words in every block."""
    random = Random(seed)
    for block in document.blocks:
        start = random.randrange(len(block.text))
        end = random.randint(start + 1, min(len(block.text), start + 8))
        if block.text[start:end].strip("\t\n") == block.text[start:end]:
            yield Span(block=block.index, start=start, end=end)


def unbroken(text: str) -> str:
    return text.translate({9: None, 10: None})


@pytest.mark.parametrize("seed", SEEDS)
def test_every_comment_stands_on_its_words(seed: int) -> None:
    content = tangled(seed)
    examination = examine(content, "a.docx", desk())
    assert examination.structure is not None
    document = examination.structure.document
    places = tuple(spans(document, seed))
    findings = tuple(
        replace(examination.result.findings[0], spans=(place,), quote=document.text(place)) for place in places
    )
    copy = annotate(content, replace(examination.result, findings=findings), examination.structure)
    found = list(comments(copy).values())[1:]
    assert [unbroken(one.anchored) for one in found] == [unbroken(document.text(place)) for place in places]
    assert all(one.referenced for one in found)
    assert [block.text for block in read(copy, "a.docx").blocks] == [block.text for block in document.blocks]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_correction_changes_its_words_and_no_others(seed: int) -> None:
    content = tangled(seed)
    structure = examine(content, "a.docx", desk()).structure
    assert structure is not None
    document = structure.document
    random = Random(seed)
    edits = tuple(
        Edit(span=place, text=random.choice(("改", "改改改", f"{document.text(place)}改", f"改{document.text(place)}")))
        for place in spans(document, seed)
    )
    made = correct(content, structure, edits)
    refused = {edit for edit, _ in made.refused}
    wanted = {block.index: block.text for block in document.blocks}
    wanted |= {edit.span.block: _put(wanted[edit.span.block], edit) for edit in edits if edit not in refused}
    # by paragraph: other words may part a paragraph with soft breaks elsewhere
    lines = {block.index: block.line for block in document.blocks}
    assert _by_line(read(made.content, "a.docx")) == _joined((lines[index], text) for index, text in wanted.items())
    own = [
        one for one in part(made.content, "word/document.xml").iter(W + "ins") if one.get(W + "author") == "报告检查"
    ]
    assert not any(inner is not one for one in own for inner in one.iter(W + "ins"))


def _by_line(document: Document) -> dict[int, str]:
    return _joined((block.line, block.text) for block in document.blocks)


def _joined(pieces: Iterable[tuple[int, str]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for line, text in pieces:
        found[line] = found.get(line, "") + text.replace("\n", "")
    return found


def _put(text: str, edit: Edit) -> str:
    return text[: edit.span.start] + edit.text + text[edit.span.end :]
