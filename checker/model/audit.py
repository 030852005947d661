"""The summary of an audit: what the meeting looks at. Reporters print these facts and derive none."""

from dataclasses import dataclass
from datetime import date

from checker.model.rows import Rows
from checker.model.similarity import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A judged report in the ranking of its template. `place` from 1, equal scores share one; `states` by part.

    `shown` is the score as printed; `expected` is the name on the roster, "" for a body that is not on it.
    """

    place: int
    name: str
    county: str
    unit: str
    year: int | None
    path: str
    status: str
    shown: float
    band: str
    pending: float
    gates: int
    errors: int
    warnings: int
    suspects: int
    date: str | None
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A bar: how many reports have what `label` says, of all in the same table."""

    label: str
    reports: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All reports that one version of one template judged. Scores of different boards are never compared.

    `parts` are (id, name); `scores` and `bands` are distributions; `worst` are the ten lowest, the lowest first.
    """

    template: str
    title: str
    version: str
    parts: tuple[tuple[str, str], ...]
    ranking: Rows[Ranked]
    worst: tuple[Ranked, ...]
    mean: float
    median: float
    scores: tuple[Count, ...]
    bands: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """A rule that found something: in how many of the judged reports, and how often in all."""

    rule: str
    title: str
    severity: str
    suspect: bool
    reports: int
    share: float
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """In how many of a county's reports of one year a part is not there, or has no section of its own."""

    county: str
    year: int | None
    template: str
    version: str
    reports: int
    absent: tuple[int, ...]  # by part, in the order of the board
    merged: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    name: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A report by its date; `late` are the days after its deadline, None without one."""

    name: str
    path: str
    day: date
    deadline: date | None
    late: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikePair:
    """Two alike reports; `share` of the shorter one's characters. `passages` are seen from `own`."""

    own: str
    own_path: str
    other: str
    other_path: str
    relation: str
    clauses: int
    length: int
    share: float
    figures: int
    same_figures: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Reports that are alike, directly or through others; the likest pairs first, at most as many as are shown."""

    members: tuple[str, ...]
    pairs: tuple[AlikePair, ...]
    hidden: int  # pairs that are not in `pairs`


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A body's report against its earlier one. Scores are None where templates differ or one was not judged."""

    name: str
    before: str
    after: str
    score_before: float | None
    score_after: float | None
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    figures: int
    same_figures: int
    share: float  # of text taken over, 0 when the two are not alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everything; see docs/audit.md. `expected` is None without a roster, and `missing` then empty.

    What grows with the number of reports is read from the store when it is printed, and needs it open.
    """

    version: str
    as_of: date
    files: int
    expected: int | None
    reported: int
    missing: tuple[str, ...]
    strangers: Rows[str]  # reports of bodies that are not on the roster
    passed: int
    failed: int
    unchecked: Rows[Unchecked]
    boards: tuple[Board, ...]
    gaps: tuple[Gap, ...]
    defects: tuple[Defect, ...]
    latest: tuple[Dated, ...]
    late: Rows[Dated]
    undated: int
    groups: tuple[Group, ...]
    earlier: Rows[AlikePair]  # like the same body's earlier report
    reused: int  # reports that are like an earlier one of the same body
    doubles: Rows[AlikePair]  # the same body's report of the same year, twice
    changes: Rows[Change]
