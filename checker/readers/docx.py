""".docx, .docm → Document: one block per paragraph or table row, as it stands on the paper.

Automatic numbers are rebuilt, tracked changes taken as accepted; headers, footers, comments, notes and hidden text are
left out. A text box follows the paragraph that it is anchored in. A row's cells are joined by tabs, the paragraphs in
a cell by line breaks; a table inside a row follows the row.
"""

import hashlib
from xml.etree.ElementTree import Element

from checker.errors import UnreadableError
from checker.model.document import Block, BlockKind, Document, Source, Style
from checker.ooxml.archive import DEPTH_LIMIT
from checker.ooxml.hiding import hiding_styles
from checker.ooxml.names import PPR, P, W
from checker.ooxml.package import TOO_DEEP, Package
from checker.ooxml.paragraph import Piece, Place, anchor, inline
from checker.readers.word_body import Line, Row, lines
from checker.readers.word_facts import metadata, notes
from checker.readers.word_numbering import Numbering
from checker.readers.word_properties import read as read_properties
from checker.readers.word_styles import Styles
from checker.readers.wrapping import parts

SUFFIXES = (".docx", ".docm", ".dotx")


def read(content: bytes, name: str) -> Document:
    """Raises UnreadableError when the file is broken, encrypted, far too big, or has no text."""
    package = Package(content)
    body = package.document.find(W + "body")
    paper = _Paper(package)
    if body is not None:
        paper.story(body, 0)
    if not paper.blocks:
        raise UnreadableError("文件里没有文字（可能只有图片或扫描件）；请提供文字版再检查")
    source = Source(name=name, format="docx", sha256=hashlib.sha256(content).hexdigest(), counts="paragraph")
    return Document(
        source=source,
        blocks=tuple(paper.blocks),
        notes=tuple(notes(package, paper.hidden, paper.hidden_line)),
        metadata=metadata(package),
    )


class _Written:
    """A line's words: `text` with the number before them, where each paragraph begins, what hangs on it."""

    def __init__(self, prefix: str) -> None:
        self.text = prefix
        self.generated = len(prefix)
        self.places: list[Place] = []
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        self.style = Style()


class _Paper:
    """The paper as far as it is read: blocks, and the count of paragraphs, blank ones and rows included."""

    def __init__(self, package: Package) -> None:
        styles = package.part("styles")
        self.blocks: list[Block] = []
        self.hidden = 0
        self.hidden_line: int | None = None
        self._line = 0
        self._styles = Styles(styles, package)
        self._numbering: Numbering | None = None
        self._package = package
        self._hiding = hiding_styles(package.source, styles)
        self._index = {paragraph: index for index, paragraph in enumerate(package.document.iter(P))}

    def story(self, container: Element, depth: int) -> None:
        """Everything in a body or text box, in reading order."""
        if depth > DEPTH_LIMIT:
            raise UnreadableError(TOO_DEEP)
        for item in lines(container):
            if isinstance(item, Row):
                self._row(item, depth)
            else:
                self._paragraph(item, depth)

    def _paragraph(self, line: Line, depth: int) -> None:
        self._line += 1
        written = self._write(line)
        if not _blank(written.text):
            self._parts(written)
        elif not line.whole:
            self._line -= 1
        for box in written.boxes:
            self.story(box, depth + 1)

    def _parts(self, written: _Written) -> None:
        """One block, or several where soft breaks part paragraphs: the first keeps the number."""
        text = written.text
        ranges = list(parts(text)) if "\n" in text else [(0, len(text))]
        for number, (start, end) in enumerate(ranges):
            start, end = (0 if not number else start), (len(text) if end == ranges[-1][1] else end)
            places = [Place(place.paragraph, place.start - start) for place in written.places]
            generated = written.generated if not number else 0
            self._block(BlockKind.PARAGRAPH, text[start:end], generated, places, written.style, text[:start])

    def _row(self, row: Row, depth: int) -> None:
        if depth > DEPTH_LIMIT:
            raise UnreadableError(TOO_DEEP)
        self._line += 1
        cells: list[str] = []
        places: list[Place] = []
        inner: list[Row] = []
        shown: list[_Written] = []
        boxes: list[Element] = []
        length = 0
        for cell in row.cells:
            words: list[str] = []
            for item in lines(cell):
                if isinstance(item, Row):
                    inner.append(item)
                    continue
                written = self._write(item)
                boxes += written.boxes
                if not _blank(written.text):
                    places += (Place(index, length + start) for index, start in written.places)
                    length += len(written.text) + 1
                    words.append(written.text)
                    shown.append(written)
            cells.append("\n".join(words))
            length += 0 if words else 1
        if shown:
            first = shown[0]
            generated = first.generated if cells[0] else 0
            self._block(BlockKind.TABLE, "\t".join(cells), generated, places, first.style)
        for box in boxes:
            self.story(box, depth + 1)
        for nested in inner:
            self._row(nested, depth + 1)

    def _block(
        self, kind: BlockKind, text: str, generated: int, places: list[Place], style: Style, before: str = ""
    ) -> None:
        self.blocks.append(
            Block(
                index=len(self.blocks),
                text=text,
                line=self._line,
                column=len(before) + 1,
                lead=len(before.encode("utf-8", "surrogatepass")),
                kind=kind,
                generated=generated,
                style=style,
                anchor=anchor(places),
            )
        )

    def _write(self, line: Line) -> _Written:
        own = read_properties(line.leading.find(PPR))
        numbered = self._numbers().number(own)
        written = _Written(numbered.prefix)
        for paragraph in line.paragraphs:
            words = inline(paragraph, self._hiding)
            written.places.append(Place(self._index[paragraph], len(written.text)))
            written.pieces += words.pieces
            written.boxes += words.boxes
            written.text += words.text()
            if words.hidden:
                self.hidden += words.hidden
                self.hidden_line = self.hidden_line or self._line
        if not _blank(written.text):
            written.style = self._styles.style(own, written.pieces, numbered.properties, by_style=numbered.by_style)
        return written

    def _numbers(self) -> Numbering:
        if self._numbering is None:
            self._numbering = Numbering(self._package.part("numbering"), self._styles)
        return self._numbering


def _blank(text: str) -> bool:
    """Are there only blanks? Zero-width characters are none to the eye."""
    return not text.strip().strip("\u200b\ufeff")
