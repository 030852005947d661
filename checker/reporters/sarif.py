"""SARIF 2.1.0 (OASIS): columns in Unicode code points, waivers as suppressions, Word places as logical locations."""

import json
from typing import Any

from checker.model.result import Batch, CheckResult, Finding, Status
from checker.model.severity import Severity
from checker.model.template import LegalBasis
from checker.reporters.facts import address, has_columns, has_lines, in_one_piece, text, where
from checker.reporters.wording import basis_text

NAME = "sarif"
SUFFIX = ".sarif"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, Any]


def render(batch: Batch) -> str:
    """One run. Files that could not be checked are notifications and make the run unsuccessful."""
    rules = _rules(batch)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    unread = [report for report in batch.reports if report.status is Status.NOT_CHECKED]
    run = {
        "tool": {
            "driver": {"name": "checker", "semanticVersion": batch.version, "version": batch.version, "rules": rules}
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {
                "location": {"uri": address(report.path)},
                "hashes": {"sha-256": report.sha256},
                "properties": _verdict(report),
            }
            for report in batch.reports
        ],
        "invocations": [
            {
                "executionSuccessful": not unread,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {"text": f"{report.path}: {report.reason}"},
                        "locations": [{"physicalLocation": {"artifactLocation": {"uri": address(report.path)}}}],
                    }
                    for report in unread
                ],
            }
        ],
        "results": [
            _result(number, report, finding, index)
            for number, report in enumerate(batch.reports)
            for finding in report.findings
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _verdict(report: CheckResult) -> Json:
    verdict: Json = {"status": report.status.value}
    if report.score:
        verdict |= {"score": report.score.shown, "band": report.score.band}
    return verdict


def _rules(batch: Batch) -> list[Json]:
    """Every rule that found something, once, by its id."""
    seen: dict[str, Finding] = {}
    for report in batch.reports:
        for finding in report.findings:
            seen.setdefault(finding.rule, finding)
    return [
        {
            "id": rule,
            "shortDescription": {"text": finding.message},
            "help": {"text": _help(finding.hint, finding.basis)},
            "defaultConfiguration": {"level": _LEVEL[finding.severity]},
            "properties": {"category": finding.category},
        }
        for rule, finding in sorted(seen.items())
    ]


def _help(hint: str, basis: tuple[LegalBasis, ...]) -> str:
    return "\n".join([*([hint] if hint else []), *(basis_text(entry) for entry in basis)]) or "—"


def _result(number: int, report: CheckResult, finding: Finding, index: dict[str, int]) -> Json:
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "kind": "fail" if finding.certain else "review",
        # a result of another kind than `fail` must have the level `none` (SARIF 2.1.0, 3.27.10)
        "level": _LEVEL[finding.severity] if finding.certain else "none",
        "message": {"text": text(finding)},
        "locations": [_location(number, report, finding)],
        "partialFingerprints": {"checker/v1": finding.fingerprint},
        "occurrenceCount": finding.count,
    }
    if finding.waived:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": finding.waived.reason or finding.waived.kind}
        ]
    return result


def _location(number: int, report: CheckResult, finding: Finding) -> Json:
    physical: Json = {"artifactLocation": {"uri": address(report.path), "index": number}}
    if has_lines(report) and finding.line is not None:
        physical["region"] = _region(report, finding)
    location: Json = {"physicalLocation": physical}
    if not has_lines(report) and finding.line is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": where(report, finding), "kind": "member"}]
    return location


def _region(report: CheckResult, finding: Finding) -> Json:
    region: Json = {"startLine": finding.line}
    if has_columns(report, finding):
        region |= {"startColumn": finding.column, "endLine": finding.end_line, "endColumn": finding.end_column}
        if in_one_piece(finding):
            region["snippet"] = {"text": finding.quote}
    return region
