"""Lines that an editor or a mail program broke, joined into the paragraphs they were."""

import re
import statistics
from collections.abc import Callable, Iterator
from itertools import accumulate

_HAN = "[一二三四五六七八九十]"
_NUMBER = re.compile(rf"[ \t\u3000\u00a0]*(?:#|>|第{_HAN}+|[（(](?:{_HAN}|\d)+[）)]|{_HAN}+[、是]|\d{{1,2}}[、.．])")
_INDENT = re.compile(r"(?:[ \t]{2,}|\u3000|\u00a0)")
_ENDS = "。；：！？;:!?”）》"
_STOPS = re.compile("[。；：]")
_FEW = 12  # lines; fewer tell nothing
_LONG = 15  # characters from which a line may be a piece of a paragraph
_WIDEST = 72  # columns at which nobody breaks lines any more

Lines = list[tuple[int, int]]  # first and last line (from 0) of every paragraph


def unwrap(lines: list[str], filled: Lines) -> Lines:
    """Paragraphs out of the lines that are not blank. Text that was never broken comes back as it is."""
    written = [lines[first] for first, _ in filled]
    if len(written) < _FEW:
        return filled
    if _is_even(written):
        limit = statistics.quantiles(map(_width, written), n=10)[-1]
        return join(lines, filled, _unless_fresh(lambda line: _width(line) >= limit - 4))
    pieces = [line for line in written if _width(line) >= _LONG and not _is_lead(line)]
    if _is_uneven(written, pieces):
        usual = statistics.median(map(_width, pieces))
        return join(lines, filled, _unless_fresh(lambda line: _goes_on(line, usual)))
    return filled


def parts(text: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of the paragraphs in one whose lines are parted by soft breaks, as pasted from a web page.

    A break inside a sentence, and one between the lines of a title, parts nothing.
    """
    lines = text.split("\n")
    filled = [(i, i) for i, line in enumerate(lines) if line.strip()]
    if len(filled) >= _FEW:
        found = unwrap(lines, filled)
    else:
        found = join(lines, filled, _unless_fresh(lambda line: _is_open(line) and not _is_lead(line)))
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    yield from ((starts[first], starts[last + 1] - 1) for first, last in found)


def _is_even(lines: list[str]) -> bool:
    """Broken at a fixed width: many lines of nearly the longest length, most of them mid-sentence."""
    lengths = [_width(line) for line in lines]
    limit = statistics.quantiles(lengths, n=10)[-1]
    full = [line for line, length in zip(lines, lengths, strict=True) if limit - 4 <= length <= limit + 4]
    if not 20 <= limit <= 64 or len(full) < 0.4 * len(lines) or max(lengths) > limit + 6:
        return False
    return sum(_is_open(line) for line in full) > 0.6 * len(full)


def _is_uneven(lines: list[str], pieces: list[str]) -> bool:
    """Broken by hand or by a phone: no long lines, and nearly half of them stop in the middle of a sentence."""
    if len(pieces) < _FEW // 2 or max(map(_width, lines)) > _WIDEST:
        return False
    return sum(_is_open(line) for line in pieces) >= 0.4 * len(pieces)


def join(lines: list[str], filled: Lines, goes_on: Callable[[str, str], bool]) -> Lines:
    """Lines that stand one below the other as one paragraph where `goes_on` says so of the two."""
    joined: Lines = []
    for first, last in filled:
        start, end = joined[-1] if joined else (0, -1)
        if joined and end == first - 1 and goes_on(lines[end], lines[first]):
            joined[-1] = (start, last)
        else:
            joined.append((first, last))
    return joined


def _unless_fresh(goes_on: Callable[[str], bool]) -> Callable[[str, str], bool]:
    """No line goes on in one that is indented or has a number."""
    return lambda line, after: goes_on(line) and not (_INDENT.match(after) or _NUMBER.match(after))


def _goes_on(line: str, usual: float) -> bool:
    return _is_open(line) and not _is_lead(line) and _width(line) >= 0.6 * usual


def _is_lead(line: str) -> bool:
    """A numbered heading on a line of its own: it has a number and no stop."""
    number = _NUMBER.match(line)
    return number is not None and number[0][-1] != "是" and _STOPS.search(line) is None and _width(line) < 2 * _LONG


def _is_open(line: str) -> bool:
    return not line.rstrip().endswith(tuple(_ENDS))


def _width(line: str) -> int:
    return len(line.rstrip())
