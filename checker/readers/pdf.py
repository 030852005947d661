""".pdf with a text layer → Document. Library: pypdfium2, extra `pdf`. Lines are joined into paragraphs by position."""

import hashlib

from checker.errors import UnreadableError
from checker.model.document import Document, Note, Source
from checker.readers.layout import UNMAPPED, Sheet
from checker.readers.layout_paragraphs import blocks
from checker.readers.pdf_streams import TOO_BIG, refuse_bombs

SUFFIXES = (".pdf",)

BROKEN = "PDF 已损坏，打不开；请重新导出，或提供 Word 文件"
PAGES = 150
CHARACTERS = 150_000
_FEW = 30  # characters of a page that is only a scan: a page number, a scanner's stamp
_GARBLED = 0.2  # of the characters without a meaning: the fonts do not tell which character a shape is
_SCAN = "第{}页是扫描图像，没有文字层，未计入"
_SCANNED = "是扫描件，没有文字层，无法检查；请提供 Word 文件，或文字版的 PDF"


def read(content: bytes, name: str) -> Document:
    """One block per paragraph or table row, with its page; `line` is the number of the block in reading order.

    Raises UnreadableError when the file is broken, protected, a scan, without meaning in its letters, or too big.
    """
    refuse_bombs(content)
    pages = _pages(content)
    letters = [sum(not glyph.char.isspace() for glyph in sheet.glyphs) for sheet, _ in pages]
    scans = [sheet.number for (sheet, pictured), count in zip(pages, letters, strict=True) if count < _FEW and pictured]
    if not sum(letters) or len(scans) == len(pages):
        raise UnreadableError(_SCANNED if scans else "PDF 里没有文字；请提供 Word 文件，或文字版的 PDF")
    unknown = sum(glyph.char == UNMAPPED for sheet, _ in pages for glyph in sheet.glyphs)
    if unknown > _GARBLED * sum(letters):
        raise UnreadableError("PDF 的文字是乱码（字体没有文字编码）；请提供 Word 文件，或重新导出的 PDF")
    return Document(
        source=Source(name=name, format="pdf", sha256=hashlib.sha256(content).hexdigest(), counts="paragraph"),
        blocks=blocks([sheet for sheet, _ in pages]),
        notes=tuple(Note(message=_SCAN.format(number)) for number in scans),
    )


def _pages(content: bytes) -> list[tuple[Sheet, bool]]:
    """The pages, and whether a picture covers most of each."""
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        raise UnreadableError('读取 PDF 需要 pypdfium2；请运行 pip install "checker[pdf]"') from None
    from checker.readers.pdf_pages import sheet

    try:
        document = PdfDocument(content)
    except PdfiumError as fault:
        raise UnreadableError(_why(str(fault))) from None
    try:
        if len(document) > PAGES:
            raise UnreadableError(f"PDF 有{len(document)}页，不像一份报告；请只留报告的正文")
        pages: list[tuple[Sheet, bool]] = []
        for index in range(len(document)):
            pages.append(sheet(document, index))
            if sum(len(page.glyphs) for page, _ in pages) > CHARACTERS:
                raise UnreadableError(TOO_BIG)
        return pages
    except PdfiumError:
        raise UnreadableError(BROKEN) from None
    finally:
        document.close()


def _why(fault: str) -> str:
    if "password" in fault.lower():
        return "PDF 有密码保护，无法读取；请去掉密码后再检查"
    if "security" in fault.lower():
        return "PDF 的加密方式不受支持，无法读取；请去掉保护后再检查"
    return BROKEN
