"""The pages of an open PDF as sheets: characters with their places, printed lines, upright whatever the page's turn.

The only door to the library's raw interface; coordinates are points of PDF user space (ISO 32000-1, 8.3.2.3).
"""

import ctypes
import math
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfObject, PdfPage

from checker.errors import UnreadableError
from checker.readers.layout import UNMAPPED, Glyph, Rule, Sheet
from checker.readers.pdf_streams import TOO_BIG

_CHARACTERS = 20_000  # of a page; one of 40 lines by 40 characters has 1,600
_PATHS = 2_000  # drawn paths of a page that are looked at; more are a picture
_SEGMENTS = 400  # of one path
_COVERED = 0.5  # of the page's area by one picture
_STRAIGHT = 1.0  # points that a level or upright line may be off


def sheet(document: PdfDocument, index: int) -> tuple[Sheet, bool]:
    """Page `index` from 0, and whether one picture covers most of it.

    Raises PdfiumError for a broken page, UnreadableError for one of far too many characters.
    """
    page = document[index]
    try:
        turn = _Turn(page)
        objects = list(page.get_objects(max_depth=5))
        pictured = any(_covers(one, page) for one in objects if one.type == pdfium.FPDF_PAGEOBJ_IMAGE)
        paths = [one for one in objects if one.type == pdfium.FPDF_PAGEOBJ_PATH]
        rules = tuple(turn.rule(rule) for path in paths[:_PATHS] for rule in _rules(path))
        width, height = page.get_size()
        return Sheet(index + 1, width, height, tuple(_glyphs(page, turn)), rules), pictured
    finally:
        page.close()


class _Turn:
    """From the coordinates of a page's content to those of the page as it is looked at (/Rotate, 7.7.3.3)."""

    def __init__(self, page: PdfPage) -> None:
        self.quarters = page.get_rotation() // 90 % 4
        left, bottom, right, top = page.get_bbox()
        self._left, self._bottom, self._width, self._height = left, bottom, right - left, top - bottom

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


def _glyphs(page: PdfPage, turn: _Turn) -> Iterator[Glyph]:
    """The characters that the page prints upright; those of a slanting watermark and those of no width are left out."""
    text = page.get_textpage()
    raw = text.raw
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    high = 0
    try:
        count = pdfium.FPDFText_CountChars(raw)
        if count > _CHARACTERS:
            raise UnreadableError(TOO_BIG)
        for at in range(count):
            code = pdfium.FPDFText_GetUnicode(raw, at)
            if pdfium.FPDFText_IsGenerated(raw, at) == 1:
                continue  # a blank or line end that the library made up
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code, high = (0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD), 0
            angle = pdfium.FPDFText_GetCharAngle(raw, at)
            if angle >= 0 and not _upright(angle, turn.quarters):
                continue
            pdfium.FPDFText_GetLooseCharBox(raw, at, box)
            pdfium.FPDFText_GetCharOrigin(raw, at, x, y)
            left, bottom = turn.point(box.left, box.bottom)
            right, top = turn.point(box.right, box.top)
            baseline = turn.point(x.value, y.value)[1]
            yield Glyph(_character(code), min(left, right), max(left, right), baseline, abs(top - bottom))
    finally:
        text.close()


def _upright(angle: float, quarters: int) -> bool:
    """`angle` is in radians, against the turn of the page."""
    off = (angle + quarters * math.pi / 2) % (2 * math.pi)
    return min(off, 2 * math.pi - off) < 0.1


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
            yield from _side(before, here)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _side(here, start)
        before = here


def _side(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    (x1, y1), (x2, y2) = one, other
    if (abs(x1 - x2) < _STRAIGHT) != (abs(y1 - y2) < _STRAIGHT):
        yield Rule(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
