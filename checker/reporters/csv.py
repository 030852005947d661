"""CSV for a spreadsheet: one line a finding, a line of its own for a report without any. UTF-8 with BOM, for Excel."""

import csv
import io

from checker.model.result import Batch, CheckResult, Finding
from checker.reporters.wording import SEVERITY, STATUS, SUSPECT, WAIVED, basis_text, place

NAME = "csv"
SUFFIX = ".csv"
HEAD = (
    "报告",
    "结论",
    "得分",
    "等次",
    "年度",
    "机关",
    "规则",
    "级别",
    "位置",
    "小标题",
    "原文",
    "问题",
    "改法",
    "依据",
    "处数",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # spreadsheets in Chinese fold the wide ones


def render(batch: Batch) -> bytes:
    """The table; no cell can be taken for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for report in batch.reports:
        for finding in report.findings or (None,):
            writer.writerow([safe(cell) for cell in (*_report(report), *_finding(report, finding))])
    return out.getvalue().encode("utf-8-sig", "replace")


def safe(cell: str) -> str:
    """The cell, with a quote before what a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _report(report: CheckResult) -> tuple[str, ...]:
    structure, score = report.structure, report.score
    return (
        report.path,
        STATUS[report.status],
        f"{score.shown:g}" if score else "",
        score.band if score else "",
        str(structure.year or "") if structure else "",
        (structure.issuer or "") if structure else "",
    )


def _finding(report: CheckResult, finding: Finding | None) -> tuple[str, ...]:
    if finding is None:
        return ("", "", "", "", "", report.reason or "", "", "", "")
    sort = WAIVED if finding.waived else SEVERITY[finding.severity] if finding.certain else SUSPECT
    return (
        finding.rule,
        sort,
        place(report.format, finding.line, finding.page),
        finding.where,
        finding.quote or "",
        finding.message,
        finding.hint,
        "；".join(basis_text(basis) for basis in finding.basis),
        str(finding.count),
    )
