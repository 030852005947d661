"""The title: one to four lines that name a report on law-based government (公文处理工作条例 第九条（七）)."""

from dataclasses import dataclass

from checker.model.document import Document, Span
from checker.model.structure import Element, How, Reading
from checker.recognisers.words import Words
from checker.text.dates import is_date
from checker.text.numbering import parse_number

DEPTH = 60  # blocks from the start in which a title is looked for; web pages put much before it
LINES = 4
_BLANKS = " \t\u3000\u00a0\ufeff"
LONGEST = 50  # characters of one line of a title


@dataclass(frozen=True, slots=True)
class TitlePlace:
    element: Element
    first: int  # block
    last: int


def find_title(document: Document, readings: tuple[Reading, ...], words: Words) -> TitlePlace | None:
    """The title, and the blocks it takes. A title that a web page repeats is taken where the text follows it."""
    found: TitlePlace | None = None
    first = 0
    while first < min(len(readings), DEPTH):
        last = _lines(readings, first, words)
        if last is not None and _is_banner(readings, first, words):
            first += 1
            continue
        if last is None:
            line = _line(readings[first])
            text = _is_text(line) and not words.is_residue(line)
            if (found is not None and (text or parse_number(line))) or (text and words.has("begun", line)):
                break
            first += 1
            continue
        again = _place(document, readings, first, last)
        if found is None or _squeezed(again) == _squeezed(found) or found.last < first <= found.last + 8:
            if found is not None and not _repeats(found, again) and not _headline(readings, found, first, words):
                break
            found = again
        first = last + 1
    return found or _weak_title(document, readings, words) or _on_card(document, readings, words)


def _line(reading: Reading) -> str:
    """The line without what is left of a table's border, and without 《》; a row of several cells as it is."""
    bare = reading.text.strip("|")
    if bare.startswith("《") and bare.endswith("》") and "》" not in bare[:-1]:
        bare = bare[1:-1]
    return reading.text if "|" in bare else bare


def _lines(readings: tuple[Reading, ...], first: int, words: Words) -> int | None:
    """The last block of a title that begins at `first`."""
    if not _can_begin(_line(readings[first]), words):
        return None
    joined = ""
    weak: int | None = None
    for last in range(first, min(first + LINES, len(readings))):
        line = _line(readings[last])
        if last > first and not _can_continue(line, words):
            break
        joined += line
        if not words.has("report_subject", joined):
            continue
        if words.has("report_tail", joined):
            return _extend(readings, last, words)
        if words.has("report_tail_weak", joined):
            weak = last
    if weak is None:
        return None
    return _extend(readings, weak, words)


def _is_banner(readings: tuple[Reading, ...], first: int, words: Words) -> bool:
    """The name of the site or the issuer above a title that itself begins with it."""
    line, following = _line(readings[first]), readings[first + 1 : first + 2]
    return bool(following) and following[0].text.startswith(line) and _lines(readings, first + 1, words) is not None


def _extend(readings: tuple[Reading, ...], last: int, words: Words) -> int:
    following = last + 1
    if following < len(readings) and words.has("title_rest", readings[following].text):
        return following
    return last


def _can_begin(line: str, words: Words) -> bool:
    if not 2 <= len(line) <= LONGEST or _is_text(line) or parse_number(line) or words.has("red_head", line):
        return False
    if is_date(words.pattern("bullet").sub("", line)):
        return False  # the day of publishing, where a page prints it without a word
    if words.has("report_subject", line):
        return not words.is_residue(line)
    return (
        words.is_("organ_line", line) or words.is_("place_line", line) or words.has("title_line", line)
    ) and not words.is_residue(line)


def _can_continue(line: str, words: Words) -> bool:
    if not 1 <= len(line) <= LONGEST or _is_text(line) or parse_number(line) or is_date(line) or words.is_residue(line):
        return False
    return any(
        (
            words.is_("organ_line", line),
            words.is_("place_line", line),
            words.has("title_line", line),
            words.has("title_rest", line),
        )
    )


def _is_text(line: str) -> bool:
    """Running text, an addressee, a labelled value: nothing a title holds."""
    return any(mark in line for mark in "。；：！？") or line.endswith("，")


def _repeats(one: TitlePlace, other: TitlePlace) -> bool:
    """The same title again: web pages print it in the breadcrumb, as heading and above the text."""
    a, b = _squeezed(one), _squeezed(other)
    return a in b or b in a


def _headline(readings: tuple[Reading, ...], found: TitlePlace, again: int, words: Words) -> bool:
    """The first one is the page's headline: residue (来源：…) stands between it and the report's own title."""
    return any(words.is_residue(readings[i].text) for i in range(found.last + 1, again))


def _squeezed(place: TitlePlace) -> str:
    return place.element.value.replace("年度", "年")  # what pages repeat they do not always copy


def _place(document: Document, readings: tuple[Reading, ...], first: int, last: int) -> TitlePlace:
    spans = tuple(_span(readings[i]) for i in range(first, last + 1))
    outline = document.blocks[first].style.outline
    element = Element(
        text="".join(_written(document, readings, i) for i in range(first, last + 1)),
        spans=spans,
        how=How.STYLE if outline is not None else How.WORDS,
        value="".join(_line(readings[i]) for i in range(first, last + 1)),
    )
    return TitlePlace(element, first, last)


def _span(reading: Reading) -> Span:
    line = _line(reading)
    start = reading.text.find(line)
    return reading.span(start, start + len(line))


def _written(document: Document, readings: tuple[Reading, ...], index: int) -> str:
    """The line as written, without Markdown's marks and outer blanks."""
    span = _span(readings[index])
    text = document.text(span)
    for start, end in reversed(document.blocks[index].marks):
        if span.start <= start and end <= span.end:
            text = text[: start - span.start] + text[end - span.start :]
    return "".join(line.strip(_BLANKS) for line in text.split("\n"))


def _weak_title(document: Document, readings: tuple[Reading, ...], words: Words) -> TitlePlace | None:
    """A short line of the right kind before any text, though it does not name the subject."""
    for index in range(min(len(readings), 12)):
        line = _line(readings[index])
        if _is_text(line) or parse_number(line):
            return None
        styled = document.blocks[index].style.outline in (0, 1)
        if words.is_residue(line) or words.has("red_head", line):
            continue
        if 4 <= len(line) <= LONGEST and (words.has("report_tail", line) or styled):
            return _place(document, readings, index, index)
    return None


def _on_card(document: Document, readings: tuple[Reading, ...], words: Words) -> TitlePlace | None:
    """The title in the index card above the text (标题：…), where the page prints none elsewhere."""
    for index in range(min(len(readings), DEPTH)):
        found = words.pattern("title_card").search(readings[index].text)
        if found and words.has("report_subject", found["title"]):
            span = readings[index].span(found.start("title"), found.end("title"))
            element = Element(text=document.text(span), spans=(span,), how=How.METADATA, value=found["title"])
            return TitlePlace(element, index, index)
    return None
