"""Facts about a .docx as a whole that its paragraphs do not tell: the page, what was left out, what was left in."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from checker.model.document import Metadata, Note
from checker.ooxml.names import P, W
from checker.ooxml.package import Package

_INSTRUCTION, _SIMPLE_FIELD, _INSTR = W + "instrText", W + "fldSimple", W + "instr"
_REVISIONS = frozenset(
    W + name
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_PAGE_FIELD = re.compile(r"(?<![A-Z])PAGE(?![A-Z])", re.IGNORECASE)  # PAGE \* MERGEFORMAT; not NUMPAGES, PAGEREF
_CLOCK_FIELD = re.compile(r"\s*(?:DATE|TIME)\b", re.IGNORECASE)  # DATE \@ "yyyy年M月d日"; not CREATEDATE
_MILLIMETRES = {
    "mm": Decimal(1),
    "cm": Decimal(10),
    "in": Decimal("25.4"),
    "pt": Decimal("25.4") / 72,
    "pc": Decimal("25.4") / 6,
    "pi": Decimal("25.4") / 6,
}
_MARGINS = ("top", "bottom", "left", "right")


def metadata(package: Package) -> tuple[Metadata, ...]:
    """page.width, page.height, margin.top, .bottom, .left, .right of the last section in mm ("37.0");

    page.number (yes, no): is a page number in a footer; revisions, comments: how many were left in the file ("0").
    """
    facts = list(_page(package.document))
    facts.append(("page.number", "yes" if any(map(_numbers_pages, package.parts("footer"))) else "no"))
    facts.append(("revisions", str(_revisions(package))))
    facts.append(("comments", str(_comments(package))))
    return tuple(Metadata(name=name, value=value) for name, value in facts)


def notes(package: Package, hidden: int, hidden_line: int | None) -> Iterator[Note]:
    """What a reader of the result must know about words that were not judged. `hidden` counts characters."""
    if revisions := _revisions(package):
        yield Note(message=f"文件留有修订痕迹{revisions}处：按接受修订后的文字检查，删除的文字未计入")
    if comments := _comments(package):
        yield Note(message=f"文件留有批注{comments}条，批注的文字未计入")
    if hidden:
        yield Note(message=f"文件有隐藏文字{hidden}字，未计入", line=hidden_line)
    for kind, name in (("footnote", "脚注"), ("endnote", "尾注")):
        if count := _count(package, f"{kind}Reference"):
            yield Note(message=f"文件有{name}{count}条，{name}的文字未计入")
    if b"relIds" in package.source or b"altChunk" in package.source:
        yield Note(message="文件嵌有图示（SmartArt）或其他文件，其中的文字未计入")
    if any(_CLOCK_FIELD.match(instruction) for instruction in _instructions(package)):
        yield Note(message="文件有自动更新的日期（DATE 或 TIME 域），每次打开都会变；请改为固定的日期")


def _page(document: Element) -> Iterator[tuple[str, str]]:
    sections = document.findall(f"{W}body/{W}sectPr") or list(document.iter(W + "sectPr"))
    if not sections:
        return
    size, margins = sections[-1].find(W + "pgSz"), sections[-1].find(W + "pgMar")
    if size is not None:
        for name, attribute in (("width", "w"), ("height", "h")):
            if (length := _millimetres(size.get(W + attribute))) is not None:
                yield f"page.{name}", _written(length)
    if margins is not None:
        gutter = _millimetres(margins.get(W + "gutter")) or Decimal(0)
        for name in _MARGINS:
            if (length := _millimetres(margins.get(W + name))) is not None:
                yield f"margin.{name}", _written(abs(length) + (gutter if name == "left" else 0))


def _millimetres(written: str | None) -> Decimal | None:
    """A measure in twentieths of a point, or with its unit (ST_TwipsMeasure, 22.9.2.14): "1440", "25.4mm"."""
    if not written or len(written) > 12:
        return None
    unit = written[-2:]
    try:
        if unit in _MILLIMETRES:
            return Decimal(written[:-2]) * _MILLIMETRES[unit]
        return Decimal(written) * _MILLIMETRES["pt"] / 20
    except InvalidOperation:
        return None


def _written(millimetres: Decimal) -> str:
    return str(millimetres.quantize(Decimal("0.1")))


def _numbers_pages(footer: Element) -> bool:
    """Fields may be split over runs anywhere, so all instructions of a paragraph are read as one."""
    if next(footer.iter(W + "pgNum"), None) is not None:
        return True
    if any(_PAGE_FIELD.search(field.get(_INSTR, "")) for field in footer.iter(_SIMPLE_FIELD)):
        return True
    return any(
        _PAGE_FIELD.search("".join(part.text or "" for part in paragraph.iter(_INSTRUCTION)))
        for paragraph in footer.iter(P)
    )


def _revisions(package: Package) -> int:
    if b"author=" not in package.source:  # every tracked change names its author (17.13.5)
        return 0
    return sum(element.tag in _REVISIONS for element in package.document.iter())


def _comments(package: Package) -> int:
    return _count(package, "commentReference")


def _count(package: Package, name: str) -> int:
    if name.encode() not in package.source:
        return 0
    return sum(1 for _ in package.document.iter(W + name))


def _instructions(package: Package) -> Iterator[str]:
    if b"instr" in package.source:
        for element in package.document.iter(_INSTRUCTION):
            yield element.text or ""
        for element in package.document.iter(_SIMPLE_FIELD):
            yield element.get(_INSTR, "")
