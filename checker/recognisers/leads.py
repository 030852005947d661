"""Where the words of a heading end that no mark parts from its text."""

import re

from checker.model.document import Block
from checker.model.structure import Reading
from checker.recognisers.words import Words

LONGEST = 60  # characters of a numbered heading that has its line to itself
LONGEST_LEAD = 42  # characters of a heading that runs into its paragraph
_STOP = re.compile(r"[，。；：！？（]")


def named_end(text: str, begin: int, words: Words) -> int | None:
    """四、下一步打算2024年，…: the end of the words from `begin` on that name a part of the report; None without.

    Where a text begins behind some of them, they end there; else they are as many as can be.
    """
    stop = _STOP.search(text, begin)
    end = min(stop.start() if stop else len(text), begin + LONGEST_LEAD)
    ends = [at for at in range(begin + 4, end + 1) if words.is_("part_like", text[begin:at])]
    return next((at for at in ends if words.has("text_begins", text[at:])), ends[-1] if ends else None)


def before_text(text: str, begin: int, end: int | None, words: Words) -> int | None:
    """A heading that names a part ends before its text, where a copy lost the mark between: 二、存在的问题虽然我镇…"""
    named = named_end(text, begin, words)
    if named is not None and (end is None or (named < end and words.has("text_begins", text[named:]))):
        return named
    return end


def gap(block: Block, reading: Reading, begin: int, words: Words) -> int | None:
    """Offset at which a wide blank, one before text, or a soft line break parts the heading from its text."""
    if isinstance(reading.offsets, range):
        return None
    soft = block.anchor != ""  # only formats with real paragraphs have meaningful breaks inside one
    for at in range(begin + 2, min(begin + LONGEST, len(reading.text) - 8)):
        before, here = reading.offsets[at - 1] + 1, reading.offsets[at]
        if here > before:
            blank = block.text[before:here]
            if blank.strip():
                continue  # markup
            wide = len(blank.replace("\n", "")) >= 2 or words.has("text_begins", reading.text[at:])
            if (soft and "\n" in blank) or wide:
                return at
    return None


def bold_end(block: Block, reading: Reading) -> int | None:
    """Offset in the reading where a bold lead ends (Markdown marks that open at the line's beginning)."""
    stars = [mark for mark in block.marks if block.text[mark[0] : mark[1]] in ("**", "__")]
    if len(stars) < 2 or block.text[: stars[0][0]].strip(" \t\u3000\u00a0#>"):
        return None
    return next((i for i, offset in enumerate(reading.offsets) if offset >= stars[1][1]), None)
