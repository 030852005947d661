"""A summary as tables: what every form prints, in the order in which the meeting reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from checker.model.alignment import PartState
from checker.model.audit import AlikePair, Board, Change, Dated, Ranked, Summary
from checker.model.result import Status
from checker.model.rows import Rows
from checker.model.severity import Severity
from checker.reporters.wording import SEVERITY, STATE, STATUS, SUSPECT

Cell = str | int | float | None
STATE_MARK = {
    PartState.SEPARATE: "●",
    PartState.SUBSECTION: "◐",
    PartState.IMPLICIT: "○",
    PartState.MERGED: "△",
    PartState.ABSENT: "×",
}
LEGEND = "　".join(f"{mark} {STATE[state]}" for state, mark in STATE_MARK.items())
RELATION = {"other": "与别的单位", "previous": "与本单位往年", "double": "同一单位同一年度两份"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`name` is short and unique (a sheet's name); `kinds` says how a column is to be read: text, label (a word),
    number, share, state or score. Shares are 0 to 1."""

    name: str
    title: str
    header: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] | Rows[tuple[Cell, ...]]
    note: str = ""


def tables(summary: Summary) -> Iterator[Table]:
    """All tables that hold anything; the counts always come, and come first."""
    yield counts(summary)
    found = (
        *_lists(summary), *_boards(summary), _defects(summary), *_gaps(summary), *_dates(summary), *_alike(summary),
        _changes(summary),
    )  # fmt: skip
    yield from (table for table in found if table.rows)


def counts(summary: Summary) -> Table:
    """应报、已报、未报、不能检查 first, then what was found."""
    unknown = "未给名单"
    rows: list[tuple[Cell, ...]] = [
        ("应报（单位）", unknown if summary.expected is None else summary.expected),
        ("已报（单位）", summary.reported),
        ("未报（单位）", unknown if summary.expected is None else len(summary.missing)),
        ("不能检查（份）", len(summary.unchecked)),
        ("收到文件（份）", summary.files),
        ("通过（份）", summary.passed),
        ("不通过（份）", summary.failed),
        ("雷同组（组）", len(summary.groups)),
        ("沿用往年文稿（份）", summary.reused),
        ("逾期（份）", len(summary.late)),
    ]
    rows += [("不在名单上的报告（份）", len(summary.strangers))] if summary.strangers else []
    return Table(name="总数", title="总数", header=("项目", "数量"), kinds=("text", "number"), rows=tuple(rows))


def _table(name: str, title: str, columns: str, rows: Iterable[tuple[Cell, ...]], note: str = "") -> Table:
    """`columns` are headings between blanks; what is no text says so: `得分:score`. Rows are left to be read."""
    pairs = [column.partition(":") for column in columns.split()]
    kinds = tuple(kind or "text" for _, _, kind in pairs)
    header = tuple(name for name, _, _ in pairs)
    kept = rows if isinstance(rows, Rows) else tuple(rows)
    return Table(name=name, title=title, header=header, kinds=kinds, rows=kept, note=note)


def _whole(name: str) -> str:
    return "".join(name.split())


def _lists(summary: Summary) -> Iterator[Table]:
    yield _table("未报", "未报的单位", "单位", ((name,) for name in summary.missing))
    refused = summary.unchecked.each(lambda one: (one.name, one.reason, one.path))
    yield _table("不能检查", "不能检查的文件", "单位 原因 文件", refused)
    yield _table("不在名单", "不在名单上的报告", "报告", summary.strangers.each(lambda name: (name,)))


def _boards(summary: Summary) -> Iterator[Table]:
    many = len(summary.boards) > 1
    for number, board in enumerate(summary.boards, 1):
        mark = f"{number}" if many else ""
        title = f"{board.title}（{board.template} {board.version}，{len(board.ranking)}份）"
        yield _ranking(board, f"排名{mark}", f"排名：{title}")
        bars = ((bar.label, bar.reports, bar.share) for bar in (*board.scores, *board.bands))
        about = f"得分分布：{title}，平均{board.mean:g}分，中位数{board.median:g}分"
        yield _table(f"得分分布{mark}", about, "得分 份数:number 占比:share", bars)
        worst = ((r.name, r.shown, r.band, r.errors, r.warnings, r.path) for r in board.worst)
        columns = "单位 得分:score 等次:label 错误:number 警告:number 文件"
        yield _table(f"最低十份{mark}", f"得分最低的十份：{title}", columns, worst)


