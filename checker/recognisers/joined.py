"""Paragraphs that a copy has run together: where a heading stands in the middle of a line, a block begins again."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from checker.model.document import Block, BlockKind, Document
from checker.model.structure import Reading
from checker.recognisers.leads import LONGEST_LEAD, named_end
from checker.recognisers.words import Words
from checker.text.numerals import to_int

_SHORTEST = 120  # characters from which a line may be several paragraphs
_HAN = "[一二三四五六七八九十]"
_TOP = re.compile(rf"(?:^|(?<=[。；：！？”）]))({_HAN}{{1,3}})、")
_SECOND = re.compile(rf"(?<=[。；！？”])（{_HAN}{{1,3}}）")
_END = re.compile(rf"[。；：！？]|（{_HAN}{{1,3}}）|$")
_SHORT = re.compile(rf"(?:^|(?<=[。；！？”：\u4e00-\u9fff]))（({_HAN}{{1,3}})）[^。；：！？（]{{4,44}}。(?=.{{16}})")
_ROW = 3  # headings of the second level in one paragraph
_LEAST = 2  # headings that name a part of the report: a row of items 一、…；二、… names none


def parted(document: Document, readings: tuple[Reading, ...], words: Words) -> Document:
    """The document with blocks that hold several parts of the report cut at their headings; else as it is.

    Blocks that an annotator finds again by their anchor are left alone: a paragraph of Word is one.
    """
    pieces = [
        piece
        for block, reading in zip(document.blocks, readings, strict=True)
        for piece in _pieces(document, block, reading, words)
    ]
    if len(pieces) == len(document.blocks):
        return document
    return replace(document, blocks=tuple(replace(piece, index=index) for index, piece in enumerate(pieces)))


def _pieces(document: Document, block: Block, reading: Reading, words: Words) -> Iterator[Block]:
    if len(block.text) < _SHORTEST or block.anchor or block.kind is not BlockKind.PARAGRAPH:
        yield block
        return
    cuts = sorted({reading.offsets[at] for at in _cuts(reading.text, words)} - {0})
    if not cuts:
        yield block
        return
    for start, end in pairwise((0, *cuts, len(block.text))):
        place = document.position(block.index, start)
        yield replace(
            block,
            text=block.text[start:end],
            line=place.line,
            column=place.column,
            lead=None if place.byte_column is None else place.byte_column - 1,
            marks=tuple((a - start, b - start) for a, b in block.marks if start <= a < b <= end),
        )


def _cuts(text: str, words: Words) -> set[int]:
    """Where in folded text headings begin, and where those end that have their text behind them without a mark."""
    tops: list[tuple[int, int]] = []
    named = 0
    last = 0
    for match in _TOP.finditer(text):
        end = _lead(text, match.end(), words)
        ordinal = to_int(match[1])
        if end is None or ordinal is None or (tops and ordinal != last + 1):
            continue
        named += words.is_("part_like", text[match.end() : end])
        tops.append((match.start(), end))
        last = ordinal
    if named < _LEAST:
        return _row(text, tops[0][1] if tops and not tops[0][0] else 0)
    ends = {end for _, end in tops if text[end : end + 1] not in ("。", "：", "")}
    return {start for start, _ in tops} | ends | {match.start() for match in _SECOND.finditer(text)}


def _row(text: str, begin: int) -> set[int]:
    """Beginnings of the headings in a paragraph that is a whole row of them: （一）抓学习。…（二）抓宣传。…

    `begin` is the end of the heading above the row where that stands in the same line, else 0.
    """
    begin += text[begin : begin + 1] in ("。", "：")
    found = list(_SHORT.finditer(text, begin))
    ordinals = [to_int(match[1]) for match in found]
    whole = len(found) >= (_ROW - bool(begin)) and found[0].start() == begin
    return {match.start() for match in found} if whole and ordinals == list(range(1, len(found) + 1)) else set()


def _lead(text: str, begin: int, words: Words) -> int | None:
    """Where the heading ends whose words begin at `begin`; None when that is none."""
    named = named_end(text, begin, words)
    if named is not None:
        return named
    stop = _END.search(text, begin)
    end = stop.start() if stop else len(text)
    return end if begin < end <= begin + LONGEST_LEAD and text[end : end + 1] in ("。", "：", "（") else None
