"""检查中文之间的半角标点，每段一条；全文都是半角的，只记一条（多为抓取、转换所致）。

参数：marks 要查的半角标点。
变体：whole 全文半角；class 某种标点全文半角。
消息可用的占位：{marks} 出现的半角标点。
例：{kind: width, in: body, marks: ',;:()'}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.structure import Passage
from checker.rules.base import Problem, Scope
from checker.text.patterns import compiled

NAME = "width"
PARAMS = {"marks": {"type": "string", "default": ",;:()", "description": "要查的半角标点"}}
VALUES = ("marks",)
VARIANTS = ("whole", "class")
_WIDE = "\u3001\u3002\u300a\u300b\u201c\u201d\uff0c\uff1b\uff1a\uff08\uff09\u4e00-\u9fff"
_NUMBER = re.compile(r"^\s*[#*\s]*\((?:[一二三四五六七八九十]+|\d{1,2})\)")
_FOLD_FROM = 6  # marks of one class, all half-width: a habit of the copy, one finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    marks: str = ",;:()"


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    hits: list[tuple[Passage, list[str]]] = []
    for passage in scope.passages:
        found = _hits(params, scope, passage)
        if found:
            hits.append(found)
    if not hits:
        return
    total = sum(len(marks) for _, marks in hits)
    if scope.structure.condition.halfwidth:
        yield Problem(at=hits[0][0], variant="whole", values={"marks": _printed(hits)}, count=total)
        return
    written = "".join(scope.written(passage) for passage in scope.passages)
    brackets = sum(mark in "()" for _, marks in hits for mark in marks)
    if brackets >= _FOLD_FROM and written.count("（") + written.count("）") <= brackets // 10:
        first = next(at for at, marks in hits if any(mark in "()" for mark in marks))
        yield Problem(at=first, variant="class", values={"marks": "( )"}, count=brackets)
        hits = [(at, [mark for mark in marks if mark not in "()"]) for at, marks in hits]
    for at, marks in hits:
        if marks:
            yield Problem(at=at, values={"marks": _printed([(at, marks)])}, count=len(marks))


def _printed(hits: list[tuple[Passage, list[str]]]) -> str:
    return " ".join(sorted({mark for _, marks in hits for mark in marks}))


def _hits(params: Params, scope: Scope, passage: Passage) -> tuple[Passage, list[str]] | None:
    text = scope.written(passage)
    if not any(mark in text for mark in params.marks):
        return None
    number = _NUMBER.match(text) if passage.start == 0 else None
    begin = number.end() if number else 0
    pattern = compiled(
        rf"(?<=[{_WIDE}])[{re.escape(params.marks)}](?=[{_WIDE}\s]|$)|(?<=[{_WIDE}])\((?=\d)|(?<=\d)\)(?=[{_WIDE}])"
    )
    found = list(pattern.finditer(text, begin))
    if not found:
        return None
    reading = scope.structure.readings[passage.block]
    base = reading.offsets[passage.start]
    at = next(i for i in range(passage.start, passage.end) if reading.offsets[i] - base >= found[0].start())
    place = Passage(block=passage.block, start=max(passage.start, at - 4), end=min(passage.end, at + 1))
    return place, [match[0] for match in found]
