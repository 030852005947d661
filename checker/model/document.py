"""What a reader makes of a file: a flat sequence of blocks, nothing interpreted yet."""

from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    TABLE = "table"  # one block is one row; its cells are joined by tabs


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the text came from. `counts` says what a position's "line" means: source lines or paragraphs."""

    name: str
    format: str
    sha256: str
    counts: str = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """For people: line and column from 1, in characters; the page where the format has pages.

    `byte_column` is the column in bytes of UTF-8, None where the line's beginning is not at hand.
    """

    line: int
    column: int
    page: int | None = None
    byte_column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """For machines: characters of one block's text, from 0, half open."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Hints of the format; None where the format cannot say.

    `outline` is a heading level from 1 (style, outline level or Markdown marks; 0 is the Title style);
    `size` is in points, `indent` in characters, `spacing` the fixed line pitch in points.
    """

    name: str = ""
    outline: int | None = None
    bold: bool | None = None
    align: str | None = None
    font: str | None = None
    size: float | None = None
    indent: float | None = None
    spacing: float | None = None


PLAIN = Style()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph or a table row, as a reader of the paper sees it and never normalised.

    `text` may hold line breaks (soft breaks, or hard-wrapped lines that form one paragraph); `line` and `column` are
    those of its first character, `lead` the bytes of UTF-8 before it in that line, None where they are not at hand.
    `generated` counts the leading characters that stand on the paper but not in the file's text (Word's automatic
    number). `marks` are ranges of `text` that are markup, not words (Markdown). `anchor` is the reader's own handle,
    opaque to all but the annotator of the same format.
    """

    index: int
    text: str
    line: int
    column: int = 1
    lead: int | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    generated: int = 0
    marks: tuple[tuple[int, int], ...] = ()
    style: Style = PLAIN
    anchor: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to know about the file that is not a finding against the town."""

    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What stands around the text in the file or on the page (index card, document properties)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    source: Source
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    metadata: tuple[Metadata, ...] = field(default=())

    def position(self, block: int, offset: int) -> Position:
        """The place of a character of a block; a line break inside a text-file block starts a new source line."""
        there = self.blocks[block]
        before = there.text[:offset]
        breaks = before.count("\n") if self.source.counts == "line" else 0
        if breaks:
            start = before.rfind("\n") + 1
            size = len(before[start:].encode("utf-8")) + 1
            return Position(line=there.line + breaks, column=offset - start + 1, page=there.page, byte_column=size)
        lead = 0 if there.column == 1 else there.lead
        return Position(
            line=there.line,
            column=there.column + offset,
            page=there.page,
            byte_column=None if lead is None else lead + len(before.encode("utf-8", "surrogatepass")) + 1,
        )

    def text(self, span: Span) -> str:
        return self.blocks[span.block].text[span.start : span.end]
