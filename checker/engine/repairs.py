"""先改什么: the repairs that raise the score most, gates first."""

from fractions import Fraction

from checker.engine.sheet import Active, Sheet
from checker.model.result import Finding, Repair
from checker.model.severity import Severity


def repairs(sheet: Sheet, active: Active) -> tuple[Repair, ...]:
    """A greedy list: gates first, then whatever gains most from where the repairs before it left the score."""
    findings = sheet.findings
    own = {rule: frozenset(indexes) & active for rule, indexes in sheet.by_rule.items()}
    rules = sorted(rule for rule, indexes in own.items() if indexes)
    gated = {rule for rule in rules if any(findings[i].gate for i in own[rule])}
    steps: list[Repair] = []
    while rules:
        now = sheet.value(active)
        gains = {rule: sheet.value(active - own[rule]) - now for rule in rules}
        best = max(rules, key=lambda rule: _rank(rule, gains[rule], gated, [findings[i] for i in own[rule]]))
        if gains[best] > 0 or best in gated or _worst([findings[i] for i in own[best]]) >= Severity.ERROR.rank:
            steps.append(_step(best, gains[best], best in gated, findings, tuple(sorted(own[best]))))
        elif not any(gains.values()):
            break  # what is left is worth nothing by itself and no error
        active = active - own[best]
        rules.remove(best)
    return tuple(steps)


def _rank(rule: str, gain: Fraction, gated: set[str], own: list[Finding]) -> tuple[bool, Fraction, int, int]:
    return rule in gated, gain, _worst(own), -min(finding.line or 0 for finding in own)


def _worst(own: list[Finding]) -> int:
    return max(finding.severity.rank for finding in own)


def _step(rule: str, gain: Fraction, gate: bool, findings: tuple[Finding, ...], own: tuple[int, ...]) -> Repair:
    first = findings[own[0]]
    return Repair(rule=rule, what=first.hint or first.message, gain=float(gain), gate=gate, findings=own)
