"""Characters of an HTML page → a small tree of our own. The only door to selectolax.

The tree is bounded on purpose: everything behind this door may recurse.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.errors import UnreadableError

if TYPE_CHECKING:  # optional library: imported for real where the message about installing it stands
    from selectolax.lexbor import LexborNode

DEPTH = 150  # levels kept; what is nested deeper is laid flat on the last one (browsers do the same at 512)
NESTING = 1_500  # open elements in the source; the parser needs quadratic time
TAGS = 40_000
CHARACTERS = 3_000_000
CLONES = 200_000  # copies of unclosed <b>, <font>, … that HTML parsing makes in every later paragraph

ATTRIBUTES = 20_000_000_000  # the sum of squared tag lengths: the parser compares each attribute with all before it

_EMBEDDED = re.compile(r"data:[a-z]+/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=%\s]*")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]*)")
# elements that have no end tag, or whose end tag may be left out: they do not nest by themselves
_FLAT = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "caption",
    "html", "head", "body", "rt", "rp",
})  # fmt: skip
_FORMATTING = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "div", "li", "td", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "center", "blockquote", "section",
    "article",
})  # fmt: skip
_LINE = "l"  # the attribute that carries the source line through the parser


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Characters as they stand in the page, entities resolved; `line` is that of the first visible one, from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A node of the page; two are equal only when they are the same one."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple["Element | Text", ...]

    def get(self, name: str) -> str:
        """The attribute's value, "" when it is absent."""
        return self.attributes.get(name, "")

    def elements(self) -> Iterator["Element"]:
        """This element and all below it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()

    def texts(self) -> Iterator[Text]:
        """All characters below, in document order."""
        for child in self.children:
            if isinstance(child, Text):
                yield child
            else:
                yield from child.texts()

    def text(self) -> str:
        return "".join(piece.text for piece in self.texts())


def parse(page: str) -> Element:
    """The root element of a page, at most DEPTH levels deep.

    Raises UnreadableError when the library is missing or when the page is built to exhaust the reader.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise UnreadableError('读取网页需要 selectolax；请运行 pip install "checker[html]"') from None
    page = _EMBEDDED.sub("", page.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    if len(page) > CHARACTERS:
        raise UnreadableError(f"网页有 {len(page) // 10_000} 万字符，不像一份报告；请把正文另存为 .txt 或 .docx")
    root = LexborHTMLParser(_number_lines(page)).root
    return _convert(root) if root is not None else Element("html", {}, ())


def _number_lines(page: str) -> str:
    """The page with its source line written into every start tag: the parser itself keeps no positions."""
    parts: list[str] = []
    at, line, nesting, clones, formatting, attributes = 0, 1, 0, 0, 0, 0
    for count, tag in enumerate(_TAG.finditer(page)):
        name = tag[2].lower()
        step = -1 if tag[1] else 1
        if name not in _FLAT:
            nesting = max(0, nesting + step)
        if name in _FORMATTING:
            formatting = max(0, formatting + step)
        if name in _BLOCKS:
            clones += formatting
        attributes += _length(page, tag.end()) ** 2
        if nesting > NESTING or clones > CLONES or count > TAGS or attributes > ATTRIBUTES:
            raise UnreadableError("网页的标签层数或数量异常，不是正常的网页；请把正文另存为 .txt 或 .docx")
        line += page.count("\n", at, tag.end())
        parts.append(page[at : tag.end()])
        at = tag.end()
        if not tag[1]:
            parts.append(f' {_LINE}="{line}" ')
    return "".join((*parts, page[at:]))


def _length(page: str, start: int) -> int:
    """Characters of a start tag after its name, as far as it matters."""
    limit = start + 200_000
    end = page.find(">", start, limit)
    return (end if end >= 0 else min(limit, len(page))) - start


@dataclass(slots=True)
class _Open:
    """An element whose children are still being collected."""

    tag: str
    attributes: Mapping[str, str]
    children: list["Element | Text"]
    following: "LexborNode | None"

    def close(self) -> Element:
        return Element(self.tag, self.attributes, tuple(self.children))


def _convert(root: "LexborNode") -> Element:
    """The library's tree as ours, without recursion. Comments and processing instructions are left out."""
    line = 1
    stack = [_Open("html", {}, [], root.first_child)]
    flat: list[LexborNode | None] = []  # where to go on after an element that is laid flat
    while True:
        here = stack[-1]
        node = here.following
        if node is None:
            if flat:
                here.following = flat.pop()
                continue
            if len(stack) == 1:
                return here.close()
            stack.pop()
            stack[-1].children.append(here.close())
            continue
        here.following = node.next
        if node.is_text_node:
            text = node.text_content or ""
            solid = text.lstrip()
            start = line + text.count("\n", 0, len(text) - len(solid))
            line += text.count("\n")
            here.children.append(Text(text, start))
        elif node.is_element_node:
            tag = (node.tag or "").lower()
            attributes = {key: value or "" for key, value in node.attributes.items()}
            line = max(line, _number(attributes.pop(_LINE, "")))
            if len(stack) < DEPTH:
                stack.append(_Open(tag, attributes, [], node.first_child))
            elif node.first_child is not None:
                flat.append(here.following)
                here.following = node.first_child


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 9 else 0
