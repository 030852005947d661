"""A regular expression as a small tree: what a check of its cost needs to know, and no more.

It is read by the parser of `re` itself, which is not part of its documented interface; the tests hold its shape.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

from checker.template.charset import BLANKS, DIGITS, EVERYTHING, WORD, Ranges, any_case, complement, union

UNBOUNDED = 10**9


@dataclass(frozen=True, slots=True)
class Chars:
    """One character out of a set."""

    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Sequence:
    nodes: "tuple[Tree, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    nodes: "tuple[Tree, ...]"


@dataclass(frozen=True, slots=True)
class Loop:
    """`body` from `least` to `most` times; UNBOUNDED is no limit."""

    least: int
    most: int
    body: "Tree"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Takes no character. `start` holds the match to few places (^, (?<=x)); `inner` is what a look-around tries."""

    start: bool = False
    inner: "Tree | None" = None


Tree = Chars | Sequence | Choice | Loop | Anchor


def walk(tree: Tree) -> Iterator[Tree]:
    """The tree and all below it, also what look-arounds try; a node before its inner ones."""
    yield tree
    match tree:
        case Sequence(nodes) | Choice(nodes):
            for node in nodes:
                yield from walk(node)
        case Loop(_, _, inner) | Anchor(_, inner) if inner is not None:
            yield from walk(inner)


@lru_cache(maxsize=4096)
def read_regex(pattern: str) -> Tree:
    """The tree of a pattern that compiles."""
    parser: Any = import_module("re._parser")
    parsed = parser.parse(pattern)
    return _sequence(parsed, parsed.state.flags)


def fixed_text(pattern: str) -> str:
    """The longest text that every match of the pattern contains, as far as can be told; "" if there is none."""
    best = run = ""
    for char in _spelled(read_regex(pattern)):
        run = run + char if char else ""
        best = run if len(run) > len(best) else best
    return best


def _spelled(tree: Tree) -> list[str]:
    """The certain characters of every match in a row, "" wherever something else may come between."""
    match tree:
        case Chars(ranges):
            single = len(ranges) == 1 and ranges[0][0] == ranges[0][1]
            return [chr(ranges[0][0]) if single else ""]
        case Sequence(nodes):
            return [char for node in nodes for char in _spelled(node)]
        case Loop(least, most, body) if least:
            return [*_spelled(body), *([] if most == 1 else [""])]
        case Anchor():
            return []
        case _:
            return [""]


def _sequence(parsed: Any, flags: int) -> Tree:
    return Sequence(tuple(_node(str(op), value, flags) for op, value in parsed))


def _node(op: str, value: Any, flags: int) -> Tree:
    match op:
        case "LITERAL":
            return Chars(_cased(((value, value),), flags))
        case "NOT_LITERAL":
            return Chars(complement(_cased(((value, value),), flags)))
        case "ANY":
            return Chars(EVERYTHING if flags & re.DOTALL else complement(((10, 10),)))
        case "IN":
            return Chars(_set(value, flags))
        case "BRANCH":
            return Choice(tuple(_sequence(each, flags) for each in value[1]))
        case "SUBPATTERN":
            return _sequence(value[3], (flags | value[1]) & ~value[2])
        case "ATOMIC_GROUP":
            return _sequence(value, flags)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, body = value
            limit: Any = import_module("re._constants").MAXREPEAT
            return Loop(int(least), UNBOUNDED if most == limit else int(most), _sequence(body, flags))
        case "ASSERT" | "ASSERT_NOT":
            return Anchor(start=op == "ASSERT", inner=_sequence(value[1], flags))
        case "AT":
            return Anchor(start=str(value) in ("AT_BEGINNING", "AT_BEGINNING_STRING"))
        case "GROUPREF_EXISTS":
            return Choice(tuple(_sequence(each, flags) for each in value[1:] if each is not None))
        case "GROUPREF":
            return Loop(0, UNBOUNDED, Chars(EVERYTHING))  # as long as the group was
        case _:
            return Anchor()


_CATEGORIES = {
    "CATEGORY_DIGIT": DIGITS, "CATEGORY_SPACE": BLANKS, "CATEGORY_WORD": WORD, "CATEGORY_NOT_DIGIT": complement(DIGITS),
    "CATEGORY_NOT_SPACE": complement(BLANKS), "CATEGORY_NOT_WORD": complement(WORD),
}  # fmt: skip


def _set(members: Any, flags: int) -> Ranges:
    sets: list[Ranges] = []
    negated = False
    for op, value in members:
        match str(op):
            case "NEGATE":
                negated = True
            case "LITERAL":
                sets.append(((value, value),))
            case "RANGE":
                sets.append((tuple(value),))
            case _:
                sets.append(_CATEGORIES.get(str(value), EVERYTHING))
    taken = _cased(union(sets), flags)
    return complement(taken) if negated else taken


def _cased(ranges: Ranges, flags: int) -> Ranges:
    return any_case(ranges) if flags & re.IGNORECASE else ranges
