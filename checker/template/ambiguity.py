"""Can a repeated group read one text in two ways? Then the time doubles with every repetition."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.template.charset import Ranges, common
from checker.template.regex_tree import Anchor, Chars, Choice, Loop, Sequence, Tree

STATES = 150  # a group with more steps than this is called ambiguous without a look

Pair = tuple[int, int]


def ambiguous(body: Tree, *, many: int) -> bool:
    """True when two different ways through the repeated `body` read the same text and come back to the same step.

    Loops of `many` and more repetitions count as endless. (Weber and Seidl 1991: exponential ambiguity is a cycle in
    the square of the automaton that leaves the diagonal.)
    """
    automaton = _Automaton(many)
    _, first, last = automaton.add(body)
    automaton.join(last, first)
    if automaton.twice or len(automaton.sets) > STATES:
        return True
    return _leaves_diagonal(automaton.sets, automaton.follow)


@dataclass(slots=True)
class _Automaton:
    """Positions of the pattern: `sets[i]` is what step i takes, `follow[i]` which steps may come next.

    `twice`: one step follows another in two ways, as in (a+)+.
    """

    many: int
    sets: list[Ranges] = field(default_factory=list)
    follow: list[set[int]] = field(default_factory=list)
    twice: bool = False

    def join(self, left: set[int], right: set[int]) -> None:
        for step in left:
            self.twice = self.twice or bool(self.follow[step] & right)
            self.follow[step] |= right

    def add(self, tree: Tree) -> tuple[bool, set[int], set[int]]:
        """Whether the tree may be empty, its first steps, its last steps."""
        if len(self.sets) > STATES:
            return False, set(), set()
        match tree:
            case Chars(ranges):
                self.sets.append(ranges)
                self.follow.append(set())
                return False, {len(self.sets) - 1}, {len(self.sets) - 1}
            case Sequence(nodes):
                return self.row(nodes)
            case Choice(nodes):
                parts = [self.add(node) for node in nodes]
                self.twice = self.twice or sum(empty for empty, _, _ in parts) > 1  # two ways to read nothing
                first = {step for _, steps, _ in parts for step in steps}
                return any(empty for empty, _, _ in parts), first, {step for _, _, steps in parts for step in steps}
            case Loop(least, most, inner) if most < self.many:
                return self.chain(least, most, inner)
            case Loop(least, _, inner):
                empty, first, last = self.add(inner)
                self.join(last, first)
                return empty or least == 0, first, last
            case Anchor():
                return True, set(), set()

    def row(self, nodes: tuple[Tree, ...]) -> tuple[bool, set[int], set[int]]:
        empty, first, last = True, set[int](), set[int]()
        for node in nodes:
            blank, starts, ends = self.add(node)
            self.join(last, starts)
            first |= starts if empty else set()
            last = ends | (last if blank else set())
            empty = empty and blank
        return empty, first, last

    def chain(self, least: int, most: int, inner: Tree) -> tuple[bool, set[int], set[int]]:
        """`inner` written out `most` times, of which the last ones may be left out."""
        blank, first, last, before = True, set[int](), set[int](), set[int]()
        for number in range(1, most + 1):
            blank, starts, ends = self.add(inner)
            self.join(before, starts)
            first = first or starts
            self.twice = self.twice or (blank and bool(starts) and most > 1)  # which one of them was the empty one?
            last |= ends if number >= least or blank else set()
            before = ends
        return blank or least == 0, first, last


def _leaves_diagonal(sets: list[Ranges], follow: list[set[int]]) -> bool:
    """True when a pair of different steps lies on a cycle of pairs through a pair of equal ones.

    The body repeats, so that every step reaches every other: a way out of the diagonal and back is such a cycle.
    """
    waiting: list[Pair] = [(step, step) for step in range(len(sets))]
    seen = set(waiting)
    before: dict[Pair, list[Pair]] = {}
    while waiting:
        pair = waiting.pop()
        for after in _next(pair, sets, follow):
            before.setdefault(after, []).append(pair)
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    waiting = [(step, step) for step in range(len(sets))]
    returning = set(waiting)
    while waiting:
        for pair in before.get(waiting.pop(), ()):
            if pair[0] != pair[1]:
                return True
            if pair not in returning:
                returning.add(pair)
                waiting.append(pair)
    return False


def _next(pair: Pair, sets: list[Ranges], follow: list[set[int]]) -> Iterator[Pair]:
    for left in follow[pair[0]]:
        for right in follow[pair[1]]:
            if left == right or common(sets[left], sets[right]):
                yield left, right
