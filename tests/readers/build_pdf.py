"""A report typeset on A4 as GB/T 9704—2012 has it: 22 lines of 28 characters of 16 points, page numbers — 1 —."""

import io
from collections.abc import Iterator

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.readers.build_report import Look, Part

FONT = "STSong-Light"
SIZE, TITLE_SIZE, PITCH = 16, 22, 29
LEFT, RIGHT, TOP, BOTTOM = 79.5, 79.5 + 28 * SIZE, A4[1] - 105, 99  # edges of the text area in points
_NO_START = "，。、；：！？”）》%"  # marks that may not begin a line

registerFont(UnicodeCIDFont(FONT))


def canvas(stream: io.BytesIO) -> Canvas:
    """A sheet to write on; the file is the same on every run."""
    return Canvas(stream, pagesize=A4, invariant=1)


def pdf(
    parts: tuple[Part, ...],
    *,
    head: str = "",
    number: str = "— {} —",
    password: str = "",
    rotation: int = 0,
    compressed: bool = True,
) -> bytes:
    """The file; `head` is printed on top of every page, `number` below the text."""
    stream = io.BytesIO()
    encrypt = password or None
    sheet = Canvas(stream, pagesize=A4, invariant=1, encrypt=encrypt, pageCompression=int(compressed))
    page = _Pages(sheet, head=head, number=number, rotation=rotation)
    for at, part in enumerate(parts):
        if part.look is Look.ROW:
            page.row(part.text.split("\t"), first=parts[at - 1].look is not Look.ROW)
        else:
            page.paragraph(part)
    page.end()
    sheet.save()
    return stream.getvalue()


def wrapped(text: str, size: float, indent: float) -> Iterator[str]:
    """The lines of a paragraph; a closing mark stays with the character before it, a Latin word stays whole."""
    room, line = RIGHT - LEFT - indent, ""
    for piece in _unbreakable(text):
        if line and stringWidth(line + piece, FONT, size) > room + 0.1:
            yield line
            line, room = "", RIGHT - LEFT
        line += piece
    yield line


def left_edge(look: Look, width: float, indent: float) -> float:
    """Where a line of that width begins, in points."""
    return {
        Look.TITLE: (LEFT + RIGHT - width) / 2,
        Look.RIGHT: RIGHT - 4 * SIZE - width,
        Look.PLAIN: LEFT,
        Look.BODY: LEFT + indent,
    }[look]


def _unbreakable(text: str) -> Iterator[str]:
    piece = ""
    for char in text:
        joined = char in _NO_START or (piece and piece[-1].isascii() and char.isascii() and not char.isspace())
        if piece and not joined and piece[-1] not in "（“《":
            yield piece
            piece = ""
        piece += char
    yield piece


class _Pages:
    def __init__(self, sheet: Canvas, *, head: str, number: str, rotation: int) -> None:
        self._sheet, self._head, self._number, self._rotation = sheet, head, number, rotation
        self._page = 0
        self._y = 0.0
        self._begin()

    def paragraph(self, part: Part) -> None:
        size = TITLE_SIZE if part.look is Look.TITLE else SIZE
        indent = 2 * SIZE if part.look is Look.BODY else 0
        for at, line in enumerate(wrapped(part.text, size, indent)):
            width = stringWidth(line, FONT, size)
            left = left_edge(part.look, width, 0 if at else indent)
            self._line()
            self._sheet.setFont(FONT, size)
            self._sheet.drawString(left, self._y, line)

    def row(self, cells: list[str], *, first: bool) -> None:
        self._line()
        width = (RIGHT - LEFT) / len(cells)
        top, bottom = self._y + 20, self._y + 20 - PITCH
        self._sheet.setFont(FONT, 14)
        for at, cell in enumerate(cells):
            self._sheet.drawString(LEFT + at * width + 6, self._y, cell)
        for at in range(len(cells) + 1):
            self._sheet.line(LEFT + at * width, top, LEFT + at * width, bottom)
        for y in (top, bottom) if first else (bottom,):
            self._sheet.line(LEFT, y, RIGHT, y)

    def end(self) -> None:
        self._sheet.setFont(FONT, 14)
        if self._number:
            self._sheet.drawCentredString(A4[0] / 2, 70, self._number.format(self._page))
        self._sheet.showPage()

    def _begin(self) -> None:
        self._page += 1
        self._y = TOP + PITCH
        self._sheet.setPageRotation(self._rotation)
        if self._head:
            self._sheet.setFont(FONT, 10.5)
            self._sheet.drawCentredString(A4[0] / 2, A4[1] - 60, self._head)

    def _line(self) -> None:
        self._y -= PITCH
        if self._y < BOTTOM:
            self.end()
            self._begin()
            self._y -= PITCH


def scan(pages: int) -> bytes:
    """Pages that are only a picture, as a scanner makes them."""
    from PIL import Image

    stream = io.BytesIO()
    sheet = canvas(stream)
    for _ in range(pages):
        sheet.drawInlineImage(Image.new("L", (40, 56), 200), 0, 0, width=A4[0], height=A4[1])
        sheet.showPage()
    sheet.save()
    return stream.getvalue()
