"""Characters placed on a sheet of paper → lines of text. Shared by the readers of fixed layouts (PDF, OFD)."""

import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# characters as wide as the type is high; their width is the size of the type
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff01-\uff60\U00020000-\U0003ffff]")
_LATIN = re.compile(r"[!-~\u00a1-\u024f]")
_STRAIGHT = 1.0  # points that a level or upright line may be off

UNMAPPED = "\ufffd"  # stands for a shape of which the file does not say what character it is


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character: its left and right edge and its baseline in points, y upwards, and its height."""

    char: str
    left: float
    right: float
    baseline: float
    height: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight printed line, as the rectangle that it covers."""

    left: float
    bottom: float
    right: float
    top: float


def side(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    """The line between two points, if it is level or upright."""
    (x1, y1), (x2, y2) = one, other
    if (abs(x1 - x2) < _STRAIGHT) != (abs(y1 - y2) < _STRAIGHT):
        yield Rule(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, counted from 1; sizes in points."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one baseline; `size` is that of its type."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


def read_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """The lines from top to bottom. Bold printed by overprinting is one character; blank lines are left out."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.baseline):
        # raised and lowered figures stay in their line
        if rows and rows[-1][0].baseline - glyph.baseline < 0.4 * max(glyph.height, rows[-1][0].height):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = (_line(sorted(row, key=lambda g: g.left)) for row in rows)
    return tuple(line for line in lines if line.text)


def _line(row: list[Glyph]) -> Line:
    solid = [glyph for glyph in row if not glyph.char.isspace()]
    if not solid:
        return Line("", 0, 0, row[0].baseline, 0)
    wide = [glyph.right - glyph.left for glyph in solid if _WIDE.match(glyph.char)]
    size = statistics.median(wide or [glyph.height for glyph in solid]) or 1.0
    return Line(_text(row, size), solid[0].left, solid[-1].right, statistics.median(g.baseline for g in solid), size)


def _text(row: list[Glyph], size: float) -> str:
    """The characters with the blanks that a reader sees between words, without those of the layout."""
    parts: list[str] = []
    before: Glyph | None = None
    blanks = ""
    for glyph in row:
        if glyph.char.isspace():
            blanks += glyph.char if before else ""
            continue
        if before:
            if glyph.char == before.char and glyph.left - before.left < 0.3 * (before.right - before.left):
                continue
            parts.append(_between(before, glyph, blanks, size))
        parts.append(glyph.char)
        before, blanks = glyph, ""
    return "".join(parts)


def _between(before: Glyph, after: Glyph, blanks: str, size: float) -> str:
    gap = after.left - before.right
    latin = bool(_LATIN.match(before.char)) + bool(_LATIN.match(after.char))
    if latin == 2:
        return " " if gap > 0.22 * size or (blanks and gap > 0.1 * size) else ""
    # beside a Chinese character a gap is layout (2024 年), unless a blank was typed or it is as wide as a word
    return blanks or (" " if gap > 1.5 * size else "")


def join_text(before: str, after: str) -> str:
    """Two lines of one paragraph as one text: a blank only between Latin words."""
    return (
        before + (" " if _LATIN.match(before[-1:]) and _LATIN.match(after[:1]) and _word(before, after) else "") + after
    )


def _word(before: str, after: str) -> bool:
    """Whether the line end parts two words: an address or a figure goes on without a blank."""
    return before[-1].isalpha() and after[0].isalpha() and "/" not in before.rsplit(maxsplit=1)[-1]
