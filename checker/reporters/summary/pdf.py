"""The summary on paper, A4: the same tables, black-and-white safe; long rankings are cut and say so. Needs typst."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from checker.model.audit import AlikePair, Summary
from checker.reporters.pdf.typesetting import typeset
from checker.reporters.summary.tables import LEGEND, RELATION, STATE_MARK, Table, shown_as, tables
from checker.reporters.wording import STATE

MOST = 400  # rows of a table that are printed: nobody carries forty pages into a meeting
_PAIRS = 60  # pairs that are printed side by side
_UNPRINTED = ("文件", "规则", "县", "年度")  # columns that are left to the other forms where a table is wide
_MARKS = {STATE[state]: mark for state, mark in STATE_MARK.items()}


def render(summary: Summary) -> Iterator[tuple[str, bytes]]:
    """One file. Raises OptionError without typst or without a Chinese font."""
    grouped = ((f"第{i}组", pair) for i, group in enumerate(summary.groups, 1) for pair in group.pairs)
    others = ((RELATION[pair.relation], pair) for some in (summary.earlier, summary.doubles) for pair in some)
    pairs = list(islice(chain(grouped, others), _PAIRS))
    many = sum(len(group.pairs) for group in summary.groups) + len(summary.earlier) + len(summary.doubles)
    filling = {
        "version": summary.version,
        "as_of": summary.as_of.isoformat(),
        "legend": LEGEND,
        "tables": [_table(table) for table in tables(summary) if table.name != "雷同"],
        "pairs": [_pair(name, pair) for name, pair in pairs],
        "hidden": many - len(pairs),
    }
    yield "汇总.pdf", typeset("summary.typ", filling)


def _table(table: Table) -> dict[str, Any]:
    wide = len(table.header) > 6
    kept = [i for i, name in enumerate(table.header) if not (wide and name in _UNPRINTED)]
    shown = list(islice(table.rows, MOST))
    return {
        "title": table.title,
        "note": table.note,
        "header": [table.header[i] for i in kept],
        "kinds": [table.kinds[i] for i in kept],
        "rows": [[_cell(row[i], table.kinds[i]) for i in kept] for row in shown],
        "shares": [[row[i] if table.kinds[i] == "share" else 0 for i in kept] for row in shown],
        "hidden": len(table.rows) - len(shown),
    }


def _cell(cell: Any, kind: str) -> str:
    return _MARKS[cell] if kind == "state" else shown_as(cell, kind)


def _pair(name: str, pair: AlikePair) -> dict[str, Any]:
    return {
        "name": name,
        "own": pair.own,
        "other": pair.other,
        "length": str(pair.length),
        "share": shown_as(pair.share, "share"),
        "figures": f"{pair.figures}个数字，{pair.same_figures}个相同",
        "passages": [[passage.own, passage.other] for passage in pair.passages],
    }
