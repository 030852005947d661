"""JSON as `json_object` wrote it → results, for stores, caches and merged runs."""

from typing import Any

from checker.model.document import Note, Span
from checker.model.result import (
    Batch,
    Cap,
    CheckResult,
    Edit,
    Finding,
    Gate,
    HeadingSummary,
    Outcome,
    PartSummary,
    Repair,
    RuleResult,
    Score,
    ScoreItem,
    Status,
    StructureSummary,
    TemplateStamp,
    Waived,
)
from checker.model.severity import Severity
from checker.model.template import LegalBasis

Json = Any  # as `json_object` wrote it


def batch_from(written: Json) -> Batch:
    """The batch that was written. KeyError, TypeError or ValueError if it was something else."""
    return Batch(
        version=written["tool"]["version"],
        reports=tuple(report_from(report) for report in written["reports"]),
        warnings=tuple(written["warnings"]),
    )


def report_from(written: Json) -> CheckResult:
    """One report; see `batch_from` for errors."""
    return CheckResult(
        path=written["path"],
        sha256=written["sha256"],
        format=written["format"],
        status=Status(written["status"]),
        reason=written["reason"],
        template=TemplateStamp(**written["template"]) if written["template"] else None,
        score=_score(written["score"]) if written["score"] else None,
        structure=_structure(written["structure"]) if written["structure"] else None,
        findings=tuple(_finding(finding) for finding in written["findings"]),
        rules=tuple(
            RuleResult(
                rule=rule["rule"],
                outcome=Outcome(rule["outcome"]),
                findings=tuple(rule["findings"]),
                because=rule["because"] or "",
            )
            for rule in written["rules"]
        ),
        notes=tuple(Note(**note) for note in written["notes"]),
    )


def _finding(written: Json) -> Finding:
    changed = {
        "severity": Severity(written["severity"]),
        "basis": tuple(LegalBasis(**basis) for basis in written["basis"]),
        "spans": tuple(_span(span) for span in written["spans"]),
        "edits": tuple(Edit(span=_span(edit["span"]), text=edit["text"]) for edit in written["edits"]),
        "waived": Waived(**written["waived"]) if written["waived"] else None,
    }
    return Finding(**{**written, **changed})


def _span(written: Json) -> Span:
    block, start, end = written
    return Span(block=block, start=start, end=end)


def _score(written: Json) -> Score:
    return Score(
        **{
            **written,
            "caps": tuple(Cap(**cap) for cap in written["caps"]),
            "gates": tuple(Gate(**gate) for gate in written["gates"]),
            "items": tuple(
                ScoreItem(**{**item, "outcome": Outcome(item["outcome"]), "findings": tuple(item["findings"])})
                for item in written["items"]
            ),
            "repairs": tuple(
                Repair(**{**repair, "findings": tuple(repair["findings"])}) for repair in written["repairs"]
            ),
        }
    )


def _structure(written: Json) -> StructureSummary:
    return StructureSummary(
        **{
            **written,
            "signature": tuple(written["signature"]),
            "parts": tuple(
                PartSummary(part=name, **{**part, "headings": tuple(part["headings"])})
                for name, part in written["parts"].items()
            ),
            "headings": tuple(HeadingSummary(**heading) for heading in written["headings"]),
        }
    )
