"""Where a comment stands: from the first to the last of its words, or between two characters."""

from dataclasses import dataclass
from itertools import pairwise

from checker.model.document import Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """From the beginning of `first` to the end of `last`; `more` places of the finding lie elsewhere.

    An empty span is a point: the place where something is missing.
    """

    first: Span
    last: Span
    more: int = 0

    @property
    def block(self) -> int:
        return self.first.block

    @property
    def is_point(self) -> bool:
        return self.first == self.last and self.first.start == self.first.end


def stretch(document: Document, spans: tuple[Span, ...]) -> Target:
    """As many of the spans, from the first one, as follow one another without a word between."""
    last = 0
    for one, other in pairwise(spans):
        if not _follow(document, one, other):
            break
        last += 1
    return Target(first=spans[0], last=spans[last], more=len(spans) - last - 1)


def _follow(document: Document, one: Span, other: Span) -> bool:
    if one.block == other.block:
        return one.end <= other.start and not document.blocks[one.block].text[one.end : other.start].strip()
    between = document.blocks[one.block].text[one.end :] + document.blocks[other.block].text[: other.start]
    return other.block == one.block + 1 and not between.strip()


def point(document: Document, line: int | None, column: int | None) -> Target:
    """The place where something should stand; the end of the report when the finding does not say."""
    block = next((block for block in document.blocks if line is not None and block.line == line), None)
    if block is None:
        block = document.blocks[-1]
        at = len(block.text)
    else:
        at = min(max((column or 1) - block.column, 0), len(block.text))
    there = Span(block=block.index, start=at, end=at)
    return Target(first=there, last=there)
