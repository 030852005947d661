"""检查成文日期：写法（format）、是否存在（invalid）、与年度是否相符（window）、是否逾期（late）。

为什么：GB/T 9704—2012 7.3.5.4（阿拉伯数字、年月日齐全、月日不编虚位）；督察工作规定年度报告章（3月1日前）。
参数：check；earliest、latest、deadline 形如 {year+1}-03-01。
消息可用的占位：{written} 原文 {right} 应写成 {deadline} 期限 {late} 逾期天数。
变体（format）：leading-zero、han、marks、incomplete、spaces。
例：{kind: date, in: date, check: late, deadline: '{year+1}-03-01'}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checker.rules.base import Problem, Scope
from checker.text.dates import Fault
from checker.text.wording import day

NAME = "date"
PARAMS = {
    "check": {"enum": ["format", "invalid", "window", "late"], "description": "检查什么"},
    "earliest": {"type": "string", "default": "", "description": "最早日期，如 {year}-12-01"},
    "latest": {"type": "string", "default": "", "description": "最晚日期，如 {year+1}-12-31"},
    "deadline": {"type": "string", "default": "", "description": "报送期限，如 {year+1}-03-01"},
}
VALUES = ("written", "right", "deadline", "late")
VARIANTS = ("leading-zero", "han", "marks", "first", "incomplete", "spaces")
_OFFSET = re.compile(r"\{year(?:\+(\d+))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    check: str
    earliest: str = ""
    latest: str = ""
    deadline: str = ""


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    signed = scope.structure.date
    if signed is None or not scope.passages:
        return
    at = scope.passages[0]
    values = {"written": signed.text}
    if params.check == "format":
        # a date with signs to be replaced (2026年×月×日) is a placeholder, which has a rule of its own
        to_fill = any(sign in signed.text for sign in "×Xx_")
        if signed.fault in VARIANTS and signed.fault != Fault.SPACES and not to_fill:
            fix = day(signed.value) if signed.value else None
            yield Problem(at=at, variant=signed.fault, values=values | {"right": fix or ""}, fix=fix)
    elif params.check == "invalid":
        if signed.fault == Fault.IMPOSSIBLE:
            yield Problem(at=at, values=values)
    elif signed.value is not None and scope.year is not None:
        earliest, latest = _date(params.earliest, scope.year), _date(params.latest, scope.year)
        inside = (earliest is None or earliest <= signed.value) and (latest is None or signed.value <= latest)
        deadline = _date(params.deadline, scope.year)
        if params.check == "window" and not inside:
            yield Problem(at=at, values=values)
        elif params.check == "late" and inside and deadline is not None and signed.value > deadline:
            late = str((signed.value - deadline).days)
            yield Problem(at=at, values=values | {"deadline": day(deadline), "late": late})


def _date(text: str, year: int) -> date | None:
    if not text:
        return None
    return date.fromisoformat(_OFFSET.sub(lambda match: str(year + int(match[1] or 0)), text))
