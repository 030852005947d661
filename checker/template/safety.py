"""Regular expressions that could take forever: `re` tries every way in which a text could match.

Two ways to be slow: a repeated group that can read one text in two ways (each repetition doubles the work), and
repetitions in a row that can share out one text between them (the work is the product of their lengths).
"""

from collections.abc import Iterator

from checker.template.ambiguity import ambiguous
from checker.template.charset import Ranges, common, union
from checker.template.regex_tree import UNBOUNDED, Anchor, Chars, Choice, Loop, Sequence, Tree, read_regex, walk

MANY = 10  # repetitions from which a group counts as repeated without end
COPIES = 20  # repetitions that are written out at most: as many doublings are beyond any budget
LENGTH = 1000  # characters that an unbounded repetition is reckoned to try
BUDGET = 50_000  # ways to share out a text, per place where a match may begin
WIDE = 1000  # characters in a set from which it counts as "almost any"

Open = dict[Ranges, int]
"""Repetitions that the next one may share text with: what they can have taken together, and in how many ways."""


def danger(pattern: str) -> str:
    """Why a pattern that compiles may be slow on some text and what to write instead, "" if it is safe."""
    tree = read_regex(pattern)
    if _doubling(tree):
        return "重复的括号里，同一段文字有不止一种读法（如 (a+)+）；请去掉一层重复，或限定次数如 {1,3}"
    if any(_ways(each) > BUDGET for each in (tree, *_looked_ahead(tree))):
        return "几个“.*”一类的重复前后相接，能互相瓜分同一段文字；请限定长度如 {0,20}，或在中间加上必有的字"
    if _leading(tree):
        return "开头是不限长的重复，每个位置都要试到底；请删去，或以“^”开头"
    return ""


def _doubling(tree: Tree) -> bool:
    match tree:
        case Loop(_, most, body):
            if most >= MANY and not _single(body) and (_may_be_empty(body) or ambiguous(body, many=MANY)):
                return True  # (a?){30}: any of the thirty may be the empty ones
            return _doubling(body)
        case Sequence(nodes) | Choice(nodes):
            return any(_doubling(node) for node in nodes)
        case Anchor(_, inner):
            return inner is not None and _doubling(inner)
        case _:
            return False


def _single(tree: Tree) -> bool:
    """True for one character after another of fixed number: nothing to share out."""
    return isinstance(tree, Chars) or (isinstance(tree, Sequence) and all(isinstance(n, Chars) for n in tree.nodes))


def _ways(tree: Tree) -> int:
    """The most ways in which neighbouring repetitions can share out a text."""
    return max(_share(tree, {})[1], 1)


def _share(tree: Tree, before: Open) -> tuple[Open, int]:
    """What repetitions are still open behind the tree, given those before it, and the most ways met on the way."""
    match tree:
        case Sequence(nodes):
            worst = 1
            for node in nodes:
                before, ways = _share(node, before)
                worst = max(worst, ways)
            return before, worst
        case Choice(nodes):
            behind = [_share(node, before) for node in nodes]
            return _merge(*(after for after, _ in behind)), max((ways for _, ways in behind), default=1)
        case Loop(least, most, body) if most == least or (most < MANY and not _single(body)):
            return _written_out(least, min(most, COPIES), body, before)
        case Loop(least, most, body):
            taken, length = _taken(body), min(most, LENGTH) - min(least, LENGTH) + 1
            shared = ({both: ways * length} for ranges, ways in before.items() if (both := common(ranges, taken)))
            after = _merge({taken: length}, before if least == 0 else {}, *shared)
            return after, max(after.values())
        case Chars(taken):
            return {ranges: ways for ranges, ways in before.items() if common(ranges, taken)}, 1
        case Anchor():
            return before, 1


def _written_out(least: int, most: int, body: Tree, before: Open) -> tuple[Open, int]:
    """A few repetitions one after another, of which the last ones may be left out."""
    ends, worst = [before], 1
    for _ in range(most):
        after, ways = _share(body, ends[-1])
        worst = max(worst, ways)
        ends.append(after)
    return _merge(*ends[min(least, most) :]), worst


def _merge(*several: Open) -> Open:
    merged: Open = {}
    for each in several:
        for ranges, ways in each.items():
            merged[ranges] = max(ways, merged.get(ranges, 0))
    return merged


def _taken(tree: Tree) -> Ranges:
    """Characters that a repetition may take one after another without end."""
    match tree:
        case Chars(ranges):
            return ranges
        case Sequence(nodes) | Choice(nodes):
            return union(_taken(node) for node in nodes)
        case Loop(_, _, body):
            return _taken(body)
        case _:
            return ()


def _leading(tree: Tree) -> bool:
    """True when a match may begin with an unbounded repetition of almost any character."""
    match tree:
        case Sequence(nodes):
            for node in nodes:
                if isinstance(node, Anchor):
                    if node.start:
                        return False
                elif _leading(node):
                    return True
                elif not _may_be_empty(node):
                    return False
            return False
        case Choice(nodes):
            return any(_leading(node) for node in nodes)
        case Loop(_, most, body):
            wide = _single(body) and sum(high - low for low, high in _taken(body)) > WIDE
            return (most == UNBOUNDED and wide) or _leading(body)
        case _:
            return False


def _may_be_empty(tree: Tree) -> bool:
    match tree:
        case Sequence(nodes):
            return all(_may_be_empty(node) for node in nodes)
        case Choice(nodes):
            return any(_may_be_empty(node) for node in nodes)
        case Loop(least, _, body):
            return least == 0 or _may_be_empty(body)
        case Chars():
            return False
        case Anchor():
            return True


def _looked_ahead(tree: Tree) -> Iterator[Tree]:
    """What look-arounds try, however deep they stand."""
    return (node.inner for node in walk(tree) if isinstance(node, Anchor) and node.inner is not None)
