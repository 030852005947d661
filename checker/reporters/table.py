"""The verdict for a terminal: conclusion first, then the 扣分表, the findings, what to mend first. 80 columns wide."""

import math
from collections.abc import Iterator

from tabulate import tabulate

from checker.model.alignment import PartState
from checker.model.result import Batch, CheckResult, Finding, Outcome, Score, Status
from checker.model.severity import Severity
from checker.reporters.columns import clean, cut, size
from checker.reporters.wording import CHOSEN, GATE, OUTCOME, SEVERITY, STATE, STATUS, SUSPECT, WAIVED, place, points

NAME = "table"
SUFFIX = ".txt"
_COLOURS = {"red": "31", "yellow": "33", "green": "32", "cyan": "36", "bold": "1", "dim": "2"}
_STATUS_COLOUR = {Status.PASSED: "green", Status.FAILED: "red", Status.NOT_CHECKED: "yellow"}
_REPAIRS = 5  # steps of 先改什么 that are shown
_PLACES = 3  # places of a step that are named


def render(batch: Batch, *, width: int = 80, colour: bool = False, quiet: bool = False, verbose: bool = False) -> str:
    """All reports, each complete; several end in a table. `quiet` leaves out the passed, `verbose` adds the hints."""
    paint = _Paint(colour)
    shown = [report for report in batch.reports if not (quiet and report.status is Status.PASSED)]
    lines: list[str] = []
    for report in shown:
        lines += [*_report(report, paint, width, verbose=verbose), ""]
    if len(batch.reports) > 1:
        lines += _summary(batch, shown, paint, width)
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


