"""How many steps a backtracking matcher takes: what a clock would show, counted, so that no test looks at a clock."""

from collections.abc import Callable
from itertools import pairwise

from checker.template.regex_tree import Anchor, Chars, Choice, Loop, Sequence, Tree, read_regex, walk

Go = Callable[[int], bool]


class TooManyError(Exception):
    pass


def steps(pattern: str, text: str, *, limit: int) -> int:
    """Steps of a search that tries every way at every place and accepts none. Raises TooManyError beyond the limit."""
    counter = _Counter(text, limit)
    tree = read_regex(pattern)
    for start in range(len(text) + 1):
        counter.match(tree, start, lambda _: False)
    return counter.steps


def hard_texts(pattern: str, length: int) -> list[str]:
    """Texts made of what the pattern itself takes: one character over and over, and two in turn."""
    letters = sorted({_letter(node) for node in walk(read_regex(pattern)) if isinstance(node, Chars) and node.ranges})[
        :4
    ]
    pairs = [a + b for a, b in pairwise(letters)]
    return [(piece * length)[:length] for piece in (*letters, *pairs)]


class _Counter:
    def __init__(self, text: str, limit: int) -> None:
        self.text = text
        self.limit = limit
        self.steps = 0

    def match(self, tree: Tree, at: int, go: Go) -> bool:
        self.steps += 1
        if self.steps > self.limit:
            raise TooManyError
        match tree:
            case Chars(ranges):
                inside = at < len(self.text) and any(low <= ord(self.text[at]) <= high for low, high in ranges)
                return inside and go(at + 1)
            case Sequence(nodes):
                return self.row(nodes, at, go)
            case Choice(nodes):
                return any(self.match(node, at, go) for node in nodes)
            case Loop():
                return self.loop(tree, 0, at, go)
            case Anchor(start, inner):
                if inner is not None:
                    self.match(inner, at, lambda _: True)  # what it finds is left open: both ways are tried by others
                return (inner is not None or not start or at == 0) and go(at)

    def row(self, nodes: tuple[Tree, ...], at: int, go: Go) -> bool:
        if not nodes:
            return go(at)
        return self.match(nodes[0], at, lambda end: self.row(nodes[1:], end, go))

    def loop(self, loop: Loop, count: int, at: int, go: Go) -> bool:
        def again(end: int) -> bool:
            return (end > at or count < loop.least) and self.loop(loop, count + 1, end, go)

        return (count < loop.most and self.match(loop.body, at, again)) or (count >= loop.least and go(at))


def _letter(chars: Chars) -> str:
    """A character of the set, Chinese or printable if there is one."""
    for low, high in chars.ranges:
        for code in (0x4E2D, 0x61, 0x30, low):
            if low <= code <= high:
                return chr(code)
    return chr(chars.ranges[0][0])
