"""A whole government page → its article: title, body and what the index card says. Everything around it is left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.model.document import Metadata
from checker.readers.html_labels import clean
from checker.readers.html_prune import BLOCKS, CONTAINERS, Pruned, cells, names, prune
from checker.readers.html_tree import Element, Text

# containers in which the editors of government sites (TRS, 博达, 开普, 大汉, 南威, …) put exactly the article
_BODIES = frozenset({
    "trs_editor", "trs_editor_view", "trs_ueditor", "ucap-content", "zoom", "v_news_content", "vsb_content",
    "vsb_content_2", "vsb_content_4", "pages_content", "wp_articlecontent", "custom_unionstyle", "js_content",
    "ivs_content", "artibody", "article_content", "article-content", "articlecontent", "info_content", "infocontent",
    "newscontent", "news_content", "j-fontcontent", "contentregion", "detail-content", "detail_content",
    "xl_content", "zwcontent", "bt_content", "nr_content", "xxgk_content", "govcontent",
})  # fmt: skip
# a whole line such as 2025年1月15日 or 二〇二五年一月十五日, and not 2025年1月15日起施行
_DAY = re.compile(r"[12〇二一0-9零○ＯO]{4}\s*年[\s\d一二三四五六七八九十元]+月[\s\d一二三四五六七八九十]+日")
# what parts the article's title from the site's name: 报告_某县人民政府, and not 2021-2025年规划
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|--+|[-–—](?=[^-–—]*(?:政府|网|信息公开)[^-–—]*$)")
_TITLE_NAME = re.compile(r"(?:^|[-_])(?:biaoti|bt|tit|headline)\d?(?:$|[-_])|title")
_SHARE = 0.97  # of the running text that the body must hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """`heading` is the title that the page shows outside the body, "" for none; `hidden` counts hidden passages."""

    heading: str
    line: int
    body: Element
    metadata: tuple[Metadata, ...]
    hidden: int


def find_article(page: Element) -> Article:
    """The article of a page; of a plain page (saved by Word or LibreOffice) the whole of it."""
    declared = tuple(_declared(page))
    shown = prune(page)
    path = _find_body(shown)
    heading, line = _find_heading(declared, path)
    metadata = tuple(dict.fromkeys((*declared, *shown.metadata)))
    hidden = sum(len("".join(text.split())) >= 2 for text in shown.hidden)
    return Article(heading=heading, line=line, body=path[-1], metadata=metadata, hidden=hidden)


def _declared(page: Element) -> Iterator[Metadata]:
    """<title> and <meta name=ArticleTitle …>: the tags that government sites must put on their articles."""
    for element in page.elements():
        name, content = element.get("name").strip(), clean(element.get("content"))
        if element.tag == "title" and (title := clean(element.text())):
            yield Metadata(name="title", value=title)
        elif element.tag == "meta" and content and name.lower() not in ("", "viewport", "robots", "renderer"):
            yield Metadata(name=name, value=content)


def _find_body(page: Pruned) -> tuple[Element, ...]:
    """The way down to the deepest container that holds nearly all running text and cuts off no date below it."""
    total = page.prose[id(page.root)]
    path = [page.root]
    while total:
        inside = [child for child in path[-1].children if isinstance(child, Element) and child.tag in CONTAINERS]
        best = max(inside, key=lambda child: page.prose[id(child)], default=None)
        if best is None or page.prose[id(best)] < _SHARE * total or not _holds_blocks(best):
            break
        path.append(best)
    known = [depth for depth, element in enumerate(path) if _BODIES.intersection(names(element))]
    if known:
        return tuple(path[: known[-1] + 1])
    if not total:
        return _way_to_known(page.root) or (page.root,)
    for depth, (outer, inner) in enumerate(pairwise(path)):
        below = outer.children[outer.children.index(inner) + 1 :]
        if any(_DAY.fullmatch(line) for element in below if isinstance(element, Element) for line in cells(element)):
            return tuple(path[: depth + 1])
    return tuple(path)


def _way_to_known(element: Element) -> tuple[Element, ...]:
    """The way down to the first non-empty container of a known name; empty when there is none."""
    if _BODIES.intersection(names(element)) and cells(element):
        return (element,)
    for child in element.children:
        if isinstance(child, Element) and (way := _way_to_known(child)):
            return (element, *way)
    return ()


def _holds_blocks(element: Element) -> bool:
    """Whether it is a container of paragraphs; a <div> that is itself one paragraph is none."""
    return any(isinstance(child, Element) and (child.tag in BLOCKS or child.tag == "br") for child in element.children)


def _find_heading(declared: tuple[Metadata, ...], path: tuple[Element, ...]) -> tuple[str, int]:
    """The title above the body and its source line. Known by the page's own declaration, by <h1>, or by its class."""
    titles = {"".join(_SITE.split(value.value)[0].split()) for value in declared if _is_title(value.name)}
    titles.discard("")
    sites = {"".join(value.value.split()) for value in declared if value.name.lower() == "sitename"}
    best, heading, line = 0, "", 1
    for element in _above(path):
        lines = cells(element) if element.tag in BLOCKS else []
        folded = "".join("".join(lines).split())
        if not 4 <= len(folded) <= 120 or len(lines) > 4 or "。" in folded or folded in sites or _is_home_link(element):
            continue
        rank = _rank(element, folded, titles)
        if rank and rank >= best:
            best, heading = rank, "\n".join(lines)
            line = next(text.line for text in element.texts() if text.text.strip())
    if not best:
        heading = next((value.value for value in declared if value.name.lower() == "articletitle"), "")
    return heading, line


def _is_title(name: str) -> bool:
    return name.lower() in ("title", "articletitle")


def _rank(element: Element, folded: str, titles: set[str]) -> int:
    """How sure it is that this is the title, 0 for no sign at all."""
    marked = element.tag in ("h1", "h2", "h3") or any(map(_TITLE_NAME.search, names(element)))
    if folded in titles:
        return 4 + marked
    if any(folded in title or title in folded for title in titles if len(title) >= 6) and len(folded) >= 8:
        return 2 + marked
    return int(marked)


def _above(path: tuple[Element, ...]) -> Iterator[Element]:
    """All elements that end before the last one of `path` begins."""
    for outer, inner in pairwise(path):
        for child in outer.children[: outer.children.index(inner)]:
            if isinstance(child, Element):
                yield from child.elements()


def _is_home_link(element: Element) -> bool:
    """Only a link, as a site's name and logo are."""
    solid = [child for child in element.children if not isinstance(child, Text) or child.text.strip()]
    return len(solid) == 1 and isinstance(solid[0], Element) and (solid[0].tag == "a" or _is_home_link(solid[0]))
