"""Reviewdog Diagnostic Format, one JSON object a line; columns count bytes of UTF-8, as its schema asks."""

import json
from pathlib import PurePath
from typing import Any

from checker.model.result import Batch, CheckResult, Finding, Status
from checker.model.severity import Severity
from checker.reporters.facts import has_columns, has_lines, in_one_piece, level, placed_text, text

NAME = "rdjsonl"
SUFFIX = ".jsonl"
_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

Json = dict[str, Any]


def render(batch: Batch) -> str:
    """Waived findings are left out; safe replacements become suggestions."""
    lines: list[Json] = []
    for report in batch.reports:
        if report.status is Status.NOT_CHECKED:
            location = {"path": PurePath(report.path).as_posix()}
            lines.append(
                {"message": report.reason or "", "location": location, "severity": "ERROR", "source": _source()}
            )
        lines += [_diagnostic(report, finding) for finding in report.findings if finding.waived is None]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _source() -> Json:
    return {"name": "checker"}


def _diagnostic(report: CheckResult, finding: Finding) -> Json:
    lines = has_lines(report)
    location: Json = {"path": PurePath(report.path).as_posix()}
    span = _range(report, finding) if lines and finding.line is not None else None
    if span:
        location["range"] = span
    diagnostic: Json = {
        "message": text(finding) if lines else placed_text(report, finding),
        "location": location,
        "severity": _SEVERITY[level(finding)],
        "source": _source(),
        "code": {"value": finding.rule},
    }
    if span and "end" in span and finding.fix is not None and in_one_piece(finding):
        diagnostic["suggestions"] = [{"range": span, "text": finding.fix}]
    return diagnostic


def _range(report: CheckResult, finding: Finding) -> Json:
    start: Json = {"line": finding.line}
    if not has_columns(report, finding) or finding.byte_column is None or finding.end_byte_column is None:
        return {"start": start}
    start["column"] = finding.byte_column
    return {"start": start, "end": {"line": finding.end_line, "column": finding.end_byte_column}}
