"""Ruled tables on a sheet: a grid of printed lines → rows of cells."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from checker.readers.layout import Glyph, Rule, join_text, read_lines

_THIN = 3.0  # points; a thicker rectangle is a box or a shading
_NEAR = 2.5  # points between lines that are meant to meet, or to be one
_LIMIT = 4_000  # printed lines of a sheet; more are a drawing
_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Table:
    """The rows from top to bottom, each with the text of its cells joined by tabs; a merged cell stands once."""

    top: float
    bottom: float
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    xs: tuple[float, ...]  # upright lines, from left
    ys: tuple[float, ...]  # level lines, from top
    rules: tuple[Rule, ...]


def take_tables(glyphs: Iterable[Glyph], rules: Iterable[Rule]) -> tuple[tuple[Table, ...], tuple[Glyph, ...]]:
    """The tables of a sheet and the characters outside them. A frame of one column is no table."""
    thin = [rule for rule in rules if _is_level(rule) or _is_upright(rule)]
    left = list(glyphs)
    tables = []
    for grid in _grids(thin) if len(thin) <= _LIMIT else ():
        inside = [
            g for g in left if grid.xs[0] < g.left + 1 < grid.xs[-1] and grid.ys[-1] < g.baseline + 1 < grid.ys[0]
        ]
        rows = _rows(grid, inside)
        if any("\t" in row for row in rows):
            tables.append(Table(grid.ys[0], grid.ys[-1], tuple(row for row in rows if row.strip())))
            taken = set(map(id, inside))
            left = [g for g in left if id(g) not in taken]
    return tuple(tables), tuple(left)


def _is_level(rule: Rule) -> bool:
    return rule.top - rule.bottom <= _THIN < rule.right - rule.left


def _is_upright(rule: Rule) -> bool:
    return rule.right - rule.left <= _THIN < rule.top - rule.bottom


def _grids(rules: list[Rule]) -> list[_Grid]:
    """Lines that touch each other belong to one grid; a grid needs two columns and a row."""
    groups: list[list[Rule]] = []
    for rule in rules:
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        for group in touching:
            groups.remove(group)
        groups.append([rule, *(other for group in touching for other in group)])
    grids = []
    for group in groups:
        xs = _distinct([(r.left + r.right) / 2 for r in group if _is_upright(r)])
        ys = _distinct([(r.top + r.bottom) / 2 for r in group if _is_level(r)])
        # tables without outer uprights are common: the level lines tell how wide they are
        level = [r for r in group if _is_level(r)]
        if level and xs:
            xs = _distinct([*xs, min(r.left for r in level), max(r.right for r in level)])
        if len(xs) >= 3 and len(ys) >= 2 and len(xs) * len(ys) <= _CELLS:
            grids.append(_Grid(tuple(xs), tuple(reversed(ys)), tuple(group)))
    return sorted(grids, key=lambda grid: -grid.ys[0])


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left - _NEAR <= other.right
        and other.left - _NEAR <= one.right
        and one.bottom - _NEAR <= other.top
        and other.bottom - _NEAR <= one.top
    )


def _distinct(places: list[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 2 * _NEAR:
            found.append(place)
    return found


def _rows(grid: _Grid, glyphs: list[Glyph]) -> list[str]:
    """One text a row; cells without a line between them are one cell, whose text stands in its first row."""
    owner = _merge(grid)
    inside: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        row = sum(glyph.baseline + 1 < y for y in grid.ys[1:])
        column = sum(glyph.left + 1 > x for x in grid.xs[1:])
        cell = (min(row, len(grid.ys) - 2), min(column, len(grid.xs) - 2))
        inside[owner[cell]].append(glyph)
    rows = []
    for row in range(len(grid.ys) - 1):
        own = [(row, column) for column in range(len(grid.xs) - 1) if owner[row, column] == (row, column)]
        rows.append("\t".join(_cell(inside[cell]) for cell in own))
    return rows


def _merge(grid: _Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """For every cell the upper left one of the merged cell that it belongs to."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(grid.ys) - 1):
        for column in range(len(grid.xs) - 1):
            middle_x = (grid.xs[column] + grid.xs[column + 1]) / 2
            middle_y = (grid.ys[row] + grid.ys[row + 1]) / 2
            if column and not _crosses(grid.rules, grid.xs[column], middle_y):
                owner[row, column] = owner[row, column - 1]
            elif row and not _crosses(grid.rules, middle_x, grid.ys[row]):
                owner[row, column] = owner[row - 1, column]
            else:
                owner[row, column] = (row, column)
    return owner


def _crosses(rules: tuple[Rule, ...], x: float, y: float) -> bool:
    """Whether a printed line runs through this point."""
    near = 2 * _NEAR
    return any(
        r.left - (near if _is_upright(r) else 0) <= x <= r.right + (near if _is_upright(r) else 0)
        and r.bottom - (near if _is_level(r) else 0) <= y <= r.top + (near if _is_level(r) else 0)
        for r in rules
    )


def _cell(glyphs: list[Glyph]) -> str:
    text = ""
    for line in read_lines(glyphs):
        text = join_text(text, line.text) if text else line.text
    return text
