"""The pages of an open PDF as sheets: characters with their places, printed lines, upright whatever the page's turn.

The only door to the library's raw interface; coordinates are points of PDF user space (ISO 32000-1, 8.3.2.3).
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfObject, PdfPage

from checker.errors import UnreadableError
from checker.readers.layout import UNMAPPED, Glyph, Rule, Sheet, side
from checker.readers.pdf_streams import TOO_BIG

_CHARACTERS = 20_000  # of a page; one of 40 lines by 40 characters has 1,600
_PATHS = 2_000  # drawn paths of a page that are looked at; more are a picture
_SEGMENTS = 400  # of one path
_COVERED = 0.5  # of the page's area by one picture


def sheet(document: PdfDocument, index: int) -> tuple[Sheet, bool]:
    """Page `index` from 0, and whether one picture covers most of it.

    Raises PdfiumError for a broken page, UnreadableError for one of far too many characters.
    """
    page = document[index]
    text = page.get_textpage()
    try:
        turn = _Turn(page, _quarters(text.raw))
        objects = list(page.get_objects(max_depth=5))
        pictured = any(_covers(one, page) for one in objects if one.type == pdfium.FPDF_PAGEOBJ_IMAGE)
        paths = [one for one in objects if one.type == pdfium.FPDF_PAGEOBJ_PATH]
        rules = tuple(turn.rule(rule) for path in paths[:_PATHS] for rule in _rules(path))
        return Sheet(index + 1, *turn.size, tuple(_glyphs(text.raw, turn)), rules), pictured
    finally:
        text.close()
        page.close()


class _Turn:
    """From the coordinates of a page's content to those of the page turned `quarters` clockwise."""

    def __init__(self, page: PdfPage, quarters: int) -> None:
        self.quarters = quarters
        left, bottom, right, top = page.get_bbox()
        self._left, self._bottom, self._width, self._height = left, bottom, right - left, top - bottom
        self.size = (self._height, self._width) if quarters % 2 else (self._width, self._height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self._left, y - self._bottom
        if self.quarters == 1:
            return y, self._width - x
        if self.quarters == 2:
            return self._width - x, self._height - y
        if self.quarters == 3:
            return self._height - y, x
        return x, y

    def rule(self, rule: Rule) -> Rule:
        (x1, y1), (x2, y2) = self.point(rule.left, rule.bottom), self.point(rule.right, rule.top)
        return Rule(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _quarters(text: pdfium.FPDF_TEXTPAGE) -> int:
    """How far the page must be turned to have most of its words upright; not every page says it (/Rotate, 7.7.3.3)."""
    count = pdfium.FPDFText_CountChars(text)
    if count > _CHARACTERS:
        raise UnreadableError(TOO_BIG)
    angles = (pdfium.FPDFText_GetCharAngle(text, at) for at in range(0, count, 1 + count // 200))
    turns = Counter(quarters for angle in angles for quarters in range(4) if _upright(angle, quarters))
    return min(turns, key=lambda quarters: (-turns[quarters], quarters), default=0)


def _glyphs(text: pdfium.FPDF_TEXTPAGE, turn: _Turn) -> Iterator[Glyph]:
    """The characters that stand upright; those of a slanting watermark are left out."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    high = 0
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue  # a blank or line end that the library made up
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, high = (0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD), 0
        if not _upright(pdfium.FPDFText_GetCharAngle(text, at), turn.quarters):
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        left, bottom = turn.point(box.left, box.bottom)
        right, top = turn.point(box.right, box.top)
        baseline = turn.point(x.value, y.value)[1]
        yield Glyph(_character(code), min(left, right), max(left, right), baseline, abs(top - bottom))


def _upright(angle: float, quarters: int) -> bool:
    """Does a character at `angle` (radians, clockwise; -1 when unknown) stand upright on the turned page?"""
    off = (angle + quarters * math.pi / 2) % (2 * math.pi)
    return angle < 0 or min(off, 2 * math.pi - off) < 0.1


def _character(code: int) -> str:
    if code in (0, 0xFFFE, 0xFFFF) or 0xE000 <= code < 0xF900 or code > 0x10FFFF:
        return "-" if code == 0xFFFE else UNMAPPED  # 0xFFFE is how the library tells a soft hyphen
    return " " if chr(code) in "\r\n\t\u00a0" else chr(code)


def _covers(picture: PdfObject, page: PdfPage) -> bool:
    left, bottom, right, top = picture.get_bounds()
    width, height = page.get_size()
    return bool((right - left) * (top - bottom) > _COVERED * width * height)


def _rules(path: PdfObject) -> Iterator[Rule]:
    """The straight sides of a drawn path, level or upright; of a thin filled box the box itself."""
    left, bottom, right, top = path.get_bounds()
    if min(right - left, top - bottom) <= 3:
        yield Rule(left, bottom, right, top)
        return
    count = pdfium.FPDFPath_CountSegments(path.raw)
    if not 1 < count <= _SEGMENTS:
        return
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from side(before, here)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from side(here, start)
        before = here
