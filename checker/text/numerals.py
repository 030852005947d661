"""Chinese and Arabic numerals as they stand in reports → exact numbers (GB/T 15835—2011)."""

import re
from decimal import Decimal

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "０": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}
HAN = "零〇○一二三四五六七八九十百千万亿两"
ARABIC = re.compile(r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>[万亿]?)")


def to_int(text: str) -> int | None:
    """`to_int("二十三") == 23`, `to_int("二〇二一") == 2021`, `to_int("12") == 12`; None for anything else."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or any(char not in HAN for char in text):
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    return _grouped(text)


def _grouped(text: str) -> int | None:
    total = section = digit = 0
    seen_digit = False
    for char in text:
        if char in _DIGITS:
            if seen_digit and digit:
                return None
            digit, seen_digit = _DIGITS[char], True
        elif char in _UNITS:
            section += (digit if seen_digit else 1) * _UNITS[char]
            digit, seen_digit = 0, False
        else:
            total = (total + section + digit) * _BIG[char]
            section, digit, seen_digit = 0, 0, False
    return total + section + digit


def to_han(number: int) -> str:
    """The ordinal as headings write it, 1 to 99: `to_han(23) == "二十三"`."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if tens == 0:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


def value(digits: str, unit: str = "") -> Decimal:
    """The exact number of an Arabic figure: `value("1.2", "万") == 12000`, `value("1,200") == 1200`."""
    return Decimal(digits.replace(",", "")) * _BIG.get(unit, 1)


def decimals(digits: str) -> int:
    """How many decimals are printed: `decimals("96.8") == 1`."""
    return len(digits.partition(".")[2])
