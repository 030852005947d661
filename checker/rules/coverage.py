"""统计某部分涉及了多少个参照主题（信息，不扣分）。

参数：part 部分的 id；below 少于几个时提示。
消息可用的占位：{hit} 涉及几个 {total} 共几个 {missing} 未涉及的主题。
例：{kind: coverage, part: duty, below: 12}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.alignment import PartState
from checker.model.structure import Passage
from checker.rules.base import Problem, Scope
from checker.text.patterns import compiled

NAME = "coverage"
PARAMS = {
    "part": {"type": "string", "description": "部分的 id"},
    "below": {"type": "integer", "minimum": 1, "description": "少于几个主题时提示"},
}
VALUES = ("hit", "total", "missing")
VARIANTS = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    part: str
    below: int


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    place = scope.alignment.place(params.part)
    if place is None or not place.headings or place.state is PartState.ABSENT or not scope.tables.topics:
        return
    text = "\n".join(scope.text(passage) for passage in place.passages)
    missed = [
        topic.title.partition("，")[0] for topic in scope.tables.topics if not compiled(topic.pattern).search(text)
    ]
    total = len(scope.tables.topics)
    if total - len(missed) < params.below:
        head = place.headings[0]
        values = {"hit": str(total - len(missed)), "total": str(total), "missing": "、".join(missed)}
        yield Problem(at=Passage(block=head.block, start=head.start, end=head.end), values=values)
