"""roster.csv: who should have reported; and which reports came from whom."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checker.errors import OptionError
from checker.text.organs import county_and_unit

_HEADERS = {
    "unit": ("单位", "单位名称", "名称", "乡镇", "乡镇街道", "报送单位", "unit", "name", "town"),
    "county": ("县", "县区", "县市区", "区县", "所属县", "county"),
    "year": ("年度", "报告年度", "年份", "year"),
    "deadline": ("期限", "报送期限", "截止日期", "deadline"),
}
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")  # 2024-03-01, and 2024/3/1 as Excel writes it
_LEAST = 2  # characters of a unit's name that may be looked for in a file's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A body that should have reported; "" and None for what the roster does not say. `line` is that of the file."""

    county: str
    unit: str
    year: int | None
    deadline: date | None
    line: int

    @property
    def name(self) -> str:
        return f"{self.county}{self.unit}" + (f"（{self.year}年度）" if self.year else "")


@dataclass(frozen=True, slots=True)
class Came:
    """A report that came, as far as matching needs to know it."""

    id: int
    path: str
    county: str
    unit: str
    year: int | None


def read_roster(path: Path) -> tuple[Expected, ...]:
    """The rows of a roster, in UTF-8 or GB18030 (what Excel writes). Raises OptionError with all mistakes."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OptionError(f"{path}: 打不开（{error.strerror or error}）") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", errors="replace")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    columns = _columns(path, rows[0] if rows else [])
    expected, wrong = [], []
    for line, row in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in row):
            try:
                expected.append(_expected(row, columns, line))
            except ValueError as error:
                wrong.append(f"{path}:{line}: {error}")
    if wrong:
        raise OptionError("\n".join(wrong))
    if not expected:
        raise OptionError(f"{path}: 名单里一个单位也没有")
    return tuple(expected)


def _columns(path: Path, header: list[str]) -> dict[str, int]:
    cells = ["".join(cell.split()).lower() for cell in header]
    columns = {name: cells.index(word) for name, words in _HEADERS.items() for word in reversed(words) if word in cells}
    if "unit" not in columns:
        raise OptionError(f"{path}:1: 没有“单位”一列；第一行写列名：单位、县、年度、期限（后三列可以不要）")
    return columns


def _expected(row: list[str], columns: dict[str, int], line: int) -> Expected:
    def cell(name: str) -> str:
        at = columns.get(name)
        return row[at].strip() if at is not None and at < len(row) else ""

    if not cell("unit"):
        raise ValueError("没有写单位")
    county, unit = county_and_unit(cell("unit"))
    year, deadline = cell("year").rstrip("年度"), cell("deadline")
    if year and not (year.isdecimal() and len(year) == 4):
        raise ValueError(f"年度“{year}”写作四位数字，如 2023")
    try:
        day = _day(deadline) if deadline else None
    except ValueError:
        raise ValueError(f"期限“{deadline}”写作 2024-03-01") from None
    return Expected(
        county=cell("county") or county, unit=unit, year=int(year) if year else None, deadline=day, line=line
    )


def _day(text: str) -> date:
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return date(int(found[1]), int(found[2]), int(found[3]))


def match(roster: tuple[Expected, ...], reports: Iterable[Came]) -> dict[int, int]:
    """Which row of the roster (its index) each report answers, by the report's id. Reports of nobody are left out.

    By the body that the report names; where it names none (or could not be read), by the file's name.
    """
    by_unit: dict[str, list[int]] = {}
    for i, row in enumerate(roster):
        by_unit.setdefault(row.unit, []).append(i)
    found: dict[int, int] = {}
    for report in reports:
        rows = by_unit.get(report.unit, []) if report.unit else _named(report.path, by_unit)
        fitting = [i for i in rows if _fits(roster[i], report)]
        exact = [i for i in fitting if roster[i].county and roster[i].county in (report.county, *_folders(report.path))]
        chosen = exact or fitting
        if len(chosen) == 1 or (chosen and exact):
            found[report.id] = chosen[0]
    return found


def _named(path: str, by_unit: dict[str, list[int]]) -> list[int]:
    name = path.rpartition("/")[2]
    units = [unit for unit in by_unit if len(unit) >= _LEAST and unit in name]
    return by_unit[max(units, key=len)] if units else []


def _fits(row: Expected, report: Came) -> bool:
    if row.year and report.year and row.year != report.year:
        return False
    return not (row.county and report.county) or row.county == report.county


def _folders(path: str) -> list[str]:
    return path.split("/")[:-1]
