"""The one way through: bytes in, result out. Nothing here reads a file, a clock or the environment.

bytes ─read─▶ Document ─recognise─▶ Structure ─align─▶ Alignment ─evaluate─▶ findings ─score─▶ CheckResult
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from checker.engine.align import align
from checker.engine.evaluate import Evaluation, evaluate
from checker.engine.score import score
from checker.engine.summary import summarise
from checker.errors import UnreadableError
from checker.model.alignment import Alignment
from checker.model.document import Note
from checker.model.lexicon import Lexicon
from checker.model.result import CheckResult, Finding, Outcome, Score, Status, TemplateStamp
from checker.model.severity import Severity
from checker.model.structure import Structure
from checker.model.template import Template
from checker.readers import guess_format, read
from checker.recognisers import recognise
from checker.recognisers.genre import why_not
from checker.recognisers.issuer import level_of
from checker.text.years import covers

LEVELS = {
    "township": "fazhi-township",
    "street": "fazhi-street",
    "county": "fazhi-county",
    "department": "fazhi-department",
}
DEFAULT = "fazhi-township"
TOO_LONG = 200_000  # characters; the longest reports that were published have some 20,000

Waive = Callable[[str, Structure, tuple[Finding, ...]], tuple[Finding, ...]]


def nothing_waived(path: str, structure: Structure, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """For a run without waivers and baseline."""
    return findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All that judging needs besides the report.

    `template` gives a checked template by its name; `wanted` is the name asked for ("" chooses by the issuer) and
    `chosen` says who asked. A certain finding at or above `fail_on` fails the report (None: none does), as does a
    score below `min_score`. `names` are places and organs that are known to be right.
    """

    lexicon: Lexicon
    template: Callable[[str], Template]
    as_of: date
    wanted: str = ""
    chosen: str = "by issuer"
    fail_on: Severity | None = Severity.ERROR
    min_score: float | None = None
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    waive: Waive = nothing_waived


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """A result together with what it was made from, for outputs that show the report's own text.

    `asked` is the name under which the template was opened.
    """

    result: CheckResult
    structure: Structure | None = None
    alignment: Alignment | None = None
    template: Template | None = None
    asked: str = ""


def check(content: bytes, name: str, desk: Desk) -> CheckResult:
    """The verdict on one report. What cannot be judged gives NOT_CHECKED with the reason; see `examine`."""
    return examine(content, name, desk).result


def outline(content: bytes, name: str, lexicon: Lexicon) -> Structure:
    """What was recognised in a file. Raises UnreadableError."""
    return recognise(read(content, name), lexicon)


def examine(content: bytes, name: str, desk: Desk) -> Examination:
    """As `check`, and what it was made from. Raises TemplateErrors for a broken template, and nothing else."""
    try:
        document = read(content, name)
        length = sum(len(block.text) for block in document.blocks)
        if length > TOO_LONG:
            raise UnreadableError(f"全文有{length // 10_000}万字，不像一份报告")
        structure = recognise(document, desk.lexicon)
        reason = why_not(structure, desk.lexicon)
        if reason:
            raise UnreadableError(reason)
    except UnreadableError as error:
        return Examination(result=not_checked(content, name, str(error)))
    return _judge(structure, name, desk)


def not_checked(content: bytes, name: str, reason: str) -> CheckResult:
    """The result of a file that could not be judged."""
    return CheckResult(
        path=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format=guess_format(content, name),
        status=Status.NOT_CHECKED,
        reason=reason,
    )


def _judge(structure: Structure, name: str, desk: Desk) -> Examination:
    template, stamp, notes, asked = _template(structure, desk)
    alignment = align(structure, template.parts)
    source = structure.document.source
    result = CheckResult(
        path=name,
        sha256=source.sha256,
        format=source.format,
        status=Status.NOT_CHECKED,
        template=stamp,
        structure=summarise(structure, alignment, template.parts),
        notes=(*structure.notes, *notes),
    )
    whole = Examination(result=result, structure=structure, alignment=alignment, template=template, asked=asked)
    length = sum(len(structure.readings[block].text) for block in structure.body)
    if length < template.scoring.min_chars:
        reason = f"正文只有{length}字，不足{template.scoring.min_chars}字，不予评分"
        return replace(whole, result=replace(result, reason=reason))
    evaluation = evaluate(
        template, structure, alignment, as_of=desk.as_of, only=desk.only, skip=desk.skip, names=desk.names
    )
    findings = evaluation.findings
    if structure.year is not None and not covers(template.years, structure.year):
        # a rule of later years binds nobody: what it finds is for a person to weigh
        findings = tuple(replace(finding, certain=False, gate=False) for finding in findings)
        outside = Note(message=f"模板适用的年度是{template.years}，这份报告是{structure.year}年度的，发现都列为待核")
        result = replace(result, notes=(*result.notes, outside))
    findings = desk.waive(name, structure, findings)
    result = replace(result, findings=findings, rules=evaluation.results)
    broken = [entry.rule for entry in evaluation.results if entry.outcome is Outcome.ERROR]
    if broken:
        reason = f"程序出错，规则{'、'.join(broken)}没有查成，不予评分"
        return replace(whole, result=replace(result, reason=reason))
    points = score(template, alignment, findings)
    return replace(whole, result=replace(result, score=points, status=_status(desk, findings, points)))


def _template(structure: Structure, desk: Desk) -> tuple[Template, TemplateStamp, tuple[Note, ...], str]:
    notes: tuple[Note, ...] = ()
    wanted, chosen = desk.wanted, desk.chosen
    if not wanted:
        level = level_of(structure, desk.lexicon)
        wanted, chosen = LEVELS.get(level, DEFAULT), "by issuer"
        if not level:
            chosen = "by default"
            notes = (Note(message="没有认出发文机关是哪一级，按乡镇报告检查；可用 --template 指定模板"),)
    template = desk.template(wanted)
    return (
        template,
        TemplateStamp(
            id=template.id, title=template.title, version=template.version, sha256=template.sha256, chosen=chosen
        ),
        notes,
        wanted,
    )


def _status(desk: Desk, findings: tuple[Finding, ...], points: Score) -> Status:
    reached = desk.fail_on is not None and any(
        finding.certain and finding.waived is None and finding.severity.rank >= desk.fail_on.rank
        for finding in findings
    )
    below = desk.min_score is not None and points.value < desk.min_score
    return Status.FAILED if reached or points.gates or below else Status.PASSED


__all__ = ["Desk", "Evaluation", "Examination", "check", "examine", "not_checked", "outline"]
