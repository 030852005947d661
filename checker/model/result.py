"""The one result: everything that any output prints is a field of `Batch`. See docs/result.md for the JSON."""

from dataclasses import dataclass
from enum import StrEnum

from checker.model.document import Note, Span
from checker.model.severity import Severity
from checker.model.template import LegalBasis


class Outcome(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    NA = "na"  # not applicable, with the reason; never for a required part
    REVIEW = "review"  # a person must look: full points, shown under 待核
    ERROR = "error"  # our fault: the rule itself broke; never a pass


class Status(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """An approved deviation: the finding is shown, and counts for nothing."""

    reason: str
    approved_by: str
    expires: str
    kind: str = "waiver"  # waiver | baseline
    source: str = ""  # file:line of the waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A safe correction: `text` should stand instead of the characters at `span`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fact, complete in itself. Lines and columns from 1; `spans` are the exact words, for the annotator.

    `byte_column`, `end_byte_column` are the columns in bytes of UTF-8, None where they are not known.

    A missing thing has no quote and points at the place where it should stand.
    """

    rule: str
    severity: Severity
    certain: bool
    gate: bool
    category: str
    message: str
    hint: str
    basis: tuple[LegalBasis, ...]
    part: str
    quote: str | None
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    byte_column: int | None
    end_byte_column: int | None
    page: int | None
    where: str
    count: int
    fingerprint: str
    spans: tuple[Span, ...]
    variant: str = ""
    fix: str | None = None  # what should stand instead of the quote, where that is safe
    edits: tuple[Edit, ...] = ()  # every safe correction of this fact, in order, also in places that are not quoted
    waived: Waived | None = None

    @property
    def loud(self) -> bool:
        """Certain, not waived and at least a warning: such a finding may cost points."""
        return self.certain and self.waived is None and self.severity.rank >= Severity.WARNING.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """One per rule, also for passes. `because` says why it is na, or how it broke."""

    rule: str
    outcome: Outcome
    findings: tuple[int, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreItem:
    """A line of the 扣分表; `findings` are indexes into the result's findings."""

    id: str
    title: str
    possible: float
    earned: float
    outcome: Outcome
    because: str
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    at: float
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A fired gate: the report fails whatever its number."""

    rule: str
    because: str
    finding: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A step of 先改什么: repairing the rule's findings raises the score by `gain`."""

    rule: str
    what: str
    gain: float
    gate: bool
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """`value` is unrounded; `shown` is rounded down to one decimal. `pending` is what 待核 could still cost."""

    value: float
    shown: float
    band: str
    earned: float
    possible: float
    pending: float
    caps: tuple[Cap, ...]
    gates: tuple[Gate, ...]
    items: tuple[ScoreItem, ...]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSummary:
    part: str
    name: str
    state: str
    headings: tuple[str, ...]
    line: int | None
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingSummary:
    level: int
    text: str
    line: int
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureSummary:
    title: str | None
    year: int | None
    issuer: str | None
    addressee: str | None
    signature: tuple[str, ...]
    date: str | None
    parts: tuple[PartSummary, ...]
    headings: tuple[HeadingSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateStamp:
    id: str
    title: str
    version: str
    sha256: str
    chosen: str  # "by issuer" | "by option" | "by config" | "by default"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One file. `status` NOT_CHECKED carries the reason and nothing else."""

    path: str
    sha256: str
    format: str
    status: Status
    reason: str | None = None
    template: TemplateStamp | None = None
    score: Score | None = None
    structure: StructureSummary | None = None
    findings: tuple[Finding, ...] = ()
    rules: tuple[RuleResult, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What reporters take; one file is a batch of one. `reports` are in the order of the command line."""

    version: str
    reports: tuple[CheckResult, ...]
    warnings: tuple[str, ...] = ()

    def count(self, status: Status) -> int:
        return sum(report.status is status for report in self.reports)
