"""检查全文字数（不计空白）是否在模板规定的范围内。

参数：min 最少字数；max 最多字数（给出其一）。
消息可用的占位：{actual} 实际字数 {min} {max}。
例：{kind: length, in: body, min: 800}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.rules.base import Problem, Scope

NAME = "length"
PARAMS = {
    "min": {"type": "integer", "minimum": 0, "default": 0, "description": "最少字数"},
    "max": {"type": "integer", "minimum": 0, "default": 0, "description": "最多字数；0 为不限"},
}
VALUES = ("actual", "min", "max")
VARIANTS = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    min: int = 0
    max: int = 0


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    actual = sum(passage.end - passage.start for passage in scope.passages)
    if actual < params.min or (params.max and actual > params.max):
        values = {"actual": str(actual), "min": str(params.min), "max": str(params.max)}
        yield Problem(instead=scope.passages[0] if scope.passages else None, values=values)
