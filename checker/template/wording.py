"""The end of a message about a word that nobody knows."""

from collections.abc import Iterable
from difflib import get_close_matches

FEW = 24  # more words than these are not listed


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of a message: `，是否为“severity”？`, or the few words that may stand here, or nothing."""
    words = sorted(set(known))
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return f"，是否为“{close[0]}”？"
    return f"；可以写 {'、'.join(words)}" if 0 < len(words) <= FEW else ""
