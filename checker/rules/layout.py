"""检查版式：纸张和页边距、字体字号、首行缩进、行距、页码、修订和批注。只有能看出版式的文件（Word）才查。

为什么：GB/T 9704—2012 规定了公文的纸张、版心、字体字号、行距和页码。
参数：check 查哪一项——page 纸张和页边距，letters 字体字号，indent 首行缩进，spacing 行距，page-number 页码，
left 遗留的修订和批注；page 各边应是多少毫米；tolerance 允许差多少；fonts 可用的字体；levels 各级标题可用的字体；
size 字号（磅）；least、most 缩进（字）或行距（磅）的下限和上限。
消息可用的占位：{found} 文件里的样子 {wanted} 应有的样子。
例：{kind: layout, in: title, check: letters, fonts: [方正小标宋简体], size: 22}
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.model.document import BlockKind, Style
from checker.model.structure import Passage
from checker.rules.base import NotToldError, Problem, Scope
from checker.text import look

NAME = "layout"
_NUMBER = {"type": "number", "minimum": 0}
_FONTS = {"type": "array", "items": {"type": "string", "minLength": 1}}
PARAMS = {
    "check": {
        "enum": ["page", "letters", "indent", "spacing", "page-number", "left"],
        "description": "查哪一项",
    },
    "page": {
        "type": "object",
        "propertyNames": {"enum": ["width", "height", "top", "bottom", "left", "right"]},
        "additionalProperties": _NUMBER,
        "default": {},
        "description": "纸张的宽、高和四边的距离，毫米",
    },
    "tolerance": {**_NUMBER, "default": 1, "description": "允许差多少毫米"},
    "fonts": {**_FONTS, "default": [], "description": "可用的字体；字体名以其中之一开头即可"},
    "levels": {
        "type": "object",
        "propertyNames": {"pattern": "^[1-9]$"},
        "additionalProperties": _FONTS,
        "default": {},
        "description": "标题的级别: 可用的字体",
    },
    "size": {**_NUMBER, "default": 0, "description": "字号，磅；0 不查"},
    "least": {**_NUMBER, "default": 0, "description": "首行缩进（字）或行距（磅）的下限"},
    "most": {**_NUMBER, "default": 0, "description": "上限"},
}
VALUES = ("found", "wanted")
VARIANTS = ()
_WORDS = 12  # characters of the first paragraph that is quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    check: str
    page: dict[str, float] = field(default_factory=dict)
    tolerance: float = 1
    fonts: tuple[str, ...] = ()
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    size: float = 0
    least: float = 0
    most: float = 0


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    match params.check:
        case "page":
            yield from _page(params, scope)
        case "page-number":
            if _fact(scope, "page.number") == "no":
                yield Problem()
        case "left":
            counts = [int(_fact(scope, name)) for name in ("revisions", "comments")]
            if any(counts):
                yield Problem(values={"found": look.left_in(*counts)})
        case "letters":
            yield from _odd(scope, [(at, _odd_letters(params, scope, at)) for at in _whole(scope)], _wanted(params))
        case _:
            odd = [(at, _odd_measure(params, scope, at)) for at in _whole(scope)]
            unit = look.CHARACTERS if params.check == "indent" else look.POINTS
            yield from _odd(scope, odd, look.between(params.least, params.most, unit))


def _fact(scope: Scope, name: str) -> str:
    for entry in scope.structure.document.metadata:
        if entry.name == name:
            return entry.value
    raise NotToldError


def _page(params: Params, scope: Scope) -> Iterator[Problem]:
    off: dict[str, float] = {}
    for side, wanted in params.page.items():
        found = float(_fact(scope, f"page.{side}" if side in ("width", "height") else f"margin.{side}"))
        if abs(found - wanted) > params.tolerance:
            off[side] = found
    if off:
        wanted_sides = {side: params.page[side] for side in off}
        yield Problem(values={"found": look.millimetres(off), "wanted": look.millimetres(wanted_sides)})


def _whole(scope: Scope) -> Iterator[Passage]:
    """Passages whose block is theirs alone: a heading with text behind it looks like neither."""
    heads = {heading.block: heading for heading in scope.structure.headings}
    blocks = scope.structure.document.blocks
    for passage in scope.passages:
        head = heads.get(passage.block)
        length = len(scope.structure.readings[passage.block].text)
        if blocks[passage.block].kind is BlockKind.PARAGRAPH and (head is None or head.body >= length):
            yield passage


def _style(scope: Scope, at: Passage) -> Style:
    style = scope.structure.document.blocks[at.block].style
    if style.align is None:  # every format that knows the look of a paragraph knows this of it
        raise NotToldError
    return style


def _odd_letters(params: Params, scope: Scope, at: Passage) -> str:
    """The letters as they are where they should be others, "" where they are right or the file does not say."""
    style = _style(scope, at)
    level = next((str(head.level) for head in scope.structure.headings if head.block == at.block), "")
    fonts = params.levels.get(level, ()) or (() if params.levels else params.fonts)
    font = style.font if style.font and fonts and not style.font.startswith(fonts) else None
    size = style.size if style.size and params.size and style.size != params.size else None
    return look.letters(style.font, style.size) if font or size else ""


def _odd_measure(params: Params, scope: Scope, at: Passage) -> str:
    style = _style(scope, at)
    if params.check == "indent":
        value, unit = style.indent, look.CHARACTERS
        if style.align in ("center", "right"):
            return ""
    else:
        value, unit = style.spacing, look.POINTS
        if value is None:
            return look.NOT_FIXED
    if value is None or params.least <= value <= params.most:
        return ""
    return look.measure(value, unit)


def _wanted(params: Params) -> str:
    first = params.fonts[0] if params.fonts else ""
    if params.levels:
        first = "/".join(fonts[0] for fonts in params.levels.values())
    return look.letters(first, params.size or None)


def _odd(scope: Scope, looks: list[tuple[Passage, str]], wanted: str) -> Iterator[Problem]:
    """One finding for the document: the first place, and how many there are."""
    odd = [(at, found) for at, found in looks if found]
    if odd:
        at, found = odd[0]
        place = Passage(block=at.block, start=at.start, end=min(at.end, at.start + _WORDS))
        yield Problem(at=place, values={"found": found, "wanted": wanted}, count=len(odd))
