"""What the printed sheet says of one report, as plain JSON; every number is a field of the result."""

from typing import Any

from checker.model.alignment import PartState
from checker.model.result import CheckResult, Finding, Outcome, Score, Status
from checker.reporters.wording import (
    GATE,
    OUTCOME,
    SEVERITY,
    STATE,
    STATUS,
    SUSPECT,
    WAIVED,
    basis_text,
    place,
    points,
)

_MARKS = {Status.PASSED: "√", Status.FAILED: "×", Status.NOT_CHECKED: "—"}
_SHORT = 56  # characters of the path in the foot of the page; the whole stands in the table


def sheet(report: CheckResult) -> dict[str, Any]:
    """The words of one sheet. Findings stand worst first: gates, errors, warnings, hints, suspicions, waived ones."""
    structure, stamp, score = report.structure, report.template, report.score
    ordered = sorted(range(len(report.findings)), key=lambda i: (_weight(report.findings[i]), i))
    numbers = {index: number for number, index in enumerate(ordered, 1)}
    return {
        "file": report.path,
        "short": report.path if len(report.path) <= _SHORT else f"…{report.path[1 - _SHORT :]}",
        "sha256": report.sha256,
        "name": (structure.issuer if structure else None) or report.path.rpartition("/")[2],
        "mark": _MARKS[report.status],
        "status": STATUS[report.status],
        "reason": report.reason or "",
        "template": f"{stamp.title}（{stamp.id} {stamp.version}）" if stamp else "",
        "template_sha256": stamp.sha256 if stamp else "",
        "year": f"{structure.year}年度" if structure and structure.year else "",
        "facts": _facts(report),
        "parts": [
            [part.name, STATE[PartState(part.state)], "；".join(part.headings), str(part.characters)]
            for part in (structure.parts if structure else ())
        ],
        "score": _score(score, numbers) if score else None,
        "findings": [_finding(report, index, numbers[index]) for index in ordered],
        "repairs": [
            {
                "what": repair.what,
                "numbers": _numbers(numbers, repair.findings),
                "gain": GATE if repair.gate else f"+{points(repair.gain)}",
            }
            for repair in (score.repairs if score else ())
        ],
        "notes": [note.message for note in report.notes],
    }


def _facts(report: CheckResult) -> list[list[str]]:
    structure = report.structure
    if structure is None:
        return []
    rows = [
        ["标题", structure.title or ""],
        ["主送机关", structure.addressee or ""],
        ["署名", "　".join(structure.signature)],
        ["成文日期", structure.date or ""],
    ]
    return [[name, text or "（没有认出）"] for name, text in rows]


def _score(score: Score, numbers: dict[int, int]) -> dict[str, Any]:
    return {
        "shown": points(score.shown),
        "band": score.band,
        "earned": points(score.earned),
        "possible": points(score.possible),
        "pending": points(score.pending) if score.pending else "",
        "caps": [f"{cap.because}，最高{points(cap.at)}分" for cap in score.caps],
        "gates": [f"{GATE}：{gate.because}" for gate in score.gates],
        "items": [
            {
                "title": item.title,
                "possible": points(item.possible),
                "earned": points(item.earned),
                "lost": points(item.possible - item.earned) if item.outcome is Outcome.FAIL else "",
                "outcome": OUTCOME[item.outcome],
                "because": item.because,
                "numbers": _numbers(numbers, item.findings),
            }
            for item in score.items
        ],
    }


def _finding(report: CheckResult, index: int, number: int) -> dict[str, Any]:
    finding = report.findings[index]
    where = [place(report.format, finding.line, finding.page), finding.where]
    return {
        "number": number,
        "kind": _kind(finding),
        "place": "　".join(text for text in where if text),
        "message": finding.message,
        "hint": finding.hint,
        "basis": [basis_text(basis) for basis in finding.basis],
        "waived": f"{finding.waived.reason}（{finding.waived.approved_by}）" if finding.waived else "",
    }


def _kind(finding: Finding) -> str:
    if finding.waived is not None:
        return WAIVED
    if finding.gate:
        return GATE
    return SEVERITY[finding.severity] if finding.certain else SUSPECT


def _weight(finding: Finding) -> tuple[bool, bool, bool, int]:
    return finding.waived is not None, not finding.certain, not finding.gate, -finding.severity.rank


def _numbers(numbers: dict[int, int], findings: tuple[int, ...]) -> str:
    return "、".join(str(number) for number in sorted(numbers[i] for i in findings))
