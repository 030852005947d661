""".txt and .md → Document. Encodings by trial, in the one order that never guesses wrong: BOM, UTF-8, GB18030, Big5."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from checker.errors import UnreadableError
from checker.model.document import Block, BlockKind, Document, Note, Source
from checker.readers.markdown import goes_on, is_rule, read_marks
from checker.readers.wrapping import join, unwrap

SUFFIXES = (".txt", ".md", ".markdown")

# a report is some thousands of characters; what is far beyond is refused before any pattern runs over it
CHARACTERS, LINES = 500_000, 50_000
_TABS = re.compile("\t+")
_HAN = "[一二三四五六七八九十]"
# 一、⇥主要成效: a tab behind a number parts no cells
_NUMBERED = re.compile(rf"^(?:{_HAN}{{1,3}}、|[（(](?:{_HAN}{{1,3}}|\d{{1,2}})[）)]|\d{{1,2}}[.．、])\s*\t\s*")
# 成效。　　（二）提升 : an editor that ate line breaks left their indents
# and Word's line and page breaks, which end a paragraph and no line of the file
_RUN_ON = re.compile(
    r"[\x0b\x0c]+|(?<=[。；：！？”）\u4e00-\u9fff])(?:\u3000{2,}|[ \u00a0]{4,})"
    rf"(?={_HAN}{{1,3}}、|[（(]{_HAN}{{1,3}}[）)])"
)
# between the paragraphs of a report that stands in one line
_WIDE = re.compile(r"[\x0b\x0c]+|(?<=\S)\u3000+(?=\S)")
_START = re.compile(rf"{_HAN}{{1,3}}、|[（(]{_HAN}{{1,3}}[）)]|\d{{1,2}}[.．]|20\d\d年")
_LONG, _GAPS = 300, 6  # characters, and blanks between them, from which a line may be a whole report
_BROKEN = "\ufffd"  # stands for bytes that are no character


def read(content: bytes, name: str) -> Document:
    """One block per paragraph; a paragraph is a line, unless the lines were wrapped at a fixed width.

    Raises UnreadableError when the bytes are no text.
    """
    text, notes = decode(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise UnreadableError("不是文本文件（含有二进制内容）；请另存为 UTF-8 的 .txt 再检查")
    lines = text.split("\n")
    if len(text) > CHARACTERS or len(lines) > LINES:
        raise UnreadableError(f"文本有{len(text)}字、{len(lines)}行，不像一份报告；请只留报告的正文")
    suffix = "md" if name.lower().endswith((".md", ".markdown")) else "txt"
    markdown = suffix == "md"
    paragraphs = _paragraphs(lines, markdown=markdown)
    pieces = (piece for first, last in paragraphs for piece in _pieces("\n".join(lines[first : last + 1]), first + 1))
    blocks = _rows(tuple(_block(index, *piece, markdown=markdown) for index, piece in enumerate(pieces)))
    source = Source(name=name, format=suffix, sha256=hashlib.sha256(content).hexdigest())
    return Document(source=source, blocks=blocks, notes=notes)


def decode(content: bytes) -> tuple[str, tuple[Note, ...]]:
    """The text, by BOM, as UTF-8, GB18030 or Big5. A few broken bytes, as copies have them, are replaced and noted.

    Raises UnreadableError when there are more than a few.
    """
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030", "cp950")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "gb18030" or not _looks_like_big5(text, content):
            return text, ()
    texts = [content.decode(encoding, errors="replace") for encoding in encodings]
    text = min(texts, key=lambda candidate: candidate.count(_BROKEN))
    broken = text.count(_BROKEN)
    if broken > max(1, 0.005 * len(text)):
        raise UnreadableError("文字的编码无法识别；请用记事本打开后另存为 UTF-8 再检查")
    return text, (Note(message=f"文件有{broken}处字节损坏，以“{_BROKEN}”代替"),)


def _looks_like_big5(text: str, content: bytes) -> bool:
    """Big5 read as GB18030 gives characters that no report uses; 的 and ， decide."""
    common = sum(text.count(char) for char in "的，。一在了和法政府年")
    try:
        other = content.decode("cp950")
    except UnicodeDecodeError:
        return False
    return sum(other.count(char) for char in "的，。一在了和法政府年") > 2 * common


def _paragraphs(lines: list[str], *, markdown: bool) -> list[tuple[int, int]]:
    """First and last line (from 0) of every paragraph."""
    filled = [(i, i) for i, line in enumerate(lines) if line.strip() and not is_rule(line, markdown=markdown)]
    return join(lines, filled, goes_on) if markdown else unwrap(lines, filled)


def _pieces(text: str, line: int) -> Iterator[tuple[str, int, int, int]]:
    """Text, line, column and bytes of the line before it, of the paragraphs in one."""
    start = 0
    for match in (_WIDE if _is_whole(text) else _RUN_ON).finditer(text):
        if text[start : match.start()].strip():
            yield text[start : match.start()], *_place(text, start, line)
        start = match.end()
    if text[start:].strip():
        yield text[start:], *_place(text, start, line)


def _is_whole(text: str) -> bool:
    """Many paragraphs in one line, with the indents of all but the first left between them."""
    gaps = list(_WIDE.finditer(text)) if len(text) >= _LONG else []
    sound = sum(text[gap.start() - 1] in "。；：！？”" or bool(_START.match(text, gap.end())) for gap in gaps)
    return len(gaps) >= _GAPS and sound > 0.6 * len(gaps)


def _place(text: str, start: int, line: int) -> tuple[int, int, int]:
    begin = text.rfind("\n", 0, start) + 1
    return line + text.count("\n", 0, start), start - begin + 1, len(text[begin:start].encode("utf-8", "surrogatepass"))


def _rows(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those of a table marked: neighbouring lines with as many cells, parted by tabs or as in Markdown."""
    cells = [_cells(block.text) for block in blocks]
    found = list(blocks)
    for at, (here, after) in enumerate(pairwise(cells)):
        if here > 1 and here == after:
            found[at] = replace(found[at], kind=BlockKind.TABLE)
            found[at + 1] = replace(found[at + 1], kind=BlockKind.TABLE)
    return tuple(found)


def _cells(text: str) -> int:
    text = _NUMBERED.sub("", text.strip())
    if text.startswith("|") and text.endswith("|"):
        return text.count("|") - 1
    return len(_TABS.split(text))


def _block(index: int, text: str, line: int, column: int, lead: int, *, markdown: bool) -> Block:
    marks, style = read_marks(text, markdown=markdown)
    return Block(index=index, text=text, line=line, column=column, lead=lead, marks=marks, style=style)
