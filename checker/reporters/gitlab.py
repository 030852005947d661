"""GitLab Code Quality: one array of issues (the subset of the Code Climate format that GitLab documents)."""

import hashlib
import json
from pathlib import PurePath
from typing import Any

from checker.model.result import Batch, CheckResult, Finding, Status
from checker.model.severity import Severity
from checker.reporters.facts import has_lines, level, placed_text, text

NAME = "gitlab"
SUFFIX = ".json"
_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}

Json = dict[str, Any]


def render(batch: Batch) -> str:
    """Waived findings are left out; a fired gate and a file that could not be checked are blockers."""
    issues: list[Json] = []
    for report in batch.reports:
        if report.status is Status.NOT_CHECKED:
            issues.append(_issue(report, "not_checked", report.reason or "", "blocker", 1, report.sha256))
        issues += [_finding(report, finding) for finding in report.findings if finding.waived is None]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _finding(report: CheckResult, finding: Finding) -> Json:
    lines = has_lines(report)
    message = text(finding) if lines else placed_text(report, finding)
    severity = "blocker" if finding.gate else _SEVERITY[level(finding)]
    line = finding.line if lines and finding.line else 1
    return _issue(report, finding.rule, message, severity, line, finding.fingerprint)


def _issue(report: CheckResult, rule: str, message: str, severity: str, line: int, key: str) -> Json:
    path = PurePath(report.path).as_posix()
    return {
        "description": message,
        "check_name": rule,
        "fingerprint": hashlib.sha256(f"{path}\x1f{key}".encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
