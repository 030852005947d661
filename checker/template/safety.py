"""Regular expressions that could take forever: `re` tries every way in which a text could match.

Two ways to be slow: a repeated group that can read one text in two ways (each repetition doubles the work), and
repetitions in a row that can share out one text between them (the work is the product of their lengths).
"""

from checker.template.ambiguity import ambiguous
from checker.template.charset import Ranges, common, union
from checker.template.regex_tree import UNBOUNDED, Anchor, Chars, Choice, Loop, Sequence, Tree, read_regex

MANY = 10  # repetitions from which a group counts as repeated without end
LENGTH = 1000  # characters that an unbounded repetition is reckoned to try
BUDGET = 100_000  # ways to share out a text, per place where a match may begin
WIDE = 1000  # characters in a set from which it counts as "almost any"


def danger(pattern: str) -> str:
    """Why a pattern that compiles may be slow on some text and what to write instead, "" if it is safe."""
    tree = read_regex(pattern)
    if _doubling(tree):
        return "重复的括号里，同一段文字有不止一种读法（如 (a+)+）；请去掉一层重复，或限定次数如 {1,3}"
    if _ways(tree) > BUDGET:
        return "几个“.*”一类的重复前后相接，能互相瓜分同一段文字；请限定长度如 {0,20}，或在中间加上必有的字"
    if _leading(tree):
        return "开头是不限长的重复，每个位置都要试到底；请删去，或以“^”开头"
    return ""


def _doubling(tree: Tree) -> bool:
    match tree:
        case Loop(_, most, body):
            if most >= MANY and not _single(body) and ambiguous(body, many=MANY):
                return True
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
    worst = 1
    open_loops: list[tuple[Ranges, int]] = []  # what each repetition takes, and how often
    for step in _steps(tree):
        if isinstance(step, Loop):
            taken, length = _taken(step.body), min(step.most, LENGTH) - step.least + 1
            shared = [(common(ranges, taken), ways * length) for ranges, ways in open_loops]
            open_loops = [*((ranges, ways) for ranges, ways in shared if ranges), (taken, length)]
            worst = max(worst, *(ways for _, ways in open_loops))
        else:
            open_loops = [(ranges, ways) for ranges, ways in open_loops if _may_stay(step, ranges)]
    return worst


def _steps(tree: Tree) -> list[Tree]:
    """The tree as a row of characters, choices and loops; groups that repeat a few times are written out."""
    match tree:
        case Sequence(nodes):
            return [step for node in nodes for step in _steps(node)]
        case Loop(least, most, body) if most == least or (most < MANY and not _single(body)):
            return _steps(body) * max(1, min(most, MANY))
        case Choice(nodes) if len(nodes) == 1:
            return _steps(nodes[0])
        case Choice(nodes):
            inner = [_steps(node) for node in nodes]
            loops = [step for steps in inner for step in steps if isinstance(step, Loop)]
            return [max(loops, key=lambda loop: loop.most)] if loops else [tree]
        case Anchor():
            return []
        case _:
            return [tree]


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


def _may_stay(step: Tree, ranges: Ranges) -> bool:
    """False when the step surely takes a character that is not in `ranges`: it ends the sharing."""
    match step:
        case Chars(taken):
            return bool(common(taken, ranges))
        case Sequence(nodes):
            return all(_may_stay(node, ranges) for node in nodes)
        case Choice(nodes):
            return any(_may_stay(node, ranges) for node in nodes)
        case Loop(least, _, body):
            return least == 0 or _may_stay(body, ranges)
        case _:
            return True


def _leading(tree: Tree) -> bool:
    """True when a match may begin with an unbounded repetition of almost any character."""
    match tree:
        case Sequence(nodes):
            for node in nodes:
                if isinstance(node, Anchor) and not node.start:
                    continue
                return _leading(node)
            return False
        case Choice(nodes):
            return any(_leading(node) for node in nodes)
        case Loop(_, most, body):
            wide = _single(body) and sum(high - low for low, high in _taken(body)) > WIDE
            return (most == UNBOUNDED and wide) or _leading(body)
        case _:
            return False
