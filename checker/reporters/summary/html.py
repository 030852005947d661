"""The summary as one page that needs no network: counts, heat map, bars, passages side by side. Needs jinja2."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.errors import OptionError
from checker.model.audit import Summary
from checker.reporters.summary.tables import LEGEND, RELATION, STATE_MARK, Cell, shown_as, tables
from checker.reporters.wording import STATE

_PAGE = Path(__file__).with_name("page.html")
_SEPARATE = ("雷同",)  # tables that have a form of their own on the page


def render(summary: Summary) -> Iterator[tuple[str, Iterator[bytes]]]:
    """One page. Raises OptionError without jinja2."""
    try:
        jinja2: Any = import_module("jinja2")
    except ImportError:
        raise OptionError('写网页需要 jinja2，请安装：pip install "checker[report]"') from None
    there = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    page = there.from_string(_PAGE.read_text("utf-8"))
    found = [table for table in tables(summary) if table.name not in _SEPARATE]
    marks = {STATE[state]: (state.value, mark) for state, mark in STATE_MARK.items()}
    pieces = page.stream(
        summary=summary, tables=found, legend=LEGEND, marks=marks, relation=RELATION, shown=shown_as, level=_level
    )
    pieces.enable_buffering(200)
    yield "汇总.html", (piece.encode("utf-8") for piece in pieces)


def _level(cell: Cell) -> str:
    """The colour class of a score: low below 60, middle below 75."""
    if not isinstance(cell, int | float):
        return ""
    return "low" if cell < 60 else "middle" if cell < 75 else "high"
