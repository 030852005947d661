"""Headings: numbered, styled, bold or plain short lines, and leads that run into their paragraph."""

import re
from dataclasses import dataclass, replace

from checker.model.document import BlockKind, Document
from checker.model.structure import Heading, How, Reading
from checker.recognisers.leads import LONGEST, LONGEST_LEAD, before_text, bold_end, gap
from checker.recognisers.words import Words
from checker.text.numbering import LEVELS, Family, Number, parse_number

LONGEST_PLAIN = 40  # characters of a heading without number
_STOP = re.compile(r"[。；！？：]")
_SENTENCE = re.compile(r"[。；！？]")
_END = "。：；，、！？"
_GAPS = re.compile(r"\t|[ \u3000\u00a0]{2,}")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A heading before its level is settled; `marks` is the level of the style, `words` tells of plain lines."""

    heading: Heading
    outline: int | None
    family: Family | None


def find_headings(
    document: Document, readings: tuple[Reading, ...], body: tuple[int, ...], words: Words
) -> tuple[Heading, ...]:
    """All headings of the body in document order, with levels from number, style or marks, in that order."""
    drafts: list[_Draft] = []
    item: Family | None = None  # of the line before, when it was a numbered item and no heading
    for place, index in enumerate(body):
        if document.blocks[index].kind is BlockKind.TABLE:
            continue
        following = readings[body[place + 1]].text if place + 1 < len(body) else ""
        number = parse_number(readings[index].text)
        draft = None
        if number is None or number.family is not item or not _is_one_sentence(readings[index].text):
            draft = _numbered(document, readings[index], following, words) or _plain(
                document, readings[index], following, drafts, words
            )
        item = number.family if number and draft is None else None
        if draft is not None:
            drafts.append(draft)
    return _settle(drafts, words)


def _is_one_sentence(text: str) -> bool:
    """The last one of a row of items: （1）…。（2）…。"""
    return text.endswith(("。", "；")) and _STOP.search(text) is not None and len(_STOP.findall(text)) == 1


def _numbered(document: Document, reading: Reading, following: str, words: Words) -> _Draft | None:
    residue = words.pattern("lead_residue").match(reading.text)  # [bookmark:_GoBack]（二）…
    start = residue.end() if residue else 0
    number = parse_number(reading.text[start:])
    if number is None:
        return None
    number = replace(number, length=start + number.length)
    end = _lead_end(document, reading, number, following, words)
    if number.family in (Family.PART, Family.HAN):
        end = before_text(reading.text, number.length, end, words)
    if end is None or end <= number.length:
        return None
    return _draft(document, reading, number, end, How.NUMBER, start)


def _lead_end(document: Document, reading: Reading, number: Number, following: str, words: Words) -> int | None:
    """Where the heading's words end in the reading; None when the line is an item or a paragraph, no heading."""
    text = reading.text
    begin = number.length
    blank = gap(document.blocks[reading.block], reading, begin, words)
    if blank is not None and not _STOP.search(text[begin:blank]):
        return blank
    block = document.blocks[reading.block]
    bold = bold_end(block, reading) if block.style.outline is None else None
    if bold and begin < bold < len(text) and bold - begin <= LONGEST:
        return bold - 1 if text[bold - 1] in _END else bold
    stop = _STOP.search(text, begin)
    if stop is None:
        lead = text[begin:]
        if len(lead) > LONGEST or (lead[-1:] in "，、" and following):
            return None
        return len(text)
    at, mark = stop.start(), stop[0]
    lead, rest = text[begin:at], text[at + 1 :]
    top = number.family in (Family.PART, Family.HAN)
    if mark in "；！？" or not lead:
        return None
    if len(lead) > (LONGEST if top else LONGEST_LEAD) or words.has("not_heading", lead):
        return None
    if mark == "：":
        if rest and len(text) <= LONGEST and not _STOP.search(rest) and not words.has("fact", rest):
            return len(text)  # 一、短板弱项：存在的不足及原因
        return at if len(lead) <= 30 else None
    if rest:
        return at if top or lead.count("，") <= 3 else None
    after = parse_number(following)
    if after is not None and after.family is number.family and not top:
        return None  # one-sentence items in a row
    if not following and not top:
        return None
    return at


