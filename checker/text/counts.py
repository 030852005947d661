"""Counts as reports print them: a number, its unit, a measure word (GB/T 15835—2011)."""

import re
from dataclasses import dataclass
from decimal import Decimal

from checker.text.numerals import value

_COUNT = re.compile(  # 1.2万余件, 1,928批次; not the 12 of 12.4 or of a longer number
    r"(?<![\d.])(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>[万亿]?)(?P<approx>[余多]?)(?P<measure>[一-鿿]{1,2})(?!率)"
)
_NO_MEASURE = ("年", "月", "日", "时", "点", "分", "个百")


@dataclass(frozen=True, slots=True)
class Count:
    """A count in folded text; `exact` is False for 80余件; `measure` is the first character of its measure word."""

    start: int
    end: int
    number: Decimal
    measure: str
    exact: bool


def find_counts(text: str) -> list[Count]:
    """All counts, left to right; dates, times and percentages are none. `find_counts("调解30件")[0].number == 30`"""
    return [
        Count(
            start=match.start(),
            end=match.end("measure") - len(match["measure"]) + 1,
            number=value(match["digits"], match["unit"]),
            measure=match["measure"][0],
            exact=not match["approx"],
        )
        for match in _COUNT.finditer(text)
        if not match["measure"].startswith(_NO_MEASURE)
    ]
