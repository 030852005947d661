"""Cut folded text into sentences and clauses, with their places."""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?[”’）》]?")
_FULL = re.compile(r"[^。！？]+[。！？]?[”’）》]?")


def sentences(text: str, *, semicolons: bool = True) -> Iterator[tuple[int, int]]:
    """Start and end (half open) of every sentence; a semicolon ends one too unless told otherwise."""
    for match in (_SENTENCE if semicolons else _FULL).finditer(text):
        yield match.span()


def clause(text: str, at: int) -> tuple[int, int]:
    """The stretch between commas or stops that holds offset `at`."""
    start = max(text.rfind(mark, 0, at) for mark in "，。；！？：") + 1
    ends = [found for mark in "，。；！？：" if (found := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The full sentence (to 。！？) that holds offset `at`."""
    start = max(text.rfind(mark, 0, at) for mark in "。！？") + 1
    ends = [found + 1 for mark in "。！？" if (found := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))
