"""How a paragraph of a .docx looks: the style chain, the defaults and what the paragraph says itself, merged.

ECMA-376 part 1: 17.7.2 style inheritance, 17.7.3 toggle properties. Conditional formatting by table styles is not
followed.
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from checker.model.document import Style
from checker.ooxml.hiding import CHAIN_LIMIT
from checker.ooxml.names import PPR, RPR, VAL, W
from checker.ooxml.package import Package
from checker.ooxml.paragraph import Piece
from checker.ooxml.slim import SHARED
from checker.readers.word_properties import (
    Letters,
    Properties,
    alignment,
    indent,
    letters,
    merged,
    outline_level,
    read,
    spacing,
    theme_face,
)

# "heading 1", "Heading 2", "标题 3"; not "heading 1 Char"
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLES = frozenset(("title", "标题"))
_USUAL_SIZE = 10.5  # points, where nothing is said: 五号


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a paragraph style says with all that it inherits. `chain` holds its id and those it is based on."""

    name: str
    chain: tuple[str, ...]
    outline: int | None
    properties: Properties


class Styles:
    """The styles of one document; everything about a style is worked out once."""

    def __init__(self, root: Element | None, package: Package) -> None:
        self._package = package
        self._elements: dict[str, Element] = {}
        self._default = ""
        self._looks: dict[str, Look] = {}
        self._letters: dict[tuple[str, str], Letters] = {}
        self._shared: dict[str, dict[str, Letters]] = {}  # by style, then by the number of a shared w:rPr
        self._faces: dict[str, str | None] = {}
        self._styles: dict[tuple[object, ...], Style] = {}  # most paragraphs of a report look alike
        defaults = None
        for element in root if root is not None else ():
            if element.tag == W + "style":
                name = element.get(W + "styleId", "")
                self._elements.setdefault(name, element)
                if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                    self._default = name
            elif element.tag == W + "docDefaults":
                defaults = element
        self._paragraph_defaults = defaults.find(f"{W}pPrDefault/{PPR}") if defaults is not None else None
        self._run_defaults = defaults.find(f"{W}rPrDefault/{RPR}") if defaults is not None else None

    def look(self, style: str) -> Look:
        if (known := self._looks.get(style)) is None:
            known = self._looks[style] = self._look(style)
        return known

    def style(self, own: Properties, pieces: list[Piece], numbering: Properties, *, by_style: bool) -> Style:
        """The look of a paragraph with properties `own`; fonts are those of most of its words.

        `numbering` are properties of its list level, weaker than the style when the style itself numbers (`by_style`).
        """
        look = self.look(own.get("pStyle", ""))
        most = self._most(look.chain[0] if look.chain else "", pieces)
        key = (tuple(own.items()), tuple(numbering.items()), by_style, most)
        if (known := self._styles.get(key)) is None:
            inherited = merged(numbering, look.properties) if by_style else merged(look.properties, numbering)
            known = self._styles[key] = self._style(look, own, merged(inherited, own), most)
        return known

    def _style(self, look: Look, own: Properties, properties: Properties, most: Letters) -> Style:
        outline = outline_level(own["outlineLvl"]) if "outlineLvl" in own and look.outline != 0 else look.outline
        return Style(
            name=look.name,
            outline=outline,
            bold=most.bold,
            align=alignment(properties),
            font=self._face(most.font),
            size=most.size,
            indent=indent(properties, most.size or _USUAL_SIZE),
            spacing=spacing(properties),
        )

    def _look(self, style: str) -> Look:
        chain: list[str] = []
        at = style if style in self._elements else self._default
        while at in self._elements and at not in chain and len(chain) < CHAIN_LIMIT:
            chain.append(at)
            at = _value(self._elements[at], "basedOn")
        names = [_value(self._elements[name], "name") for name in chain]
        own: list[Properties] = [read(self._elements[name].find(PPR)) for name in chain]
        properties: Properties = read(self._paragraph_defaults)
        for stronger in reversed(own):
            properties = merged(properties, stronger)
        return Look(
            name=names[0] if names else "", chain=tuple(chain), outline=_outline(names, own), properties=properties
        )

    def _most(self, style: str, pieces: list[Piece]) -> Letters:
        """The font and size of most characters; bold when all words are (punctuation and blanks have no say)."""
        weights: dict[Letters, int] = {}
        bold = run = None
        these = Letters()
        known = self._shared.setdefault(style, {})
        for piece in pieces:
            if piece.run is not run:
                run = piece.run
                properties = run.find(RPR)
                shared = properties.get(SHARED) if properties is not None else ""
                if shared is None or (found := known.get(shared)) is None:
                    found = self._from_run(style, properties)
                    if shared is not None:
                        known[shared] = found
                these = found
            text = piece.text
            if not text.isspace():
                weights[these] = weights.get(these, 0) + len(text)
                if bold is not False and any(map(str.isalnum, text)):
                    bold = these.bold
        if not weights:
            return self._inherited(style, "")
        most = max(weights, key=weights.__getitem__)
        return most if bold is None else most._replace(bold=bold)

    def _from_run(self, style: str, properties: Element | None) -> Letters:
        own, run_style = letters(properties)
        return _over(self._inherited(style, run_style), own)

    def _inherited(self, paragraph: str, run: str) -> Letters:
        if (known := self._letters.get((paragraph, run))) is None:
            known = self._letters[paragraph, run] = self._from_styles(paragraph, run)
        return known

    def _from_styles(self, paragraph: str, run: str) -> Letters:
        default = found = letters(self._run_defaults)[0]
        bold = []
        for style in (paragraph, run):
            found = found._replace(bold=None)
            for name in reversed(self.look(style).chain if style in self._elements else ()):
                found = _over(found, letters(self._elements[name].find(RPR))[0])
            bold.append(bool(found.bold))
        return found._replace(bold=bool(default.bold) or bold[0] != bold[1])

    def _face(self, font: str | None) -> str | None:
        if font is None or not font.startswith("+"):
            return font
        if font not in self._faces:
            self._faces[font] = theme_face(self._package.part("theme"), font)
        return self._faces[font]


def _over(weaker: Letters, stronger: Letters) -> Letters:
    bold = weaker.bold if stronger.bold is None else stronger.bold
    return Letters(bold, stronger.font or weaker.font, stronger.size or weaker.size)


def _outline(names: list[str], own: list[Properties]) -> int | None:
    for name, properties in zip(names, own, strict=True):
        if name.strip().lower() in _TITLES:
            return 0
        if "outlineLvl" in properties:
            return outline_level(properties["outlineLvl"])
        if heading := _HEADING.fullmatch(name.strip()):
            return int(heading[1])
    return None


def _value(element: Element, name: str) -> str:
    found = element.find(W + name)
    return found.get(VAL, "") if found is not None else ""
