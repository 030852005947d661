"""The tables as one Excel file: a sheet each, head frozen, filters, colours by score and state. Needs xlsxwriter."""

import io
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from itertools import islice
from typing import Any

from checker.errors import OptionError
from checker.model.alignment import PartState
from checker.model.audit import Summary
from checker.reporters.summary.tables import Table, tables
from checker.reporters.wording import STATE

_WIDTHS = {"text": 18, "label": 11, "number": 8, "share": 9, "state": 11, "score": 8}  # characters
_WIDE = {"文件": 46, "原因": 46, "甲的原文": 60, "乙的原文": 60, "甲的文件": 40, "乙的文件": 40, "单位": 30, "问题": 32}
_FILLS = {PartState.ABSENT: "#F4B6B0", PartState.MERGED: "#FBE3A6", PartState.IMPLICIT: "#EAF3DE"}
_EXCEL_MOST = 1_048_575  # rows of a sheet below its head


def render(summary: Summary) -> Iterator[tuple[str, bytes]]:
    """One file. Raises OptionError without xlsxwriter."""
    try:
        xlsxwriter: Any = import_module("xlsxwriter")
    except ImportError:
        raise OptionError('写 Excel 表需要 xlsxwriter，请安装：pip install "checker[xlsx]"') from None
    out = io.BytesIO()
    # words of a report are words: never a formula, a link or a number
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, {**options, "constant_memory": True}) as book:
        # the same summary gives the same bytes: no day of making
        book.set_properties({"created": datetime(2000, 1, 1), "comments": f"checker {summary.version}"})
        formats = {
            "head": book.add_format({"bold": True, "bg_color": "#E4E4E4", "border": 1, "text_wrap": True}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "number": book.add_format({"valign": "top"}),
            "share": book.add_format({"num_format": "0.0%", "valign": "top"}),
            "score": book.add_format({"num_format": "0.0", "valign": "top"}),
            "label": book.add_format({"valign": "top"}),
            "state": book.add_format({"valign": "top"}),
        }
        for table in tables(summary):
            _sheet(book, table, formats)
    yield "汇总.xlsx", out.getvalue()


def _sheet(book: Any, table: Table, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet(table.name)
    for column, (name, kind) in enumerate(zip(table.header, table.kinds, strict=True)):
        sheet.set_column(column, column, _WIDE.get(name, _WIDTHS[kind]))
    for column, name in enumerate(table.header):
        sheet.write_string(0, column, name, formats["head"])
    rows = min(len(table.rows), _EXCEL_MOST)
    for number, row in enumerate(islice(table.rows, rows), 1):
        for column, (cell, kind) in enumerate(zip(row, table.kinds, strict=True)):
            if isinstance(cell, str):
                sheet.write_string(
                    number, column, cell, formats[kind if kind in ("text", "label", "state") else "number"]
                )
            elif cell is not None:
                sheet.write_number(number, column, cell, formats[kind])
    sheet.freeze_panes(1, 2 if len(table.header) > 4 else 0)
    if rows:
        sheet.autofilter(0, 0, rows, len(table.header) - 1)
        _colour(book, sheet, table, rows)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{table.title.replace('&', '&&')}&R&P／&N")


def _colour(book: Any, sheet: Any, table: Table, rows: int) -> None:
    for column, kind in enumerate(table.kinds):
        if kind == "score":
            scale = {"type": "3_color_scale", "min_type": "num", "min_value": 40, "mid_type": "num", "mid_value": 75}
            colours = {"min_color": "#F4B6B0", "mid_color": "#FFF4CC", "max_color": "#BFE3C3"}
            sheet.conditional_format(1, column, rows, column, {**scale, **colours, "max_type": "num", "max_value": 100})
        elif kind == "share":
            sheet.conditional_format(1, column, rows, column, {"type": "data_bar", "bar_color": "#9DB7D5"})
        elif kind == "state":
            for state, colour in _FILLS.items():
                fill = book.add_format({"bg_color": colour})
                rule = {"type": "cell", "criteria": "==", "value": f'"{STATE[state]}"', "format": fill}
                sheet.conditional_format(1, column, rows, column, rule)