def _ranking(board: Board, name: str, title: str) -> Table:
    parts = " ".join(f"{_whole(part)}:state" for _, part in board.parts)
    marks = "错误:number 警告:number 待核:number 成文日期:label 县:label 年度:number 文件"
    columns = f"名次:number 单位 得分:score 等次:label 结论:label {parts} {marks}"
    note = "不同模板、不同版本的得分不能相比，分开排名。得分相同的名次相同。"
    return _table(name, title, columns, board.ranking.each(_ranked), note)


def _ranked(r: Ranked) -> tuple[Cell, ...]:
    return (
        *(r.place, r.name, r.shown, r.band, STATUS[Status(r.status)]),
        *(STATE[PartState(state)] for state in r.states),
        *(r.errors, r.warnings, r.suspects, r.date, r.county, r.year, r.path),
    )


def _defects(summary: Summary) -> Table:
    rows = (
        (d.title, SUSPECT if d.suspect else SEVERITY[Severity(d.severity)], d.reports, d.share, d.findings, d.rule)
        for d in summary.defects
    )
    return _table("问题", "各类问题占多少报告", "问题 级别:label 份数:number 占比:share 处数:number 规则", rows)


def _gaps(summary: Summary) -> Iterator[Table]:
    many = len(summary.boards) > 1
    for number, board in enumerate(summary.boards, 1):
        found = [gap for gap in summary.gaps if (gap.template, gap.version) == (board.template, board.version)]
        parts = [_whole(part) for _, part in board.parts]
        lacks = " ".join([f"缺“{part}”:number" for part in parts] + [f"没有单列“{part}”:number" for part in parts])
        rows = ((gap.county or "（没有写）", gap.year, gap.reports, *gap.absent, *gap.merged) for gap in found)
        title = f"各县各年度缺少各部分的份数：{board.title}"
        yield _table(f"各县缺项{number if many else ''}", title, f"县 年度:number 份数:number {lacks}", rows)


def _dates(summary: Summary) -> Iterator[Table]:
    columns = "单位 成文日期:label 期限:label 逾期天数:number 文件"
    yield _table("逾期", "逾期的报告", columns, summary.late.each(_dated))
    note = f"另有{summary.undated}份没有认出日期。" if summary.undated else ""
    yield _table("最晚日期", "成文日期最晚的报告", columns, map(_dated, summary.latest), note)


def _dated(d: Dated) -> tuple[Cell, ...]:
    return (d.name, d.day.isoformat(), d.deadline.isoformat() if d.deadline else None, d.late, d.path)


def _alike(summary: Summary) -> Iterator[Table]:
    columns = (
        "组 关系 甲 乙 相同字数:number 占较短一份:share 数字:number 其中相同:number 甲的原文 乙的原文 甲的文件 乙的文件"
    )
    note = "隐去地名、年份、数字后比较；多数报告都有的套话不算。"
    many = sum(len(pair.passages) for _, pair in _pairs(summary))
    yield _table("雷同", "雷同的报告和段落", columns, Rows(many, partial(_passages, summary)), note)


def _pairs(summary: Summary) -> Iterator[tuple[str, AlikePair]]:
    """All alike pairs, with the number of their group."""
    yield from ((str(i), pair) for i, group in enumerate(summary.groups, 1) for pair in group.pairs)
    yield from (("", pair) for some in (summary.earlier, summary.doubles) for pair in some)


def _passages(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    found = ((group, pair, passage) for group, pair in _pairs(summary) for passage in pair.passages)
    for group, pair, passage in found:
        yield (
            group, RELATION[pair.relation], pair.own, pair.other, pair.length, pair.share, pair.figures,
            pair.same_figures, passage.own, passage.other, pair.own_path, pair.other_path,
        )  # fmt: skip


def _changes(summary: Summary) -> Table:
    columns = (
        "单位 上次得分:score 这次得分:score 补上的部分 缺了的部分 沿用的文字:share 沿用语句里的数字:number"
        " 其中相同:number 上次文件 这次文件"
    )

    def row(c: Change) -> tuple[Cell, ...]:
        return (
            c.name, c.score_before, c.score_after, "、".join(c.gained), "、".join(c.lost), c.share, c.figures,
            c.same_figures, c.before, c.after,
        )  # fmt: skip

    return _table("逐年比较", "与上一份报告比", columns, summary.changes.each(row), "两次所用模板不同的，得分不列。")


def shown_as(cell: Cell, kind: str) -> str:
    """A cell as it is read: shares in percent, scores with at most one decimal."""
    if cell is None:
        return ""
    if kind == "share" and not isinstance(cell, str):
        return f"{cell * 100:.1f}%"
    return f"{cell:g}" if isinstance(cell, float) else str(cell)
