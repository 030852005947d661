"""A report as .ofd (GB/T 33190—2016), typeset like the PDF of build_pdf, in millimetres from the upper left corner."""

from xml.sax.saxutils import escape

from tests.readers.build_docx import archive
from tests.readers.build_pdf import (
    A4,
    BOTTOM,
    FONT,
    LEFT,
    PITCH,
    RIGHT,
    SIZE,
    TITLE_SIZE,
    TOP,
    left_edge,
    stringWidth,
    wrapped,
)
from tests.readers.build_report import Look, Part

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MM = 25.4 / 72


def ofd(parts: tuple[Part, ...], *, page: str | None = None) -> bytes:
    """The file; `page` is the content of a single page instead of the typeset report."""
    return package([page] if page is not None else _pages(parts))


def package(pages: list[str]) -> bytes:
    files = {
        "OFD.xml": f'{HEAD}<ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        "Doc_0/Document.xml": f"{HEAD}<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 {A4[0] * MM:.3f} {A4[1] * MM:.3f}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for at, content in enumerate(pages):
        files[f"Doc_0/Pages/Page_{at}/Content.xml"] = (
            f'{HEAD}<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer ID="9">{content}</ofd:Layer></ofd:Content></ofd:Page>'
        )
    return archive({name: text.encode() for name, text in files.items()})


def text(left: float, baseline: float, words: str, size: float = SIZE, *, extra: str = "") -> str:
    """A TextObject; places in points as in the PDF, y upwards."""
    widths = [stringWidth(char, FONT, size) for char in words]
    deltas = " ".join(f"{width * MM:.4f}" for width in widths[:-1])
    x, y = left * MM, (A4[1] - baseline - size) * MM
    box = f"{x:.3f} {y:.3f} {sum(widths) * MM:.3f} {size * 1.3 * MM:.3f}"
    return f'<ofd:TextObject ID="1" Boundary="{box}" Font="1" Size="{size * MM:.4f}"{extra}><ofd:TextCode X="0" Y="{size * MM:.3f}" DeltaX="{deltas}">{escape(words)}</ofd:TextCode></ofd:TextObject>'


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A PathObject of one straight line."""
    box = f"{x1 * MM:.3f} {(A4[1] - y1) * MM:.3f} {max(x2 - x1, 0.1) * MM:.3f} {max(y1 - y2, 0.1) * MM:.3f}"
    return f'<ofd:PathObject ID="2" Boundary="{box}"><ofd:AbbreviatedData>M 0 0 L {(x2 - x1) * MM:.3f} {(y1 - y2) * MM:.3f}</ofd:AbbreviatedData></ofd:PathObject>'


def _pages(parts: tuple[Part, ...]) -> list[str]:
    pages, shapes, y = list[str](), list[str](), TOP + PITCH

    def down() -> None:
        nonlocal y, shapes
        y -= PITCH
        if y < BOTTOM:
            turn()
            y = TOP

    def turn() -> None:
        nonlocal shapes
        number = f"— {len(pages) + 1} —"
        shapes.append(text((A4[0] - stringWidth(number, FONT, 14)) / 2, 70, number, 14))
        pages.append("".join(shapes))
        shapes = []

    for at, part in enumerate(parts):
        if part.look is Look.ROW:
            down()
            cells = part.text.split("\t")
            width, top, bottom = (RIGHT - LEFT) / len(cells), y + 20, y + 20 - PITCH
            shapes += [text(LEFT + i * width + 6, y, cell, 14) for i, cell in enumerate(cells)]
            shapes += [line(LEFT + i * width, top, LEFT + i * width, bottom) for i in range(len(cells) + 1)]
            edges = (bottom,) if parts[at - 1].look is Look.ROW else (top, bottom)
            shapes += [line(LEFT, edge, RIGHT, edge) for edge in edges]
            continue
        size = TITLE_SIZE if part.look is Look.TITLE else SIZE
        indent = 2 * SIZE if part.look is Look.BODY else 0
        for number, words in enumerate(wrapped(part.text, size, indent)):
            down()
            width = stringWidth(words, FONT, size)
            left = left_edge(part.look, width, 0 if number else indent)
            shapes.append(text(left, y, words, size))
    turn()
    return pages
