""".docx: corrections as tracked changes, so that they can be accepted or refused one by one.

ECMA-376 part 1, 17.13.5 revisions. A change has no date: the same file gives the same copy.
"""

from xml.sax.saxutils import escape, quoteattr

from checker.correctors.correction import Corrected
from checker.model.result import Edit
from checker.model.structure import Structure
from checker.ooxml.members import Members
from checker.ooxml.names import W
from checker.ooxml.paragraph import Piece
from checker.ooxml.text import Text

AUTHOR = "报告检查"
_INSERTED = (W + "ins", W + "moveTo")
_NUMBER = "自动编号里的字不能在正文里改；请在 Word 的编号设置里改"
_APART = "这几个字分在几处（公式、文本框、换行或别处），不能自动改"


def correct(content: bytes, structure: Structure, edits: tuple[Edit, ...]) -> Corrected:
    """Each edit as one deletion and one insertion of the characters that differ; looks are those of the old ones."""
    members = Members(content)
    text = Text(members)
    numbers = [element.get(W + "id", "") for element in text.part.root.iter()]
    next_id = max((int(one) for one in numbers if one.isascii() and one.isdigit() and len(one) < 9), default=0) + 1
    refused: list[tuple[Edit, str]] = []
    for edit in edits:
        old = structure.document.text(edit.span)
        block = structure.document.blocks[edit.span.block]
        pieces = list(text.pieces(structure.document, edit.span))
        if edit.span.start < block.generated:
            refused.append((edit, _NUMBER))
        elif _words(pieces) != old or not all(text.cuts.is_plain(piece) for piece, _, _ in pieces):
            refused.append((edit, _APART))
        else:
            next_id = _track(text, pieces, old, edit.text, next_id)
    if len(refused) == len(edits):
        return Corrected(content, tuple(refused))
    members.write(members.main, text.changed())
    return Corrected(members.packed(), tuple(refused))


def _words(pieces: list[tuple[Piece, int, int]]) -> str:
    return "".join(piece.text[start:end] for piece, start, end in pieces)


def _track(text: Text, pieces: list[tuple[Piece, int, int]], old: str, new: str, number: int) -> int:
    """Puts one change in; gives the next free number."""
    head, tail = _common(old, new)
    kept = list(_inner(pieces, head, len(old) - tail))
    inserted = new[head : len(new) - tail]
    if not kept:  # nothing goes: the new characters stand behind the last one that is kept, or before the first
        markup = _insertion(text, (pieces[0] if head == 0 else _at(pieces, head))[0], inserted, number)
        if head == 0:
            text.cuts.before(pieces[0][0], pieces[0][1], markup)
        else:
            piece, at = _at(pieces, head)
            text.cuts.after(piece, at, markup)
        return number + 1
    w = text.prefix
    for piece, start, end in kept:
        before = f'<{w}:del {w}:id="{number}" {w}:author={quoteattr(AUTHOR)}>'.encode()
        after = f"</{w}:del>".encode()
        number += 1
        if piece is kept[-1][0] and inserted:
            after += _insertion(text, piece, inserted, number)
            number += 1
        text.cuts.delete(piece, start, end, before, after)
    return number


def _common(old: str, new: str) -> tuple[int, int]:
    """How many characters both begin with, and end with behind those."""
    head = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    head = min(len(old), len(new)) if head is None else head
    rest = min(len(old), len(new)) - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return head, tail


def _inner(pieces: list[tuple[Piece, int, int]], start: int, end: int) -> list[tuple[Piece, int, int]]:
    """Characters `start` to `end` of those that the pieces hold together."""
    found: list[tuple[Piece, int, int]] = []
    at = 0
    for piece, first, last in pieces:
        low, high = max(start - at, 0), min(end - at, last - first)
        if low < high:
            found.append((piece, first + low, first + high))
        at += last - first
    return found


def _at(pieces: list[tuple[Piece, int, int]], count: int) -> tuple[Piece, int]:
    """The piece that holds character number `count` (from 1), and the place behind it."""
    piece, _, end = _inner(pieces, count - 1, count)[0]
    return piece, end


def _insertion(text: Text, piece: Piece, new: str, number: int) -> bytes:
    """A run that looks like the piece's; in text that is itself an insertion it is part of that one."""
    w = text.prefix
    words = f'<{w}:t xml:space="preserve">{escape(new)}</{w}:t>'.encode()
    run = f"<{w}:r>".encode() + text.cuts.properties(piece.run) + words + f"</{w}:r>".encode()
    around = text.part.parents.get(piece.run)
    while around is not None:
        if around.tag in _INSERTED:
            return run
        around = text.part.parents.get(around)
    begin = f'<{w}:ins {w}:id="{number}" {w}:author={quoteattr(AUTHOR)}>'
    return begin.encode() + run + f"</{w}:ins>".encode()
