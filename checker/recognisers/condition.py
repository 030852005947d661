"""The state of the copy: what conversion or a crawler did to the text. Notes for people, flags for rules."""

import re

from checker.model.structure import Condition, Reading

_LOST_DASH = re.compile(r"20\d{2}20\d{2}年")
_LOST_BRACKET = re.compile(r"[委府政发办字函]\d{4}\d*号|[委府政发办字函]〔\d{5,}号")
_LOST_NUMBER = re.compile(r"^）[一-鿿]", re.MULTILINE)  # （一）以政治建设…
_FULL = "，；：（）"
_HALF = re.compile(r"[,;:()](?!\d)")


def find_condition(texts: tuple[str, ...], readings: tuple[Reading, ...]) -> Condition:
    """`texts` are the blocks as written. Half-width throughout: at least 95 % of the marks, and 。 is there."""
    half = sum(len(_HALF.findall(text)) for text in texts)
    full = sum(text.count(mark) for text in texts for mark in _FULL)
    stops = any("。" in reading.text for reading in readings)
    joined = "\n".join(reading.text for reading in readings)
    return Condition(
        halfwidth=stops and half >= 10 and half >= 0.95 * (half + full),
        dashes_lost=bool(_LOST_DASH.search(joined)),
        brackets_lost=bool(_LOST_BRACKET.search(joined) or _LOST_NUMBER.search(joined)),
    )
