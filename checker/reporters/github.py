"""GitHub Actions: annotations in the log, the worst ones first, and a summary page."""

from checker.model.result import Batch, CheckResult, Finding, Status
from checker.model.severity import Severity
from checker.reporters import markdown
from checker.reporters.facts import has_columns, has_lines, level, placed_text, text, xml_text
from checker.reporters.wording import STATUS

NAME = "github"
SUFFIX = ".txt"
WORST = 10  # annotations: GitHub shows no more of one kind in a step
_PAGE = 1_000_000  # bytes: of more than 1 MiB in a step GitHub shows nothing at all
_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(batch: Batch) -> str:
    """The log: the worst findings as annotations, then how many there are in all."""
    entries = [
        (report, finding)
        for report in batch.reports
        for finding in report.findings
        if finding.waived is None and level(finding) is not Severity.INFO
    ]
    entries.sort(key=lambda entry: (not entry[1].gate, -level(entry[1]).rank))  # stable: else in the order of the run
    lines = [
        f"::error file={_property(report.path)},title=checker::{_data(report.reason or '')}"
        for report in batch.reports
        if report.status is Status.NOT_CHECKED
    ]
    lines = [*lines, *(_annotation(report, finding) for report, finding in entries)][:WORST]
    counts = "，".join(f"{name}{batch.count(status)}份" for status, name in STATUS.items())
    lines.append(
        f"::notice title=checker::{_data(f'共{len(batch.reports)}份报告：{counts}；错误和警告{len(entries)}条')}"
    )
    return "\n".join(lines) + "\n"


def summary(batch: Batch) -> str:
    """Markdown for the step's summary page ($GITHUB_STEP_SUMMARY), short enough to be shown."""
    return markdown.render(batch, room=_PAGE)


def _annotation(report: CheckResult, finding: Finding) -> str:
    places = [f"file={_property(report.path)}"]
    message = text(finding)
    if has_lines(report) and finding.line is not None:
        places.append(f"line={finding.line}")
        if has_columns(report, finding):
            places.append(f"endLine={finding.end_line}")
            if finding.end_line == finding.line:  # columns are for annotations of one line only
                places += [f"col={finding.column}", f"endColumn={finding.end_column}"]
    else:
        message = placed_text(report, finding)
    places.append(f"title={_property(finding.rule)}")
    return f"::{_COMMAND[level(finding)]} {','.join(places)}::{_data(message)}"


def _data(value: str) -> str:
    """Escaped as the runner unescapes messages."""
    return xml_text(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    """Escaped as the runner unescapes properties."""
    return _data(value).replace(":", "%3A").replace(",", "%2C")
