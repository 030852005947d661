"""检查层次序数：是否连续（sequence），写法是否规范（style）。

为什么：GB/T 9704—2012 7.3.3——层次序数依次用“一、”“（一）”“1.”“（1）”。
参数：check。
消息可用的占位：{number} 序数 {expected} 应为 {style} 写法 {right} 规范写法。
变体（sequence）：skip 跳号、repeat 重号、backward 倒号。
例：{kind: numbering, in: body, check: sequence}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.structure import Passage
from checker.rules.base import Problem, Scope
from checker.text.numbering import SHAPES, Family, Number, parse_number
from checker.text.numerals import to_han

NAME = "numbering"
PARAMS = {"check": {"enum": ["sequence", "style"], "description": "检查什么"}}
VALUES = ("number", "expected", "style", "right")
VARIANTS = ("skip", "repeat", "backward")
_INLINE = re.compile(r"(?<=[。；：，）])(\d{1,2})[、.](?!\d)")
_SURE = "、.．）"  # marks in whose place the right one can stand without a look at the sense
_HAN_FAMILIES = (Family.PART, Family.HAN, Family.HAN_BRACKET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    check: str


@dataclass(frozen=True, slots=True)
class _Line:
    number: Number | None
    level: int
    block: int
    end: int
    heading: bool
    inline: tuple[int, ...]


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    lines = list(_lines(scope))
    yield from _style(lines, scope) if params.check == "style" else _sequence(lines, scope)


def _lines(scope: Scope) -> Iterator[_Line]:
    heads = {heading.block: heading for heading in scope.structure.headings}
    for block in scope.structure.body:
        text = scope.structure.readings[block].text
        number, head = parse_number(text), heads.get(block)
        if number is None and head is None:
            continue
        end = head.end if head else min(len(text), (number.length if number else 0) + 12)
        level = head.level if head else number.level if number else 9
        inline = tuple(int(match[1]) for match in _INLINE.finditer(text))
        yield _Line(number, level, block, end, head is not None, inline)


def _sequence(lines: list[_Line], scope: Scope) -> Iterator[Problem]:
    lost = Family.HAN_BRACKET if scope.structure.condition.brackets_lost else None
    last: dict[int, tuple[int, Family | None]] = {}
    for line in lines:
        if line.number is None:
            before = last.get(line.level)
            last = {level: seen for level, seen in last.items() if level < line.level}
            last[line.level] = (before[0] + 1 if before else 1, None)
            continue
        number = line.number
        before = last.get(line.level)
        problem = _problem(line, number, before)
        if problem is not None and not (number.family is lost and problem.variant == "skip"):
            yield problem
        last = {level: seen for level, seen in last.items() if level < line.level}
        last[line.level] = (max(number.ordinal, _inline_end(line, number)), number.family)


def _inline_end(line: _Line, number: Number) -> int:
    """1、… 2、… in one paragraph: the next paragraph may begin with 3、."""
    return line.inline[-1] if number.family is Family.ARABIC and line.inline else 0


def _problem(line: _Line, number: Number, before: tuple[int, Family | None] | None) -> Problem | None:
    expected = before[0] + 1 if before else 1
    if number.ordinal == expected:
        return None
    if before and before[1] is None and number.ordinal in (1, 2, before[0]):
        return None  # a heading without number stands before: it may or may not count
    if number.ordinal == 1:
        if not line.heading or line.level > 2 or before is None:
            return None  # lists of items start anew
        variant = "repeat" if before[0] == 1 else "backward"
    elif before is None:
        if line.level > 2:
            return None
        variant = "skip"
    elif before[1] is not None and before[1] is not number.family:
        return None
    else:
        variant = "repeat" if number.ordinal == before[0] else "skip" if number.ordinal > expected else "backward"
    shape = SHAPES[number.family]
    values = {"number": _printed(number, shape, number.ordinal), "expected": _printed(number, shape, expected)}
    return Problem(at=Passage(block=line.block, start=0, end=line.end), variant=variant, values=values)


def _printed(number: Number, shape: str, ordinal: int) -> str:
    return shape.format(to_han(ordinal) if number.family in _HAN_FAMILIES else ordinal)


def _style(lines: list[_Line], scope: Scope) -> Iterator[Problem]:
    irregular: dict[str, list[_Line]] = {}
    for line in lines:
        if line.number is None or line.number.regular:
            continue
        mark = scope.structure.readings[line.block].text[: line.number.length]
        if line.number.family in _HAN_FAMILIES[1:] and scope.structure.condition.brackets_lost:
            continue
        irregular.setdefault(f"{line.number.family}{mark[-1]}", []).append(line)
    for found in irregular.values():
        first = found[0]
        number = first.number
        assert number is not None
        text = scope.structure.readings[first.block].text
        values = {
            "style": text[: number.length],
            "right": _printed(number, SHAPES[number.family], number.ordinal),
        }
        end = min(first.end, number.length + 8)
        yield Problem(
            at=Passage(block=first.block, start=0, end=max(end, number.length)),
            values=values,
            count=len(found),
            edits=tuple(edit for line in found for edit in _edits(line, scope)),
        )


def _edits(line: _Line, scope: Scope) -> Iterator[tuple[Passage, str]]:
    """The number as the standard writes it; numbers that go on counting within the paragraph get the same mark."""
    number = line.number
    assert number is not None
    text = scope.structure.readings[line.block].text
    if text[number.length - 1] not in _SURE or text[number.length : number.length + 1].isdigit():
        return  # 1、2024年…: 1.2024年 would read as a figure
    right = _printed(number, SHAPES[number.family], number.ordinal)
    yield Passage(block=line.block, start=0, end=number.length), right
    if number.family is Family.ARABIC:
        expected = number.ordinal + 1
        for match in _INLINE.finditer(text):
            if int(match[1]) == expected:
                expected += 1
                if match[0] != f"{match[1]}.":
                    yield Passage(block=line.block, start=match.start(), end=match.end()), f"{match[1]}."
