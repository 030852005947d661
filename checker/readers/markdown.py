"""Markdown in a text file: which characters are markup, how deep a heading is, whether a line is bold throughout.

`#` and `**` stand in crawled .txt files too; what only a renderer understands is markup in a .md file alone.
"""

import re
from collections.abc import Iterator

from checker.model.document import PLAIN, Style

Marks = tuple[tuple[int, int], ...]

_HEADING = re.compile(r"[ \t\u3000\u00a0]*(#{1,6})(?:[ \t\u3000\u00a0]+|(?=[^#\s]))")
_HEADING_END = re.compile(r"[ \t]{1,20}#{1,20}[ \t]*$")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
# lengths are bounded: an opening mark without a closing one must not be searched for through the whole text
_BOLD = re.compile(r"(\*\*\*?|__)(?=[^\s_*])(.{1,300}?)(?<=\S)\1")
_LINK = re.compile(r"(\[)(?=[^\]\[\n]{1,300}\]\(https?:)|(\]\(https?:[^)\s]{0,300}\))")
# images, links, escapes, hard breaks, tags, blanks as entities, notes
_RENDERED = re.compile(
    r"!\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)(?:\{[^}\n]{0,200}\})?"
    r"|\[(?=[^\]\[\n]{1,300}\][({])|(?<=.)\](?:\((?:[^()\n]|\([^()\n]{0,60}\)){1,300}\)|\{[^}\n]{0,80}\})"
    r"|\\(?=[\\`*_{}\[\]()#+.!|>~$-])|\\$"
    r"|</?(?:br|p|div|span|center|font|strong|b|em|i|u|a|sup|sub|h[1-6])\b[^<>\n]{0,200}>|\[\^\w{1,20}\]:?"
    r"|&(?:nbsp|emsp|ensp|thinsp|shy|#160|#12288);",
    re.IGNORECASE | re.MULTILINE,
)
_RULE = re.compile(r"[ \t]*(?:[-*_=—－][ \t]*){3,}$|[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+[-: \t]*$")
_FENCE = re.compile(r"[ \t]*:{3,}[ \t]*(?:\{[^}]{0,200}\}|\w*)[ \t]*$")  # of a pandoc div
_BREAK = re.compile(r"(?:\\|  )$")
_FRESH = re.compile(r"[ \t]*(?:[|>#*+\-]|!\[|<|:::|\d+[.)、]|\*\*|__|\d{4}年\d+月\d+日[ \t]*$)")
_WIDE = 24  # characters of a line that may be a piece of a paragraph


def is_rule(line: str, *, markdown: bool) -> bool:
    """A line that draws one, parts the head of a table from its rows, or opens or closes a div."""
    return _RULE.match(line) is not None or (markdown and _FENCE.match(line) is not None)


def goes_on(line: str, following: str) -> bool:
    """Whether two lines of a .md file are pieces of one paragraph, as a renderer takes them."""
    if len(line.strip()) < _WIDE or _BREAK.search(line) or line.lstrip().startswith(("#", "|", ">")):
        return False
    return not line.rstrip().endswith(tuple("。：；！？;:!?*")) and _FRESH.match(following) is None


def read_marks(text: str, *, markdown: bool) -> tuple[Marks, Style]:
    """The ranges of a paragraph that are markup, in order and apart from each other; heading level and boldness."""
    marks: list[tuple[int, int]] = []
    outline = None
    at = 0
    if quote := _QUOTE.match(text):
        marks.append(quote.span())
        at = quote.end()
    if heading := _HEADING.match(text, at):
        outline = len(heading[1])
        marks.append((heading.start(), heading.end()))
        closing = _HEADING_END.search(text)
        if closing and closing.start() > heading.end():
            marks.append(closing.span())
    bold: list[tuple[int, int]] = []
    for match in _BOLD.finditer(text):
        size = len(match[1])
        marks += [(match.start(), match.start() + size), (match.end() - size, match.end())]
        bold.append((match.start(2), match.end(2)))
    for match in (_RENDERED if markdown else _LINK).finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in marks):
            marks.append(match.span())
    marks.sort()
    if not (outline or bold):
        return tuple(marks), PLAIN
    solid = sum(not char.isspace() for char in _kept(text, marks))
    heavy = bool(bold) and sum(end - start for start, end in bold) >= solid > 0
    return tuple(marks), Style(outline=outline, bold=heavy or None)


def _kept(text: str, marks: list[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in marks:
        yield from text[at:start]
        at = max(at, end)
    yield from text[at:]
