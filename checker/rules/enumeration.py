"""检查“一是……二是……”：有无缺漏重复（sequence）、分隔是否一致（separator）、与所报数目是否相符（count）。

一串列举可以跨段，也可以套在另一串里面；遇到标题重新开始。
参数：check；announce 报数的写法（正则，第1组是数）；subset 表示只列举一部分的词；
listed 报数后用顿号并列的一串名目。
消息可用的占位：{step} 出现的序次 {expected} 应为 {marks} 分隔符 {announced} 报了几项 {found} 实有几项。
变体（sequence）：skip 缺项、repeat 重复。
例：{kind: enumeration, in: body, check: sequence}
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.model.structure import Passage
from checker.rules.base import Problem, Scope
from checker.text.numerals import to_han, to_int
from checker.text.patterns import compiled

NAME = "enumeration"
PARAMS = {
    "check": {"enum": ["sequence", "separator", "count"], "description": "检查什么"},
    "step": {"type": "string", "format": "regex", "description": "序次的写法，命名组 n 是数，tail 是后缀"},
    "start": {"type": "string", "format": "regex", "description": "不在句首也算第一项的写法"},
    "announce": {"type": "string", "format": "regex", "default": "", "description": "报数的写法，命名组 n 是数"},
    "listed": {
        "type": "string",
        "format": "regex",
        "default": "",
        "description": "报数、冒号和一串名目：命名组 n、items",
    },
    "subset": {"type": "string", "format": "regex", "default": "", "description": "只列举一部分的词"},
}
VALUES = ("step", "expected", "marks", "announced", "found")
VARIANTS = ("skip", "repeat")
_NEAR = 24  # characters before the first item in which the number of items is announced


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    check: str
    step: str
    start: str
    announce: str = ""
    subset: str = ""
    listed: str = ""


@dataclass(slots=True)
class _Chain:
    tail: str
    steps: list[tuple[Passage, int, str]] = field(default_factory=list)  # place, ordinal, mark before it

    @property
    def last(self) -> int:
        return self.steps[-1][1]


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    problems: list[Problem] = []
    chains = _chains(params, scope, problems)
    if params.check == "sequence":
        yield from problems
    elif params.check == "separator":
        for chain in chains:
            yield from _separator(chain)
    else:
        for chain in chains:
            yield from _count(params, scope, chain)
        if params.listed:
            yield from _listed(params, scope)


def _chains(params: Params, scope: Scope, problems: list[Problem]) -> list[_Chain]:
    done: list[_Chain] = []
    heads = {heading.block: heading for heading in scope.structure.headings}
    stack: list[_Chain] = []
    recent = ""
    for passage in scope.passages:
        if passage.block in heads and passage.start == 0:
            stack, recent = [], ""
        text = scope.text(passage)
        for match in compiled(params.step).finditer(text):
            ordinal = to_int(match["n"])
            if ordinal is None or ordinal > 20:
                continue
            at = Passage(
                block=passage.block, start=passage.start + match.start("n"), end=passage.start + match.end("tail")
            )
            mark = text[match.start("n") - 1] if match.start("n") else "\n"
            begun = compiled(params.start).search(recent + text[: match.start()]) is not None
            stack = _take(stack, done, (at, ordinal, mark), match["tail"], begun, problems)
        recent = text
    return done


def _take(
    stack: list[_Chain],
    done: list[_Chain],
    step: tuple[Passage, int, str],
    tail: str,
    begun: bool,
    problems: list[Problem],
) -> list[_Chain]:
    """Put a step into the innermost chain that it continues; report it when it fits none."""
    at, ordinal, mark = step
    for depth in range(len(stack) - 1, -1, -1):
        # inside a paragraph nothing goes on that was left in another one for an inner row of items
        within = depth == len(stack) - 1 or mark == "\n" or stack[depth].steps[-1][0].block == at.block
        if stack[depth].last == ordinal - 1 and within:
            stack[depth].steps.append(step)
            return stack[: depth + 1]
    if ordinal != 1 and not (not stack and begun):
        expected = stack[-1].last + 1 if stack else 1
        variant = "repeat" if stack and ordinal <= stack[-1].last else "skip"
        lead = "其" if tail[0] in "，：" else ""  # 其一，…
        values = {
            "step": f"{lead}{to_han(ordinal)}{tail}".rstrip("，："),
            "expected": f"{lead}{to_han(expected)}{tail}".rstrip("，："),
        }
        problems.append(Problem(at=at, variant=variant, values=values))
        if stack and variant == "skip":
            stack[-1].steps.append(step)
            return stack
        if stack and variant == "repeat":
            return stack
    chain = _Chain(tail, [step])
    done.append(chain)
    return [*stack, chain]


def _separator(chain: _Chain) -> Iterator[Problem]:
    inner = [(at, mark) for at, ordinal, mark in chain.steps if ordinal > 1 and mark != "\n"]
    marks = sorted({mark for _, mark in inner})
    if len(marks) > 1:
        usual = max(marks, key=lambda mark: sum(mark == other for _, other in inner))
        odd = next(at for at, mark in inner if mark != usual)
        yield Problem(at=odd, values={"marks": "".join(marks)})


def _count(params: Params, scope: Scope, chain: _Chain) -> Iterator[Problem]:
    """“五个方面：一是…” with four items; only where the number stands just before, in this line or the one above."""
    if not params.announce or chain.steps[0][1] != 1:
        return
    block, before = _before(scope, chain.steps[0][0])
    near = max(len(before) - _NEAR, 0)
    found = list(compiled(params.announce).finditer(before[near:]))
    sentence = before[max(before.rfind(mark) for mark in "。；！？") + 1 :]
    if not found or (params.subset and compiled(params.subset).search(sentence)):
        return
    announced = to_int(found[-1]["n"])
    if announced is not None and announced >= 2 and announced != len(chain.steps):
        start, end = (near + at for at in found[-1].span())
        values = {"announced": str(announced), "found": str(len(chain.steps))}
        yield Problem(at=Passage(block=block, start=start, end=end), values=values, certain=False)


def _before(scope: Scope, first: Passage) -> tuple[int, str]:
    """The words before the first item and their block; where it begins a line, those above that end with a colon."""
    before = scope.structure.readings[first.block].text[: first.start]
    body = scope.structure.body
    place = body.index(first.block) if not before and first.block in body else 0
    if place:
        above = scope.structure.readings[body[place - 1]].text
        if above.endswith("："):  # 以下五个方面工作： ⏎ 一是…
            return body[place - 1], above
    return first.block, before


def _listed(params: Params, scope: Scope) -> Iterator[Problem]:
    """“五个方面工作：甲、乙、丙、丁”: as many names as announced."""
    for passage in scope.passages:
        text = scope.text(passage)
        for match in compiled(params.listed).finditer(text):
            announced, found = to_int(match["n"]), match["items"].count("、") + 1
            if announced is None or announced < 2 or announced == found:
                continue
            if params.subset and compiled(params.subset).search(match[0]):
                continue
            values = {"announced": str(announced), "found": str(found)}
            at = Passage(
                block=passage.block, start=passage.start + match.start("n"), end=passage.start + match.end("items")
            )
            yield Problem(at=at, values=values, certain=False)
