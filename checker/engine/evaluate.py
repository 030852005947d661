"""Rules × aligned report → findings and one result per rule; the only try/except around a kind."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from checker.engine.places import select
from checker.model.alignment import Alignment
from checker.model.document import Document, Position, Span
from checker.model.result import Edit, Finding, Outcome, RuleResult
from checker.model.severity import Severity
from checker.model.structure import Heading, Passage, Structure
from checker.model.template import Rule, Template
from checker.rules import kind
from checker.rules.base import NotToldError, Problem, Scope
from checker.text import wording

_ONE_VOICE = ("terms", "identifier")  # kinds whose rules look for the same sort of words in different lists
CLIP = 40  # characters of a quote inside a message
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Evaluation:
    findings: tuple[Finding, ...]
    results: tuple[RuleResult, ...]


def evaluate(
    template: Template,
    structure: Structure,
    alignment: Alignment,
    *,
    as_of: date,
    only: tuple[str, ...] = (),
    skip: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
) -> Evaluation:
    """All rules that are on (of `only`, without `skip`), each by itself; one that breaks gives ERROR, stops nothing."""
    findings: list[Finding] = []
    results: list[RuleResult] = []
    taken: dict[str, list[Span]] = {}
    places: dict[str, tuple[Passage, ...]] = {}
    for rule in template.rules:
        if rule.severity is Severity.OFF or rule.id in skip or (only and rule.id not in only):
            continue
        if rule.where not in places:
            places[rule.where] = select(rule.where, structure, alignment)
        if not places[rule.where] and _is_absent(rule.where, alignment):
            results.append(RuleResult(rule=rule.id, outcome=Outcome.NA, because=wording.ABSENT))
            continue
        try:
            scope = Scope(
                structure=structure,
                alignment=alignment,
                passages=places[rule.where],
                parts=template.parts,
                tables=template.tables,
                params=template.params,
                level=template.level,
                as_of=as_of,
                names=names,
            )
            own = list(_findings(rule, scope))
        except NotToldError:
            results.append(RuleResult(rule=rule.id, outcome=Outcome.NA, because=wording.NOT_TOLD))
            continue
        except Exception as error:  # noqa: BLE001 - the border: our bug must not pass for a pass
            results.append(RuleResult(rule=rule.id, outcome=Outcome.ERROR, because=f"{type(error).__name__}: {error}"))
            continue
        if rule.kind in _ONE_VOICE:
            own = [finding for finding in own if _is_new(finding, taken.setdefault(rule.kind, []))]
        first = len(findings)
        findings += own
        outcome = Outcome.PASS
        if any(finding.certain for finding in own):
            outcome = Outcome.FAIL
        elif own:
            outcome = Outcome.REVIEW
        results.append(RuleResult(rule=rule.id, outcome=outcome, findings=tuple(range(first, first + len(own)))))
    return Evaluation(_numbered(findings), tuple(results))


def _is_new(finding: Finding, taken: list[Span]) -> bool:
    """One fact, one finding: where two word lists know the same words, the rule that comes first speaks."""
    if any(_overlap(span, other) for span in finding.spans for other in taken):
        return False
    taken += finding.spans
    return True


def _overlap(one: Span, other: Span) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


def _is_absent(where: str, alignment: Alignment) -> bool:
    """The rule is about a part that is not there: that lack is a finding of its own, and the only one."""
    place = alignment.place(where)
    return place is not None and not place.passages


def _findings(rule: Rule, scope: Scope) -> Iterator[Finding]:
    module = kind(rule.kind)
    for problem in module.check(module.Params(**rule.options), scope):
        finding = _finding(rule, problem, scope)
        if finding.severity is not Severity.OFF:
            yield finding


def _finding(rule: Rule, problem: Problem, scope: Scope) -> Finding:
    variant = rule.variants.get(problem.variant)
    severity = (variant.severity if variant else None) or _named_severity(problem.variant) or rule.severity
    certain = rule.certain and problem.certain
    if variant and variant.certain is not None:
        certain = variant.certain and problem.certain
    gate = rule.gate if variant is None or variant.gate is None else variant.gate
    document = scope.structure.document
    spans = _spans(problem, scope)
    quote = "\n".join(document.text(span) for span in spans) if spans else None
    start, end = _positions(spans or _instead(problem, scope), document)
    block = problem.at.block if problem.at else problem.instead.block if problem.instead else None
    values = {"quote": _clip(quote or ""), "count": str(problem.count), "year": str(scope.year or "")}
    values |= {"next_year": str(scope.year + 1) if scope.year else wording.NEXT, **problem.values}
    return Finding(
        rule=rule.id,
        severity=severity,
        certain=certain,
        gate=gate and certain and severity is Severity.ERROR,
        category=rule.category,
        message=_fill((variant.message if variant else "") or rule.message, values, document.source.counts),
        hint=_fill((variant.hint if variant else "") or rule.hint, values, document.source.counts),
        basis=rule.basis,
        part=scope.part_at(block) if block is not None else "",
        quote=quote,
        line=start.line if start else None,
        column=start.column if start else None,
        end_line=end.line if end else None,
        end_column=end.column if end else None,
        byte_column=start.byte_column if start else None,
        end_byte_column=end.byte_column if end else None,
        page=start.page if start else None,
        where=_where(block, scope.structure.headings, scope.structure),
        count=problem.count,
        fingerprint=_fingerprint(rule.id, quote, _heading_above(block, scope.structure.headings)),
        spans=spans,
        variant=problem.variant,
        fix=problem.fix,
        edits=_edits(problem, scope),
    )


def _edits(problem: Problem, scope: Scope) -> tuple[Edit, ...]:
    edits = problem.edits
    if not edits and problem.at and not problem.more and problem.fix is not None:
        edits = ((problem.at, problem.fix),)
    readings = scope.structure.readings
    return tuple(Edit(span=readings[at.block].span(at.start, at.end), text=text) for at, text in edits)


def _named_severity(variant: str) -> Severity | None:
    """A table row may set its own severity."""
    return Severity(variant) if variant in ("error", "warning", "info") else None


def _spans(problem: Problem, scope: Scope) -> tuple[Span, ...]:
    """Where in the file the fact stands; nowhere when something is missing."""
    if problem.written:
        return (problem.written,)
    places = (problem.at, *problem.more) if problem.at else ()
    return tuple(scope.structure.readings[place.block].span(place.start, place.end) for place in places)


def _instead(problem: Problem, scope: Scope) -> tuple[Span, ...]:
    """The place where what is missing should stand."""
    at = problem.instead
    return (scope.structure.readings[at.block].span(at.start, at.end),) if at else ()


def _positions(spans: tuple[Span, ...], document: Document) -> tuple[Position | None, Position | None]:
    if not spans:
        return (Position(line=1, column=1),) * 2 if document.blocks else (None, None)
    return document.position(spans[0].block, spans[0].start), document.position(spans[-1].block, spans[-1].end)


def _fill(text: str, values: dict[str, str], counts: str) -> str:
    """The words with their placeholders filled; in formats without lines 第{line}行 is a paragraph."""
    text = text if counts == "line" else text.replace(*wording.LINE_OR_PARAGRAPH)
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)


def _clip(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= CLIP else text[: CLIP - 1] + "…"


def _heading_above(block: int | None, headings: tuple[Heading, ...]) -> Heading | None:
    if block is None:
        return None
    return next((heading for heading in reversed(headings) if heading.block <= block), None)


def _where(block: int | None, headings: tuple[Heading, ...], structure: Structure) -> str:
    """For people: the heading above and the paragraph under it, “一、工作情况 第2段”."""
    if block is None:
        return ""
    if structure.title and any(span.block == block for span in structure.title.spans):
        return wording.TITLE
    heading = _heading_above(block, headings)
    if heading is None:
        return wording.OPENING
    if heading.block == block:
        return _clip(heading.text)
    count = sum(heading.block < other <= block for other in structure.body)
    if block not in structure.body:
        return wording.CLOSING
    return wording.paragraph(_clip(heading.text), count)


def _fingerprint(rule: str, quote: str | None, heading: Heading | None) -> str:
    """The same finding after edits elsewhere: no line numbers, no blanks, no heading number."""
    basis = "\x1f".join((rule, "".join((quote or "").split()), heading.words if heading and quote else ""))
    return hashlib.sha256(basis.encode()).hexdigest()[:16]


def _numbered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Equal fingerprints get an ordinal, so that two equal slips under one heading stay two."""
    seen: dict[str, int] = {}
    numbered: list[Finding] = []
    for finding in findings:
        times = seen.get(finding.fingerprint, 0)
        seen[finding.fingerprint] = times + 1
        numbered.append(replace(finding, fingerprint=f"{finding.fingerprint}-{times + 1}") if times else finding)
    return tuple(numbered)
