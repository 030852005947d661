"""检查某处是否提到了该提到的（至少一种写法）：原因、下一年度的年份、可核实的事实。

参数：any 至少要有一种的写法；none 先抹去的写法（它们不算）；jieba 的判断见 fact。
占位 {year}、{year+1} 可用于写法。
例：{kind: mention, in: plan, any: ['{year+1}年', 下一?年, 明年]}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.alignment import PartState
from checker.model.structure import Passage
from checker.rules.base import Problem, Scope
from checker.text.naming import means

NAME = "mention"
_REGEXES = {"type": "array", "items": {"type": "string"}, "default": []}
PARAMS = {
    "any": {**_REGEXES, "description": "至少要有一种的写法"},
    "none": {**_REGEXES, "description": "不算数的写法，先抹去"},
    "part": {"type": "string", "default": "", "description": "所查部分的 id；并入正文或缺失时不查"},
    "heading": {"type": "boolean", "default": True, "description": "部分的标题也算"},
}
VALUES = ()
VARIANTS = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    part: str = ""
    heading: bool = True


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    place = scope.alignment.place(params.part) if params.part else None
    if params.part and (place is None or place.state in (PartState.ABSENT, PartState.MERGED)):
        return
    years = {"{year}": scope.year, "{year+1}": scope.year + 1 if scope.year else None}
    wanted = tuple(_dated(pattern, years) for pattern in params.any)
    texts = [scope.text(passage) for passage in scope.passages]
    if place and params.heading:
        texts += [heading.words for heading in place.headings]
    if not texts or any(means(text, wanted, params.none) for text in texts):
        return
    if place and place.headings:
        head = place.headings[0]
        yield Problem(at=Passage(block=head.block, start=head.start, end=head.end))
    else:
        yield Problem(at=scope.passages[0])


def _dated(pattern: str, years: dict[str, int | None]) -> str:
    for name, year in years.items():
        pattern = pattern.replace(name, str(year) if year else r"20\d\d")
    return pattern
