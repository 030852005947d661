"""检查文字里有没有（或必须有）某种写法。

参数：any 不应出现的写法（正则列表）；must 必须出现的写法；not 命中文字前后若符合则放过（在命中处所在的小句里找）；
raw 为真时查原文（不整理宽度和空白）；each 一处一条，否则每段一条；unless_halfwidth 全文标点为半角时不查；
variants 按正则给命中处定变体；future 为假时不查下一年度部分；edges 只查每个位置的开头或结尾。
消息可用的占位：{quote} 命中的文字。
例：{kind: pattern, in: body, any: ['(?<!\\d)[1-9]余'], tests: [...]}
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from checker.model.document import Span
from checker.model.structure import Passage
from checker.rules.base import Problem, Scope, sub
from checker.text.patterns import compiled
from checker.text.sentences import clause

NAME = "pattern"
_REGEXES = {"type": "array", "items": {"type": "string", "format": "regex"}, "default": []}
PARAMS = {
    "any": {**_REGEXES, "description": "不应出现的写法"},
    "must": {**_REGEXES, "description": "必须出现其中一种的写法"},
    "none": {**_REGEXES, "description": "命中处所在小句若有这些文字则放过"},
    "raw": {"type": "boolean", "default": False, "description": "查原文，不整理宽度和空白"},
    "each": {"type": "boolean", "default": False, "description": "一处一条；否则每段一条"},
    "once": {"type": "boolean", "default": False, "description": "全文一条"},
    "joined": {"type": "boolean", "default": False, "description": "全文一条，而且各处都标出"},
    "future": {"type": "boolean", "default": True, "description": "下一年度部分也查"},
    "last": {"type": "integer", "minimum": 0, "default": 0, "description": "只查最后几段；0 为全部"},
    "when": {
        "type": "object",
        "additionalProperties": {"type": "string", "format": "regex"},
        "default": {},
        "description": "变体名 → 命中文字符合的正则",
    },
}
VALUES = ()
VARIANTS: tuple[str, ...] = ("*",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    any: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    raw: bool = False
    each: bool = False
    once: bool = False
    joined: bool = False
    future: bool = True
    last: int = 0
    when: dict[str, str] = field(default_factory=dict)


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    passages = scope.passages[-params.last :] if params.last else scope.passages
    if params.must:
        whole = "".join(scope.text(passage) for passage in passages)  # a title may stand on several lines
        if passages and not any(compiled(pattern).search(whole) for pattern in params.must):
            yield Problem(at=passages[0], variant=_variant(params, whole))
        return
    hits = [hit for passage in passages for hit in _hits(params, scope, passage)]
    if params.each:
        yield from hits
    elif params.once:
        yield from _folded(hits, joined=params.joined)
    else:
        for _, group in groupby(hits, key=lambda hit: (hit.at.block if hit.at else -1, hit.variant)):
            yield from _folded(list(group))


def _folded(hits: list[Problem], *, joined: bool = False) -> Iterator[Problem]:
    if hits:
        more = tuple(hit.at for hit in hits[1:] if hit.at) if joined else ()
        yield Problem(at=hits[0].at, more=more, variant=hits[0].variant, count=len(hits))


def _hits(params: Params, scope: Scope, passage: Passage) -> Iterator[Problem]:
    if not params.future and scope.is_future(passage.block):
        return
    base, text = _raw(scope, passage) if params.raw else (0, scope.text(passage))
    found = sorted({match.span() for pattern in params.any for match in compiled(pattern).finditer(text)})
    taken = -1
    for start, end in found:
        if start < taken or (params.raw and _is_markup(scope, passage.block, base + start, base + end)):
            continue
        left, right = clause(text, start)
        near = text[left : max(right, end)]
        if any(compiled(pattern).search(near) for pattern in params.none):
            continue
        taken = end
        variant = _variant(params, text[start:end])
        if params.raw:
            written = Span(block=passage.block, start=base + start, end=base + end)
            yield Problem(at=_at(scope, passage, written), written=written, variant=variant)
        else:
            yield Problem(at=sub(passage, start, end), variant=variant)


def _raw(scope: Scope, passage: Passage) -> tuple[int, str]:
    """The words as the file has them, with what stands before the first and behind the last one of the line."""
    reading, block = scope.structure.readings[passage.block], scope.structure.document.blocks[passage.block]
    begin = reading.offsets[passage.start] if passage.start else 0
    end = len(block.text) if passage.end == len(reading.text) else reading.offsets[passage.end]
    return begin, block.text[begin:end]


def _is_markup(scope: Scope, block: int, start: int, end: int) -> bool:
    """The hit lies on the file's own markup (Markdown's `**`), which nobody sees on paper."""
    marks = scope.structure.document.blocks[block].marks
    return any(first < end and start < last for first, last in marks)


def _variant(params: Params, text: str) -> str:
    return next((name for name, pattern in params.when.items() if compiled(pattern).search(text)), "")


def _at(scope: Scope, passage: Passage, written: Span) -> Passage:
    """The characters of the reading that lie in a place of the file, else the one beside it."""
    offsets = scope.structure.readings[passage.block].offsets
    inside = [i for i in range(passage.start, passage.end) if written.start <= offsets[i] < written.end]
    if inside:
        return Passage(block=passage.block, start=inside[0], end=inside[-1] + 1)
    at = next((i for i in range(passage.start, passage.end) if offsets[i] >= written.start), passage.end)
    return Passage(block=passage.block, start=max(at - 1, 0), end=max(min(at, passage.end), 1))
