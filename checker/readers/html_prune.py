"""A page → the page without what nobody reads as text: scripts, hidden parts, menus, footers, index cards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.model.document import Metadata
from checker.readers.html_labels import clean, read_card, read_line
from checker.readers.html_tree import Element, Text

BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li",
    "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
CONTAINERS = BLOCKS - frozenset({
    "p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dt", "caption", "legend", "summary", "figcaption",
})  # fmt: skip

_DROPPED = frozenset({
    "script", "style", "noscript", "template", "iframe", "frame", "object", "embed", "applet", "audio", "video",
    "canvas", "svg", "map", "select", "button", "input", "textarea", "nav", "footer", "aside", "datalist", "dialog",
    "head",
})  # fmt: skip
# parts of a table or list are judged with the whole
_PARTS = frozenset({
    "tbody", "thead", "tfoot", "tr", "td", "th", "li", "dt", "dd", "html", "body",
})  # fmt: skip
_HIDING = re.compile(
    r"(?:^|;)(?:display:none|visibility:hidden|font-size:0(?:px|pt|em)?(?:;|$|!)|opacity:0(?:;|$|!)|mso-hide:all"
    r"|mso-element:comment|(?:left|top|text-indent|margin-left|margin-top):-\d{3,}"
    r"|(?:width|height):0(?:px)?;(?:.*;)?overflow:hidden|overflow:hidden;(?:.*;)?(?:width|height):0(?:px)?(?:;|$))"
)
# parts of a site that are told by name; compared with whole words of class and id
_FRAME = re.compile(
    r"(?:bread-?)?crumbs?|breadcrumb.*|dqwz|cur-?pos(?:ition)?|mbx|mianbaoxie|(?:page|site|main)?[-_]?(?:footer|foot|bottom)"
    r"|(?:page|site|top|main)?[-_]?(?:nav|navbar|navigation|menu)|side-?bar|share|bdshare.*|bds_.*|jiathis.*|social-share"
    r"|qrcode|ewm|erweima|related|xgwd|xgyd|relevant|copyright|no-?print|pagination|fontsize|print-?close"
    r"|visually-?hidden|sr-only|msocomtxt|msocomoff"
)
_COMMA = re.compile("[；，,;]")
_CJK = re.compile("[\u3400-\u9fff]")


@dataclass(slots=True)
class Pruned:
    """What pruning leaves. `prose` tells how much running text an element of the tree holds, by `id`."""

    root: Element
    prose: dict[int, int] = field(default_factory=dict)
    metadata: list[Metadata] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Content:
    """What stands below an element, counted while its tree is built."""

    nodes: int = 1
    solid: int = 0  # characters, blanks left out
    linked: int = 0  # those that are links
    links: int = 0
    prose: int = 0  # characters of paragraphs that read like an article
    line: str = ""  # the characters since the last line break
    attached: bool = False  # names an 附件

    def add(self, other: "_Content") -> None:
        self.nodes += other.nodes
        self.solid += other.solid
        self.linked += other.linked
        self.links += other.links
        self.prose += other.prose
        self.attached |= other.attached

    def end_line(self) -> None:
        self.prose += _weigh(self.line)
        self.line = ""


def prune(page: Element) -> Pruned:
    """The readable tree, the values of the index cards, and each hidden or struck text.

    In the tree an inline element that holds blocks is a `div`, so that `BLOCKS` alone tells where lines break.
    """
    result = Pruned(page)
    result.root = _prune(page, result)[0]
    return result


def cells(element: Element) -> list[str]:
    """The texts of the smallest blocks below a block, in reading order, cleaned; empty ones left out."""
    return [text for line in _lines(element) if (text := clean(line))]


def names(element: Element) -> list[str]:
    """The words of its class and id, in small letters."""
    return f"{element.get('class')} {element.get('id')}".lower().split()


def _prune(element: Element, result: Pruned) -> tuple[Element, _Content]:
    kept: list[Element | Text] = []
    content = _Content()
    for child in element.children:
        if isinstance(child, Text):
            kept.append(child)
            content.solid += len("".join(child.text.split()))
            content.attached |= "附件" in child.text
            content.line += child.text
        elif child.tag in _DROPPED:
            continue
        elif _is_hidden(child):
            if _CJK.search(hidden := child.text()):
                result.hidden.append(hidden)
        else:
            _keep(child, kept, content, result)
    if element.tag == "a" and element.get("href"):
        content.linked, content.links, content.line = content.solid, 1, ""
    tag = _tag(element, kept)
    if tag in BLOCKS:
        content.end_line()
    pruned = Element(tag, element.attributes, tuple(kept))
    result.prose[id(pruned)] = content.prose
    return pruned, content


def _keep(child: Element, kept: list[Element | Text], content: _Content, result: Pruned) -> None:
    """The pruned child into `kept`, unless it is a part of the site; an index card goes into the metadata."""
    pruned, inner = _prune(child, result)
    if _is_menu(pruned, inner) or _is_frame(pruned, inner):
        return
    if card := _card(pruned, inner):
        result.metadata.extend(card)
        return
    kept.append(pruned)
    if pruned.tag in BLOCKS or pruned.tag == "br":
        content.end_line()
    content.line += inner.line
    content.add(inner)


def _tag(element: Element, kept: list[Element | Text]) -> str:
    if element.tag in BLOCKS:
        return element.tag
    holds_blocks = any(isinstance(child, Element) and child.tag in BLOCKS for child in kept)
    return "div" if holds_blocks or "display:block" in element.get("style").replace(" ", "").lower() else element.tag


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    if "hidden" in element.attributes or element.tag in ("del", "s", "strike"):
        return True
    return bool(style) and _HIDING.search("".join(style.lower().split())) is not None


def _is_frame(element: Element, content: _Content) -> bool:
    return content.prose < 200 and element.tag in CONTAINERS and any(map(_FRAME.fullmatch, names(element)))


def _is_menu(element: Element, content: _Content) -> bool:
    """Mostly links, and at least four of them: a menu, a path, a list of other articles."""
    if content.links < 4 or content.attached or element.tag not in CONTAINERS or element.tag in _PARTS:
        return False
    return content.linked > 0.7 * content.solid


def _card(element: Element, content: _Content) -> tuple[Metadata, ...]:
    if not 3 <= content.solid <= 900 or content.nodes > 400 or element.tag not in BLOCKS or element.tag in _PARTS:
        return ()
    texts = tuple(cells(element))
    if len(texts) == 1:
        return read_line(texts[0])
    return read_card(texts) if len(texts) <= 120 else ()


def _lines(element: Element) -> Iterator[str]:
    own = ""
    for child in element.children:
        if isinstance(child, Text):
            own += child.text
        elif child.tag in BLOCKS or child.tag == "br":
            yield own
            own = ""
            yield from _lines(child)
        else:
            own += child.text()
    yield own


def _weigh(text: str) -> int:
    """Its length when it reads like a sentence of an article, not like the address line of a footer, else 0."""
    if len(text) < 25 or not _CJK.search(text):
        return 0
    return len(text) if "。" in text or (len(text) >= 80 and _COMMA.search(text)) else 0
