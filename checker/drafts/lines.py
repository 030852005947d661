"""What an empty report says, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checker.model.template import RequiredPart, Template
from checker.text.numbering import Family, parse_number
from checker.text.numerals import to_han
from checker.text.width import fold


class Look(StrEnum):
    TITLE = "title"
    ADDRESSEE = "addressee"
    HEADING = "heading"  # 一、
    SUBHEADING = "subheading"  # （一）
    BODY = "body"
    SIGNATURE = "signature"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Line:
    look: Look
    text: str


_YEAR = re.compile(r"\{(year|next_year)\}")
_TO_FILL = "【此处填写：{}】"  # words that the rule on placeholders catches
_COLON = "："


def lines(template: Template, year: int) -> Iterator[Line]:
    """Title to date; every required part of the template under a heading of its own, in the template's order."""
    draft = template.draft
    yield Line(Look.TITLE, _filled(draft.title, year))
    if draft.addressee:
        yield Line(Look.ADDRESSEE, _filled(draft.addressee, year) + _COLON)
    if draft.opening:
        yield Line(Look.BODY, _filled(draft.opening, year))
    required = [part for part in template.parts if part.required]
    for number, part in enumerate(required, 1):
        yield Line(Look.HEADING, f"{to_han(number)}、{part.name}")
        for text in draft.parts.get(part.id, ()) or (_TO_FILL.format(_hint(template, part)),):
            yield Line(_look(text), _filled(text, year))
    for look, text in ((Look.SIGNATURE, draft.signature), (Look.DATE, draft.date)):
        if text:
            yield Line(look, _filled(text, year))


def _look(text: str) -> Look:
    number = parse_number(fold(text)[0])
    return Look.SUBHEADING if number is not None and number.family is Family.HAN_BRACKET else Look.BODY


def _hint(template: Template, part: RequiredPart) -> str:
    """How to write a part: what its rule advises when it is missing."""
    rule = next((rule for rule in template.rules if rule.id == f"{part.id}.missing"), None)
    return rule.hint if rule is not None and rule.hint else part.name


def _filled(text: str, year: int) -> str:
    years = {"year": str(year), "next_year": str(year + 1)}
    return _YEAR.sub(lambda match: years[match[1]], text)
