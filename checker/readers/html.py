""".html (saved from a government site, or by Word) → Document. Library: selectolax, extra `html`."""

import contextlib
import hashlib
import re
from collections.abc import Iterator

from checker.errors import UnreadableError
from checker.model.document import Block, Document, Metadata, Note, Source, Style
from checker.readers.html_article import Article, find_article
from checker.readers.html_labels import is_chrome, read_line
from checker.readers.html_paragraphs import Piece, paragraphs
from checker.readers.html_tree import Element, parse
from checker.readers.plain_text import decode

SUFFIXES = (".html", ".htm", ".shtml")

# <meta charset="big5">, <meta http-equiv=Content-Type content="text/html; charset=big5-hkscs">
_BIG5 = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*big-?5""", re.IGNORECASE)
_FILE = re.compile(r"\.(?:docx?|wps|pdf|ofd|odt|rtf|zip|rar|7z)(?:$|[?#&])", re.IGNORECASE)
_ENDS = 8  # blocks at either end of the body among which the site's own lines may stand
_SHORT = 120  # characters; less is no report


def read(content: bytes, name: str) -> Document:
    """One block per paragraph; `line` is the source line of the page, 1 where it cannot be told.

    Navigation, index cards and footers are left out, the values of the cards are the document's metadata. Raises
    UnreadableError when the page has no text, when the report is an attachment or an image, or without selectolax.
    """
    page, notes = decode_page(content)
    article = find_article(parse(page))
    pieces, lines = _strip(list(paragraphs(article.body)))
    if article.heading and not _begins_with(pieces, article.heading):
        heading = Piece(text=article.heading, line=article.line, style=Style(outline=0, align="center"))
        pieces = [heading, *pieces]
    _refuse_empty(pieces, article)
    if article.hidden:
        notes = (*notes, Note(message=f"网页中有 {article.hidden} 处隐藏或划去的文字，未计入"))
    blocks = tuple(
        Block(index=i, text=p.text, line=p.line, kind=p.kind, generated=p.generated, style=p.style)
        for i, p in enumerate(pieces)
    )
    source = Source(name=name, format="html", sha256=hashlib.sha256(content).hexdigest())
    metadata = tuple(dict.fromkeys((*article.metadata, *lines)))
    return Document(source=source, blocks=blocks, notes=notes, metadata=metadata)


def decode_page(content: bytes) -> tuple[str, tuple[Note, ...]]:
    """The characters of a page. Its declaration is heard only where the content leaves a choice: many are wrong.

    Raises UnreadableError.
    """
    if _BIG5.search(content[:8192]):
        for encoding in ("utf-8-sig", "big5hkscs"):
            with contextlib.suppress(UnicodeDecodeError):
                return content.decode(encoding), ()
    return decode(content)


def _strip(pieces: list[Piece]) -> tuple[list[Piece], tuple[Metadata, ...]]:
    """The paragraphs without the site's own lines at both ends, and what these lines say."""
    metadata: list[Metadata] = []
    while pieces and is_chrome(pieces[0].text):
        del pieces[0]
    while pieces and (is_chrome(pieces[-1].text) or (said := read_line(pieces[-1].text.strip()))):
        metadata.extend(() if is_chrome(pieces[-1].text) else said)
        del pieces[-1]
    kept: list[Piece] = []
    for place, piece in enumerate(pieces):
        said = read_line(piece.text.strip()) if place < _ENDS or place >= len(pieces) - _ENDS else ()
        metadata.extend(said)
        if not said:
            kept.append(piece)
    return kept, tuple(metadata)


def _begins_with(pieces: list[Piece], heading: str) -> bool:
    """Whether the body repeats the page's title: at its beginning, or as a piece of it that ends it."""
    folded = _fold(heading)
    start = ""
    for piece in pieces[:8]:
        text = _fold(piece.text)
        if len(text) >= 8 and len(text) <= len(folded) and folded.endswith(text):
            return True
        start += text
        if folded in start:
            return True
    return False


def _fold(text: str) -> str:
    return "".join(text.split()).translate({ord(a): b for a, b in zip("（），：“”", '(),:""', strict=True)})


def _refuse_empty(pieces: list[Piece], article: Article) -> None:
    length = sum(len(_fold(piece.text)) for piece in pieces)
    if length >= _SHORT:
        return
    if files := list(_files(article.body)):
        raise UnreadableError(f"网页正文只有 {length} 个字，报告在附件“{files[0][:40]}”里；请下载附件后检查")
    if any(element.tag == "img" for element in article.body.elements()):
        raise UnreadableError(f"网页正文只有 {length} 个字，内容是图片；请提供文字版（.docx 或 .txt）")
    if not length:
        raise UnreadableError("网页里没有正文文字（可能由脚本加载）；请在浏览器里打开后把正文复制到 .txt 或 .docx")


def _files(body: Element) -> Iterator[str]:
    for element in body.elements():
        if element.tag == "a" and _FILE.search(element.get("href")):
            yield "".join(element.text().split()) or element.get("href").rpartition("/")[2]
