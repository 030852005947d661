"""Paragraphs as tangled as Word makes them, by a seed: the same seed gives the same paragraph."""

from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from tests.readers.build_docx import docx, field, p, r, table, tc, tr
from tests.readers.build_report import TEXTS

_CHARACTERS = "法治，政府建设&<>1、 a"
_LOOKS = ("", "<w:b/>", '<w:rFonts w:eastAsia="黑体"/>')


def tangled(seed: int) -> bytes:
    """The report of all formats, and six tangled paragraphs or tables behind it."""
    random = Random(seed)
    return docx(*map(p, TEXTS), *(_block(random) for _ in range(6)))


def _block(random: Random) -> str:
    if random.random() < 0.7:
        return _paragraph(random)
    cells = [tc(*(_paragraph(random) for _ in range(random.randint(1, 2)))) for _ in range(4)]
    return table(tr(*cells[:2]), tr(*cells[2:]))


def _paragraph(random: Random) -> str:
    return p(*(_piece(random, 0) for _ in range(random.randint(1, 6))))


def _piece(random: Random, depth: int) -> str:
    kinds: tuple[Callable[[], str], ...] = (
        lambda: r(_text(random), random.choice(_LOOKS)),
        lambda: r(f"{_text(random)}\n{_text(random)}\t", "<w:b/>"),
        lambda: f"<w:r><w:t> {escape(_text(random).strip() or '文')} </w:t></w:r>",
        lambda: f"<w:r>{_leaf(random)}{_leaf(random)}</w:r>",
        lambda: '<w:del w:id="3" w:author="李"><w:r><w:delText>删</w:delText></w:r></w:del>',
        lambda: field("REF x", _text(random)),
        lambda: f'<w:ins w:id="4" w:author="李">{_inside(random, depth)}</w:ins>',
        lambda: f'<w:hyperlink w:anchor="a">{_inside(random, depth)}</w:hyperlink>',
        lambda: f"<w:sdt><w:sdtPr/><w:sdtContent>{_inside(random, depth)}</w:sdtContent></w:sdt>",
    )
    return random.choice(kinds if depth < 3 else kinds[:1])()


def _inside(random: Random, depth: int) -> str:
    return "".join(_piece(random, depth + 1) for _ in range(random.randint(1, 2)))


def _leaf(random: Random) -> str:
    return f'<w:t xml:space="preserve">{escape(_text(random))}</w:t>'


def _text(random: Random) -> str:
    return "".join(random.choice(_CHARACTERS) for _ in range(random.randint(1, 6)))