class _Paint:
    """Colours words for a terminal, or leaves them as they are."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, *colours: str) -> str:
        codes = ";".join(_COLOURS[colour] for colour in colours)
        return f"\033[{codes}m{text}\033[0m" if self.on else text


def _report(report: CheckResult, paint: _Paint, width: int, *, verbose: bool) -> Iterator[str]:
    yield paint(clean(report.path), "bold")  # in one piece, however long: it is there to be copied
    status = paint(STATUS[report.status], _STATUS_COLOUR[report.status], "bold")
    if report.score is None:
        yield f"  {status}"
        yield from _wrapped(report.reason or "", width, "  ")
        yield from _findings(report, paint, width, verbose=verbose)  # of the rules that did not break
        return
    yield f"  {status}　{report.score.shown:g}分　{report.score.band}"
    for gate in report.score.gates:
        yield from _wrapped(f"{GATE}：{gate.because}", width, "  ", "    ")
    for cap in report.score.caps:
        yield from _wrapped(f"最高{points(cap.at)}分：{cap.because}", width, "  ", "    ")
    if report.score.pending:
        yield f"  {SUSPECT}的最多再扣{points(report.score.pending)}分"
    if report.template:
        stamp = report.template
        yield from _wrapped(f"模板：{stamp.title} {stamp.version}（{CHOSEN[stamp.chosen]}）", width, "  ", "    ")
    yield ""
    yield from _sheet(report.score, width)
    yield from _parts(report, width)
    yield from _findings(report, paint, width, verbose=verbose)
    yield from _repairs(report, report.score, paint, width)
    if report.notes:
        yield ""
    for note in report.notes:
        yield from _wrapped(f"注：{note.message}", width, "  ", "    ")


def _sheet(score: Score, width: int) -> Iterator[str]:
    rows = [
        (
            item.title,
            points(item.possible),
            points(item.earned),
            item.because or ("" if item.outcome is Outcome.PASS else OUTCOME[item.outcome]),
        )
        for item in score.items
    ]
    rows.append(("合计", points(score.possible), points(score.earned), ""))
    sizes = _columns(width)
    cells = [["\n".join(cut(cell, columns)) for cell, columns in zip(row, sizes, strict=True)] for row in rows]
    table = tabulate(
        cells,
        headers=("扣分表", "满分", "得分", "说明"),
        tablefmt="simple",
        colalign=("left", "right", "right", "left"),
        disable_numparse=True,
    )
    yield from (f"  {line}".rstrip() for line in table.splitlines())


def _columns(width: int) -> tuple[int, int, int, int]:
    """Widths of the cells; a column of numbers takes six, and between two columns are two blanks."""
    name = min(28, max(16, width // 3))
    return name, 6, 6, max(16, width - len("  ") - name - 2 * (6 + 2) - 2)


def _parts(report: CheckResult, width: int) -> Iterator[str]:
    if report.structure is None:
        return
    yield ""
    asked = {item.id for item in report.score.items} if report.score else set()
    for part in report.structure.parts:
        if part.state == PartState.ABSENT and part.part not in asked:
            continue  # nobody asked for it
        where = place(report.format, part.line)
        yield from _wrapped(
            f"{part.name}：{STATE[PartState(part.state)]}{f'（{where}）' if where else ''}", width, "  ", "    "
        )


def _findings(report: CheckResult, paint: _Paint, width: int, *, verbose: bool) -> Iterator[str]:
    certain = [finding for finding in report.findings if finding.certain and finding.waived is None]
    for severity, colour in ((Severity.ERROR, "red"), (Severity.WARNING, "yellow"), (Severity.INFO, "cyan")):
        found = [finding for finding in certain if finding.severity is severity]
        if found and severity is Severity.INFO and not verbose:
            yield ""
            yield f"  {paint(SEVERITY[severity], colour, 'bold')} {len(found)}条（加 -v 逐条显示）"
        elif found:
            yield from _group(paint(SEVERITY[severity], colour, "bold"), found, report, paint, width)
    doubts = [finding for finding in report.findings if not finding.certain and finding.waived is None]
    if doubts:
        yield from _group(paint(SUSPECT, "cyan", "bold"), doubts, report, paint, width)
    waived = [finding for finding in report.findings if finding.waived]
    if waived:
        yield ""
        yield f"  {WAIVED} {len(waived)}条"


def _group(title: str, found: list[Finding], report: CheckResult, paint: _Paint, width: int) -> Iterator[str]:
    yield ""
    yield f"  {title} {len(found)}条"
    for finding in sorted(found, key=_in_reading_order):
        column = f"第{finding.column}列" if finding.quote and finding.column else ""
        there = "　".join(piece for piece in (f"{_place(report, finding)}{column}", finding.where) if piece)
        *lines, last = _wrapped(there, width, "  ") if there else [""]
        yield from lines
        if last and size(f"{last}　{finding.rule}") > width:
            yield last
            last = ""
        yield f"{last or ' '}{'　' if last else ' '}{paint(finding.rule, 'dim')}"
        yield from _wrapped(finding.message, width, "    ")
        if finding.hint:
            yield from _wrapped(f"改：{finding.hint}", width, "    ", "      ")


def _in_reading_order(finding: Finding) -> tuple[float, int]:
    return (finding.line or math.inf, finding.column or 0)


def _place(report: CheckResult, finding: Finding) -> str:
    return place(report.format, finding.line, finding.page)


def _repairs(report: CheckResult, score: Score, paint: _Paint, width: int) -> Iterator[str]:
    if not score.repairs:
        return
    yield ""
    yield f"  {paint('先改什么', 'bold')}"
    for number, step in enumerate(score.repairs[:_REPAIRS], 1):
        gain = GATE if step.gate else f"＋{points(round(step.gain, 1))}分" if step.gain else "分已扣完，仍须改"
        places = dict.fromkeys(_place(report, report.findings[i]) for i in step.findings)
        where = "、".join([there for there in places if there][:_PLACES]) + ("等" if len(places) > _PLACES else "")
        yield from _wrapped(f"{number}. {f'{where}　' if where else ''}{step.what}（{gain}）", width, "  ", "     ")
    if len(score.repairs) > _REPAIRS:
        yield f"  以下还有{len(score.repairs) - _REPAIRS}项"


def _summary(batch: Batch, shown: list[CheckResult], paint: _Paint, width: int) -> Iterator[str]:
    rows = [
        (
            "\n".join(cut(report.path, max(20, width - 28))),
            STATUS[report.status],
            f"{report.score.shown:g}" if report.score else "",
            report.score.band if report.score else "",
        )
        for report in shown
    ]
    if rows:
        table = tabulate(rows, headers=("报告", "结论", "得分", "等次"), tablefmt="simple", disable_numparse=True)
        yield from (f"  {line}".rstrip() for line in table.splitlines())
    counts = "，".join(f"{STATUS[status]}{batch.count(status)}份" for status in Status)
    yield f"  共{len(batch.reports)}份：{counts}"


def _wrapped(text: str, width: int, indent: str, further: str | None = None) -> Iterator[str]:
    """The text in lines of at most `width` columns, the first after `indent`, the others after `further`."""
    further = indent if further is None else further
    first, *rest = cut(text, width - size(further)) or [""]
    yield indent + first
    yield from (further + line for line in rest)
