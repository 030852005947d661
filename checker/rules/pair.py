"""检查成对的标点是否配对：《》“”（）。

一对标点跨了相邻两段、合起来是配对的，不算；序号“1）”不算；括号在转换中丢失的文本不查括号。
参数：pairs 成对的标点。
消息可用的占位：{mark} 没有配对的标点。
例：{kind: pair, in: text, pairs: ['《》', '“”', '（）']}
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from checker.model.structure import Passage
from checker.rules.base import Problem, Scope
from checker.text.numbering import parse_number

NAME = "pair"
PARAMS = {
    "pairs": {"type": "array", "items": {"type": "string", "minLength": 2, "maxLength": 2}, "description": "成对标点"}
}
VALUES = ("mark",)
VARIANTS = ()
_OPENING = "《“（"
_CONTEXT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    pairs: tuple[str, ...]


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    for pair in params.pairs:
        opening, closing = pair[0], pair[1]
        if closing == "）" and scope.structure.condition.brackets_lost:
            continue
        lone = list(_lone(scope, opening, closing))
        for (block, mark), places in groupby(lone, key=lambda place: (place[0], place[2])):
            yield _problem(scope, block, [at for _, at, _ in places], mark)


def _lone(scope: Scope, opening: str, closing: str) -> Iterator[tuple[int, int, str]]:
    """Block, offset and mark of everything unpaired; a pair may begin in one passage and end in the next."""
    pending: tuple[int, int] | None = None  # an opening mark of the passage before, still waiting
    for passage in scope.passages:
        text = scope.text(passage)
        skip = _number_length(text) if passage.start == 0 else 0
        lone_open, lone_close = _unpaired(text, opening, closing, skip)
        if pending is not None:
            if lone_close and not lone_open:
                lone_close = lone_close[1:]
            else:
                yield *pending, opening
            pending = None
        yield from ((passage.block, passage.start + at, closing) for at in lone_close)
        yield from ((passage.block, passage.start + at, opening) for at in lone_open[:-1])
        if lone_open:
            pending = (passage.block, passage.start + lone_open[-1])
    if pending is not None:
        yield *pending, opening


def _number_length(text: str) -> int:
    number = parse_number(text)
    return number.length if number else 0


def _unpaired(text: str, opening: str, closing: str, skip: int) -> tuple[list[int], list[int]]:
    """Offsets of opening and closing marks without a partner."""
    waiting: list[int] = []
    lone: list[int] = []
    for at in range(skip, len(text)):
        if text[at] == opening:
            waiting.append(at)
        elif text[at] == closing:
            if waiting:
                waiting.pop()
            elif not (closing == "）" and at and text[at - 1].isdigit()):
                lone.append(at)
    return waiting, lone


def _problem(scope: Scope, block: int, places: list[int], mark: str) -> Problem:
    text, at = scope.structure.readings[block].text, places[0]
    if mark in _OPENING:
        place = Passage(block=block, start=at, end=min(len(text), at + _CONTEXT))
    else:
        place = Passage(block=block, start=max(0, at - _CONTEXT + 1), end=at + 1)
    return Problem(at=place, values={"mark": mark}, count=len(places))
