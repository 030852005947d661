"""An XML part as a tree whose elements know the bytes they were read from, so that a change touches nothing else.

What is written back is the original with pieces put in: prefixes, declarations, layout and everything that we do not
know stay as they were, byte for byte.
"""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element
from xml.parsers import expat

from checker.errors import UnreadableError
from checker.ooxml.archive import MEMBER_LIMIT, TAG_LIMIT
from checker.ooxml.names import STRICT, W
from checker.ooxml.package import BROKEN, TOO_BIG

_START_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ENCODING = re.compile(rb"""^(<\?xml[^>]*?)\s+encoding=["'][^"']*["']""")


class Extent(NamedTuple):
    """Bytes of an element: `start` at its "<", `inner` behind its start tag, `close` at its end tag, `end` behind it.

    For an empty element (`<w:t/>`) `inner` == `close` == `end`.
    """

    start: int
    inner: int
    close: int
    end: int


class Located:
    """The tree of `content`; `extents` and `parents` by element. Names are those of the transitional form.

    Raises UnreadableError for what is not well-formed, has a document type, or is too big for a report.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) > MEMBER_LIMIT or content.count(b"<") > TAG_LIMIT:
            raise UnreadableError(TOO_BIG)
        self.content = _utf8(content)
        self.extents: dict[Element, Extent] = {}
        self.parents: dict[Element, Element] = {}
        self.prefixes: dict[str, str] = {}  # namespace as written → prefix, of the root
        self._open: list[tuple[Element, int, int]] = []
        self._root: Element | None = None
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text, parser.buffer_size = True, 1 << 20
        parser.StartNamespaceDeclHandler = self._namespace
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._parser = parser
        try:
            parser.Parse(self.content, True)
        except (expat.ExpatError, ValueError, LookupError) as fault:
            raise UnreadableError(BROKEN) from fault
        assert self._root is not None  # a document without a root is not well-formed
        self.root: Element = self._root
        del self._parser

    def tag(self, element: Element) -> bytes:
        """Its start tag as written."""
        extent = self.extents[element]
        return self.content[extent.start : extent.inner]

    def whole(self, element: Element) -> bytes:
        extent = self.extents[element]
        return self.content[extent.start : extent.end]

    @property
    def strict(self) -> bool:
        """Is it the strict form of ISO/IEC 29500?"""
        return any(uri == one for uri in self.prefixes for one, _ in STRICT)

    def _namespace(self, prefix: str | None, uri: str) -> None:
        if self._root is None and prefix:
            self.prefixes.setdefault(uri, prefix)

    def _doctype(self, *_: object) -> None:
        raise UnreadableError(BROKEN)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(_transitional(name), {_transitional(key): value for key, value in attributes.items()})
        start = self._parser.CurrentByteIndex
        tag = _START_TAG.match(self.content, start)
        assert tag is not None  # expat has read it
        if self._open:
            parent = self._open[-1][0]
            parent.append(element)
            self.parents[element] = parent
        else:
            self._root = element
        self._open.append((element, start, tag.end()))

    def _end(self, _: str) -> None:
        element, start, inner = self._open.pop()
        if self.content[inner - 2 : inner] == b"/>":
            self.extents[element] = Extent(start, inner, inner, inner)
            return
        close = self._parser.CurrentByteIndex
        self.extents[element] = Extent(start, inner, close, self.content.index(b">", close) + 1)

    def _text(self, text: str) -> None:
        element = self._open[-1][0]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text


class Splices:
    """Changes of a Located part, made all at once: insertions at a byte, and bytes replaced. None may overlap."""

    def __init__(self, part: Located) -> None:
        self._part = part
        self._changes: list[tuple[int, int, int, bytes]] = []

    def insert(self, at: int, new: bytes) -> None:
        """What was inserted at one byte first stands first."""
        self._changes.append((at, 0, at, new))

    def replace(self, start: int, end: int, new: bytes) -> None:
        self._changes.append((start, 1, end, new))

    def applied(self) -> bytes:
        content, pieces, at = self._part.content, list[bytes](), 0
        for start, _, end, new in sorted(self._changes, key=lambda change: change[:2]):
            pieces += (content[at:start], new)
            at = end
        return b"".join((*pieces, content[at:]))


def word_prefix(part: Located, splices: Splices) -> str:
    """The prefix of WordprocessingML in a part; where the root binds none, one is declared there."""
    strict = next(one for one, transitional in STRICT if transitional == W[1:-1])
    for uri in (W[1:-1], strict):
        if uri in part.prefixes:
            return part.prefixes[uri]
    inner = part.extents[part.root].inner
    at = inner - (2 if part.content[inner - 2 : inner] == b"/>" else 1)
    uri = strict if part.strict else W[1:-1]
    splices.insert(at, f' xmlns:w="{uri}"'.encode())
    return "w"


def _transitional(name: str) -> str:
    uri, brace, local = name.rpartition("}")
    if not brace:
        return name
    for strict, transitional in STRICT:
        if uri.startswith(strict):
            uri = transitional + uri[len(strict) :]
    return f"{{{uri}}}{local}"


def _utf8(content: bytes) -> bytes:
    """UTF-16, the other encoding that a part may have (part 2, 8.1.1), as UTF-8."""
    if b"\x00" not in content[:4]:
        return content
    order = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-be" if content[0] == 0 else "utf-16-le"
    return _ENCODING.sub(rb'\1 encoding="UTF-8"', content.decode(order, errors="replace").encode("utf-8"))
