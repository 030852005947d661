"""What the recognisers make of a document: which blocks are the title, a heading, the date."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checker.model.document import Document, Note, Span


class How(StrEnum):
    """How something was recognised, strongest evidence first; printed by `checker outline`."""

    STYLE = "style"  # Word style, outline level, Markdown marks
    NUMBER = "number"
    BOLD = "bold"
    WORDS = "words"
    PLACE = "place"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Reading:
    """A block's text as rules read it: blanks out, widths folded, marks out; with the way back to what was written.

    `offsets[i]` is the place in the block's text of character `i`; the list is one longer than `text`.
    """

    block: int
    text: str
    offsets: range | tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The span in the block's text of characters `start` to `end` (half open) of this reading."""
        if end <= start:
            return Span(block=self.block, start=self.offsets[start], end=self.offsets[start])
        return Span(block=self.block, start=self.offsets[start], end=self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Title, addressee, a line of the signature, the date. `text` is as written, lines joined without a break."""

    text: str
    spans: tuple[Span, ...]
    how: How
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateElement:
    """The date of signing. `value` is None where the words are not a whole date that exists."""

    text: str
    span: Span
    how: How
    value: date | None
    fault: str = ""  # what is odd about its form, a name of text.dates.Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`text` ends before run-in text and before the 。 that closes it; `start`, `end` are offsets in the reading."""

    text: str
    words: str  # without number and blanks, for matching
    level: int
    ordinal: int | None
    number: str  # "一、" as written, "" without
    style: str  # the numbering family, a name of text.numbering.Family, "" without
    block: int
    start: int
    end: int
    body: int  # offset in the reading where run-in text begins; the reading's length when there is none
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Part of one reading: characters `start` to `end` (half open) of reading `block`."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """State of the copy: what was lost or changed on its way to us, so that rules do not blame the town for it."""

    halfwidth: bool = False  # all commas, colons, brackets are half-width
    dashes_lost: bool = False  # (20212025年)
    brackets_lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    document: Document
    readings: tuple[Reading, ...]  # one per block
    title: Element | None
    addressee: Element | None
    headings: tuple[Heading, ...]
    body: tuple[int, ...]  # blocks of the text proper: opening to last paragraph, headings included
    signature: tuple[Element, ...]
    date: DateElement | None
    attachments: tuple[int, ...]  # blocks of 附件, 附注, 抄送, 联系人
    residue: tuple[int, ...]  # blocks of a web page around the report
    year: int | None
    issuer: str  # the organ as the title or the signature names it, "" when unknown
    condition: Condition
    notes: tuple[Note, ...]

    def reading(self, passage: Passage) -> str:
        return self.readings[passage.block].text[passage.start : passage.end]
