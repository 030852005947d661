"""检查百分比与旁边的两个数是否相符（按所写小数位四舍五入）。

为什么：条例第二十条（四）数字准确。只有前面两个同单位的数、其中一个由“率”前的词点明时才断定；没有点明而相差很小的待核；否则不说。
参数：rate 百分比前的名目（命名组 name）；after 百分比后的概数标记；other 不由旁边的数算出来的率；among 引出分项的词；
change 由多少变到多少、变了百分之几（命名组 before、after）；grown 比多少增减了多少、百分之几（命名组 before、by）；
approx 概数标记；growth 表示增减的词，有则不查。
消息可用的占位：{stated} 所写 {actual} 应为 {part} 分子 {whole} 分母。
例：“调解200件，成功150件，成功率85%”应为75%
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from checker.rules.base import Problem, Scope, sub
from checker.text.counts import Count, find_counts
from checker.text.numerals import decimals
from checker.text.patterns import compiled
from checker.text.sentences import sentences

NAME = "ratio"
_REGEX = {"type": "string", "format": "regex"}
PARAMS = {
    "rate": {**_REGEX, "description": "紧靠百分比前的名目，命名组 name 是“率”前的词"},
    "approx": {**_REGEX, "description": "概数标记"},
    "after": {**_REGEX, "default": "", "description": "紧靠百分比后的概数标记"},
    "among": {**_REGEX, "default": "", "description": "引出分项的词"},
    "change": {**_REGEX, "default": "", "description": "由多少变到多少、变了百分之几：命名组 before、after"},
    "grown": {**_REGEX, "default": "", "description": "比多少增减了多少、百分之几：命名组 before、by"},
    "other": {**_REGEX, "default": "", "description": "不由旁边的数算出来的率（满意率等）"},
    "growth": {**_REGEX, "description": "表示增减的词"},
}
VALUES = ("stated", "actual", "part", "whole")
VARIANTS = ()
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_NEAR = 6  # percentage points
_CLAUSE = re.compile("[，、。；：]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    rate: str
    approx: str
    growth: str
    after: str = ""
    among: str = ""
    other: str = ""
    change: str = ""
    grown: str = ""


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    for passage in scope.passages:
        text = scope.text(passage)
        if "%" not in text:
            continue
        for begin, end in sentences(text, semicolons=False):
            sentence = text[begin:end]
            for percent in _PERCENT.finditer(sentence):
                found = _judge(params, sentence, percent) or _changed(params, sentence, percent)
                if found:
                    at = sub(passage, begin + percent.start(), begin + percent.end())
                    yield Problem(at=at, values=found[0], certain=found[1])


def _judge(params: Params, sentence: str, percent: re.Match[str]) -> tuple[dict[str, str], bool] | None:
    """What is wrong with one percentage, and whether that is certain; None unless two counts stand before it."""
    before = sentence[: percent.start()]
    rate = compiled(params.rate).search(before)
    if rate is None or compiled(params.growth).search(before[-16:]) or compiled(params.approx).search(before[-4:]):
        return None
    if params.after and compiled(params.after).match(sentence[percent.end() :]):
        return None
    start = max((match.end() for match in _PERCENT.finditer(before)), default=0)
    text = before[start : rate.start()] if rate["name"] is None else before[start:]
    counts = find_counts(text)
    pair = _pair((rate["name"] or "")[-2:], text, counts, params.among)
    certain = pair is not None and "；" not in text[pair[0].end : pair[1].start]
    if pair is None and not (params.other and compiled(params.other).search(rate["name"] or "")):
        pair = _near_pair(counts, Decimal(percent[1]))
    if pair is None:
        return None
    whole, part = pair
    if any(_agrees(one.number * 100 / other.number, percent[1]) for one in counts for other in counts if other.number):
        return None  # it is the ratio of two other counts
    exact = part.number * 100 / whole.number
    actual = exact.quantize(Decimal(1).scaleb(-max(decimals(percent[1]), 1)), rounding=ROUND_HALF_UP)
    values = {
        "stated": percent[1],
        "actual": f"{actual.normalize():f}",
        "part": f"{part.number:f}",
        "whole": f"{whole.number:f}",
    }
    return values, certain


def _changed(params: Params, sentence: str, percent: re.Match[str]) -> tuple[dict[str, str], bool] | None:
    """由412次减少到286次，下降34.6%; 较上年的36件增加9件，增长25%: the change over the first number."""
    for pattern, second in ((params.change, "after"), (params.grown, "by")):
        match = compiled(pattern).search(sentence[: percent.end()]) if pattern else None
        if match is not None and match.end() == percent.end():
            before = Decimal(match["before"])
            change = abs(before - Decimal(match["after"])) if second == "after" else Decimal(match["by"])
            break
    else:
        return None
    if not before or not change:
        return None
    exact = change * 100 / before
    if _agrees(exact, percent[1]):
        return None
    actual = exact.quantize(Decimal(1).scaleb(-max(decimals(percent[1]), 1)), rounding=ROUND_HALF_UP)
    values = {"stated": percent[1], "actual": f"{actual.normalize():f}"}
    return values | {"part": f"{change:f}", "whole": f"{before:f}"}, True


def _pair(name: str, text: str, counts: list[Count], among: str) -> tuple[Count, Count] | None:
    """Whole and part: the part is the count that the rate's own word names (成功 … 239件 … 成功率).

    Without a word (占30%) there must be just two counts of one measure.
    """
    if name:
        named = [i for i, count in enumerate(counts) if _names(name, text, count)]
        if len(named) != 1 or named[0] == 0:
            return None
        part = counts[named[0]]
        whole = _whole(counts[: named[0]], part, text, among)
    else:
        alike = [count for count in counts if count.measure == counts[-1].measure]
        if len(alike) != 2 or len(text) - alike[1].end > 12:
            return None
        whole, part = alike
    fits = whole.measure == part.measure and whole.exact and part.exact and whole.number
    return (whole, part) if fits and part.number <= whole.number else None


def _whole(before: list[Count], part: Count, text: str, among: str) -> Count:
    """The count before the part; where that one belongs to a breakdown (其中…), the total that was broken down."""
    for count in reversed(before):
        if count.measure == part.measure and count.number >= part.number:
            between = text[count.end : part.start]
            return count if count is before[-1] or (among and compiled(among).search(between)) else before[-1]
    return before[-1]


def _near_pair(counts: list[Count], stated: Decimal) -> tuple[Count, Count] | None:
    """The last two counts, when their ratio misses the stated one by so little that it must be meant."""
    if len(counts) < 2 or stated >= 100:
        return None
    whole, part = counts[-2:]
    fits = whole.measure == part.measure and whole.exact and part.exact and 0 < part.number <= whole.number
    return (whole, part) if fits and abs(part.number * 100 / whole.number - stated) <= _NEAR else None


def _names(name: str, text: str, count: Count) -> bool:
    """The word stands right before the number (within its clause), or right behind the measure."""
    before = _CLAUSE.split(text[: count.start])[-1][-10:]
    behind = _CLAUSE.split(text[count.end :])[0][:6]
    return all(char in before for char in name) or name in behind  # 网上办理, 网办率


def _agrees(exact: Decimal, printed: str) -> bool:
    """Rounded or cut off at the printed decimals."""
    step = Decimal(1).scaleb(-decimals(printed))
    stated = Decimal(printed)
    return stated in (exact.quantize(step, rounding=ROUND_HALF_UP), exact.quantize(step, rounding=ROUND_DOWN))
