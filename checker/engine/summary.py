"""Structure and alignment → what a result says of them."""

from checker.model.alignment import Alignment
from checker.model.result import HeadingSummary, PartSummary, StructureSummary
from checker.model.structure import Heading, Structure
from checker.model.template import RequiredPart


def summarise(structure: Structure, alignment: Alignment, parts: tuple[RequiredPart, ...]) -> StructureSummary:
    """The recognised elements as they are printed: text as written, lines from 1, the date in ISO form."""
    names = {part.id: part.name for part in parts}
    return StructureSummary(
        title=structure.title.text if structure.title else None,
        year=structure.year,
        issuer=structure.issuer or None,
        addressee=structure.addressee.text if structure.addressee else None,
        signature=tuple(line.text for line in structure.signature),
        date=structure.date.value.isoformat() if structure.date and structure.date.value else None,
        parts=tuple(
            PartSummary(
                part=place.part,
                name=names[place.part],
                state=place.state,
                headings=tuple(heading.text for heading in place.headings),
                line=_line(structure, place.headings[0].block, place.headings[0].start)
                if place.headings
                else _line(structure, place.mention.block, place.mention.start)
                if place.mention
                else None,
                characters=place.characters,
            )
            for place in alignment.places
        ),
        headings=tuple(_heading(structure, heading) for heading in structure.headings),
    )


def _heading(structure: Structure, heading: Heading) -> HeadingSummary:
    line = _line(structure, heading.block, heading.start)
    return HeadingSummary(level=heading.level, text=heading.text, line=line, how=heading.how)


def _line(structure: Structure, block: int, start: int) -> int:
    reading = structure.readings[block]
    return structure.document.position(block, reading.offsets[start]).line
