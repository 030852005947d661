"""Sheets of paper → paragraphs and table rows: running heads and page numbers off, lines joined by Chinese habit.

A paragraph begins with an indent of two characters (GB/T 9704—2012, 7.3.3); its last line ends short or with a closing
mark. Headings, addressee and signature keep to themselves.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model.document import Block, BlockKind, Style
from checker.readers.layout import Line, Sheet, join_text, read_lines
from checker.readers.layout_tables import Table, take_tables

# "— 3 —", "-3-", "第3页", "第 3 页 共 9 页", "3/9", "3"
_PAGE_NUMBER = re.compile(r"[—–―\-－·•\s]*第?\s*\d{1,3}\s*页?\s*(?:[/／,，]?\s*共?\s*\d{1,3}\s*页?)?[—–―\-－·•\s]*")
_CLOSED = tuple("。！？；：.!?;:”』」）)》")
_OPENED = re.compile(
    r"[一二三四五六七八九十]{1,3}[、．.]|\d{1,2}[、．.](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节条部]"
    r"|附件[:：\d]?|抄送[:：]"
)
_ADDRESSEE = re.compile(r"[^，。；：:]{2,30}[：:]")  # below a title that fills its line: 县委、县政府：
_SENTENCE = re.compile("[，。；：]")
_WORD = re.compile(r"[!-~]{4,}")
_DIGITS = re.compile(r"\d+")
_EDGE = 0.12  # of the height of a page: head and foot (the margins of GB/T 9704 are 37 and 35 mm of 297)
_KINSOKU = 3.2  # characters that a full line may end before the margin, to keep marks and words together
_BLANK_LINE = 1.7  # pitches between two lines; more is a paragraph's distance


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """The text area: where most lines begin and end, the size of the type, the usual pitch of lines. In points."""

    left: float
    right: float
    size: float
    pitch: float


@dataclass(slots=True)
class _Paragraph:
    """Lines that were joined so far."""

    text: str
    first: Line
    last: Line
    page: int
    last_page: int
    align: str


def blocks(sheets: Sequence[Sheet]) -> tuple[Block, ...]:
    """One block a paragraph or table row, numbered in reading order, with its page."""
    found = list(_pieces(sheets))
    return tuple(
        Block(index=index, text=text, line=index + 1, kind=kind, style=style, page=page)
        for index, (kind, text, style, page) in enumerate(found)
    )


def _pieces(sheets: Sequence[Sheet]) -> Iterator[tuple[BlockKind, str, Style, int]]:
    pages = [(sheet, *_content(sheet)) for sheet in sheets]
    running = _running([(sheet, lines) for sheet, _, lines in pages])
    kept = [
        (sheet, tables, [line for line in lines if (sheet.number, line) not in running])
        for sheet, tables, lines in pages
    ]
    column = _column([lines for _, _, lines in kept])
    open_: _Paragraph | None = None
    for sheet, tables, lines in kept:
        for piece in _in_order(tables, lines):
            if isinstance(piece, Line):
                align = _align(piece, column)
                if open_ is not None and _goes_on(open_, piece, align, sheet.number, column):
                    open_.text, open_.last = join_text(open_.text, piece.text), piece
                    open_.last_page = sheet.number
                    continue
                if open_ is not None:
                    yield _closed(open_, column)
                open_ = _Paragraph(piece.text, piece, piece, sheet.number, sheet.number, align)
                continue
            if open_ is not None:
                yield _closed(open_, column)
                open_ = None
            for row in piece.rows:
                yield BlockKind.TABLE, row, Style(), sheet.number
    if open_ is not None:
        yield _closed(open_, column)


def _content(sheet: Sheet) -> tuple[tuple[Table, ...], tuple[Line, ...]]:
    tables, glyphs = take_tables(sheet.glyphs, sheet.rules)
    return tables, read_lines(glyphs)


def _in_order(tables: Iterable[Table], lines: Iterable[Line]) -> Iterator[Table | Line]:
    placed: list[tuple[float, Table | Line]] = [(table.top, table) for table in tables]
    placed += [(line.baseline, line) for line in lines]
    for _, piece in sorted(placed, key=lambda pair: -pair[0]):
        yield piece


def _running(pages: list[tuple[Sheet, tuple[Line, ...]]]) -> set[tuple[int, Line]]:
    """Page numbers, and the lines that stand at the same place of the head or foot of most pages."""
    found: set[tuple[int, Line]] = set()
    edges: list[tuple[int, Line, tuple[str, int]]] = []
    for sheet, lines in pages:
        numbered = False
        for line in (*lines[:2], *reversed(lines[-2:])):
            edge = min(line.baseline, sheet.height - line.baseline) < _EDGE * sheet.height
            if edge and not numbered and _PAGE_NUMBER.fullmatch(line.text):
                found.add((sheet.number, line))
                numbered = True
            elif edge:
                edges.append((sheet.number, line, (_DIGITS.sub("0", line.text), round(line.baseline / 4))))
    often = Counter(key for _, _, key in dict.fromkeys(edges))
    return found | {(number, line) for number, line, key in edges if often[key] >= max(2, 0.5 * len(pages))}


def _column(pages: list[list[Line]]) -> _Column:
    lines = [line for page in pages for line in page]
    if not lines:
        return _Column(left=0, right=0, size=1, pitch=1)
    size = statistics.mode(round(line.size, 1) for line in lines for _ in range(max(1, len(line.text) // 10)))
    usual = [line for line in lines if abs(line.size - size) < 0.15 * size]
    full = max(line.right - line.left for line in usual)
    wide = [line for line in usual if line.right - line.left > 0.8 * full]
    pitches = [above.baseline - below.baseline for page in pages for above, below in pairwise(page)]
    return _Column(
        left=min(line.left for line in wide),
        right=statistics.quantiles([line.right for line in wide], n=10)[-1] if len(wide) > 1 else wide[0].right,
        size=size,
        pitch=max(size, min(statistics.median(pitches), 2.2 * size)) if pitches else 2 * size,
    )


def _align(line: Line, column: _Column) -> str:
    """center, right, or left for everything else."""
    before, after = line.left - column.left, column.right - line.right
    even = abs(before - after) < 1.5 * column.size
    if line.size > 1.15 * column.size and even:
        return "center"  # a title as wide as the text area is centred too
    if before > 0.35 * (column.right - column.left) and before > after + 2 * column.size:
        return "right"
    # a line of two characters' indent that happens to end early is body text
    body = abs(before - 2 * column.size) < 0.3 * column.size
    return "center" if even and min(before, after) > 0.9 * column.size and not body else "left"


def _goes_on(open_: _Paragraph, line: Line, align: str, page: int, column: _Column) -> bool:
    """Does the line belong to the paragraph above it?"""
    if align != open_.align or abs(line.size - open_.last.size) > 0.12 * column.size:
        return False
    same_page = page == open_.last_page and line.baseline < open_.last.baseline
    if same_page and open_.last.baseline - line.baseline > _BLANK_LINE * column.pitch:
        return False
    if align == "right":
        return False
    if align == "center":
        return same_page and not line.text.startswith(("（", "(")) and not open_.text.endswith(("）", ")"))
    if _ADDRESSEE.fullmatch(line.text) and not _SENTENCE.search(open_.text):
        return False
    short = column.right - open_.last.right
    if line.left - column.left > 0.9 * line.size:
        hanging = open_.last is not open_.first and abs(open_.last.left - line.left) < 0.3 * line.size
        return short < _KINSOKU * line.size and (hanging or open_.text.endswith(("，", "、")))
    if short > 0.35 * (column.right - column.left):
        return False
    closed, opening = open_.text.endswith(_CLOSED), _OPENED.match(line.text) is not None
    if short > _KINSOKU * line.size:
        # only a long word that found no room makes a line this short within a paragraph
        return not closed and not opening and _WORD.match(line.text) is not None
    return not (closed and opening)


def _closed(open_: _Paragraph, column: _Column) -> tuple[BlockKind, str, Style, int]:
    indent = round((open_.first.left - column.left) / open_.first.size, 1) if open_.align == "left" else 0.0
    style = Style(align=open_.align, size=round(open_.first.size, 1), indent=indent)
    return BlockKind.PARAGRAPH, open_.text, style, open_.page
