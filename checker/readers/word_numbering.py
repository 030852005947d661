"""The automatic number before a paragraph of a .docx, as it stands on the paper (ECMA-376 part 1, 17.9).

Bullets are ornaments, not numbers: they are left out.
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from checker.ooxml.hiding import on
from checker.ooxml.names import ALTERNATE, RPR, VAL, VANISH, W
from checker.ooxml.paragraph import chosen
from checker.readers.word_formats import numeral
from checker.readers.word_properties import Properties, read, whole
from checker.readers.word_styles import Styles

LEVELS = 9
_TEXT_LIMIT = 60  # characters of w:lvlText that are printed; real ones have under ten
_LINKS = 5  # steps from a list to the list style that defines it
_PLACE = re.compile("%([1-9])")  # "第%1章"; not "100%"
# A number that ends in one of these needs no blank before the words: 一、 （一） 1. ①
_SETS_ITSELF_OFF = re.compile("[^\\w%]$|[①-⒛㈠-㈩]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    start: int
    form: str
    padding: int  # least number of figures, for "001, 002, …"
    text: str
    suffix: str
    restart: int | None  # the level, from 1, after which this one starts again; 0 never; None any above it
    legal: bool
    hidden: bool
    style: str  # the paragraph style tied to this level
    properties: Properties


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedList:
    """One w:num. Lists with the same `definition` go on counting where the other stopped."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]  # w:startOverride


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A paragraph's place in a list: number as printed ("" for a bullet) and the list level's own look."""

    prefix: str = ""
    properties: Properties
    by_style: bool = False


UNNUMBERED = Numbered(properties={})


class Numbering:
    """The lists of one document and how far each has counted. Ask for every paragraph once, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._lists: dict[str, NumberedList | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            if element.tag == W + "abstractNum":
                self._definitions[element.get(W + "abstractNumId", "")] = element
            elif element.tag == W + "num":
                self._nums[element.get(W + "numId", "")] = element

    def number(self, own: Properties) -> Numbered:
        """The number of the next paragraph, which has the direct properties `own`."""
        look = self._styles.look(own.get("pStyle", ""))
        by_style = "numId" not in own
        num = look.properties.get("numId", "0") if by_style else own["numId"]
        if num == "0" or (there := self._list(num)) is None:
            return UNNUMBERED
        level = whole(own.get("ilvl"))
        if level is None:
            tied = (at for style in look.chain for at, one in there.levels.items() if one.style == style)
            level = next(tied, whole(look.properties.get("ilvl")) or 0)
        if not 0 <= level < LEVELS or level not in there.levels:
            return UNNUMBERED
        counts = self._count(num, there, level)
        return Numbered(
            prefix=_printed(there.levels, level, counts), properties=there.levels[level].properties, by_style=by_style
        )

    def _count(self, num: str, there: NumberedList, level: int) -> list[int | None]:
        counts = self._counts.setdefault(there.definition, [None] * LEVELS)
        start = there.starts.get(level, there.levels[level].start)
        count = counts[level]
        first = (num, level) not in self._begun
        self._begun.add((num, level))
        if count is None or (first and level in there.starts):
            counts[level] = start
        else:
            counts[level] = count + 1
        for deeper in range(level + 1, LEVELS):
            restart = there.levels[deeper].restart if deeper in there.levels else None
            if restart is None or level < restart:
                counts[deeper] = None
        return counts

    def _list(self, num: str) -> NumberedList | None:
        if num not in self._lists:
            self._lists[num] = self._resolve(num)
        return self._lists[num]

    def _resolve(self, num: str) -> NumberedList | None:
        element = self._nums.get(num)
        at = element
        for _ in range(_LINKS):
            definition = _value(at, "abstractNumId") if at is not None else ""
            if element is None or definition not in self._definitions:
                return None
            link = _value(self._definitions[definition], "numStyleLink")
            if not link:
                return _numbered_list(definition, self._definitions[definition], element)
            at = self._nums.get(self._styles.look(link).properties.get("numId", ""))
        return None


def _numbered_list(name: str, definition: Element, num: Element) -> NumberedList:
    levels = dict(_level(element) for element in definition.findall(W + "lvl"))
    starts: dict[int, int] = {}
    for override in num.findall(W + "lvlOverride"):
        at = whole(override.get(W + "ilvl")) or 0
        if (replaced := override.find(W + "lvl")) is not None:
            levels[at] = _level(replaced)[1]
        if (start := whole(_value(override, "startOverride"))) is not None:
            starts[at] = start
    return NumberedList(definition=name, levels=levels, starts=starts)


def _level(element: Element) -> tuple[int, Level]:
    form, padding = _form(element)
    legal, hidden = element.find(W + "isLgl"), element.find(f"{RPR}/{VANISH}")
    return whole(element.get(W + "ilvl")) or 0, Level(
        start=whole(_value(element, "start")) or 0,
        form=form,
        padding=padding,
        text=_value(element, "lvlText")[:_TEXT_LIMIT],
        suffix=_value(element, "suff") or "tab",
        restart=whole(_value(element, "lvlRestart")),
        legal=legal is not None and on(legal),
        hidden=hidden is not None and on(hidden),
        style=_value(element, "pStyle"),
        properties=read(element.find(W + "pPr")),
    )


def _form(level: Element) -> tuple[str, int]:
    """The number format and its padding; "custom" with "001, 002, …" is what Word adds to the standard's formats."""
    for alternate in level.findall(ALTERNATE):
        for branch in chosen(alternate):
            level = branch
    form = level.find(W + "numFmt")
    if form is None:
        return "decimal", 0
    if form.get(VAL) == "custom":
        return "decimal", min(len(form.get(W + "format", "").partition(",")[0].strip()), LEVELS)
    return form.get(VAL, "decimal"), 0


def _printed(levels: dict[int, Level], level: int, counts: list[int | None]) -> str:
    this = levels[level]
    if this.form == "bullet" or this.hidden:
        return ""

    def one(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        if at > level or at not in levels:
            return ""
        count = counts[at]
        form = "decimal" if this.legal and levels[at].form not in ("none", "bullet") else levels[at].form
        return numeral(levels[at].start if count is None else count, form).rjust(levels[at].padding, "0")

    text = _PLACE.sub(one, this.text)
    if not text or this.suffix == "nothing":
        return text
    return text if this.suffix == "tab" and _SETS_ITSELF_OFF.search(text) else text + " "


def _value(element: Element, name: str) -> str:
    found = element.find(W + name)
    return found.get(VAL, "") if found is not None else ""
