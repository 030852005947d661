"""The tables as CSV, one file each: UTF-8 with a mark, as Excel wants it, and no cell that Excel would run."""

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import chain

from checker.model.audit import Summary
from checker.reporters.summary.tables import Cell, Table, tables

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(summary: Summary) -> Iterator[tuple[str, Iterator[bytes]]]:
    for number, table in enumerate(tables(summary), 1):
        yield f"表/{number:02d}-{table.name}.csv", _file(table)


def _file(table: Table) -> Iterator[bytes]:
    yield codecs.BOM_UTF8
    for row in chain((table.header,), table.rows):
        out = io.StringIO(newline="")
        csv.writer(out).writerow([_plain(cell) for cell in row])
        yield out.getvalue().encode("utf-8")


def _plain(cell: Cell) -> str | int | float:
    """Text that Excel would take for a formula gets a quote in front."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if isinstance(cell, float):
        return round(cell, 4)
    return "" if cell is None else cell
