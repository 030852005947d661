"""Text and path objects of an OFD page as characters and printed lines (GB/T 33190—2016, chapters 8, 9, 11)."""

import math
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from checker.readers.layout import Glyph, Rule, side

_REPEATS = 2_000  # of one "g" group
_STEPS = 2_000  # numbers and letters of one path that are looked at


class Matrix(NamedTuple):
    """x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: "Matrix") -> "Matrix":
        """The matrix that does `first` and then this one."""
        a, b = self.a * first.a + self.c * first.b, self.b * first.a + self.d * first.b
        c, d = self.a * first.c + self.c * first.d, self.b * first.c + self.d * first.d
        return Matrix(a, b, c, d, *self.point(first.e, first.f))


def numbers(written: str) -> tuple[float, ...]:
    """The numbers of an array (ST_Array); empty when one is none."""
    try:
        found = tuple(float(word) for word in written.split()[:_STEPS])
    except ValueError:
        return ()
    return found if all(math.isfinite(one) and abs(one) < 1e6 for one in found) else ()


def glyphs(text: Element, page: Matrix) -> Iterator[Glyph]:
    """The characters of a TextObject; slanting ones (watermarks) and invisible ones are left out."""
    matrix = _own(text, page)
    size = _number(text.get("Size"), 0)
    if not size > 0 or text.get("Visible") == "false" or abs(matrix.b) > 0.1 * abs(matrix.a):
        return
    stretch = _number(text.get("HScale"), 1)
    width, height = abs(size * matrix.a) * stretch, abs(size * matrix.d)
    x = y = 0.0
    for code in text:
        if not code.tag.endswith("TextCode"):
            continue
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        right, down = _deltas(code.get("DeltaX", "")), _deltas(code.get("DeltaY", ""))
        # a line break inside the element is layout of the XML; blanks count as characters
        for at, char in enumerate((code.text or "").strip("\r\n")):
            left, baseline = matrix.point(x, y)
            wide = width if ord(char) > 0x2E7F or char in "“”‘’—…" else width / 2
            step = right[at] if at < len(right) else 0.0 if down else wide / abs(matrix.a or 1)
            if 0 < step * abs(matrix.a) <= width:
                wide = step * abs(matrix.a)
            yield Glyph(char, left, left + wide, baseline, height)
            x += step
            y += down[at] if at < len(down) else 0.0


def rules(path: Element, page: Matrix) -> Iterator[Rule]:
    """The straight sides of a PathObject, level or upright."""
    if path.get("Visible") == "false":
        return
    matrix = _own(path, page)
    written = next((child.text or "" for child in path if child.tag.endswith("AbbreviatedData")), "")
    words = iter(written.split()[:_STEPS])
    start = here = (0.0, 0.0)
    for word in words:
        if word not in "SMLQBAC" or len(word) > 1:
            return
        arguments = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}[word]
        values = numbers(" ".join(next(words, "?") for _ in range(arguments)))
        if len(values) != arguments:
            return
        if word in "SM":
            start = here = matrix.point(*values)
            continue
        there = matrix.point(values[-2], values[-1]) if values else start
        if word in "LC":
            yield from side(here, there)
        here = there


def _own(shape: Element, page: Matrix) -> Matrix:
    """From the shape's own coordinates to the page: its CTM, then the corner of its boundary."""
    corner = numbers(shape.get("Boundary", ""))
    own = numbers(shape.get("CTM", ""))
    moved = page.after(Matrix(1, 0, 0, 1, *corner[:2])) if len(corner) == 4 else page
    return moved.after(Matrix(*own)) if len(own) == 6 else moved


def _deltas(written: str) -> list[float]:
    """Distances between characters; "g 5 4.2" stands for five times 4.2."""
    words = written.split()[:_STEPS]
    found: list[float] = []
    at = 0
    while at < len(words):
        if words[at] == "g":
            count, distance = _number(words[at + 1 : at + 2], 0), _number(words[at + 2 : at + 3], 0)
            found += [distance] * min(int(count), _REPEATS)
            at += 3
        else:
            found.append(_number(words[at], 0))
            at += 1
    return found


def _number(written: str | list[str] | None, default: float) -> float:
    found = numbers(" ".join(written) if isinstance(written, list) else written or "")
    return found[0] if len(found) == 1 else default
