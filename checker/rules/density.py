"""检查每千字有几个数字（日期、年份、文号、序号不算），少则事实不足。

参数：per_thousand 每千字至少几个；least 少于多少字不查。
消息可用的占位：{actual} 每千字几个 {figures} 共几个 {characters} 字数 {min} 至少几个。
例：{kind: density, in: achievements, per_thousand: 3}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from checker.model.structure import Passage
from checker.rules.base import Problem, Scope

NAME = "density"
PARAMS = {
    "per_thousand": {"type": "number", "minimum": 0, "description": "每千字至少几个数字"},
    "least": {"type": "integer", "minimum": 0, "default": 300, "description": "少于多少字不查"},
    "ignore": {
        "type": "array",
        "items": {"type": "string", "format": "regex"},
        "default": [],
        "description": "不算数字的写法（日期、年份、文号）",
    },
}
VALUES = ("actual", "figures", "characters", "min")
VARIANTS = ()
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    per_thousand: float
    least: int = 300
    ignore: tuple[str, ...] = ()


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    heads = {heading.block: heading for heading in scope.structure.headings}
    figures = characters = 0
    for passage in scope.passages:
        text = scope.text(passage)
        head = heads.get(passage.block)
        if head is not None and passage.start < head.end:
            text = text[len(head.number) :] if passage.start == 0 else text
        characters += len(text)
        for pattern in params.ignore:
            text = re.sub(pattern, "", text)
        figures += len(_FIGURE.findall(text))
    if characters >= params.least and figures * 1000 < params.per_thousand * characters:
        rate = (Decimal(figures) * 1000 / characters).quantize(Decimal("0.1"), rounding=ROUND_DOWN)
        values = {
            "actual": str(rate),
            "figures": str(figures),
            "characters": str(characters),
            "min": f"{params.per_thousand:g}",
        }
        yield Problem(at=_anchor(scope), values=values)


def _anchor(scope: Scope) -> Passage:
    first = scope.passages[0]
    for heading in scope.structure.headings:
        if heading.block == first.block or heading.block == first.block - 1:
            return Passage(block=heading.block, start=heading.start, end=heading.end)
    return Passage(block=first.block, start=first.start, end=min(first.end, first.start + 20))
