"""The body of an article → its paragraphs and table rows, as a browser would lay them out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from checker.model.document import PLAIN, BlockKind, Style
from checker.readers.html_prune import BLOCKS
from checker.readers.html_tree import Element, Text

_CJK = "\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef“”‘’…—"
# a line end beside a Chinese character is the editor's wrapping; elsewhere it is a blank
_WRAP = re.compile(rf"(?<=[{_CJK}])[ \t]*\n[ \t\n]*|[ \t]*\n[ \t\n]*(?=[{_CJK}])")
_BLANKS = re.compile(r"[ \t\n\f]+")
_NUMBERED = re.compile(r"[\s\u3000\xa0]*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]|[\s\u3000\xa0]*[①-⑳]")
_CENTRED = re.compile(r"text-align:(center|right|left|justify|end)")
_INDENT = re.compile(r"text-indent:(-?[\d.]+)(em|pt|px)")
_BOLD = re.compile(r"font-weight:(bold|bolder|[6-9]00)")
_LISTED = re.compile(r"list-style(?:-type)?:([a-z-]+)")
_PRE = re.compile(r"white-space:pre")
_DIGITS = "〇一二三四五六七八九"
_LONG = 200  # characters of a cell that is no figure and no caption: the table lays out the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph or table row before it becomes a block; `line` is the source line of its first character."""

    text: str
    line: int
    kind: BlockKind = BlockKind.PARAGRAPH
    generated: int = 0
    style: Style = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What a paragraph inherits from the elements around it."""

    outline: int | None = None
    bold: bool = False
    align: str | None = None
    indent: float | None = None
    preformatted: bool = False
    soft: bool = False  # <br> is a line of this paragraph, not its end


@dataclass(slots=True)
class _Line:
    """The paragraph being collected."""

    parts: list[str] = field(default_factory=list)
    line: int = 1
    context: _Context = _Context()
    bold: int = 0
    solid: int = 0
    number: str = ""


def paragraphs(body: Element) -> Iterator[Piece]:
    """Paragraphs and rows in reading order; blank ones are left out."""
    line = _Line()
    yield from _walk(body, _Context(), line)
    yield from _flush(line)


def _walk(element: Element, context: _Context, line: _Line) -> Iterator[Piece]:
    context = _inherit(element, context)
    for child in element.children:
        if isinstance(child, Text):
            _add(child, context, line)
        elif child.tag == "br":
            if context.soft and line.solid:
                line.parts.append("\v")
            else:
                yield from _flush(line)
        elif child.tag == "table":
            yield from _flush(line)
            yield from _table(child, context)
        elif child.tag in ("ol", "ul"):
            yield from _flush(line)
            yield from _list(child, context, line)
            yield from _flush(line)
        elif child.tag in BLOCKS:
            yield from _flush(line)
            yield from _walk(child, context, line)
            yield from _flush(line)
        else:
            yield from _walk(child, context, line)


def _inherit(element: Element, context: _Context) -> _Context:
    if not element.attributes and element.tag not in _STYLED:
        return context
    css = "".join(element.get("style").lower().split())
    align = _CENTRED.search(css)
    indent = _INDENT.search(css)
    changed = replace(
        context,
        bold=context.bold or element.tag in ("b", "strong", "th") or _BOLD.search(css) is not None,
        align=align[1] if align else _ALIGN.get(element.get("align").lower(), context.align),
        indent=_characters(indent[1], indent[2]) if indent else context.indent,
        preformatted=context.preformatted or element.tag == "pre" or _PRE.search(css) is not None,
    )
    if element.tag == "center":
        changed = replace(changed, align="center")
    if len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1] in "123456":
        return replace(changed, outline=int(element.tag[1]), bold=True, soft=True)
    return replace(changed, soft=context.soft or (element.tag == "p" and changed.align == "center"))


_STYLED = frozenset({"b", "strong", "th", "pre", "center", "p", "h1", "h2", "h3", "h4", "h5", "h6"})
_ALIGN = {"center": "center", "middle": "center", "right": "right", "left": "left", "justify": "justify"}


def _characters(value: str, unit: str) -> float | None:
    """A length in characters of the 16-pixel text that browsers set."""
    try:
        return round(float(value) / {"em": 1, "pt": 12, "px": 16}[unit], 1)
    except ValueError:
        return None


def _add(text: Text, context: _Context, line: _Line) -> None:
    solid = len("".join(text.text.split()))
    if not line.solid and solid:
        line.line, line.context = text.line, context
    line.solid += solid
    line.bold += solid if context.bold else 0
    line.parts.append(text.text.replace("\n", "\v") if context.preformatted else text.text)


def _flush(line: _Line) -> Iterator[Piece]:
    """The collected paragraph; several where preformatted text breaks lines."""
    if not line.parts:
        return
    context = line.context
    style = Style(
        outline=context.outline,
        bold=(0 < line.solid <= line.bold) or None,
        align={"end": "right"}.get(context.align or "", context.align),
        indent=context.indent,
    )
    texts = [_collapse(part) for part in "".join(line.parts).split("\v")]
    solid = [text for text in texts if text.strip()]
    if solid:
        number = "" if _NUMBERED.match(solid[0]) else line.number
        if context.soft:
            solid = ["\n".join(solid)]
        yield Piece(text=number + solid[0], line=line.line, generated=len(number), style=style)
        for offset, text in enumerate(texts[texts.index(solid[0]) + 1 :] if not context.soft else (), start=1):
            if text.strip():
                yield Piece(text=text, line=line.line + offset, style=style)
    line.parts, line.bold, line.solid, line.context = [], 0, 0, _Context()
    if solid:
        line.number = ""


def _collapse(text: str) -> str:
    """White space as a browser shows it: runs are one blank, none at the ends; NBSP and U+3000 stay."""
    return _BLANKS.sub(" ", _WRAP.sub("", text)).strip(" ")


def _list(element: Element, context: _Context, line: _Line) -> Iterator[Piece]:
    """The entries of a list; those of <ol> with the number that a browser prints before them."""
    css = "".join(element.get("style").lower().split())
    named = _LISTED.search(css)
    kind = named[1] if named else {"a": "lower-alpha", "A": "upper-alpha"}.get(element.get("type"), "decimal")
    number = _whole(element.get("start"), 1)
    for child in element.children:
        if not isinstance(child, Element):
            _add(child, context, line)
        elif child.tag == "li":
            yield from _flush(line)
            number = _whole(child.get("value"), number)
            line.number = _numeral(number, kind) if element.tag == "ol" else ""
            number += 1
            yield from _walk(child, _inherit(element, context), line)
            yield from _flush(line)
            line.number = ""
        else:
            yield from _walk(Element("div", {}, (child,)), context, line)


def _whole(value: str, default: int) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else default


def _numeral(number: int, kind: str) -> str:
    """The printed number of a list entry (CSS Counter Styles 3, §6): `_numeral(12, "cjk-ideographic") == "十二、"`."""
    if kind in ("none", "disc", "circle", "square"):
        return ""
    if kind.startswith(("cjk-ideographic", "simp-chinese", "trad-chinese", "japanese")) and 0 < number < 100:
        tens, ones = divmod(number, 10)
        head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
        return f"{head}{_DIGITS[ones] if ones or not tens else ''}、"
    if kind in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and 0 < number <= 26:
        return f"{chr((64 if kind.startswith('upper') else 96) + number)}."
    return f"{number}."


def _table(table: Element, context: _Context) -> Iterator[Piece]:
    """Rows with their cells joined by tabs; a table that only lays out the page gives ordinary paragraphs."""
    rows = list(_rows(table))
    cells = [[list(paragraphs(cell)) for cell in row] for row in rows]
    nested = any(element.tag == "table" for row in rows for cell in row for element in cell.elements())
    filled = [[cell for cell in row if cell] for row in cells]
    long = any(sum(len(piece.text) for piece in cell) > _LONG for row in cells for cell in row)
    if nested or long or max(map(len, filled), default=0) < 2:
        for row in rows:
            for cell in row:
                line = _Line()
                yield from _walk(cell, _inherit(table, context), line)
                yield from _flush(line)
        return
    for caption in (child for child in table.children if isinstance(child, Element) and child.tag == "caption"):
        yield from paragraphs(caption)
    for filled_row in cells:
        texts = ["\n".join(piece.text for piece in cell) for cell in filled_row]
        if any(texts):
            first = next(piece for cell in filled_row for piece in cell)
            yield Piece(text="\t".join(texts), line=first.line, kind=BlockKind.TABLE)


def _rows(table: Element) -> Iterator[list[Element]]:
    """The cells of each row of this table, not of tables inside it; loose content counts as a row of one cell."""
    for child in table.children:
        if not isinstance(child, Element) or child.tag == "caption":
            continue
        if child.tag == "tr":
            yield [cell for cell in child.children if isinstance(cell, Element) and cell.tag in ("td", "th")]
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from _rows(child)
