"""`in:` of a rule → the passages it looks at, in document order."""

from collections.abc import Iterator

from checker.model.alignment import Alignment
from checker.model.document import BlockKind, Span
from checker.model.structure import Passage, Structure


def select(where: str, structure: Structure, alignment: Alignment) -> tuple[Passage, ...]:
    """Passages of all places named in `where` (comma-separated; `-part` takes the blocks of a part away)."""
    names = [name.strip() for name in where.split(",") if name.strip()]
    without = {name[1:] for name in names if name.startswith("-")}
    found = {
        passage
        for name in names
        if not name.startswith("-")
        for passage in _place(name, structure, alignment)
        if alignment.owner.get(passage.block, "") not in without
    }
    return tuple(sorted(found, key=lambda passage: (passage.block, passage.start, passage.end)))


def _place(name: str, structure: Structure, alignment: Alignment) -> Iterator[Passage]:
    place = alignment.place(name)
    if place is not None:
        yield from place.passages
    elif name == "title":
        yield from _spans(structure, structure.title.spans if structure.title else ())
    elif name == "addressee":
        yield from _spans(structure, structure.addressee.spans if structure.addressee else ())
    elif name == "signature":
        for line in structure.signature:
            yield from _spans(structure, line.spans)
    elif name == "date":
        yield from _spans(structure, (structure.date.span,) if structure.date else ())
    elif name == "body":
        yield from _blocks(structure, structure.body)
    elif name == "paragraphs":
        yield from _paragraphs(structure)
    elif name == "opening":
        first = structure.headings[0].block if structure.headings else -1
        yield from _blocks(structure, tuple(block for block in structure.body if block < first))
    elif name.startswith("headings"):
        level = int(name.partition(".")[2] or 0)
        for heading in structure.headings:
            if level in (0, heading.level):
                yield Passage(block=heading.block, start=heading.start, end=heading.end)
    elif name == "tables":
        blocks = structure.document.blocks
        yield from _blocks(structure, tuple(b.index for b in blocks if b.kind is BlockKind.TABLE))
    elif name == "attachments":
        yield from _blocks(structure, structure.attachments)
    elif name == "residue":
        yield from _blocks(structure, structure.residue)
    elif name in ("text", "closing", "all"):
        yield from _union(name, structure, alignment)


def _union(name: str, structure: Structure, alignment: Alignment) -> Iterator[Passage]:
    if name == "all":
        residue = set(structure.residue)
        yield from _blocks(structure, tuple(i for i in range(len(structure.readings)) if i not in residue))
        return
    for part in ("signature", "date") if name == "closing" else ("title", "body", "signature", "date"):
        yield from _place(part, structure, alignment)


def _blocks(structure: Structure, blocks: tuple[int, ...]) -> Iterator[Passage]:
    for block in blocks:
        length = len(structure.readings[block].text)
        if length:
            yield Passage(block=block, start=0, end=length)


def _paragraphs(structure: Structure) -> Iterator[Passage]:
    """The body without its headings; what runs in behind a heading counts."""
    heads = {heading.block: heading.body for heading in structure.headings}
    for passage in _blocks(structure, structure.body):
        start = heads.get(passage.block, 0)
        if start < passage.end:
            yield Passage(block=passage.block, start=start, end=passage.end)


def _spans(structure: Structure, spans: tuple[Span, ...]) -> Iterator[Passage]:
    """Spans of the written text → passages of the readings."""
    for span in spans:
        offsets = structure.readings[span.block].offsets
        inside = [i for i in range(len(offsets) - 1) if span.start <= offsets[i] < span.end]
        if inside:
            yield Passage(block=span.block, start=inside[0], end=inside[-1] + 1)
