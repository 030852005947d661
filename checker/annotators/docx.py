""".docx: Word's own comments on the exact words; nothing else in the file changes, not even a byte.

ECMA-376 part 1, 17.13.4 comments. A comment has no date: the same file gives the same copy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from checker.annotators.places import Target, point, stretch
from checker.annotators.words import AUTHOR, INITIALS, finding_lines, verdict
from checker.model.document import Document, Span
from checker.model.result import CheckResult, Finding
from checker.model.structure import Structure
from checker.ooxml.located import Located, Splices, word_prefix
from checker.ooxml.members import Members, append
from checker.ooxml.names import W
from checker.ooxml.text import Text

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_REFERENCES = tuple(W + name for name in ("commentReference", "commentRangeStart", "commentRangeEnd"))


@dataclass(frozen=True, slots=True)
class _Comment:
    target: Target
    lines: tuple[str, ...]


def annotate(content: bytes, result: CheckResult, structure: Structure) -> bytes:
    """A copy with the verdict as first comment and one comment for every finding that is not waived."""
    assert result.score is not None  # see annotators.annotate
    members = Members(content)
    text = Text(members)
    findings = [finding for finding in result.findings if finding.waived is None]
    targets = [_target(finding, structure.document) for finding in findings]
    comments = [_Comment(_head(structure, targets), verdict(result, result.score))]
    for finding, target in zip(findings, targets, strict=True):
        comments.append(_Comment(target, finding_lines(finding, structure.document, target.more)))
    first = _put_comments(members, comments, strict=text.part.strict, text=text)
    for number, comment in enumerate(comments, first):
        _anchor(text, structure.document, comment.target, number)
    members.write(members.main, text.changed())
    return members.packed()


def _head(structure: Structure, targets: list[Target]) -> Target:
    """The title; the first paragraph where there is none, or where a finding stands before it."""
    spans = structure.title.spans if structure.title else ()
    first = min((target.block for target in targets), default=0)
    if spans and spans[0].block <= first:
        return stretch(structure.document, spans)
    words = structure.document.blocks[0].text
    return Target(first=Span(block=0, start=0, end=len(words)), last=Span(block=0, start=0, end=len(words)))


def _target(finding: Finding, document: Document) -> Target:
    if finding.spans:
        return stretch(document, finding.spans)
    return point(document, finding.line, finding.column)


def _anchor(text: Text, document: Document, target: Target, number: int) -> None:
    cuts, w = text.cuts, text.prefix
    mark = f'<{w}:r><{w}:commentReference {w}:id="{number}"/></{w}:r>'
    pieces = [*text.pieces(document, target.first), *text.pieces(document, target.last)]
    if target.is_point or not pieces:
        text.put_point(document, target.first, mark)
        return
    piece, start, _ = pieces[0]
    cuts.before(piece, start, f'<{w}:commentRangeStart {w}:id="{number}"/>'.encode())
    piece, _, end = pieces[-1]
    cuts.after(piece, end, f'<{w}:commentRangeEnd {w}:id="{number}"/>'.encode())
    cuts.behind(piece, end, mark.encode())


def _put_comments(members: Members, comments: list[_Comment], *, strict: bool, text: Text) -> int:
    """Writes the comments behind those that are there already; gives the number of the first one."""
    known = next(iter(members.targets(members.main, "comments")), None)
    numbers = [_number(element.get(W + "id")) for name in _REFERENCES for element in text.part.root.iter(name)]
    if known is None:
        first = max(numbers, default=-1) + 1
        uri = next(uri for uri, prefix in text.part.prefixes.items() if prefix == text.prefix)
        inside = "".join(_comment(comment.lines, number, "w") for number, comment in enumerate(comments, first))
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        written = f'{head}<w:comments xmlns:w="{uri}">{inside}</w:comments>'.encode()
        members.add_part(_free(members), written, content_type=_TYPE, kind="comments", strict=strict)
        return first
    part = Located(members.read(known))
    splices = Splices(part)
    w = word_prefix(part, splices)
    numbers += [_number(element.get(W + "id")) for element in part.root.iter(W + "comment")]
    first = max(numbers, default=-1) + 1
    append(part, splices, "".join(_comment(comment.lines, number, w) for number, comment in enumerate(comments, first)))
    members.write(known, splices.applied())
    return first


def _comment(lines: tuple[str, ...], number: int, w: str) -> str:
    paragraphs = "".join(_paragraphs(lines, w))
    return f'<{w}:comment {w}:id="{number}" {w}:author="{AUTHOR}" {w}:initials="{INITIALS}">{paragraphs}</{w}:comment>'


def _paragraphs(lines: tuple[str, ...], w: str) -> Iterator[str]:
    """Set by hand: the report's own styles would give a comment the indent and line pitch of the body."""
    look = (
        f'<{w}:pPr><{w}:spacing {w}:before="0" {w}:after="0" {w}:line="240" {w}:lineRule="auto"/>'
        f'<{w}:ind {w}:left="0" {w}:firstLineChars="0" {w}:firstLine="0"/><{w}:jc {w}:val="left"/></{w}:pPr>'
    )
    size = f'<{w}:rPr><{w}:sz {w}:val="21"/></{w}:rPr>'
    mark = f"<{w}:r>{size}<{w}:annotationRef/></{w}:r>"
    for line in lines:
        words = escape("".join(char for char in line if char >= " "))
        yield f'<{w}:p>{look}{mark}<{w}:r>{size}<{w}:t xml:space="preserve">{words}</{w}:t></{w}:r></{w}:p>'
        mark = ""


def _free(members: Members) -> str:
    folder = members.main.rpartition("/")[0]
    names = (f"{folder}/comments{number or ''}.xml".lstrip("/") for number in range(1000))
    return next(name for name in names if name not in members)


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 9 else -1
