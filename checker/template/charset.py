"""Sets of characters as ranges of code points: what two steps of a pattern may both take."""

from collections.abc import Iterable

Ranges = tuple[tuple[int, int], ...]  # ascending, apart, both ends included

LAST = 0x10FFFF
_FEW = 2000  # characters of a range that is looked at one by one
EVERYTHING: Ranges = ((0, LAST),)
DIGITS: Ranges = ((0x30, 0x39), (0xFF10, 0xFF19))
BLANKS: Ranges = ((0x09, 0x0D), (0x1C, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x2000, 0x200A), (0x3000, 0x3000))
# near enough: Latin, Greek, Cyrillic, Chinese and their full-width forms
WORD: Ranges = (
    (0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0xC0, 0x24F), (0x370, 0x52F), (0x3005, 0x3007),
    (0x3021, 0x3029), (0x3400, 0x9FFF), (0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A), (0x20000, 0x3FFFF),
)  # fmt: skip


def union(sets: Iterable[Ranges]) -> Ranges:
    """Characters that are in one of the sets."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(pair for ranges in sets for pair in ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


def complement(ranges: Ranges) -> Ranges:
    """All other characters."""
    gaps: list[tuple[int, int]] = []
    start = 0
    for low, high in ranges:
        if low > start:
            gaps.append((start, low - 1))
        start = high + 1
    return (*gaps, (start, LAST)) if start <= LAST else tuple(gaps)


def any_case(ranges: Ranges) -> Ranges:
    """The same characters in both cases; wide ranges are left as they are, they hold both."""
    few = [chr(code) for low, high in ranges if high - low < _FEW for code in range(low, high + 1)]
    other = [case for char in few for case in (char.lower(), char.upper()) if len(case) == 1]
    return union([ranges, tuple((ord(char), ord(char)) for char in other)])


def common(left: Ranges, right: Ranges) -> Ranges:
    """Characters that are in both sets."""
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(left) and j < len(right):
        low, high = max(left[i][0], right[j][0]), min(left[i][1], right[j][1])
        if low <= high:
            found.append((low, high))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)
