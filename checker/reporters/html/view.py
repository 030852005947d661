"""What a page says of one report, in the order in which it says it; every number is a field of the result."""

from dataclasses import dataclass

from checker.model.alignment import PartState
from checker.model.result import CheckResult, Finding, ScoreItem
from checker.model.severity import Severity
from checker.model.structure import Structure
from checker.reporters.html.text import Line, lines, marked
from checker.reporters.wording import OUTCOME, SEVERITY, STATE, SUSPECT, UNIT, WAIVED, basis_text

KINDS = {
    "error": SEVERITY[Severity.ERROR],
    "warning": SEVERITY[Severity.WARNING],
    "info": SEVERITY[Severity.INFO],
    "review": SUSPECT,
    "waived": WAIVED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finding as the list shows it. `number` is its place in reading order, from 1; `index` that in the result."""

    index: int
    number: int
    kind: str  # a key of KINDS
    finding: Finding
    place: str
    basis: tuple[str, ...]
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    item: ScoreItem
    lost: float
    outcome: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A repair of 先改什么: the fact, and what to do about it; `numbers` are those of its findings in the list."""

    fact: str
    what: str
    gain: float
    gate: bool
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    result: CheckResult
    entries: tuple[Entry, ...]
    counts: tuple[tuple[str, str, int], ...]  # kind, its name, how many
    score_lines: tuple[ScoreLine, ...]
    steps: tuple[Step, ...]
    parts: tuple[tuple[str, str, str, int], ...]  # name, state, headings, characters
    lines: tuple[Line, ...]


def view(result: CheckResult, structure: Structure | None) -> View:
    """The view of one report; without a structure (unreadable, or not at hand) its text is left out."""
    findings = result.findings
    reading = sorted(range(len(findings)), key=lambda i: (_place(findings[i]), i))
    numbers = {index: number for number, index in enumerate(reading, 1)}
    worst = sorted(range(len(findings)), key=lambda i: (_weight(findings[i]), numbers[i]))
    counts = structure.document.source.counts if structure is not None else "line"
    placed = marked(structure, findings)
    kinds = [kind_of(finding) for finding in findings]
    score = result.score
    return View(
        result=result,
        entries=tuple(
            Entry(
                index=index,
                number=numbers[index],
                kind=kinds[index],
                finding=findings[index],
                place=place_of(findings[index], counts),
                basis=tuple(basis_text(basis) for basis in findings[index].basis),
                marked=index in placed,
            )
            for index in reading
        ),
        counts=tuple((kind, name, kinds.count(kind)) for kind, name in KINDS.items()),
        score_lines=tuple(
            ScoreLine(
                item=item,
                lost=item.possible - item.earned,
                outcome=OUTCOME[item.outcome],
                numbers=tuple(sorted(numbers[i] for i in item.findings)),
            )
            for item in (score.items if score else ())
        ),
        steps=tuple(
            Step(
                fact=findings[step.findings[0]].message,
                what=step.what,
                gain=step.gain,
                gate=step.gate,
                numbers=tuple(sorted(numbers[i] for i in step.findings)),
            )
            for step in (score.repairs if score else ())
        ),
        parts=tuple(
            (part.name, STATE[PartState(part.state)], "；".join(part.headings), part.characters)
            for part in (result.structure.parts if result.structure else ())
        ),
        lines=tuple(lines(structure, findings, tuple(worst))) if structure is not None else (),
    )


def remark(result: CheckResult) -> str:
    """Why a report could not be judged, else what is to be mended first, else ""."""
    if result.reason or not result.score or not result.score.repairs:
        return result.reason or ""
    first = result.score.repairs[0]
    fact = result.findings[first.findings[0]].message
    return fact if fact == first.what else f"{fact}：{first.what}"


def kind_of(finding: Finding) -> str:
    """A key of KINDS: what is approved or uncertain is filed under that, whatever its severity."""
    if finding.waived is not None:
        return "waived"
    return str(finding.severity) if finding.certain else "review"


def place_of(finding: Finding, counts: str) -> str:
    """“一、工作情况 第2段，第12行”; "" when a finding speaks of the whole report."""
    if finding.line is None:
        return finding.where
    page = f"第{finding.page}页" if finding.page else ""
    return "，".join(part for part in (finding.where, f"{page}第{finding.line}{UNIT[counts]}") if part)


def _place(finding: Finding) -> tuple[float, int]:
    return (finding.line if finding.line is not None else float("inf"), finding.column or 0)


def _weight(finding: Finding) -> tuple[bool, bool, int]:
    """Smaller is worse: counted before approved, certain before uncertain, error before info."""
    rank = finding.severity.rank if finding.severity is not Severity.OFF else 0
    return (finding.waived is not None, not finding.certain, -rank)
