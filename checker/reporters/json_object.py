"""The one result as JSON, as docs/result.md describes it; every other output is made of the same fields."""

import json
from typing import Any

from checker.model.result import Batch, CheckResult, Finding, Score, Status, StructureSummary, TemplateStamp

NAME = "json"
SUFFIX = ".json"
SCHEMA = 1  # raised when a field changes its meaning

Json = dict[str, Any]


def render(batch: Batch) -> str:
    """The whole batch, keys in a fixed order."""
    return json.dumps(batch_object(batch), ensure_ascii=False, indent=1) + "\n"


def batch_object(batch: Batch) -> Json:
    return {
        "schema": SCHEMA,
        "tool": {"name": "checker", "version": batch.version},
        "summary": {
            "files": len(batch.reports),
            "passed": batch.count(Status.PASSED),
            "failed": batch.count(Status.FAILED),
            "not_checked": batch.count(Status.NOT_CHECKED),
        },
        "warnings": list(batch.warnings),
        "reports": [report_object(report) for report in batch.reports],
    }


def report_object(report: CheckResult) -> Json:
    """One report. `score` and `structure` are null where the file could not be judged."""
    return {
        "path": report.path,
        "sha256": report.sha256,
        "format": report.format,
        "status": report.status.value,
        "reason": report.reason,
        "template": _template(report.template) if report.template else None,
        "score": _score(report.score) if report.score else None,
        "structure": _structure(report.structure) if report.structure else None,
        "findings": [finding_object(finding) for finding in report.findings],
        "rules": [
            {
                "rule": rule.rule,
                "outcome": rule.outcome.value,
                "because": rule.because or None,
                "findings": list(rule.findings),
            }
            for rule in report.rules
        ],
        "notes": [{"message": note.message, "line": note.line} for note in report.notes],
    }


def finding_object(finding: Finding) -> Json:
    waived = finding.waived
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "certain": finding.certain,
        "gate": finding.gate,
        "category": finding.category,
        "message": finding.message,
        "hint": finding.hint,
        "basis": [
            {
                "source": basis.source,
                "clause": basis.clause,
                "number": basis.number,
                "verified": basis.verified,
                "url": basis.url,
            }
            for basis in finding.basis
        ],
        "part": finding.part,
        "variant": finding.variant,
        "quote": finding.quote,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "byte_column": finding.byte_column,
        "end_byte_column": finding.end_byte_column,
        "page": finding.page,
        "where": finding.where,
        "count": finding.count,
        "fix": finding.fix,
        "fingerprint": finding.fingerprint,
        "spans": [[span.block, span.start, span.end] for span in finding.spans],
        "edits": [
            {"span": [edit.span.block, edit.span.start, edit.span.end], "text": edit.text} for edit in finding.edits
        ],
        "waived": {
            "kind": waived.kind,
            "reason": waived.reason,
            "approved_by": waived.approved_by,
            "expires": waived.expires,
            "source": waived.source,
        }
        if waived
        else None,
    }


def _template(stamp: TemplateStamp) -> Json:
    return {
        "id": stamp.id,
        "title": stamp.title,
        "version": stamp.version,
        "sha256": stamp.sha256,
        "chosen": stamp.chosen,
    }


def _score(score: Score) -> Json:
    return {
        "value": score.value,
        "shown": score.shown,
        "band": score.band,
        "earned": score.earned,
        "possible": score.possible,
        "pending": score.pending,
        "caps": [{"at": cap.at, "because": cap.because} for cap in score.caps],
        "gates": [{"rule": gate.rule, "because": gate.because, "finding": gate.finding} for gate in score.gates],
        "items": [
            {
                "id": item.id,
                "title": item.title,
                "possible": item.possible,
                "earned": item.earned,
                "outcome": item.outcome.value,
                "because": item.because,
                "findings": list(item.findings),
            }
            for item in score.items
        ],
        "repairs": [
            {
                "rule": repair.rule,
                "what": repair.what,
                "gain": repair.gain,
                "gate": repair.gate,
                "findings": list(repair.findings),
            }
            for repair in score.repairs
        ],
    }


def _structure(structure: StructureSummary) -> Json:
    return {
        "title": structure.title,
        "year": structure.year,
        "issuer": structure.issuer,
        "addressee": structure.addressee,
        "signature": list(structure.signature),
        "date": structure.date,
        "parts": {
            part.part: {
                "name": part.name,
                "state": str(part.state),
                "headings": list(part.headings),
                "line": part.line,
                "characters": part.characters,
            }
            for part in structure.parts
        },
        "headings": [
            {"level": heading.level, "text": heading.text, "line": heading.line, "how": str(heading.how)}
            for heading in structure.headings
        ],
    }
