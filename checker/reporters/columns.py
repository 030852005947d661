"""Text in columns of a terminal: East Asian widths, and lines broken where Chinese lines may be broken."""

import re

from wcwidth import wcswidth, wcwidth

_NOT_FIRST = "，。；：！？、）〉》〕】”’%％/"  # never begins a line
_NOT_LAST = "（〈《〔【“‘＋"  # never ends a line
_WORD = re.compile(r"[0-9A-Za-z._+-]")  # figures, names of rules and files stay whole, figures with their unit
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")  # not the wide one, which sets things apart
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """One line without characters that steer a terminal; a report's words must not move its cursor."""
    return _CONTROL.sub("\ufffd", _BLANKS.sub(" ", text).strip())


def size(text: str) -> int:
    """Columns that a text takes."""
    return max(0, wcswidth(text))


def cut(text: str, width: int) -> list[str]:
    """Pieces of at most `width` columns."""
    text = clean(text)
    lines: list[str] = []
    while text:
        end = _room(text, width)
        if end < len(text):
            end = _break(text, end)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return lines


def _room(text: str, width: int) -> int:
    """How many characters fit into the width, one at least."""
    used = 0
    for i, char in enumerate(text):
        used += max(0, wcwidth(char))
        if used > width:
            return max(1, i)
    return len(text)


def _break(text: str, most: int) -> int:
    """The last place up to `most` where a line may be broken; `most` where there is none."""
    for end in range(most, 0, -1):
        before, after = text[end - 1], text[end]
        if after in _NOT_FIRST or before in _NOT_LAST:
            continue
        if _WORD.match(before) and (_WORD.match(after) or (before.isdigit() and after.isalpha())):
            continue
        if wcwidth(after):  # a combining mark stays with its letter
            return end
    return most
