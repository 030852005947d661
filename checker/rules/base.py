"""What a rule kind sees (Scope), what it says (Problem), and what a kind is (Kind)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from checker.model.alignment import Alignment
from checker.model.document import Span
from checker.model.structure import Passage, Structure
from checker.model.tables import Tables
from checker.model.template import RequiredPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong and where; how bad, in which words and by which law is the template's business.

    `more` are further places of the same fact, right behind `at` (the lines of a web page's head). `written` is the
    very place in the file, where that is not read as words (entities, tags).
    `at` None means that something is missing; `instead` then names the place where it should stand, and otherwise
    `fix` may say what should stand there. `variant` picks the template's wording for this sort of problem. `edits` are
    all corrections of the fact that are safe, also in places that are only counted; where there are none, `fix` is it.
    """

    at: Passage | None = None
    more: tuple[Passage, ...] = ()
    written: Span | None = None
    values: dict[str, str] = field(default_factory=dict)
    variant: str = ""
    certain: bool = True
    count: int = 1
    instead: Passage | None = None
    fix: str | None = None
    edits: tuple[tuple[Passage, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A report as one rule sees it: `passages` are the places named by the rule's `in:`, in document order.

    `names` are places and organs that the county knows to be right.
    """

    structure: Structure
    alignment: Alignment
    passages: tuple[Passage, ...]
    parts: tuple[RequiredPart, ...]
    tables: Tables
    params: dict[str, object]
    level: str
    as_of: date
    names: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The report year Y."""
        return self.structure.year

    @property
    def signed(self) -> date | None:
        """The date the report speaks as of: its own date, else 31 March after the report year (the usual end)."""
        if self.structure.date is not None and self.structure.date.value is not None:
            return self.structure.date.value
        return date(self.year + 1, 3, 31) if self.year else None

    def text(self, passage: Passage) -> str:
        return self.structure.reading(passage)

    def written(self, passage: Passage) -> str:
        """The words as they stand in the file."""
        reading = self.structure.readings[passage.block]
        return self.structure.document.text(reading.span(passage.start, passage.end))

    def part_at(self, block: int) -> str:
        """The id of the part in which a block lies, "" outside all parts."""
        return self.alignment.owner.get(block, "")

    def is_future(self, block: int) -> bool:
        """True in the part that speaks of the year to come, where next year's dates and 将 are right."""
        part = self.part_at(block)
        return any(known.future for known in self.parts if known.id == part)


class NotToldError(Exception):
    """The report's format does not say what a rule asks (a text file has no margins): the rule is not applicable."""


class Kind(Protocol):
    """A kind is a module with these names; see any file beside this one."""

    NAME: str
    PARAMS: dict[str, Any]  # JSON Schema of its options
    VALUES: tuple[str, ...]  # placeholders that its messages may use
    VARIANTS: tuple[str, ...]
    Params: type[Any]

    @staticmethod
    def check(params: Any, scope: Scope) -> Iterator[Problem]: ...


def sub(passage: Passage, start: int, end: int) -> Passage:
    """Characters `start` to `end` of a passage, counted from its own beginning."""
    return Passage(block=passage.block, start=passage.start + start, end=passage.start + end)
