"""检查百分比与旁边的两个数是否相符（按所写小数位四舍五入）。

为什么：条例第二十条（四）数字准确。只有同一句里有两个同单位的数、且百分比说的正是它们之比时才断定，否则待核。
参数：rate 百分比前的名目（命名组 name）；approx 概数标记；growth 表示增减的词，有则不查。
消息可用的占位：{stated} 所写 {actual} 应为 {part} 分子 {whole} 分母。
例：“调解200件，成功150件，成功率85%”应为75%
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from checker.rules.base import Problem, Scope, sub
from checker.text.numerals import decimals, value
from checker.text.patterns import compiled
from checker.text.sentences import sentences

NAME = "ratio"
_REGEX = {"type": "string", "format": "regex"}
PARAMS = {
    "rate": {**_REGEX, "description": "紧靠百分比前的名目，命名组 name 是“率”前的词"},
    "approx": {**_REGEX, "description": "概数标记"},
    "growth": {**_REGEX, "description": "表示增减的词"},
}
VALUES = ("stated", "actual", "part", "whole")
VARIANTS = ()
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_COUNT = re.compile(r"(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>[万亿]?)(?P<approx>[余多]?)(?P<measure>[一-鿿]{1,2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    rate: str
    approx: str
    growth: str


@dataclass(frozen=True, slots=True)
class _Count:
    start: int
    end: int
    number: Decimal
    measure: str
    exact: bool


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    for passage in scope.passages:
        text = scope.text(passage)
        if "%" not in text:
            continue
        for begin, end in sentences(text, semicolons=False):
            sentence = text[begin:end]
            for percent in _PERCENT.finditer(sentence):
                found = _judge(params, sentence, percent)
                if found is not None:
                    values, certain = found
                    at = sub(passage, begin + percent.start(), begin + percent.end())
                    yield Problem(at=at, values=values, certain=certain)


def _judge(params: Params, sentence: str, percent: re.Match[str]) -> tuple[dict[str, str], bool] | None:
    before = sentence[: percent.start()]
    rate = compiled(params.rate).search(before)
    if rate is None or compiled(params.growth).search(before[-16:]) or compiled(params.approx).search(before[-4:]):
        return None
    previous = [match.end() for match in _PERCENT.finditer(before)]
    start = max(previous[-1] if previous else 0, before.rfind("；") + 1)
    counts = _counts(before[start:])
    if previous and len(counts) < 2:
        return None
    if len(counts) < 2:
        return None
    part = counts[-1]
    whole = next((count for count in reversed(counts[:-1]) if count.measure == part.measure), None)
    if whole is None or not whole.exact or not part.exact or whole.number == 0 or part.number > whole.number:
        return None
    exact = part.number * 100 / whole.number
    if _agrees(exact, percent[1]):
        return None
    certain = _tied(rate["name"] or "", before[start:], whole, part)
    actual = exact.quantize(Decimal(1).scaleb(-max(decimals(percent[1]), 1)), rounding=ROUND_HALF_UP)
    values = {
        "stated": percent[1],
        "actual": f"{actual.normalize():f}",
        "part": f"{part.number:f}",
        "whole": f"{whole.number:f}",
    }
    return values, certain


def _counts(text: str) -> list[_Count]:
    return [
        _Count(
            match.start(),
            match.end(),
            value(match["digits"], match["unit"]),
            match["measure"][:1],
            not match["approx"],
        )
        for match in _COUNT.finditer(text)
        if not match["measure"].startswith(("年", "月", "日", "时", "个百分"))
    ]


def _agrees(exact: Decimal, printed: str) -> bool:
    """Rounded or cut off at the printed decimals."""
    step = Decimal(1).scaleb(-decimals(printed))
    stated = Decimal(printed)
    return stated in (exact.quantize(step, rounding=ROUND_HALF_UP), exact.quantize(step, rounding=ROUND_DOWN))


def _tied(name: str, text: str, whole: _Count, part: _Count) -> bool:
    """The rate's name stands at the part, between the two counts or right behind it: 成功239件，…成功率."""
    if len(name) < 2:
        return part.end >= len(text) - 4 and whole.end <= part.start  # 其中女性12人，占30%
    near = text[whole.end :]
    return any(name[i : i + 2] in near[: len(near)] for i in range(len(name) - 1)) and (
        near.find(name[-2:]) < len(near) - len(name) or name[-2:] in text[part.end - whole.end :]
    )
