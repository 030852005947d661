"""The addressee (主送机关): a line of organs with a colon between title and text (条例 第九条（八）)."""

from checker.model.document import Document
from checker.model.structure import Element, How, Reading
from checker.recognisers.words import Words
from checker.text.numbering import parse_number

LONGEST = 60


def find_addressee(
    document: Document, readings: tuple[Reading, ...], after: int, words: Words
) -> tuple[Element, int, int] | None:
    """The addressee, its block, and the offset in the reading where text goes on behind the colon.

    Looks at the blocks from `after` on, until running text or a numbered heading begins.
    """
    for index in range(after, min(after + 8, len(readings))):
        text = readings[index].text
        colon = text.find("：")
        if 2 <= colon <= LONGEST and _is_addressee(text[:colon], words):
            span = readings[index].span(0, colon)
            element = Element(text=document.text(span).strip(), spans=(span,), how=How.PLACE, value=text[:colon])
            return element, index, colon + 1
        if parse_number(text) or "。" in text or len(text) > LONGEST:
            return None
    return None


def _is_addressee(line: str, words: Words) -> bool:
    if "。" in line or "；" in line or any(char.isdigit() for char in line) or words.has("addressee_not", line):
        return False
    return words.has("addressee_word", line)
