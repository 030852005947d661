"""What many reports have in common: fingerprints, and pairs of reports with the passages that are equal in both."""

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two commas, as written, with the mark behind it.

    `line` from 1 as in `model.document.Position`; `key` is the hash of its words without places and figures, 0 for a
    clause too short to tell anything; `length` counts the characters of those words.
    """

    line: int
    text: str
    key: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """All clauses of a report's body, in order. Small, and all that comparing needs."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """The distinct keys of a report in rising order, and the length of each clause in characters."""

    keys: "array[int]"
    lengths: "array[int]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Consecutive clauses that are equal in two reports, places and figures aside; `own` and `other` are as written.

    `figures` counts the figures (years aside) in it, `same_figures` those that are equal too. `own_quote` and
    `other_quote` are its longest clause exactly as each file has it.
    """

    own: str
    other: str
    own_quote: str
    other_quote: str
    own_line: int
    other_line: int
    clauses: int
    length: int
    figures: int
    same_figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The alike pairs of a batch in order, and the keys of its set formulas."""

    pairs: "tuple[Pair, ...]"
    formulas: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reports by their numbers, `a` before `b`: `clauses` and `length` (characters) are what only few share."""

    a: int
    b: int
    clauses: int
    length: int
    share: float  # of the shorter report's characters, 0 to 1
