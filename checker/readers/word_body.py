"""The body of a .docx as lines and rows in reading order: what the eye meets as one paragraph, what as a table."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from checker.errors import UnreadableError
from checker.ooxml.archive import DEPTH_LIMIT
from checker.ooxml.hiding import on
from checker.ooxml.names import ALTERNATE, PPR, RPR, VAL, VANISH, P, W
from checker.ooxml.package import TOO_DEEP
from checker.ooxml.paragraph import TRANSPARENT, chosen

TABLE, CELL = W + "tbl", W + "tc"
_GONE = (W + "del", W + "moveFrom")


class Line(NamedTuple):
    """Paragraphs that stand on the paper as one: all but the last have a mark that is deleted or hidden.

    `leading` is the one whose look and number the line has; `whole` is False when even the last mark is gone.
    """

    paragraphs: tuple[Element, ...]
    leading: Element
    whole: bool = True


class Row(NamedTuple):
    """The cells of a table row that stand on the paper, a merged cell once."""

    cells: tuple[Element, ...]


def lines(container: Element) -> Iterator[Line | Row]:
    """What stands in a body, text box or cell. Raises UnreadableError when containers nest too deep."""
    return _joined(_flow(container, 0))


def _flow(container: Element, depth: int) -> Iterator[Element | Row]:
    if depth > DEPTH_LIMIT:
        raise UnreadableError(TOO_DEEP)
    for child in container:
        tag = child.tag
        if tag == P:
            yield child
        elif tag == TABLE:
            yield from _table(child, depth + 1)
        elif tag in TRANSPARENT:
            yield from _flow(child, depth + 1)
        elif tag == ALTERNATE:
            for branch in chosen(child):
                yield from _flow(branch, depth + 1)


def _table(table: Element, depth: int) -> Iterator[Element | Row]:
    """Rows; a table of one column is a frame around paragraphs."""
    rows = [tuple(_inner(row, CELL, depth)) for row in _inner(table, W + "tr", depth) if not _deleted_row(row)]
    rows = [tuple(cell for cell in row if not _covered(cell)) for row in rows]
    if max(map(len, rows), default=0) < 2:
        for row in rows:
            for cell in row:
                yield from _flow(cell, depth + 1)
    else:
        yield from (Row(row) for row in rows if row)


def _inner(container: Element, wanted: str, depth: int) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those in content controls."""
    if depth > DEPTH_LIMIT:
        raise UnreadableError(TOO_DEEP)
    for child in container:
        if child.tag == wanted:
            yield child
        elif child.tag in TRANSPARENT:
            yield from _inner(child, wanted, depth + 1)


def _deleted_row(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _covered(cell: Element) -> bool:
    """Is it covered by a cell merged with it (17.4.84, 17.4.22: no value is "continue"), or deleted?"""
    properties = cell.find(W + "tcPr")
    if properties is None:
        return False
    for name in ("vMerge", "hMerge"):
        merge = properties.find(W + name)
        if merge is not None and merge.get(VAL, "continue") == "continue":
            return True
    return properties.find(W + "cellDel") is not None


def _joined(flow: Iterable[Element | Row]) -> Iterator[Line | Row]:
    """A paragraph whose mark is deleted (17.13.5.15) or hidden runs on into the next one.

    After a deletion the last mark gives the look; before a hidden mark (Word's style separator) the first one.
    """
    waiting: list[Element] = []
    leading: Element | None = None
    for item in flow:
        if isinstance(item, Row):
            if waiting:
                yield Line(tuple(waiting), leading if leading is not None else waiting[-1], whole=False)
            waiting, leading = [], None
            yield item
            continue
        waiting.append(item)
        properties = item.find(PPR)
        mark = properties.find(RPR) if properties is not None else None
        if mark is None:
            gone = hidden = False
        else:
            gone = any(mark.find(name) is not None for name in _GONE)
            hidden = (vanish := mark.find(VANISH)) is not None and on(vanish)
        if hidden and leading is None:
            leading = item
        if not gone and not hidden:
            yield Line(tuple(waiting), leading if leading is not None else item)
            waiting, leading = [], None
    if waiting:
        yield Line(tuple(waiting), leading if leading is not None else waiting[-1], whole=False)
