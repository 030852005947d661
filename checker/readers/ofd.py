""".ofd (GB/T 33190—2016, the national fixed-layout format) → Document. Experimental: no file of WPS or 数科 was tried.

What every page repeats by a template (heads, lines), annotations and seals are left out.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from checker.errors import UnreadableError
from checker.model.document import Document, Note, Source
from checker.ooxml.archive import DEPTH_LIMIT, Archive, too_big, too_deep
from checker.readers.layout import Glyph, Rule, Sheet
from checker.readers.layout_paragraphs import blocks
from checker.readers.ofd_shapes import Matrix, glyphs, numbers, rules

SUFFIXES = (".ofd",)

PAGES = 150
CHARACTERS = 150_000
_ADVICE = "请提供 Word 文件或文字版 PDF"
_BROKEN = f"OFD 文件不完整，读不出正文；{_ADVICE}"
_POINT = 72 / 25.4  # points in a millimetre, the unit of the format
_A4 = (0.0, 0.0, 210.0, 297.0)
_EXPERIMENTAL = "OFD 的读取仍在试用：请对照 checker text 的输出核对文字"
_CONTAINERS = frozenset(("Content", "Layer", "PageBlock"))
_NAME = re.compile(r"\{[^}]*\}")


def read(content: bytes, name: str) -> Document:
    """One block per paragraph or table row, with its page; `line` is the number of the block in reading order.

    Raises UnreadableError when the file is broken, encrypted, without text, or too big.
    """
    archive = Archive(content, _ADVICE)
    sheets: list[Sheet] = []
    pictured = False
    for number, (page, box) in enumerate(_pages(archive), start=1):
        sheet, pictures = _sheet(page, number, box)
        pictured |= pictures
        sheets.append(sheet)
        if sum(len(sheet.glyphs) for sheet in sheets) > CHARACTERS:
            raise UnreadableError(too_big(_ADVICE))
    found = blocks(sheets)
    if not found:
        raise UnreadableError(f"OFD 里没有文字{'，是扫描件' if pictured else ''}；{_ADVICE}")
    source = Source(name=name, format="ofd", sha256=hashlib.sha256(content).hexdigest(), counts="paragraph")
    return Document(source=source, blocks=found, notes=(Note(message=_EXPERIMENTAL),))


def _pages(archive: Archive) -> Iterator[tuple[Element, tuple[float, ...]]]:
    """The content of each page of the first document, and its box (left, top, width, height) in millimetres."""
    if "OFD.xml" not in archive:
        raise UnreadableError(_BROKEN)
    root = _text(archive.parse("OFD.xml"), "DocRoot")
    main = _resolve("", root)
    if main not in archive:
        raise UnreadableError(_BROKEN)
    document = archive.parse(main)
    usual = _box(document) or _A4
    pages = [page for page in _under(document, "Pages") if _local(page) == "Page"]
    if len(pages) > PAGES:
        raise UnreadableError(f"OFD 有{len(pages)}页，不像一份报告；请只留报告的正文")
    for page in pages:
        location = _resolve(posixpath.dirname(main), page.get("BaseLoc", ""))
        if location not in archive:
            raise UnreadableError(_BROKEN)
        content = archive.parse(location)
        yield content, _box(content) or usual


def _sheet(page: Element, number: int, box: tuple[float, ...]) -> tuple[Sheet, bool]:
    left, top, width, height = box
    # millimetres downwards → points upwards
    matrix = Matrix(_POINT, 0, 0, -_POINT, -left * _POINT, (top + height) * _POINT)
    letters: list[Glyph] = []
    lines: list[Rule] = []
    pictured = False
    for shape in _shapes(page, 0):
        kind = _local(shape)
        if kind == "TextObject":
            letters += glyphs(shape, matrix)
        elif kind == "PathObject":
            lines += rules(shape, matrix)
        pictured |= kind == "ImageObject"
    sheet = Sheet(number, width * _POINT, height * _POINT, tuple(letters), tuple(lines))
    return sheet, pictured


def _shapes(parent: Element, depth: int) -> Iterator[Element]:
    if depth > DEPTH_LIMIT:
        raise UnreadableError(too_deep(_ADVICE))
    for child in parent:
        if _local(child) in _CONTAINERS:
            yield from _shapes(child, depth + 1)
        else:
            yield child


def _box(element: Element) -> tuple[float, ...] | None:
    """The physical box of a page or of the document's usual page (PageArea)."""
    for found in element.iter():
        if _local(found) == "PhysicalBox":
            box = numbers(found.text or "")
            return box if len(box) == 4 and 0 < box[2] < 10_000 and 0 < box[3] < 10_000 else None
    return None


def _resolve(folder: str, location: str) -> str:
    """A path in the archive: absolute ones begin with "/"."""
    return posixpath.normpath(posixpath.join("/", folder, location.strip())).lstrip("/")


def _text(element: Element, name: str) -> str:
    return next((found.text or "" for found in element.iter() if _local(found) == name), "")


def _under(element: Element, name: str) -> Iterator[Element]:
    for child in element:
        if _local(child) == name:
            yield from child


def _local(element: Element) -> str:
    """The name without its namespace: programs disagree on it."""
    return _NAME.sub("", element.tag)
