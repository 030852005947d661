"""Where the words of a heading end that no mark parts from its text."""

import re

from checker.recognisers.words import Words

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
