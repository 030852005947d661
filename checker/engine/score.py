"""Findings → the 扣分表: items, pools, caps, gates, bands, and what to mend first. A clerk can recompute it by hand."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from checker.model.alignment import Alignment
from checker.model.result import Cap, Finding, Gate, Outcome, Repair, Score, ScoreItem
from checker.model.template import Item, Pool, RequiredPart, Severity, Template
from checker.text import wording


def score(template: Template, alignment: Alignment, findings: tuple[Finding, ...]) -> Score:
    """The score of a report. Waived findings cost nothing; suspected ones cost nothing and are counted as pending."""
    sheet = _Sheet(template, alignment, findings)
    everything = frozenset(i for i, finding in enumerate(findings) if finding.loud)
    items = sheet.items(everything)
    earned = sum((Fraction(item.earned) for item in items), Fraction(0))
    possible = sum((Fraction(item.possible) for item in items), Fraction(0))
    gates = tuple(
        Gate(rule=finding.rule, because=finding.message, finding=i)
        for i, finding in enumerate(findings)
        if finding.gate and finding.certain and finding.waived is None
    )
    value = sheet.value(everything)
    return Score(
        value=float(value),
        shown=floor(value * 10) / 10,
        band=_band(template, value, bool(gates)),
        earned=float(earned),
        possible=float(possible),
        pending=float(sheet.pending(everything)),
        caps=sheet.caps(everything),
        gates=gates,
        items=items,
        repairs=_repairs(sheet, findings, everything),
    )


def _band(template: Template, value: Fraction, gated: bool) -> str:
    bands = template.scoring.bands
    if gated:
        return bands[-1].name
    return next((band.name for band in bands if value >= Fraction(str(band.at_least))), bands[-1].name)


@dataclass(frozen=True, slots=True)
class _Sheet:
    template: Template
    alignment: Alignment
    findings: tuple[Finding, ...]

    def value(self, active: frozenset[int]) -> Fraction:
        """The final value when only the `active` findings count."""
        items = self.items(active)
        possible = sum((Fraction(item.possible) for item in items), Fraction(0))
        if not possible:
            return Fraction(0)
        raw = 100 * sum((Fraction(item.earned) for item in items), Fraction(0)) / possible
        return min([raw, *(Fraction(str(cap.at)) for cap in self.caps(active))])

    def caps(self, active: frozenset[int]) -> tuple[Cap, ...]:
        """59 for the first missing part, ten less for each further one."""
        missing = [
            part.name
            for part in self.template.parts
            if any(self.findings[i].rule == f"{part.id}.missing" and self.findings[i].gate for i in active)
        ]
        if not missing:
            return ()
        scoring = self.template.scoring
        at = max(0.0, scoring.cap - scoring.each_more * (len(missing) - 1))
        return (Cap(at=at, because=wording.lacking(missing)),)

    def items(self, active: frozenset[int]) -> tuple[ScoreItem, ...]:
        parts = [part for part in self.template.parts if part.required and part.points]
        return (
            *(self._part(part, active) for part in parts),
            *(self._item(item, active) for item in self.template.scoring.items),
            *(self._pool(pool, active) for pool in self.template.scoring.pools),
        )

    def pending(self, active: frozenset[int]) -> Fraction:
        """How many points the suspected findings would cost if they were certain."""
        suspects = frozenset(
            i
            for i, finding in enumerate(self.findings)
            if not finding.certain and finding.waived is None and finding.severity.rank >= Severity.WARNING.rank
        )
        now = sum((Fraction(item.earned) for item in self.items(active)), Fraction(0))
        then = sum((Fraction(item.earned) for item in self.items(active | suspects)), Fraction(0))
        return now - then

    def _of(self, rule: str) -> list[int]:
        return [i for i, finding in enumerate(self.findings) if finding.rule == rule]

    def _part(self, part: RequiredPart, active: frozenset[int]) -> ScoreItem:
        points = Fraction(str(part.points))
        own = {name: self._of(f"{part.id}.{name}") for name in ("missing", "merged", "thin")}
        earned, because = points, ""
        if any(i in active for i in own["missing"]):
            earned, because = Fraction(0), wording.MISSING
        elif any(i in active for i in own["merged"]):
            earned, because = points / 2, wording.MERGED
        elif any(i in active for i in own["thin"]):
            place = self.alignment.place(part.id)
            share = Fraction(place.characters if place else 0, max(part.min_chars, 1))
            earned = Fraction(floor(points * share * 2), 2)
            because = wording.thin(place.characters if place else 0, part.min_chars)
        lost, reasons = self._lost(part.lose, active)
        listed = [i for indexes in own.values() for i in indexes] + [i for rule in part.lose for i in self._of(rule)]
        reason = "；".join([because, *reasons] if because else reasons)
        return self._line(part.id, part.name, points, max(Fraction(0), earned - lost), reason, listed, active)

    def _item(self, item: Item, active: frozenset[int]) -> ScoreItem:
        points = Fraction(str(item.points))
        lost, reasons = self._lost(item.lose, active)
        listed = [i for rule in item.lose for i in self._of(rule)]
        return self._line(
            item.id, item.title, points, max(Fraction(0), points - lost), "；".join(reasons), listed, active
        )

    def _lost(self, lose: dict[str, float], active: frozenset[int]) -> tuple[Fraction, list[str]]:
        lost, reasons = Fraction(0), []
        for rule, points in lose.items():
            hit = [i for i in self._of(rule) if i in active]
            if hit:
                lost += Fraction(str(points))
                reasons.append(wording.lost(self.findings[hit[0]].message, points))
        return lost, reasons

    def _pool(self, pool: Pool, active: frozenset[int]) -> ScoreItem:
        claimed = {rule for item in self.template.scoring.items for rule in item.lose}
        claimed |= {rule for part in self.template.parts for rule in part.lose}
        listed = [
            i
            for i, finding in enumerate(self.findings)
            if finding.category in pool.categories and finding.rule not in claimed
        ]
        places = [i for i in listed if i in active]
        points = Fraction(str(pool.points))
        earned = max(Fraction(0), points - Fraction(str(pool.each)) * len(places))
        because = wording.each(len(places), pool.each) if places else ""
        return self._line(pool.id, pool.title, points, earned, because, listed, active)

    def _line(
        self,
        id: str,
        title: str,
        points: Fraction,
        earned: Fraction,
        because: str,
        listed: list[int],
        active: frozenset[int],
    ) -> ScoreItem:
        shown = tuple(sorted(i for i in listed if i in active or not self.findings[i].certain))
        outcome = Outcome.PASS
        if earned < points:
            outcome = Outcome.FAIL
        elif any(not self.findings[i].certain and self.findings[i].waived is None for i in listed):
            outcome = Outcome.REVIEW
        return ScoreItem(
            id=id,
            title=title,
            possible=float(points),
            earned=float(earned),
            outcome=outcome,
            because=because,
            findings=shown,
        )


def _repairs(sheet: _Sheet, findings: tuple[Finding, ...], active: frozenset[int]) -> tuple[Repair, ...]:
    """A greedy list: gates first, then whatever raises the score most from where the repairs before it left it."""
    rules = sorted({findings[i].rule for i in active})
    steps: list[Repair] = []
    while rules:
        now = sheet.value(active)
        gains = {rule: sheet.value(active - {i for i in active if findings[i].rule == rule}) - now for rule in rules}
        gated = {rule for rule in rules if any(findings[i].rule == rule and findings[i].gate for i in active)}
        best = max(rules, key=lambda rule: (rule in gated, gains[rule], _neg(findings, active, rule)))
        own = tuple(sorted(i for i in active if findings[i].rule == best))
        first = findings[own[0]]
        if gains[best] > 0 or best in gated or first.severity is Severity.ERROR:
            steps.append(
                Repair(
                    rule=best,
                    what=first.hint or first.message,
                    gain=float(gains[best]),
                    gate=best in gated,
                    findings=own,
                )
            )
        active = active - set(own)
        rules.remove(best)
    return tuple(steps)


def _neg(findings: tuple[Finding, ...], active: frozenset[int], rule: str) -> int:
    """Ties: errors first, then the earlier place."""
    own = [findings[i] for i in active if findings[i].rule == rule]
    return max(finding.severity.rank for finding in own) * 100_000 - min(finding.line or 0 for finding in own)
