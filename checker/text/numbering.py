"""Heading numbers: 一、 （一） 1. （1） → level and ordinal (GB/T 9704—2012, 7.3.3: 层次序数)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from checker.text.numerals import to_int


class Family(StrEnum):
    """A numbering family; its level is that of the standard, or of usage for the last ones."""

    PART = "第一部分"
    HAN = "一、"
    HAN_BRACKET = "（一）"
    ARABIC = "1."
    ARABIC_BRACKET = "（1）"
    CIRCLED = "①"


LEVELS = {
    Family.PART: 1,
    Family.HAN: 1,
    Family.HAN_BRACKET: 2,
    Family.ARABIC: 3,
    Family.ARABIC_BRACKET: 4,
    Family.CIRCLED: 5,
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of folded text: `length` characters of it are number and its mark."""

    family: Family
    ordinal: int
    length: int
    regular: bool  # its mark is the one that the standard gives: `1.`, not `1、`

    @property
    def level(self) -> int:
        return LEVELS[self.family]


_H = "一二三四五六七八九十百零〇"
_FORMS: tuple[tuple[Family, re.Pattern[str]], ...] = tuple(
    (family, re.compile(pattern))
    for family, pattern in (
        # 第一部分 工作情况; not 第一部分析 (no case known), not 第一章 of a law inside a sentence
        (Family.PART, rf"第([{_H}]{{1,3}}|\d{{1,2}})(?:部分|章)([、，：:．.]?)"),
        (Family.HAN_BRACKET, rf"（([{_H}]{{1,3}})）([、，．.：]?)"),
        (Family.HAN_BRACKET, rf"([{_H}]{{1,3}})(）)"),
        # 一、 but also 一． 一. 一， 一：; never 一是, 一年来
        (Family.HAN, rf"([{_H}]{{1,3}})([、．.，：])"),
        (Family.ARABIC_BRACKET, r"（(\d{1,2})）([、，．.：]?)"),
        (Family.ARABIC_BRACKET, r"(\d{1,2})(）)"),
        # 1. 1． 1、, also 6.2026年工作打算; never 1.5万, 12.4宪法日 (a digit follows), 2021年
        (Family.ARABIC, r"(\d{1,2})([.．、，])(?:(?!\d)|(?=20\d\d年))"),
        (Family.CIRCLED, r"([①-⑳])(、?)"),
    )
)
_RIGHT = {
    Family.PART: "",
    Family.HAN: "、",
    Family.HAN_BRACKET: "",
    Family.ARABIC: ".",
    Family.ARABIC_BRACKET: "",
    Family.CIRCLED: "",
}


def parse_number(text: str) -> Number | None:
    """The number with which folded text begins: `parse_number("（二）加强普法").ordinal == 2`; None without one."""
    for family, form in _FORMS:
        match = form.match(text)
        if match is None:
            continue
        ordinal = ord(match[1]) - 0x245F if family is Family.CIRCLED else to_int(match[1])
        if ordinal is None or not 0 < ordinal < 100:
            return None
        mark = match[2].replace("．", ".")
        regular = mark == _RIGHT[family] or (family is Family.PART and mark in "：、")
        return Number(family, ordinal, match.end(), regular)
    return None


SHAPES = {  # as the standard writes them; {} is the ordinal
    Family.PART: "第{}部分",
    Family.HAN: "{}、",
    Family.HAN_BRACKET: "（{}）",
    Family.ARABIC: "{}.",
    Family.ARABIC_BRACKET: "（{}）",
    Family.CIRCLED: "{}",
}
