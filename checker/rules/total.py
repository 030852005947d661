"""检查“共……其中……其余……”的分项相加是否等于总数。

为什么：条例第二十条（四）数字准确。带“余、多、约”的是概数，不查；只说“其中”而不说“其余”的可能只列了一部分，
分项之和超过总数才断定，少于总数的待核。
参数：whole 总数的写法；among 引出分项的词；rest 表示列全了的词；approx 概数标记；skip 分项里不算的写法；
nested 分项里有这些词，就不是并列的分项（审结、胜诉）；
summed 分项在前、总数在后时引出总数的词。
消息可用的占位：{whole} 总数 {sum} 分项之和 {parts} 各分项。
例：“共调解30件，其中邻里纠纷12件，其余20件为土地纠纷。”
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.rules.base import Problem, Scope, sub
from checker.text.counts import Count, find_counts
from checker.text.patterns import compiled
from checker.text.sentences import sentences

NAME = "total"
_REGEX = {"type": "string", "format": "regex"}
PARAMS = {
    "among": {**_REGEX, "description": "引出分项的词"},
    "rest": {**_REGEX, "description": "表示分项列全了的词"},
    "approx": {**_REGEX, "description": "数字前的概数标记"},
    "summed": {**_REGEX, "default": "", "description": "分项之后引出总数的词（合计）"},
    "nested": {**_REGEX, "default": "", "description": "分项里有这些词，就不是并列的分项"},
    "skip": {**_REGEX, "description": "分项之前若有这些词，就不是这个总数的分项"},
}
VALUES = ("whole", "sum", "parts")
VARIANTS = ()
_JOINTS = ("，", "、", "")
_NEAR = 30  # characters between a total and 其中


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    among: str
    rest: str
    approx: str
    skip: str
    nested: str = ""
    summed: str = ""


@dataclass(frozen=True, slots=True)
class _Mismatch:
    """From the total to the last of its parts, as offsets in the sentence."""

    start: int
    end: int
    values: dict[str, str]
    certain: bool


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    for passage in scope.passages:
        text = scope.text(passage)
        for begin, end in sentences(text, semicolons=False):
            sentence = text[begin:end]
            for found in _mismatches(params, sentence):
                yield Problem(
                    at=sub(passage, begin + found.start, begin + found.end), values=found.values, certain=found.certain
                )


def _mismatches(params: Params, sentence: str) -> Iterator[_Mismatch]:
    among = compiled(params.among).search(sentence)
    found = _judge(params, sentence, among.start(), among.end()) if among else None
    if found is not None:
        yield found
    if params.summed:
        for match in compiled(params.summed).finditer(sentence):
            after = _summed(params, sentence, match.start(), match.end())
            if after is not None:
                yield after


def _summed(params: Params, sentence: str, start: int, end: int) -> _Mismatch | None:
    """Parts first, then the total: 甲46起、乙5起、丙3起，合计56起."""
    counts = find_counts(sentence)
    whole = next((count for count in counts if count.start == end), None)
    if whole is None or not whole.exact:
        return None
    parts: list[Count] = []
    edge, certain = start, True
    for count in reversed([count for count in counts if count.end <= start]):
        between = sentence[count.end : edge]
        listed = between in _JOINTS or between.startswith("、")
        if not (listed or between.startswith("，")) or compiled(params.among).search(between):
            break
        if count.measure != whole.measure or not count.exact:
            if listed:
                return None  # the list goes on with something counted otherwise
            break
        certain = certain and listed
        parts.insert(0, count)
        edge = count.start
    names = sentence[parts[0].start - 8 : start] if parts and parts[0].start >= 8 else sentence[:start]
    if len(parts) < 2 or (params.nested and compiled(params.nested).search(names)):
        return None
    total = sum((count.number for count in parts), Decimal(0))
    if total == whole.number:
        return None
    return _Mismatch(parts[0].start, whole.end, _values(whole, parts), certain)


def _judge(params: Params, sentence: str, among: int, behind: int) -> _Mismatch | None:
    tail = _until_semicolon(sentence, behind)
    before = find_counts(sentence[:among])
    if not before:
        return None
    measure = before[-1].measure
    wholes = [count for count in before if count.measure == measure and among - count.end <= _NEAR]
    parts = _side_by_side(params, tail, [count for count in find_counts(tail) if count.measure == measure])
    if not wholes or len(parts) < 2 or not all(count.exact for count in (*wholes, *parts)):
        return None
    heard = [sentence[max(0, count.start - 4) : count.start] for count in wholes]
    heard += [tail[max(0, count.start - 4) : count.start] for count in parts]
    between = sentence[wholes[0].end : among] + tail[: parts[-1].end]
    if any(compiled(params.approx).search(text) for text in heard) or compiled(params.skip).search(between):
        return None
    complete = compiled(params.rest).search(sentence[among : behind + parts[-1].end]) is not None
    names = {tail[max(0, count.start - 2) : count.start] for count in parts}
    return _compare(wholes, parts, behind, complete=complete, alike=len(names) == 1)


def _compare(wholes: list[Count], parts: list[Count], behind: int, *, complete: bool, alike: bool) -> _Mismatch | None:
    """The parts are held against every total they may belong to; the largest one is named.

    Parts that are not `complete` (其余) may overlap (持证18人、新进5人), unless they are called alike (…纠纷、…纠纷).
    """
    numbers = [count.number for count in parts]
    sums = {sum(numbers[:length], Decimal(0)) for length in range(2, len(numbers) + 1)}
    if sums & {count.number for count in wholes}:
        return None  # what follows belongs to something else
    whole = max(wholes, key=lambda count: count.number)
    total = sum(numbers, Decimal(0))
    if total < whole.number and not complete and total * 10 < whole.number * 7:
        return None  # 其中: only some of them
    if not complete and whole.number in numbers:
        return None  # 7件，其中听证2件、公示7件: what was done, not what there was
    certain = complete or (total > whole.number and alike)
    return _Mismatch(whole.start, behind + parts[-1].end, _values(whole, parts), certain)


def _values(whole: Count, parts: list[Count]) -> dict[str, str]:
    return {
        "whole": f"{whole.number:f}",
        "sum": f"{sum((count.number for count in parts), Decimal(0)):f}",
        "parts": "＋".join(f"{count.number:f}" for count in parts),
    }


def _side_by_side(params: Params, tail: str, counts: list[Count]) -> list[Count]:
    """The counts up to the first that counts something else again (审结、胜诉, 结案)."""
    edge = 0
    for number, count in enumerate(counts):
        if params.nested and compiled(params.nested).search(tail[edge : count.end]):
            return counts[:number]
        edge = count.end
    return counts


def _until_semicolon(sentence: str, start: int) -> str:
    stop = sentence.find("；", start)
    return sentence[start : stop if stop > 0 else len(sentence)]
