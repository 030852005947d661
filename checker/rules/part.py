"""检查一个法定部分：有没有（missing）、是否单列（merged）、够不够长（thin）。

为什么：督察工作规定年度报告章规定了五项内容。部分写成哪种标题、在第几位，都不影响判断，只看状态。
参数：part 部分的 id；check 检查哪一项。
消息可用的占位：{name} 部分名称 {min} 最少字数 {actual} 实际字数 {line} 提及处行号 {mention} 提及的句子。
例：{kind: part, part: duty, check: merged}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.alignment import PartPlace, PartState
from checker.model.structure import Heading, Passage
from checker.rules.base import Problem, Scope

NAME = "part"
PARAMS = {
    "part": {"type": "string", "description": "部分的 id"},
    "check": {"enum": ["missing", "merged", "thin"], "description": "检查什么：有没有、是否单列、够不够长"},
}
VALUES = ("name", "min", "actual", "line", "mention")
VARIANTS = ()
_STANDING = (PartState.SEPARATE, PartState.SUBSECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    part: str
    check: str


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    part = next(known for known in scope.parts if known.id == params.part)
    place = scope.alignment.place(params.part)
    if place is None:
        return
    values = {"name": part.name, "min": str(part.min_chars), "actual": str(place.characters)}
    if params.check == "missing" and place.state is PartState.ABSENT:
        yield Problem(values=values, instead=_before_next(scope, params.part))
    elif params.check == "merged" and place.state is PartState.MERGED and place.mention is not None:
        line = scope.structure.document.position(place.mention.block, 0).line
        values |= {"line": str(line), "mention": scope.text(place.mention)}
        yield Problem(at=place.mention, values=values)
    elif params.check == "thin" and place.state in _STANDING and place.characters < part.min_chars:
        yield Problem(at=_heading(place), values=values)


def _heading(place: PartPlace) -> Passage:
    head: Heading = place.headings[0]
    return Passage(block=head.block, start=head.start, end=head.end)


def _before_next(scope: Scope, part: str) -> Passage | None:
    """A missing part should stand before the first heading of what follows it in the template, else at the end."""
    ids = [known.id for known in scope.parts]
    for later in ids[ids.index(part) + 1 :]:
        place = scope.alignment.place(later)
        if place is not None and place.headings:
            return Passage(block=place.headings[0].block, start=0, end=0)
    if not scope.structure.body:
        return None
    last = scope.structure.body[-1]
    end = len(scope.structure.readings[last].text)
    return Passage(block=last, start=end, end=end)
