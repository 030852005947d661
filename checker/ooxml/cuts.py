"""Puts marks between the characters of paragraphs: runs are cut where a mark falls inside, and look as before.

A run is `w:r` with its properties first; a cut closes it and opens another with the same tag and properties.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from checker.ooxml.fields import around
from checker.ooxml.located import Located, Splices
from checker.ooxml.names import RPR, SDT_CONTENT, TEXT_BOX, P, T, W
from checker.ooxml.paragraph import SPACE, Piece, inline

# What may hold a run and a mark beside it (EG_PContent, part 1 annex A)
_HOLDERS = frozenset(
    {P, SDT_CONTENT}
    | {W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo")}
)

_BLANKS = " \t\r\n"
_Beside = list[tuple[bool, bytes]]  # markup, and whether it belongs to what stands before it


@dataclass(slots=True)
class _Mark:
    at: int  # character of the leaf's own text
    markup: bytes
    after: bool  # belongs to the characters before it


@dataclass(slots=True)
class Cuts:
    """Marks for one part; `applied` puts them in. `hiding` is as for `inline`."""

    part: Located
    splices: Splices
    prefix: str
    hiding: frozenset[str] | None
    _inside: dict[Element, tuple[Element, list[_Mark]]] = field(default_factory=dict)  # leaf → run, marks in it
    _between: dict[int, tuple[Element, _Beside]] = field(default_factory=dict)  # byte in a run → run, markup
    _around: dict[int, _Beside] = field(default_factory=dict)  # byte beside a run → markup
    _deleted: dict[Element, list[tuple[int, int]]] = field(default_factory=dict)
    _pieces: dict[Element, list[Piece]] = field(default_factory=dict)

    def pieces(self, paragraph: Element) -> list[Piece]:
        if paragraph not in self._pieces:
            self._pieces[paragraph] = inline(paragraph, self.hiding).pieces
        return self._pieces[paragraph]

    def before(self, piece: Piece, at: int, markup: bytes) -> None:
        """A mark before character `at` of a piece (from 0, in the piece)."""
        self._put(piece, at, markup, after=False)

    def after(self, piece: Piece, at: int, markup: bytes) -> None:
        """A mark behind the first `at` characters of a piece."""
        self._put(piece, at, markup, after=True)

    def behind(self, piece: Piece, at: int, markup: bytes) -> None:
        """As `after`, but outside a field in which the piece lies: what stands inside goes when the field updates."""
        paragraph = self._unit(piece)
        while paragraph.tag != P and paragraph in self.part.parents:
            paragraph = self.part.parents[paragraph]
        field = around(paragraph, piece.leaf)
        if field is None:
            self.after(piece, at, markup)
        else:
            self._beside(self.part.extents[field].end, markup, after=True)

    def delete(self, piece: Piece, start: int, end: int, before: bytes, after: bytes) -> None:
        """Marks characters of a piece as deleted (17.3.3.7), between `before` and `after`. See `is_plain`."""
        self._deleted.setdefault(piece.leaf, []).append((piece.lead + start, piece.lead + end))
        self._put(piece, start, before, after=False)
        self._put(piece, end, after, after=True)
        self._inside.setdefault(piece.leaf, (piece.run, []))  # written anew as deleted text, cut or not

    def is_plain(self, piece: Piece) -> bool:
        """Is it text of a run that can be cut: not a sign, a formula, or inside a drawing?"""
        return piece.leaf.tag == T and self._is_own(piece, self._unit(piece))

    def properties(self, run: Element) -> bytes:
        found = run.find(RPR)
        return self.part.whole(found) if found is not None else b""

    def apply(self) -> None:
        """Hands all marks to the splices; to be called once."""
        for leaf, (run, marks) in self._inside.items():
            extent = self.part.extents[leaf]
            self.splices.replace(extent.start, extent.end, self._written(leaf, run, marks))
        for byte, (run, markup) in self._between.items():
            self.splices.insert(byte, self._reopened(run, _joined(markup)))
        for byte, beside in self._around.items():
            self.splices.insert(byte, _joined(beside))

    def _put(self, piece: Piece, at: int, markup: bytes, *, after: bool) -> None:
        unit = self._unit(piece)
        extent = self.part.extents[unit]
        if not self._is_own(piece, unit):
            self._beside(extent.end if after else extent.start, markup, after=after)
            return
        if 0 < at < len(piece.text):
            self._inside.setdefault(piece.leaf, (piece.run, []))[1].append(_Mark(piece.lead + at, markup, after))
            return
        siblings = [child for child in piece.run if child.tag != RPR]
        leaf = self.part.extents[piece.leaf]
        if at == 0 and piece.leaf is siblings[0]:
            self._beside(extent.start, markup, after=after)
        elif at and piece.leaf is siblings[-1]:
            self._beside(extent.end, markup, after=after)
        else:
            byte = leaf.end if at else leaf.start
            self._between.setdefault(byte, (piece.run, []))[1].append((after, markup))

    def _beside(self, byte: int, markup: bytes, *, after: bool) -> None:
        self._around.setdefault(byte, []).append((after, markup))

    def _unit(self, piece: Piece) -> Element:
        """The run to which a mark can stand beside: the piece's own, or the outermost around a formula or text box."""
        own = piece.run
        parents = self.part.parents
        found: Element | None = None
        at: Element | None = own
        while at is not None:
            parent = parents.get(at)
            if parent is not None and parent.tag in _HOLDERS and (found is None or self._in_box(found)):
                found = at
            at = parent
        return found if found is not None else own

    def _is_own(self, piece: Piece, unit: Element) -> bool:
        return unit is piece.run and self.part.parents[piece.leaf] is unit

    def _in_box(self, element: Element) -> bool:
        at: Element | None = element
        while at is not None and at.tag != TEXT_BOX:
            at = self.part.parents.get(at)
        return at is not None

    def _written(self, leaf: Element, run: Element, marks: Iterable[_Mark]) -> bytes:
        """The leaf in as many runs as its marks make of it."""
        text = leaf.text or ""
        if leaf.get(SPACE) != "preserve":  # blanks at the ends are layout of the XML, and must not become text
            first, last = len(text) - len(text.lstrip(_BLANKS)), len(text.rstrip(_BLANKS))
        else:
            first, last = 0, len(text)
        gone = self._deleted.get(leaf, [])
        ordered = sorted(marks, key=lambda mark: (mark.at, not mark.after))
        stops = sorted({first, last, *(mark.at for mark in ordered)})
        written: list[bytes] = []
        for start, end in pairwise(stops):
            markup = b"".join(mark.markup for mark in ordered if mark.at == start)
            if markup:
                written.append(self._reopened(run, markup))
            deleted = any(from_ <= start and end <= to for from_, to in gone)
            name = f"{self.prefix}:{'delText' if deleted else 't'}"
            written.append(f'<{name} xml:space="preserve">{escape(text[start:end])}</{name}>'.encode())
        return b"".join(written)

    def _reopened(self, run: Element, markup: bytes) -> bytes:
        """The end of a run, `markup`, and the same run again."""
        tag = self.part.tag(run)
        return b"</" + tag[1:].split(None, 1)[0].rstrip(b">") + b">" + markup + tag + self.properties(run)


def _joined(beside: _Beside) -> bytes:
    """What ends at a place stands before what begins there."""
    return b"".join(markup for _, markup in sorted(beside, key=lambda one: not one[0]))
