"""检查“共……其中……其余……”的分项相加是否等于总数。

为什么：条例第二十条（四）数字准确。带“余、多、约”的是概数，不查；只说“其中”而不说“其余”的可能只列了一部分，
分项之和超过总数才断定，少于总数的待核。
参数：whole 总数的写法；among 引出分项的词；rest 表示列全了的词；approx 概数标记；skip 分项里不算的写法。
消息可用的占位：{whole} 总数 {sum} 分项之和 {parts} 各分项。
例：“共调解30件，其中邻里纠纷12件，其余20件为土地纠纷。”
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.rules.base import Problem, Scope, sub
from checker.text.numerals import value
from checker.text.patterns import compiled
from checker.text.sentences import sentences

NAME = "total"
_REGEX = {"type": "string", "format": "regex"}
PARAMS = {
    "among": {**_REGEX, "description": "引出分项的词"},
    "rest": {**_REGEX, "description": "表示分项列全了的词"},
    "approx": {**_REGEX, "description": "数字前的概数标记"},
    "skip": {**_REGEX, "description": "分项之前若有这些词，就不是这个总数的分项"},
}
VALUES = ("whole", "sum", "parts")
VARIANTS = ()
_COUNT = re.compile(
    r"(?<![\d.])(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>[万亿]?)(?P<approx>[余多]?)(?P<measure>[一-鿿]{1,2})(?![率])"
)


_NEAR = 30  # characters between a total and 其中


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    among: str
    rest: str
    approx: str
    skip: str


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    for passage in scope.passages:
        text = scope.text(passage)
        for begin, end in sentences(text, semicolons=False):
            sentence = text[begin:end]
            among = compiled(params.among).search(sentence)
            if among is None:
                continue
            found = _judge(params, sentence, among.start(), among.end())
            if found is not None:
                start, stop, values, certain = found
                yield Problem(at=sub(passage, begin + start, begin + stop), values=values, certain=certain)


def _judge(params: Params, sentence: str, among: int, behind: int) -> tuple[int, int, dict[str, str], bool] | None:
    tail = _until_semicolon(sentence, behind)
    before = [match for match in _COUNT.finditer(sentence[:among]) if _is_count(match)]
    if not before:
        return None
    measure = before[-1]["measure"][0]
    wholes = [match for match in before if match["measure"][0] == measure and among - match.end() <= _NEAR]
    parts = [match for match in _COUNT.finditer(tail) if match["measure"][0] == measure and _is_count(match)]
    if not wholes or len(parts) < 2 or any(match["approx"] for match in [*wholes, *parts]):
        return None
    heard = [sentence[max(0, match.start() - 4) : match.start()] for match in wholes]
    heard += [tail[max(0, match.start() - 4) : match.start()] for match in parts]
    between = sentence[wholes[0].end() : among] + tail[: parts[-1].end()]
    if any(compiled(params.approx).search(text) for text in heard) or compiled(params.skip).search(between):
        return None
    return _compare(params, sentence[among : behind + parts[-1].end()], wholes, parts)


def _compare(
    params: Params, listed: str, wholes: list[re.Match[str]], parts: list[re.Match[str]]
) -> tuple[int, int, dict[str, str], bool] | None:
    """The parts are held against every total they may belong to; the largest one is named."""
    numbers = [value(match["digits"], match["unit"]) for match in parts]
    totals = [value(match["digits"], match["unit"]) for match in wholes]
    sums = {sum(numbers[:length], Decimal(0)) for length in range(2, len(numbers) + 1)}
    if sums & set(totals):
        return None  # what follows belongs to something else
    whole = max(zip(totals, wholes, strict=True), key=lambda pair: pair[0])
    stated, total = whole[0], sum(numbers, Decimal(0))
    complete = compiled(params.rest).search(listed) is not None
    if total < stated and not complete and total * 10 < stated * 7:
        return None  # 其中: only some of them
    values = {
        "whole": f"{stated:f}",
        "sum": f"{total:f}",
        "parts": "＋".join(f"{number:f}" for number in numbers),
    }
    return whole[1].start(), whole[1].end(), values, complete or total > stated


def _until_semicolon(sentence: str, start: int) -> str:
    stop = sentence.find("；", start)
    return sentence[start : stop if stop > 0 else len(sentence)]


def _is_count(match: re.Match[str]) -> bool:
    return match["measure"][0] not in "年月日时点分%"
