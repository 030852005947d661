"""What a paragraph of a .docx says, piece by piece, and how it is found again (ECMA-376 part 1, clause 17).

Shared by the reader, which makes blocks of a paragraph's words, and the annotator, which must find the same words
again to put a comment on them: both call `inline`, so an offset means the same to both. Only `tag`, `text`, `get` and
the order of children are used, so elements of lxml serve as well.
"""

from collections.abc import Iterable, Iterator
from string import hexdigits
from typing import NamedTuple
from xml.etree.ElementTree import Element

from checker.errors import UnreadableError
from checker.ooxml.archive import DEPTH_LIMIT
from checker.ooxml.hiding import on, value
from checker.ooxml.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    PPR,
    PSTYLE,
    RPR,
    RSTYLE,
    SDT,
    SDT_CONTENT,
    TEXT_BOX,
    VANISH,
    M,
    R,
    T,
    W,
)  # fmt: skip
from checker.ooxml.package import TOO_DEEP

BREAK, TYPE, FIELD_MARK, FIELD_MARK_TYPE = W + "br", W + "type", W + "fldChar", W + "fldCharType"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Containers that stand in a paragraph or between blocks and change nothing of what is read. `w:del` and `w:moveFrom`
# are not among them: their words are gone from the paper.
TRANSPARENT = frozenset(
    {W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo")}
    | {M + name for name in ("oMath", "oMathPara", "r", "e", "f", "num", "den", "sSup", "sSub", "sup", "sub", "d")}
    | {SDT, SDT_CONTENT}
)
_DRAWN = frozenset(W + name for name in ("drawing", "pict", "object"))
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
# Private characters of Wingdings and Symbol that stand in reports, as what is seen (w:sym, 17.3.3.30)
_SYMBOLS = {
    0xF0A8: "□", 0xF06F: "□", 0xF0FE: "☑", 0xF052: "☑", 0xF0FC: "✓", 0xF0FB: "✗", 0xF06C: "●", 0xF06E: "■",
    0xF075: "◆", 0xF0D8: "➢", 0xF0E0: "→", 0xF0B7: "•", 0xF0B4: "×", 0xF0B1: "±", 0xF0B0: "°", 0xF0A3: "≤", 0xF0B3: "≥",
}  # fmt: skip


class Place(NamedTuple):
    """Paragraph number `paragraph` (from 0, every `w:p` of the main part in the file's order) begins at `start`.

    `start` counts characters of the block's text, so a rebuilt list number stands before it.
    """

    paragraph: int
    start: int


class Piece(NamedTuple):
    """`text` stands in its paragraph from `start`; it is `leaf` (w:t, w:tab, w:br, …) of `run` that says so.

    The piece begins at character `lead` of the leaf's own text (blanks that Word does not show are left out).
    """

    run: Element
    leaf: Element
    text: str
    start: int
    lead: int = 0


class Inline(NamedTuple):
    """A paragraph's pieces in reading order, the text boxes anchored in it, and how many characters are hidden."""

    pieces: list[Piece]
    boxes: list[Element]
    hidden: int

    def text(self) -> str:
        return "".join([piece.text for piece in self.pieces])


def anchor(places: Iterable[Place]) -> str:
    """`[Place(17, 2)]` → "p:17@2"; a block of several paragraphs (table row) has several places."""
    return " ".join(f"p:{place.paragraph}@{place.start}" for place in places)


def places(written: str) -> tuple[Place, ...]:
    """The places that `anchor` wrote: `places("p:17@2") == (Place(17, 2),)`."""
    pairs = (word.removeprefix("p:").split("@") for word in written.split())
    return tuple(Place(int(index), int(start)) for index, start in pairs)


def chosen(alternate: Element) -> Iterator[Element]:
    """The branch of mc:AlternateContent that is read, so that a text box is read once (part 3, 10.2)."""
    branches = [branch for branch in alternate if branch.tag in (CHOICE, FALLBACK)]
    return iter(branches[:1])


def inline(paragraph: Element, hiding: frozenset[str] | None) -> Inline:
    """What stands in `paragraph`: deleted text, field instructions, comments, notes and hidden text left out.

    `hiding` is None when nothing in the document hides text, which saves looking. Raises UnreadableError when
    containers nest too deep.
    """
    reader = _Reader(paragraph, hiding)
    reader.container(paragraph, 0)
    while reader.pieces and _turns_page(reader.pieces[-1].leaf):
        reader.pieces.pop()
    return Inline(reader.pieces, reader.boxes, reader.hidden)


class _Reader:
    def __init__(self, paragraph: Element, hiding: frozenset[str] | None) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        self.hidden = 0
        self._length = 0
        self._hiding = hiding
        # complex fields open here (17.16.18), True while in the instruction; one whose instruction does not end in
        # its paragraph is broken and must not swallow the rest of the report, so nothing is carried over
        self._fields: list[bool] = []
        self._hidden_style = hiding is not None and value(paragraph, f"{PPR}/{PSTYLE}") in hiding

    def container(self, parent: Element, depth: int) -> None:
        if depth > DEPTH_LIMIT:
            raise UnreadableError(TOO_DEEP)
        for child in parent:
            tag = child.tag
            if tag == R:
                if self._hiding is not None and self._hides(child):
                    self._skip(child)
                else:
                    self._run(child, child, depth)
            elif tag in TRANSPARENT:
                self.container(child, depth + 1)
            elif tag == ALTERNATE:
                for branch in chosen(child):
                    self.container(branch, depth + 1)
            elif tag == M + "t":
                self._add(parent, child, child.text or "", 0)

    def _run(self, run: Element, parent: Element, depth: int) -> None:
        for leaf in parent:
            tag = leaf.tag
            if tag == T:
                if text := leaf.text:
                    if text[0] in " \t\r\n" or text[-1] in " \t\r\n" or "\n" in text or "\t" in text:
                        self._blanks(run, leaf, text)
                    else:
                        self._add(run, leaf, text, 0)
            elif tag == RPR:
                continue
            elif tag in _SIGNS:
                self._add(run, leaf, _SIGNS[tag], 0)
            elif tag == BREAK:
                if self.pieces or not _turns_page(leaf):
                    self._add(run, leaf, "\n", 0)
            elif tag == FIELD_MARK:
                self._field(leaf.get(FIELD_MARK_TYPE))
            elif tag == W + "sym":
                self._add(run, leaf, _symbol(leaf.get(W + "char", "")), 0)
            elif tag in _DRAWN:
                self._drawn(leaf, depth + 1)
            elif tag == W + "ruby":
                for base in leaf.findall(W + "rubyBase"):
                    self.container(base, depth + 1)
            elif tag == ALTERNATE:
                if depth > DEPTH_LIMIT:
                    raise UnreadableError(TOO_DEEP)
                for branch in chosen(leaf):
                    self._run(run, branch, depth + 1)

    def _add(self, run: Element, leaf: Element, text: str, lead: int) -> None:
        if text and True not in self._fields:
            self.pieces.append(Piece(run, leaf, text, self._length, lead))
            self._length += len(text)

    def _blanks(self, run: Element, leaf: Element, text: str) -> None:
        """Without xml:space blanks around the text are layout of the XML; inside, any blank is a space (17.3.3.31)."""
        lead = 0
        if leaf.get(SPACE) != "preserve":
            lead = len(text) - len(text.lstrip(" \t\r\n"))
            text = text.strip(" \t\r\n")
        self._add(run, leaf, text.translate({9: 32, 10: 32, 13: 32}), lead)

    def _field(self, mark: str | None) -> None:
        if mark == "begin":
            self._fields.append(True)
        elif mark == "separate" and self._fields:
            self._fields[-1] = False
        elif mark == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, parent: Element, depth: int) -> None:
        if depth > DEPTH_LIMIT:
            raise UnreadableError(TOO_DEEP)
        for child in parent:
            if child.tag == TEXT_BOX:
                self.boxes.append(child)
            elif child.tag == ALTERNATE:
                for branch in chosen(child):
                    self._drawn(branch, depth + 1)
            elif len(child):
                self._drawn(child, depth + 1)

    def _hides(self, run: Element) -> bool:
        properties = run.find(RPR)
        direct = properties.find(VANISH) if properties is not None else None
        if direct is not None:
            return on(direct)
        # a toggle property: character and paragraph style cancel each other (17.7.3)
        return (value(run, f"{RPR}/{RSTYLE}") in (self._hiding or ())) != self._hidden_style

    def _skip(self, run: Element) -> None:
        for leaf in run:
            if leaf.tag == FIELD_MARK:
                self._field(leaf.get(FIELD_MARK_TYPE))
            elif leaf.tag == T and True not in self._fields:
                self.hidden += len(leaf.text or "")


def _turns_page(leaf: Element) -> bool:
    """Is it a page or column break? It shows only where words stand before and after it."""
    return leaf.tag == BREAK and leaf.get(TYPE) in ("page", "column")


def _symbol(code: str) -> str:
    number = int(code, 16) if len(code) == 4 and all(digit in hexdigits for digit in code) else 0
    if number < 0x20 or 0xD800 <= number < 0xE000:
        return ""
    return _SYMBOLS.get(number) or _SYMBOLS.get(number | 0xF000) or chr(number)