def _plain(document: Document, reading: Reading, following: str, before: list[_Draft], words: Words) -> _Draft | None:
    """A heading without number: a styled or bold line, a short line before text, a known lead with a colon."""
    text = reading.text
    block = document.blocks[reading.block]
    if not text or words.has("enumeration", text) or words.is_("contents", text) or _is_row(block.text):
        return None
    styled = block.style.outline is not None and block.style.outline > 0
    bold = bool(block.style.bold)
    lead = text.rstrip("。：") if styled or bold else text
    short = (
        (2 if styled or bold else 4) <= len(lead) <= LONGEST_PLAIN
        and not (_SENTENCE if styled or bold else _STOP).search(lead)
        and lead[-1] not in _END
    )
    if short and (styled or bold or _starts_text(lead, following, words)):
        how = How.STYLE if styled else How.BOLD if bold else How.WORDS
        return _draft(document, reading, None, len(lead), how)
    end = bold_end(block, reading)
    if end and 4 <= end <= LONGEST_PLAIN and end < len(text):
        lead_end = end - 1 if text[end - 1] in _END else end
        if not _STOP.search(text[:lead_end]) and not words.has("not_heading", text[:lead_end]):
            return _draft(document, reading, None, lead_end, How.BOLD)
    colon = _STOP.search(text)
    if colon and 4 <= colon.start() <= 24 and colon[0] in "：。" and len(text) > colon.end():
        lead = text[: colon.start()]
        named = words.is_("run_in_like", lead) and not words.has("run_in_not", lead)
        if named and not _same_topic(lead, before, words):
            return _draft(document, reading, None, colon.start(), How.WORDS)
    return None


def _is_row(written: str) -> bool:
    """A row of a table that was pasted as text: several wide gaps inside."""
    return len(_GAPS.findall(written.strip())) >= 2


def _starts_text(lead: str, following: str, words: Words) -> bool:
    """A short plain line is a heading when text follows it and it says no fact."""
    if words.is_("part_like", lead) and not words.has("fact", lead):
        return True
    if words.has("not_heading", lead) or words.is_("formula", lead) or ("，" in lead and len(lead) > 36):
        return False
    return len(following) > len(lead) or parse_number(following) is not None


def _same_topic(lead: str, before: list[_Draft], words: Words) -> bool:
    """存在的问题： under the heading 存在的问题 is a lead-in, not another heading."""
    own = words.pattern("heading_common").sub(" ", lead)
    pairs = (own[i : i + 2] for i in range(len(own) - 1))
    return bool(before) and any(pair in before[-1].heading.words for pair in pairs if " " not in pair)


def _draft(document: Document, reading: Reading, number: Number | None, end: int, how: How, start: int = 0) -> _Draft:
    text = reading.text
    begin = number.length if number else start
    span = reading.span(start, end)
    written = document.blocks[reading.block].text[span.start : span.end]
    for first, stop in reversed(document.blocks[reading.block].marks):
        if span.start <= first < span.end:
            written = written[: first - span.start] + written[min(stop, span.end) - span.start :]
    body = end
    while body < len(text) and text[body] in "。：":
        body += 1
    heading = Heading(
        text=written.strip(),
        words=text[begin:end],
        level=number.level if number else 1,
        ordinal=number.ordinal if number else None,
        number=text[start:begin],
        style=str(number.family) if number else "",
        block=reading.block,
        start=start,
        end=end,
        body=body,
        how=how,
    )
    return _Draft(heading, document.blocks[reading.block].style.outline, number.family if number else None)


def _settle(drafts: list[_Draft], words: Words) -> tuple[Heading, ...]:
    """Levels of headings without number, from their style or from their place among the numbered ones."""
    families = {draft.family for draft in drafts}
    parted = Family.PART in families
    inside = False  # 第一部分 … 一、…: what is numbered below stands one level deeper
    outlines = sorted({draft.outline for draft in drafts if draft.outline})
    top_numbered = bool(families & {Family.HAN, Family.PART})
    parts = [draft for draft in drafts if draft.family is None and words.is_("part_like", draft.heading.words)]
    tiers = len(parts) >= 2 and not top_numbered
    settled: list[Heading] = []
    named = False  # a part was: themes before the first one are parts themselves
    for draft in drafts:
        level = draft.heading.level
        if draft.family is not None:
            inside = parted and (draft.family is Family.HAN or (inside and draft.family is not Family.PART))
            level += inside
        elif draft.outline:
            level = outlines.index(draft.outline) + 1
        elif draft in parts:
            level, named = 1, True
        elif top_numbered or (tiers and named):
            level = _below(settled)
        settled.append(replace(draft.heading, level=level))
    return tuple(settled)


def _below(settled: list[Heading]) -> int:
    """One level below the last numbered or known heading; beside a plain one."""
    if not settled:
        return 1
    last = settled[-1]
    if not last.number and last.level > 1:
        return last.level
    return min(last.level + 1, max(LEVELS.values()))
