"""The report's own text, cut where findings begin and end, so that a page can mark the exact words."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.model.document import Block, BlockKind, Document, Span
from checker.model.result import Finding
from checker.model.structure import Structure


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of the report that the same findings cover; `findings` are indexes, the worst one first.

    `first` and `last` name the findings whose words begin and end with this piece.
    """

    text: str
    findings: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    markup: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph (one cell) or a table row. `before` and `after` are findings about what is missing there."""

    number: int
    role: str  # title, addressee, heading1…heading4, signature, date, attachment, residue, or "" for plain text
    cells: tuple[tuple[Piece, ...], ...]
    row: bool
    before: tuple[int, ...]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Cover:
    """Words of one finding in one block; a finding may have several, of which one opens and one closes."""

    start: int
    end: int
    finding: int
    opens: bool
    closes: bool


def lines(structure: Structure, findings: tuple[Finding, ...], order: tuple[int, ...]) -> Iterator[Line]:
    """Every paragraph and table row of the report. `order` lists the indexes of `findings`, the worst one first."""
    rank = {index: place for place, index in enumerate(order)}
    cover: dict[int, list[_Cover]] = {}
    for index, finding in enumerate(findings):
        spans = _words(finding)
        for span in spans:
            cover.setdefault(span.block, []).append(
                _Cover(span.start, span.end, index, span == spans[0], span == spans[-1])
            )
    gaps = _gaps(structure.document, findings)
    roles = _roles(structure)
    for block in structure.document.blocks:
        own = sorted(cover.get(block.index, ()), key=lambda entry: (entry.start, entry.end, entry.finding))
        row = block.kind is BlockKind.TABLE
        yield Line(
            number=block.line,
            role=roles.get(block.index, ""),
            cells=tuple(tuple(_pieces(block, start, end, own, rank)) for start, end in _cells(block, row=row)),
            row=row,
            before=tuple(gaps.get((block.index, False), ())),
            after=tuple(gaps.get((block.index, True), ())),
        )


def marked(structure: Structure | None, findings: tuple[Finding, ...]) -> frozenset[int]:
    """The findings that have a place in the text: their words, or the gap where something is missing."""
    if structure is None or not structure.document.blocks:
        return frozenset()
    return frozenset(index for index, finding in enumerate(findings) if finding.spans or finding.line is not None)


def _words(finding: Finding) -> tuple[Span, ...]:
    return tuple(span for span in finding.spans if span.end > span.start)


def _cells(block: Block, *, row: bool) -> Iterator[tuple[int, int]]:
    start = 0
    for cell in block.text.split("\t") if row else (block.text,):
        yield start, start + len(cell)
        start += len(cell) + 1


def _pieces(block: Block, start: int, end: int, cover: list[_Cover], rank: dict[int, int]) -> Iterator[Piece]:
    edges = {start, end}
    for begin, stop in (*((entry.start, entry.end) for entry in cover), *block.marks):
        edges |= {min(max(edge, start), end) for edge in (begin, stop)}
    cuts = sorted(edges)
    for left, right in pairwise(cuts):
        here = [entry for entry in cover if entry.start < right and entry.end > left]
        yield Piece(
            text=block.text[left:right],
            findings=tuple(sorted({entry.finding for entry in here}, key=rank.__getitem__)),
            first=tuple(entry.finding for entry in here if entry.opens and entry.start == left),
            last=tuple(entry.finding for entry in here if entry.closes and entry.end == right),
            markup=any(begin <= left and right <= stop for begin, stop in block.marks),
        )


def _gaps(document: Document, findings: tuple[Finding, ...]) -> dict[tuple[int, bool], list[int]]:
    """(block, after it?) → findings without words, before a block when they point at its first character."""
    gaps: dict[tuple[int, bool], list[int]] = {}
    if not document.blocks:
        return gaps
    for index, finding in enumerate(findings):
        if _words(finding) or finding.line is None:
            continue
        place = (finding.line, finding.column or 1)
        block = document.blocks[0]
        for other in document.blocks:
            if (other.line, other.column) <= place:
                block = other
        gaps.setdefault((block.index, place > (block.line, block.column)), []).append(index)
    return gaps


def _roles(structure: Structure) -> dict[int, str]:
    roles = dict.fromkeys(structure.residue, "residue")
    roles |= dict.fromkeys(structure.attachments, "attachment")
    roles |= {
        heading.block: f"heading{min(heading.level, 4)}"
        for heading in structure.headings
        if _alone(structure, heading.block)
    }
    for name, element in (("title", structure.title), ("addressee", structure.addressee)):
        if element is not None:
            roles |= {span.block: name for span in element.spans}
    roles |= {span.block: "signature" for element in structure.signature for span in element.spans}
    if structure.date is not None:
        roles[structure.date.span.block] = "date"
    return roles


def _alone(structure: Structure, block: int) -> bool:
    """A heading with run-in text behind it is a paragraph, not a line of its own."""
    length = len(structure.readings[block].text)
    return all(heading.body >= length for heading in structure.headings if heading.block == block)
