"""Dates as people write them → date, and what is odd about their form (GB/T 9704—2012, 7.3.5.4)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checker.text.numerals import HAN, to_int


class Fault(StrEnum):
    LEADING_ZERO = "leading-zero"  # 2023年02月01日: 月、日不编虚位
    HAN = "han"  # 二〇二三年二月一日
    MARKS = "marks"  # 2023.2.1, 2023-02-01, 2023/2/1
    FIRST = "first"  # 元月
    INCOMPLETE = "incomplete"  # 2023年2月
    SPACES = "spaces"
    IMPOSSIBLE = "impossible"  # 2023年2月30日


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in folded text: its place there, its value (None when it is not a whole date that exists), its faults."""

    start: int
    end: int
    text: str
    value: date | None
    faults: tuple[Fault, ...]


_DIGIT = r"\d{4}年(?:\d{1,2}|元)月(?:\d{1,2}[日号]?)?"
_HAN = rf"[{HAN[:12]}]{{4}}年(?:[{HAN[1:13]}]{{1,3}}|元)月(?:[{HAN[1:13]}]{{1,3}}[日号]?)?"
_MARKED = r"\d{4}([./-])\d{1,2}\1\d{1,2}(?:日)?(?!\d)"
DATE = re.compile(rf"(?<!\d)(?:{_DIGIT}|{_HAN}|{_MARKED})")
# 2026年×月×日, 2026年月日 (blanks folded away): a date that is still to be filled in; not 2026年1月
_TO_FILL = re.compile(r"(?:\d{4}|20[×Xx_]{2}|[×Xx_]{2,4})年[×Xx_\d]{0,2}月[×Xx_\d]{0,2}日")
_FIELDS = re.compile(r"[年月日号./-]")


def find_dates(text: str) -> list[WrittenDate]:
    """All dates in folded text, left to right. `find_dates("2023年02月01日")[0].faults == (Fault.LEADING_ZERO,)`"""
    return [_read(match) for match in DATE.finditer(text)]


def is_date(text: str) -> bool:
    """Whether folded text is a date and nothing else."""
    return DATE.fullmatch(text) is not None


def find_unfilled(text: str) -> WrittenDate | None:
    """The date to be filled in with which folded text ends: `find_unfilled("2026年×月×日").value is None`."""
    match = next((match for match in _TO_FILL.finditer(text) if match.end() == len(text)), None)
    if match is None or DATE.fullmatch(match[0]):
        return None
    return WrittenDate(match.start(), match.end(), match[0], None, (Fault.INCOMPLETE,))


def _read(match: re.Match[str]) -> WrittenDate:
    text = match[0]
    fields = [field for field in _FIELDS.split(text) if field]
    numbers = [1 if field == "元" else to_int(field) for field in fields]
    faults: list[Fault] = []
    if match[1]:
        faults.append(Fault.MARKS)
    elif not text[0].isascii():
        faults.append(Fault.HAN)
    elif "元" in fields:
        faults.append(Fault.FIRST)
    elif any(len(field) == 2 and field.startswith("0") for field in fields[1:]):
        faults.append(Fault.LEADING_ZERO)
    if len(numbers) < 3 or None in numbers:
        return WrittenDate(match.start(), match.end(), text, None, (*faults, Fault.INCOMPLETE))
    year, month, day = (number or 0 for number in numbers[:3])
    try:
        found = date(year, month, day)
    except ValueError:
        return WrittenDate(match.start(), match.end(), text, None, (*faults, Fault.IMPOSSIBLE))
    return WrittenDate(match.start(), match.end(), text, found, tuple(faults))
