"""What stands behind the text: signature, date, attachments, notes, copies, web residue (GB/T 9704—2012, 7.3.5)."""

from dataclasses import dataclass

from checker.model.document import Document
from checker.model.structure import DateElement, Element, How, Reading
from checker.recognisers.words import Words
from checker.text.dates import Fault, WrittenDate, find_dates, find_unfilled
from checker.text.numbering import parse_number

DEPTH = 80  # blocks from the end; attachments may follow the date


@dataclass(frozen=True, slots=True)
class Closing:
    """`first` is the first block that is no longer text: the body ends before it."""

    signature: tuple[Element, ...]
    date: DateElement | None
    attachments: tuple[int, ...]
    residue: tuple[int, ...]
    first: int


def find_closing(document: Document, readings: tuple[Reading, ...], start: int, words: Words) -> Closing:
    """The closing of a report whose text begins at block `start`."""
    end = len(readings)
    residue: list[int] = []
    aside: list[int] = []
    while end > start:
        text = readings[end - 1].text
        if _is_aside(text, words):
            aside.append(end - 1)
        elif words.is_residue(text) and not _dates(text):
            residue.append(end - 1)
        else:
            break
        end -= 1
    dated = _date_block(readings, start, end, words)
    if dated is None:
        tail = _tail(document, readings[end - 1], words) if end > start else None
        if tail is not None:
            return Closing((tail[0],), tail[1], tuple(sorted(aside)), tuple(sorted(residue)), end)
        return _undated(document, readings, start, end, aside, residue, words)
    block, found = dated
    date = date_element(document, readings[block], found)
    signature, first = _signature_above(document, readings, block, found, start, words)
    after = list(range(block + 1, end))
    if not signature and after and words.is_("organ_line", readings[after[0]].text):
        signature = (line_element(document, readings[after[0]], 0, len(readings[after[0]].text)),)
    first, above = _attachments_above(readings, first, start, words)
    return Closing(signature, date, tuple(sorted([*aside, *after, *above])), tuple(sorted(residue)), first)


def _tail(document: Document, reading: Reading, words: Words) -> tuple[Element, DateElement] | None:
    """Organ and date that a copy has run into the last paragraph: …按期完成。白石镇人民政府2024年1月18日"""
    dates = _dates(reading.text)
    if not dates:
        return None
    begin = max(reading.text.rfind(mark, 0, dates[-1].start) for mark in "。！？") + 1
    if not begin or not is_organ(reading.text[begin : dates[-1].start], words):
        return None
    return line_element(document, reading, begin, dates[-1].start), date_element(document, reading, dates[-1])


def _undated(
    document: Document,
    readings: tuple[Reading, ...],
    start: int,
    end: int,
    aside: list[int],
    residue: list[int],
    words: Words,
) -> Closing:
    first = end
    signature: list[Element] = []
    while first > start and first > end - 4 and is_organ(readings[first - 1].text, words):
        first -= 1
        signature.insert(0, line_element(document, readings[first], 0, len(readings[first].text)))
    first, above = _attachments_above(readings, first, start, words)
    return Closing(tuple(signature), None, tuple(sorted([*aside, *above])), tuple(sorted(residue)), first)


def _is_aside(text: str, words: Words) -> bool:
    named = any(words.has(name, text) for name in ("attachment", "note_line", "copy_line"))
    return named and len(text) < 120 and not _label(text, words)


def _dates(text: str) -> list[WrittenDate]:
    return [date for date in find_dates(text) if date.end == len(text)]


def _date_block(readings: tuple[Reading, ...], start: int, end: int, words: Words) -> tuple[int, WrittenDate] | None:
    """The last block that is a date, or a signing organ with its date; where it stands among attachments, the last
    one that has an organ above it."""
    candidates: list[tuple[int, WrittenDate]] = []
    for index in range(end - 1, max(start, end - DEPTH) - 1, -1):
        text = readings[index].text
        if len(text) > 80:
            if candidates:
                break
            if index < end - 1:
                continue
        found = _signing_date(text, words)
        if found:
            candidates.append((index, found))
            if index > start and is_organ(readings[index - 1].text, words):
                return index, found
    for index, found in candidates:
        if readings[index].text[: found.start]:  # organ and date on one line
            return index, found
    return candidates[0] if candidates else None


def _signing_date(text: str, words: Words) -> WrittenDate | None:
    bare = text[_label(text, words) :].strip("（）()。")
    shift = text.find(bare) if bare else 0
    unfilled = find_unfilled(bare)
    found = [unfilled] if unfilled else find_dates(bare)
    if not found or words.has("copy_line", bare):
        return None
    last = found[-1]
    before, behind = bare[: last.start], bare[last.end :]
    if behind or len(bare) > 80 or (before and not is_organ(before, words)):
        return None
    return WrittenDate(last.start + shift, last.end + shift, last.text, last.value, last.faults)


def is_organ(text: str, words: Words) -> bool:
    """A line that is an organ or a place, with or without a label before it."""
    text = text[_label(text, words) :]
    if not 3 <= len(text) <= 60 or parse_number(text):
        return False
    return words.is_("organ_line", text) or words.is_("place_line", text)


def _label(text: str, words: Words) -> int:
    """Characters of what stands before an organ or a date to say that it is one: 报送单位："""
    label = words.pattern("closing_label").match(text)
    return label.end() if label else 0


def date_element(document: Document, reading: Reading, found: WrittenDate) -> DateElement:
    """The date of signing, with what is odd about its form."""
    span = reading.span(found.start, found.end)
    written = document.text(span)
    faults = found.faults
    if not faults and any(char.isspace() for char in written):
        faults = (Fault.SPACES,)
    return DateElement(
        text=written,
        span=span,
        how=How.PLACE,
        value=found.value,
        fault=str(faults[-1]) if faults else "",
    )


def line_element(document: Document, reading: Reading, start: int, end: int) -> Element:
    """A line of the signature: characters `start` to `end` (half open) of a reading."""
    span = reading.span(start, end)
    return Element(text=document.text(span).strip(), spans=(span,), how=How.PLACE, value=reading.text[start:end])


def _signature_above(
    document: Document, readings: tuple[Reading, ...], block: int, found: WrittenDate, start: int, words: Words
) -> tuple[tuple[Element, ...], int]:
    """The organ lines that end at the date, and the first block of the closing."""
    lines: list[Element] = []
    begin = _label(readings[block].text, words)
    if readings[block].text[begin : found.start].strip("（("):
        lines.append(line_element(document, readings[block], begin, found.start))
    first = block
    while first > start and any(words.is_(name, readings[first - 1].text) for name in ("page_number", "seal")):
        first -= 1  # between organ and date
    while first > start and len(lines) < 4 and is_organ(readings[first - 1].text, words):
        first -= 1
        text = readings[first].text
        lines.insert(0, line_element(document, readings[first], _label(text, words), len(text)))
    return tuple(lines), first if lines else block


def _attachments_above(readings: tuple[Reading, ...], first: int, start: int, words: Words) -> tuple[int, list[int]]:
    """附件说明 stands between text and signature: 附件：1.… and the lines 2.… below it."""
    for index in range(first - 1, max(start, first - 12) - 1, -1):
        text = readings[index].text
        if words.has("attachment", text) and len(text) < 80:
            return index, list(range(index, first))
        if not (words.has("attachment_next", text) and len(text) < 60):
            break
    while first > start and words.has("note_line", readings[first - 1].text):
        first -= 1
    return first, []
