"""Approved deviations: which findings a waiver or the baseline covers."""

from dataclasses import dataclass, replace
from datetime import date

from checker.model.result import Finding, Waived


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Covers findings of `rule` in the file at `path` (or of `issuer` in `year`) whose quote holds `match`.

    `expires` is the last day on which it counts; `source` is its file:line.
    """

    rule: str
    reason: str
    approved_by: str
    expires: date
    path: str = ""
    issuer: str = ""
    year: int | None = None
    match: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a waiver may name a report by: its path as seen from the waivers' folder, its issuer and year."""

    path: str
    issuer: str
    year: int | None


def waive(
    findings: tuple[Finding, ...],
    subject: Subject,
    waivers: tuple[Waiver, ...],
    baseline: frozenset[tuple[str, str]],
    as_of: date,
) -> tuple[Finding, ...]:
    """The findings, the covered ones marked. `baseline` holds (path, fingerprint); gates are never in it."""
    return tuple(_waived(finding, subject, waivers, baseline, as_of) for finding in findings)


def _waived(
    finding: Finding,
    subject: Subject,
    waivers: tuple[Waiver, ...],
    baseline: frozenset[tuple[str, str]],
    as_of: date,
) -> Finding:
    for waiver in waivers:
        if as_of <= waiver.expires and _covers(waiver, finding, subject):
            mark = Waived(
                reason=waiver.reason,
                approved_by=waiver.approved_by,
                expires=waiver.expires.isoformat(),
                source=waiver.source,
            )
            return replace(finding, waived=mark)
    if not finding.gate and (subject.path, finding.fingerprint) in baseline:
        return replace(finding, waived=Waived(reason="", approved_by="", expires="", kind="baseline"))
    return finding


def _covers(waiver: Waiver, finding: Finding, subject: Subject) -> bool:
    if waiver.rule != finding.rule:
        return False
    if waiver.path and waiver.path != subject.path:
        return False
    if waiver.issuer and waiver.issuer not in subject.issuer:
        return False
    if waiver.year is not None and waiver.year != subject.year:
        return False
    return not waiver.match or waiver.match in (finding.quote or "")
