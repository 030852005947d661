"""Paragraph and run properties of a .docx as they are written, and what their measures mean.

ECMA-376 part 1: 17.3.1 paragraph properties, 17.3.2 run properties.
"""

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from checker.ooxml.hiding import on
from checker.ooxml.names import PSTYLE, RSTYLE, VAL, A, W

B, FONTS, SIZE = W + "b", W + "rFonts", W + "sz"
FACE, THEME_FACE = W + "eastAsia", W + "eastAsiaTheme"
# property element: attributes of it that we keep, by the name they are kept under
_KEPT = {
    W + "jc": {"jc": VAL},
    W + "outlineLvl": {"outlineLvl": VAL},
    W + "spacing": {"line": W + "line", "lineRule": W + "lineRule"},
    W + "ind": {name: W + name for name in ("firstLine", "hanging", "firstLineChars", "hangingChars")},
    PSTYLE: {"pStyle": VAL},
}
_RIVALS = (("firstLine", "hanging"), ("firstLineChars", "hangingChars"))  # one of a pair takes the other's place
_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "distribute"}
_BODY_LEVEL = 9  # w:outlineLvl of text that is no heading (17.3.1.20)

Properties = Mapping[str, str]


class Letters(NamedTuple):
    """Character formatting, None where nothing is said; a font that begins with "+" is one of the theme."""

    bold: bool | None = None
    font: str | None = None
    size: float | None = None  # points


def read(properties: Element | None) -> dict[str, str]:
    """What a w:pPr says of itself, under the names of `_KEPT` and "numId", "ilvl"."""
    found: dict[str, str] = {}
    for element in properties if properties is not None else ():
        if kept := _KEPT.get(element.tag):
            for name, attribute in kept.items():
                if (value := element.get(attribute)) is not None:
                    found[name] = value
        elif element.tag == W + "numPr":
            for name in ("numId", "ilvl"):
                if (one := element.find(W + name)) is not None:
                    found[name] = one.get(VAL, "")
    return found


def merged(weaker: Properties, stronger: Properties) -> Properties:
    if not stronger or not weaker:
        return stronger or weaker
    replaced = {name for pair in _RIVALS if any(one in stronger for one in pair) for name in pair}
    return {name: value for name, value in weaker.items() if name not in replaced} | dict(stronger)


def whole(written: str | None) -> int | None:
    """An integer attribute; None for what is absent or is no integer of a sane size."""
    if not written or len(written) > 9:
        return None
    try:
        return int(written)
    except ValueError:
        return None


def letters(properties: Element | None) -> tuple[Letters, str]:
    """What a w:rPr says of itself, and the character style that it names."""
    bold = font = size = None
    style = ""
    for element in properties if properties is not None else ():
        tag = element.tag
        if tag == FONTS:
            theme = element.get(THEME_FACE)
            font = f"+{theme}" if theme else element.get(FACE)
        elif tag == SIZE:
            half_points = whole(element.get(VAL))
            size = half_points / 2 if half_points else None
        elif tag == B:
            bold = on(element)
        elif tag == RSTYLE:
            style = element.get(VAL, "")
    return Letters(bold, font, size), style


def outline_level(written: str | None) -> int | None:
    """The heading level from 1 of a w:outlineLvl, which counts from 0; None for body text."""
    level = whole(written)
    return level + 1 if level is not None and 0 <= level < _BODY_LEVEL else None


def alignment(properties: Properties) -> str:
    """left, center, right, justify or distribute (17.18.44)."""
    return _ALIGN.get(properties.get("jc", ""), "left")


def indent(properties: Properties, size: float) -> float:
    """Of the first line, in characters; negative when it hangs. The value in characters wins (17.3.1.12)."""
    units = {"firstLineChars": 100.0, "hangingChars": -100.0, "firstLine": 20 * size, "hanging": -20 * size}
    for name, unit in units.items():
        if value := whole(properties.get(name)):
            return round(value / unit, 2)
    return 0.0


def spacing(properties: Properties) -> float | None:
    """The fixed line pitch in points; None where the pitch follows the text (17.3.1.33)."""
    line = whole(properties.get("line"))
    return line / 20 if line and properties.get("lineRule") == "exact" else None


def theme_face(theme: Element | None, font: str) -> str | None:
    """The face of "+minorEastAsia" and the like for simplified Chinese (part 1, 20.1.4.1.16)."""
    scheme = theme.find(f".//{A}{font[1:6]}Font") if theme is not None and font[1:6] in ("major", "minor") else None
    if scheme is None:
        return None
    named = scheme.find(A + ("ea" if "EastAsia" in font else "latin"))
    if named is not None and named.get("typeface"):
        return named.get("typeface")
    return next((one.get("typeface") for one in scheme.iter(A + "font") if one.get("script") == "Hans"), None)
