"""What correcting a file gives: the copy, what was changed in it, what could not be."""

from dataclasses import dataclass

from checker.model.result import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`old` → `new` on a line, between some characters `before` and `after`; `because` it could not be done."""

    rule: str
    line: int
    old: str
    new: str
    before: str
    after: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    content: bytes
    changed: tuple[Change, ...]
    refused: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrector's answer: the copy, and the edits that it could not make, each with the reason."""

    content: bytes
    refused: tuple[tuple[Edit, str], ...]
