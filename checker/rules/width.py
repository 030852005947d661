"""检查中文之间的半角标点，每段一条；全文都是半角的，只记一条（多为抓取、转换所致）。

参数：marks 要查的半角标点。
变体：whole 全文半角；class 某种标点全文半角。
消息可用的占位：{marks} 出现的半角标点。
例：{kind: width, in: body, marks: ',;:()'}
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

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
_FULL = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    marks: str = ",;:()"


@dataclass(frozen=True, slots=True)
class _Hit:
    passage: Passage
    at: Passage  # the first mark and some characters before it
    marks: tuple[str, ...]


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    hits = [hit for passage in scope.passages if (hit := _hit(params, scope, passage)) is not None]
    if not hits:
        return
    total = sum(len(hit.marks) for hit in hits)
    if scope.structure.condition.halfwidth:
        edits = _edits(params, scope, hits, params.marks)
        yield Problem(at=hits[0].at, variant="whole", values={"marks": _printed(hits)}, count=total, edits=edits)
        return
    written = "".join(scope.written(passage) for passage in scope.passages)
    brackets = sum(mark in "()" for hit in hits for mark in hit.marks)
    others = params.marks
    if brackets >= _FOLD_FROM and written.count("（") + written.count("）") <= brackets // 10:
        first = next(hit.at for hit in hits if any(mark in "()" for mark in hit.marks))
        edits = _edits(params, scope, hits, "()")
        yield Problem(at=first, variant="class", values={"marks": "( )"}, count=brackets, edits=edits)
        others = "".join(mark for mark in params.marks if mark not in "()")
    for hit in hits:
        marks = tuple(mark for mark in hit.marks if mark in others)
        if marks:
            edits = _edits(params, scope, [hit], others)
            yield Problem(
                at=hit.at, values={"marks": _printed([replace(hit, marks=marks)])}, count=len(marks), edits=edits
            )


def _printed(hits: Iterable[_Hit]) -> str:
    return " ".join(sorted({mark for hit in hits for mark in hit.marks}))


def _hit(params: Params, scope: Scope, passage: Passage) -> _Hit | None:
    text = scope.written(passage)
    if not any(mark in text for mark in params.marks):
        return None
    found = [match.start() for match in _found(params, text, _begin(passage, text))]
    if not found:
        return None
    reading = scope.structure.readings[passage.block]
    base = reading.offsets[passage.start]
    at = next(i for i in range(passage.start, passage.end) if reading.offsets[i] - base >= found[0])
    place = Passage(block=passage.block, start=max(passage.start, at - 4), end=min(passage.end, at + 1))
    return _Hit(passage, place, tuple(text[start] for start in found))


def _begin(passage: Passage, text: str) -> int:
    """Behind the heading's number, whose brackets are another rule's business."""
    number = _NUMBER.match(text) if passage.start == 0 else None
    return number.end() if number else 0


def _found(params: Params, text: str, begin: int) -> Iterator[re.Match[str]]:
    pattern = compiled(
        rf"(?<=[{_WIDE}])[{re.escape(params.marks)}](?=[{_WIDE}\s]|$)|(?<=[{_WIDE}])\((?=\d)|(?<=\d)\)(?=[{_WIDE}])"
    )
    return pattern.finditer(text, begin)


def _edits(params: Params, scope: Scope, hits: Iterable[_Hit], only: str) -> tuple[tuple[Passage, str], ...]:
    """Full-width marks for those in `only`; a bracket only together with its partner."""
    edits: list[tuple[Passage, str]] = []
    for hit in hits:
        passage = hit.passage
        offsets = scope.structure.readings[passage.block].offsets
        text = scope.written(passage)
        places = {offsets[i] - offsets[passage.start]: i for i in range(passage.start, passage.end)}
        for at in _replaced(params, text, _begin(passage, text), only):
            if at in places:
                edits.append((Passage(block=passage.block, start=places[at], end=places[at] + 1), _FULL[text[at]]))
    return tuple(edits)


def _replaced(params: Params, text: str, begin: int, only: str) -> list[int]:
    """Offsets of the marks to replace; a mark beside a replaced one may become a hit, and is replaced with it."""
    done: set[int] = set()
    while True:
        wanted: set[int] = set()
        for match in _found(params, text, begin):
            if match[0] not in only or match[0] not in _FULL:
                continue
            partner = _partner(text, match.start(), begin) if match[0] in "()" else match.start()
            if partner is not None:
                wanted |= {match.start(), partner}
        wanted = {at for at in wanted if text[at] in _FULL}
        if not wanted:
            return sorted(done)
        done |= wanted
        text = "".join(_FULL[char] if at in wanted else char for at, char in enumerate(text))


def _partner(text: str, at: int, begin: int) -> int | None:
    """The other bracket of a pair, of either width; None when it stands alone."""
    waiting: list[int] = []
    for place in range(begin, len(text)):
        if text[place] in "(（":
            waiting.append(place)
        elif text[place] in ")）" and waiting:
            opening = waiting.pop()
            if at in (opening, place):
                return place if at == opening else opening
    return None
