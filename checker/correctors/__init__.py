"""改: a report's own file with the safe corrections made. One format, one file; always a copy.

A corrector is a module with `correct(content, structure, edits) -> Corrected`.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast

from checker.correctors.correction import Change, Corrected, Corrections
from checker.errors import CheckerError
from checker.model.document import Document
from checker.model.result import CheckResult, Edit, Finding
from checker.model.structure import Structure

CORRECTORS: dict[str, str] = {
    "docx": "checker.correctors.docx",
    "txt": "checker.correctors.plain_text",
    "md": "checker.correctors.plain_text",
}
_NONE = "只能改 .docx、.txt、.md 文件；请用 Word 或 WPS 另存为 .docx 再改"
_CROSSING = "与另一处改动重叠"


class Corrector(Protocol):
    def correct(self, content: bytes, structure: Structure, edits: tuple[Edit, ...]) -> Corrected: ...


def correct(content: bytes, result: CheckResult, structure: Structure | None) -> Corrections:
    """A copy of the file with every safe correction, and what was changed in it and what could not be.

    `result` and `structure` are those of `content`; what is waived is left alone. Raises CheckerError for a format
    that cannot be written, for a report that was not judged, and as the corrector of the format does.
    """
    if result.format not in CORRECTORS:
        raise CheckerError(_NONE)
    if structure is None or result.template is None:
        raise CheckerError(f"没有查成，不能改：{result.reason}")
    corrector = cast(Corrector, import_module(CORRECTORS[result.format]))
    wanted, crossing = _apart(finding for finding in result.findings if finding.waived is None)
    corrected = corrector.correct(content, structure, tuple(edit for _, edit in wanted))
    refused = dict(corrected.refused)
    changed = [_change(finding, edit, structure.document) for finding, edit in wanted if edit not in refused]
    refused |= dict.fromkeys((edit for _, edit in crossing), _CROSSING)
    left = [
        _change(finding, edit, structure.document, refused[edit])
        for finding, edit in (*wanted, *crossing)
        if edit in refused
    ]
    return Corrections(content=corrected.content, changed=tuple(changed), refused=tuple(left))


def _apart(findings: Iterable[Finding]) -> tuple[list[tuple[Finding, Edit]], list[tuple[Finding, Edit]]]:
    """Edits in the order of the text, each with its finding; those that touch an earlier one apart."""
    pairs = [(finding, edit) for finding in findings for edit in finding.edits]
    pairs.sort(key=lambda pair: (pair[1].span, pair[1].text))
    kept: list[tuple[Finding, Edit]] = []
    crossing: list[tuple[Finding, Edit]] = []
    for finding, edit in pairs:
        last = kept[-1][1] if kept else None
        if last is not None and last.span.block == edit.span.block and edit.span.start < last.span.end:
            if edit != last:
                crossing.append((finding, edit))
        else:
            kept.append((finding, edit))
    return kept, crossing


def _change(finding: Finding, edit: Edit, document: Document, because: str = "") -> Change:
    block = document.blocks[edit.span.block]
    position = document.position(edit.span.block, edit.span.start)
    around = (block.text[: edit.span.start][-6:], block.text[edit.span.end :][:6])
    return Change(
        rule=finding.rule,
        line=position.line,
        old=document.text(edit.span),
        new=edit.text,
        before=around[0].rpartition("\n")[2],
        after=around[1].partition("\n")[0],
        because=because,
    )
