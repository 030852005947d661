"""Where the statutory parts of a template stand in a report."""

from dataclasses import dataclass
from enum import StrEnum

from checker.model.structure import Heading, Passage


class PartState(StrEnum):
    SEPARATE = "separate"
    SUBSECTION = "subsection"
    IMPLICIT = "implicit"
    MERGED = "merged"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPlace:
    """One part as found. `passages` is its text without headings; `characters` counts it without blanks.

    `mention` is the sentence that does the part's work when the state is merged.
    """

    part: str
    state: PartState
    headings: tuple[Heading, ...] = ()
    passages: tuple[Passage, ...] = ()
    characters: int = 0
    mention: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """`order` names, for every body block, the part in which it lies ("" before the first one)."""

    places: tuple[PartPlace, ...]
    owner: dict[int, str]  # block → part id

    def place(self, part: str) -> PartPlace | None:
        return next((place for place in self.places if place.part == part), None)
