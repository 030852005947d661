"""What stands between title and text besides the addressee: residue of the page, or signature and date set there."""

from checker.model.document import Document
from checker.model.structure import DateElement, Element, Reading
from checker.recognisers.closing import date_element, is_organ, line_element
from checker.recognisers.words import Words
from checker.text.dates import Fault, find_dates, is_date

DEPTH = 12  # blocks under the title
_LONGEST = 60  # characters of a line that is no text yet
_VALUE = 20  # characters of what a label on the line before may mean


def under_title(
    document: Document, readings: tuple[Reading, ...], start: int, words: Words
) -> tuple[int, list[int], tuple[Element, ...], DateElement | None]:
    """The first block of the text; residue, signature and date that stand before it."""
    residue: list[int] = []
    signed: list[Element] = []
    date: DateElement | None = None
    begin = start
    for index in range(start, min(len(readings), start + DEPTH)):
        text = readings[index].text
        bare = text.strip("（）")
        if not text:
            continue  # nothing but markup
        if is_date(text) and Fault.MARKS in find_dates(text)[0].faults:
            residue.append(index)  # 2026-03-30, as content management prints the day of publishing
        elif is_date(bare) and date is None:
            found = find_dates(text)[0]
            date = date_element(document, readings[index], found)
        elif words.is_residue(text) or words.has("red_head", text) or _is_value(readings, index, residue, words):
            residue.append(index)
        elif date is None and is_organ(text, words) and _leads_to_date(readings, index):
            signed.append(line_element(document, readings[index], 0, len(text)))
        elif begin == start or "。" in text or len(text) > _LONGEST:
            break
        else:
            continue
        begin = index + 1
    return begin, residue, tuple(signed), date


def _leads_to_date(readings: tuple[Reading, ...], index: int) -> bool:
    """An organ, or one of two, with a date below: the report is signed under its title."""
    return any(is_date(reading.text.strip("（）")) for reading in readings[index + 1 : index + 3])


def _is_value(readings: tuple[Reading, ...], index: int, residue: list[int], words: Words) -> bool:
    """The value of a label that the line before left open: 来源： ⏎ 白石镇人民政府."""
    before = readings[index - 1].text if index - 1 in residue else ""
    return before.endswith("：") and words.is_residue(before) and len(readings[index].text) <= _VALUE
