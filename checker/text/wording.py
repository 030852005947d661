"""Turns of phrase that findings and the 扣分表 share: places in a report, days, reasons for lost points."""

from datetime import date

TITLE, OPENING, CLOSING = "标题", "开头", "文末"
NEXT = "下一"  # year, when the report year is unknown
LINE_OR_PARAGRAPH = ("{line}行", "{line}段")
ABSENT = "所在部分缺失"
NOT_TOLD = "这种文件看不出版式"
MISSING = "缺少这一部分"
MERGED = "没有单列，得一半"


def day(value: date) -> str:
    """`day(date(2024, 3, 1)) == "2024年3月1日"` (GB/T 9704—2012, 7.3.5.4)."""
    return f"{value.year}年{value.month}月{value.day}日"


def month(value: date) -> str:
    return f"{value.year}年{value.month}月"


def paragraph(heading: str, count: int) -> str:
    """`paragraph("一、工作情况", 2) == "一、工作情况 第2段"`"""
    return f"{heading} 第{count}段"


def lacking(names: list[str]) -> str:
    return "缺少" + "、".join(f"“{name}”" for name in names)


def thin(characters: int, least: int) -> str:
    return f"只有{characters}字，不足{least}字，按比例得分"


def lost(message: str, points: float) -> str:
    return f"{message}（扣{points:g}分）"


def each(count: int, points: float) -> str:
    return f"{count}处，每处扣{points:g}分，扣完为止"
