""".txt, .md: corrections in place; encoding, byte-order mark and line ends stay as they were."""

import re
from itertools import pairwise

from checker.correctors.correction import Corrected
from checker.errors import CheckerError
from checker.model.result import Edit
from checker.model.structure import Structure
from checker.readers.plain_text import decode

_BREAK = re.compile(r"\r\n|[\n\r]")  # what the reader takes for the end of a line
_OVER_LINES = "这几个字跨了两行"
_CHANGED = "原文与检查时看到的文字对不上"
_NOT_WRITABLE = "文件的编码里没有要改成的字"


def correct(content: bytes, structure: Structure, edits: tuple[Edit, ...]) -> Corrected:
    """Raises CheckerError when the bytes cannot be written back as they are."""
    encoding = _encoding(content)
    text = content.decode(encoding)
    ends = [match.span() for match in _BREAK.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    made: list[tuple[int, int, str]] = []
    refused: list[tuple[Edit, str]] = []
    for edit in edits:
        block = structure.document.blocks[edit.span.block]
        place = structure.document.position(edit.span.block, edit.span.start)
        old = block.text[edit.span.start : edit.span.end]
        start = starts[place.line - 1] + place.column - 1
        end = start + len(old)
        if "\n" in old:
            refused.append((edit, _OVER_LINES))
        elif text[start:end] != old:
            refused.append((edit, _CHANGED))
        elif not _writable(edit.text, encoding):
            refused.append((edit, _NOT_WRITABLE))
        else:
            made.append((start, end, edit.text))
    return Corrected(_put(text, made).encode(encoding), tuple(refused))


def _encoding(content: bytes) -> str:
    """The encoding that the reader found, named so that its byte-order mark is an ordinary character."""
    marked = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
    candidates = (marked[content[:2]],) if content[:2] in marked else ("utf-8", "gb18030", "cp950")
    text = decode(content)[0]
    for encoding in candidates:
        try:
            read = content.decode(encoding)
            if read.removeprefix("\ufeff") == text and read.encode(encoding) == content:
                return encoding
        except UnicodeError:
            continue
    raise CheckerError("文件的编码有损坏，改了会丢字；请用记事本另存为 UTF-8 再改")


def _writable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _put(text: str, made: list[tuple[int, int, str]]) -> str:
    """`made` are places in order, none touching another."""
    kept = [text[: made[0][0]] if made else text]
    for (_, end, new), (start, _, _) in pairwise((*made, (len(text), len(text), ""))):
        kept += (new, text[end:start])
    return "".join(kept)
