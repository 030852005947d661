"""Markdown for a merge request or a step summary: counts, a table of reports, the findings of each."""

from collections.abc import Iterable, Sequence

from checker.model.result import Batch, CheckResult, Finding, Score, Status
from checker.model.severity import Severity
from checker.reporters.columns import clean
from checker.reporters.facts import where
from checker.reporters.wording import GATE, SEVERITY, STATUS, SUSPECT, WAIVED, points

NAME = "markdown"
SUFFIX = ".md"
_LEFT_OUT = 200  # bytes kept for the line that says what was left out


def render(batch: Batch, *, room: int | None = None) -> str:
    """The whole batch; hints are counted, not listed. Of more than `room` bytes in UTF-8, the end is left out and
    counted: findings of passed reports first, then those of others, then rows of the table, last of those that did
    not pass."""
    counts = "，".join(f"{name}{batch.count(status)}份" for status, name in STATUS.items())
    head = ["# 检查结果", "", f"共{len(batch.reports)}份：{counts}", ""]
    head += ["| 报告 | 结论 | 得分 | 等次 | 错误 | 警告 | 待核 |", "|---|---|---:|---|---:|---:|---:|"]
    rows = [_row(report) for report in batch.reports]
    details = ["\n".join(["", *_report(report)]) for report in batch.reports]
    notes = ["", "## 注意", "", *(f"- {_plain(warning)}" for warning in batch.warnings)] if batch.warnings else []
    if room is not None:
        room -= _bytes([*head, *notes]) + _LEFT_OUT
        order = sorted(range(len(rows)), key=lambda i: batch.reports[i].status is Status.PASSED)
        rows, room = _fitting(rows, order, room)
        details, room = _fitting(details, order, room)
        notes += _left_out(len(batch.reports) - len(rows), len(batch.reports) - len(details))
    return "\n".join([*head, *rows, *details, *notes]) + "\n"


def _bytes(lines: Iterable[str]) -> int:
    return sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)


def _fitting(texts: list[str], order: Sequence[int], room: int) -> tuple[list[str], int]:
    """The texts, as many in that order as there is room for, each in its old place; and the room left."""
    kept: list[int] = []
    for i in order:
        room -= _bytes([texts[i]])
        if room < 0:
            return [texts[i] for i in sorted(kept)], 0  # no room for a later, shorter one: nobody could tell which
        kept.append(i)
    return [texts[i] for i in sorted(kept)], room


def _left_out(rows: int, details: int) -> list[str]:
    cut = [f"{count}份没有{what}" for count, what in ((rows, "列入上表"), (details, "逐条列出")) if count]
    return ["", f"篇幅所限，{'，'.join(cut)}。"] if cut else []


def _counted(report: CheckResult, severity: Severity) -> int:
    return sum(f.certain and f.waived is None and f.severity is severity for f in report.findings)


def _row(report: CheckResult) -> str:
    score, band = (f"{report.score.shown:g}", report.score.band) if report.score else ("", "")
    doubts = sum(not finding.certain and finding.waived is None for finding in report.findings)
    cells = (_plain(report.path), STATUS[report.status], score, band)
    numbers = (_counted(report, Severity.ERROR), _counted(report, Severity.WARNING), doubts)
    return "| " + " | ".join([*cells, *map(str, numbers)]) + " |"


def _report(report: CheckResult) -> list[str]:
    lines = [f"## {_plain(report.path)}", "", f"**{STATUS[report.status]}**"]
    if report.reason:
        lines[-1] += f"：{_plain(report.reason)}"
    if report.score:
        lines[-1] += f"，{report.score.shown:g}分，{report.score.band}"
        lines += ["", *limits] if (limits := _limits(report.score)) else []
        lines += ["", "| 项目 | 满分 | 得分 | 说明 |", "|---|---:|---:|---|"]
        lines += [
            f"| {_plain(item.title)} | {points(item.possible)} | {points(item.earned)} | {_plain(item.because)} |"
            for item in report.score.items
        ]
    listed = [finding for finding in report.findings if finding.severity is not Severity.INFO or not finding.certain]
    if listed:
        lines += ["", *(_finding(report, finding) for finding in listed)]
    hints = len(report.findings) - len(listed)
    if hints:
        lines += ["", f"另有提示{hints}条。"]
    return lines


def _limits(score: Score) -> list[str]:
    """Fired gates and the ceilings of the score."""
    return [
        *(f"- {GATE}：{_plain(gate.because)}" for gate in score.gates),
        *(f"- 最高{points(cap.at)}分：{_plain(cap.because)}" for cap in score.caps),
    ]


def _finding(report: CheckResult, finding: Finding) -> str:
    sort = WAIVED if finding.waived else SEVERITY[finding.severity] if finding.certain else SUSPECT
    there = where(report, finding)
    line = f"- **{sort}** " + (f"{_plain(there)}：" if there else "") + _plain(finding.message)
    return line + (f"。{_plain(finding.hint)}" if finding.hint else "") + f" `{finding.rule}`"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    text = clean(text)
    for mark in "\\`*_{}[]<>#|~&$":
        text = text.replace(mark, f"\\{mark}")
    return text
