"""Document → Structure. One element, one file; here stands the order in which they claim blocks."""

import re

from checker.model.document import Document, Note
from checker.model.lexicon import Lexicon
from checker.model.structure import Reading, Structure
from checker.recognisers.addressee import find_addressee
from checker.recognisers.closing import find_closing
from checker.recognisers.condition import find_condition
from checker.recognisers.headings import find_headings
from checker.recognisers.joined import parted
from checker.recognisers.title import TitlePlace, find_title
from checker.recognisers.under_title import under_title
from checker.recognisers.words import Words
from checker.text.numerals import to_int
from checker.text.width import fold

_CONTENTS = 40  # lines that a table of contents may have


def recognise(document: Document, lexicon: Lexicon) -> Structure:
    """What each block is: title first, then addressee, closing from the end, and headings in what is left."""
    words = Words(lexicon)
    readings = _readings(document)
    whole = parted(document, readings, words)
    if whole is not document:
        document, readings = whole, _readings(whole)
    title = find_title(document, readings, words)
    start = title.last + 1 if title else _skip_residue(readings, words)
    start = _past_contents(readings, start, words)
    addressed = find_addressee(document, readings, start, words)
    begin, under, signed, date = under_title(document, readings, start, words)
    closing = find_closing(document, readings, begin, words)
    front = title.first if title else start
    residue = [i for i in range(front) if not words.has("red_head", readings[i].text)]
    residue += under
    skip = set(residue)
    if addressed and addressed[2] >= len(readings[addressed[1]].text):
        skip.add(addressed[1])
    skip |= {i for i in range(begin, closing.first) if words.is_("page_number", readings[i].text)}
    body = tuple(i for i in range(begin, closing.first) if i not in skip and readings[i].text)
    headings = find_headings(document, readings, body, words)
    condition = find_condition(tuple(block.text for block in document.blocks), readings)
    return Structure(
        document=document,
        readings=readings,
        title=title.element if title else None,
        addressee=addressed[0] if addressed else None,
        headings=headings,
        body=body,
        signature=closing.signature or signed,
        date=closing.date or date,
        attachments=closing.attachments,
        residue=tuple(sorted({*residue, *closing.residue})),
        year=_year(readings, title, body, words),
        issuer=_issuer(title, next((line.value for line in reversed(closing.signature or signed)), ""), words),
        condition=condition,
        notes=_notes(document, condition.halfwidth, condition.dashes_lost or condition.brackets_lost),
    )


def _readings(document: Document) -> tuple[Reading, ...]:
    return tuple(Reading(block.index, *fold(block.text, block.marks)) for block in document.blocks)


def _skip_residue(readings: tuple[Reading, ...], words: Words) -> int:
    index = 0
    while index < len(readings) and (
        words.is_residue(readings[index].text) or words.has("red_head", readings[index].text)
    ):
        index += 1
    return index


def _past_contents(readings: tuple[Reading, ...], start: int, words: Words) -> int:
    """The first block behind a table of contents (目录 一、…………1) under the title; `start` where there is none."""
    after = start
    for index in range(start, min(len(readings), start + _CONTENTS)):
        if words.is_("contents", readings[index].text):
            after = index + 1
        elif after > start or index > start + 1:
            break
    return after


def _year(readings: tuple[Reading, ...], title: TitlePlace | None, body: tuple[int, ...], words: Words) -> int | None:
    """The report year: from the title, else from the opening, else from the first part."""
    sources = [title.element.value] if title else []
    sources += [readings[i].text for i in body[:12]]
    for text in sources:
        digits = words.pattern("year_digits").search(text)
        if digits:
            return int(digits["year"])
        han = words.pattern("year_han").search(text)
        if han:
            return to_int(re.sub("[Oo0○]", "〇", han["year"]))
    return None


def _issuer(title: TitlePlace | None, signed: str, words: Words) -> str:
    """The organ as the title names it (before 关于 or the year), else as the signature does."""
    if title:
        named = words.pattern("issuer_begin").sub("", title.element.value)
        head = words.pattern("issuer_end").split(named, maxsplit=1)[0]
        if (words.is_("organ_line", head) or words.is_("place_line", head)) and not words.has("self", head):
            return head
    return signed


def _notes(document: Document, halfwidth: bool, lost: bool) -> tuple[Note, ...]:
    notes = list(document.notes)
    if halfwidth:
        notes.append(Note(message="全文标点为半角，疑似网页抓取或格式转换所致，不逐处计为错误"))
    if lost:
        notes.append(Note(message="文中有连接号或括号丢失（如“20212025年”），疑似格式转换所致，请对照原件"))
    return tuple(notes)
