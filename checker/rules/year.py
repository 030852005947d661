"""检查年度：正文事实的年份（body）、标题的年份（heading）、相对年份（relative）。

为什么：条例第二十条（四）时间准确。文件、规划名称和文号里的年份，“××年以来”、比较、下一年度部分的年份都不算。
参数：check；exempt 放过的写法（年份前后，正则）；future 表示将来的词；
lead 小句里年份之前的字；done 表示已完成的词；words 相对年份的词。
消息可用的占位：{found} 出现的年份 {year} 报告年度。
变体：later 晚于报告年度；earlier 早于报告年度。
例：{kind: year, in: body, check: body}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.structure import Passage
from checker.rules.base import Problem, Scope, sub
from checker.text.patterns import compiled
from checker.text.sentences import clause, sentence_at

NAME = "year"
_REGEX = {"type": "string", "format": "regex", "default": ""}
PARAMS = {
    "check": {"enum": ["body", "heading", "relative"], "description": "检查什么"},
    "exempt": {**_REGEX, "description": "年份所在小句有这些词则放过"},
    "compare": {**_REGEX, "description": "年份所在的句子有这些词则放过（比较、历史）"},
    "relative": {**_REGEX, "description": "与上一年相比的分句：说的仍是本年度，不算比较"},
    "future": {**_REGEX, "description": "表示将来的词"},
    "lead": {**_REGEX, "description": "小句开头、年份之前的字"},
    "done": {**_REGEX, "description": "紧跟年份、表示已完成的词"},
    "sure": {**_REGEX, "description": "紧跟年份、说的一定是当年工作的词"},
    "words": {**_REGEX, "description": "相对年份的词"},
}
VALUES = ("found",)
VARIANTS = ("later", "earlier")
_YEAR = re.compile(r"(?<![\d〔（(\[—–～~至-])(20[0-4]\d)年(?!代)")
_NAMED = re.compile(r"《[^《》]*》|“[^“”]{0,40}”|〔[^〔〕]*〕|（[^（）]*\d{4}[—–～~至-]\d{4}[^（）]*）")
_MONTH = re.compile(r"(\d{1,2})月")
_RANGE = re.compile(r"\d{4}年?[—–～~至-]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    check: str
    exempt: str = ""
    compare: str = ""
    relative: str = ""
    future: str = ""
    lead: str = ""
    done: str = ""
    sure: str = ""
    words: str = ""


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    if params.check == "relative":
        yield from _relative(params, scope)
    elif scope.year is not None:
        judge = _heading if params.check == "heading" else _body
        yield from judge(params, scope, scope.year)


def _years(text: str) -> Iterator[tuple[int, int, int]]:
    """Year, start and end of every “20××年” that is no part of a name, a document number or a range."""
    names = [match.span() for match in _NAMED.finditer(text)]
    for match in _YEAR.finditer(text):
        if any(start <= match.start() < end for start, end in names) or _RANGE.search(text[: match.start()]):
            continue
        yield int(match[1]), match.start(), match.end()


def _heading(params: Params, scope: Scope, year: int) -> Iterator[Problem]:
    top = min((heading.level for heading in scope.structure.headings), default=1)
    for heading in scope.structure.headings:
        part = scope.part_at(heading.block)
        if not part:
            continue
        future = scope.is_future(heading.block)
        shared = sum(heading in place.headings for place in scope.alignment.places) > 1
        for found, _, _ in _years(heading.words):
            wrong = (found <= year if heading.level == top else False) if future else found != year
            if wrong and not shared and not _is(params.exempt, heading.words):
                variant = "later" if found > year else "earlier"
                at = Passage(block=heading.block, start=heading.start, end=heading.end)
                # next year over a heading that names no part: a plan, most likely, in words that nobody foresaw
                named = heading.level > top or any(heading in place.headings for place in scope.alignment.places)
                certain = named or found != year + 1
                yield Problem(at=at, variant=variant, values={"found": str(found)}, certain=certain)
                break


def _body(params: Params, scope: Scope, year: int) -> Iterator[Problem]:
    heads = {heading.block: heading for heading in scope.structure.headings}
    for passage in scope.passages:
        if scope.is_future(passage.block):
            continue
        text = scope.text(passage)
        skip = heads[passage.block].end - passage.start if passage.block in heads else 0
        for found, start, end in _years(text):
            if found == year or start < skip or _is_lately(scope, found, text[end : end + 6]):
                continue
            problem = _fact(params, text, found, start, end, year)
            if problem is not None:
                certain, variant = problem
                stop = min(clause(text, end)[1], end + 10)
                yield Problem(
                    at=sub(passage, start, max(stop, end)),
                    variant=variant,
                    certain=certain,
                    values={"found": str(found)},
                )


def _is_lately(scope: Scope, found: int, behind: str) -> bool:
    """A day of the new year before the report was signed: 2024年1月9日述法 in a report on 2023."""
    month = _MONTH.match(behind)
    if month is None or scope.year is None or found != scope.year + 1 or scope.signed is None:
        return False
    return (found, int(month[1])) <= (scope.signed.year, scope.signed.month)


def _fact(params: Params, text: str, found: int, start: int, end: int, year: int) -> tuple[bool, str] | None:
    """Whether the year dates an accomplished fact wrongly: (certain, variant)."""
    left, right = clause(text, start)
    begin, stop = sentence_at(text, start)
    near, sentence, after = text[left:right], text[begin:stop], text[end : end + 40]
    if _is(params.exempt, near) or _is(params.future, text[max(begin, start - 12) : min(stop, end + 40)]):
        return None
    told = compiled(params.relative).sub("", sentence) if params.relative else sentence
    if _is(params.compare, told) or f"{year}年" in sentence.replace(f"{found}年", "", 1):
        return None
    done, sure = _begins(params.done, after), _begins(params.sure, after)
    opening = start - left <= 4 or _is(params.lead, text[left:start])
    if found > year:
        return (done or sure or any(char.isdigit() for char in after), "later") if opening or done else None
    if opening and (done or sure):
        return sure, "earlier"
    return None


def _relative(params: Params, scope: Scope) -> Iterator[Problem]:
    hits: list[Passage] = []
    for passage in scope.passages:
        if not scope.is_future(passage.block):
            text = scope.text(passage)
            hits += [sub(passage, *match.span()) for match in compiled(params.words).finditer(text)]
    if hits:
        yield Problem(at=hits[0], count=len(hits))


def _is(pattern: str, text: str) -> bool:
    return bool(pattern) and compiled(pattern).search(text) is not None


def _begins(pattern: str, text: str) -> bool:
    return bool(pattern) and compiled(pattern).match(text) is not None
