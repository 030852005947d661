""".docx laid out to GB/T 9704—2012: paper, margins, fonts, sizes, line pitch, page numbers.

The styles stand in `word/styles.xml`, the page in this file. Fonts are named, not brought along.
"""

import zipfile
from importlib.resources import files
from io import BytesIO
from xml.sax.saxutils import escape

from checker.drafts.lines import Line, Look

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STYLE = {
    Look.TITLE: "Title",
    Look.ADDRESSEE: "Addressee",
    Look.HEADING: "Heading1",
    Look.SUBHEADING: "Heading2",
    Look.BODY: "",
    Look.SIGNATURE: "Signature",
    Look.DATE: "Date",
}
_PARTS = ("styles", "settings", "fontTable", "footer1", "footer2")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def draft(lines: tuple[Line, ...]) -> bytes:
    """The same lines give the same bytes."""
    members = {
        "[Content_Types].xml": _kept("content_types"),
        "_rels/.rels": _kept("package_rels"),
        "word/document.xml": _document(lines),
        "word/_rels/document.xml.rels": _kept("document_rels"),
    }
    members |= {f"word/{name}.xml": _kept(name) for name in _PARTS}
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(member, content)
    return stream.getvalue()


def _kept(name: str) -> bytes:
    return (files(__package__) / "word" / f"{name}.xml").read_bytes()


def _document(lines: tuple[Line, ...]) -> bytes:
    body = "".join(map(_paragraph, lines))
    return f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}{_page()}</w:body></w:document>'.encode()


def _paragraph(line: Line) -> str:
    style = _STYLE[line.look]
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{escape(line.text)}</w:t></w:r></w:p>'


def _page() -> str:
    """A4; 天头 37, 订口 28 mm, 版心 156 × 225 mm (5.1, 5.2.1); 22 lines a page (5.2.3); page numbers outside (7.5).

    The grid gives lines only: a grid for characters is drawn by some programs with twice the width.
    """
    margins = {"top": 37, "right": 26, "bottom": 35, "left": 28, "header": 15, "footer": 25}
    written = " ".join(f'w:{side}="{_twips(length)}"' for side, length in margins.items())
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f'<w:pgSz w:w="{_twips(210)}" w:h="{_twips(297)}"/><w:pgMar {written} w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{_twips(225) // 22}"/></w:sectPr>'
    )


def _twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres / 25.4 * 1440)
