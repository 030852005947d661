"""Findings → the 扣分表: items, pools, caps, gates, bands, and what to mend first. A clerk can recompute it by hand."""

from fractions import Fraction
from math import floor

from checker.engine.repairs import repairs
from checker.engine.sheet import MILLI, Active, Sheet, milli
from checker.model.alignment import Alignment
from checker.model.result import Cap, Finding, Gate, Outcome, Score, ScoreItem
from checker.model.severity import Severity
from checker.model.template import Item, Pool, RequiredPart, Template
from checker.text import wording


def score(template: Template, alignment: Alignment, findings: tuple[Finding, ...]) -> Score:
    """The score of a report. Waived findings cost nothing; suspected ones cost nothing and are counted as pending."""
    sheet = Sheet(template, alignment, findings)
    active = frozenset(i for i, finding in enumerate(findings) if finding.loud)
    value = sheet.value(active)
    gates = tuple(
        Gate(rule=finding.rule, because=finding.message, finding=i)
        for i, finding in enumerate(findings)
        if finding.gate and finding.certain and finding.waived is None
    )
    return Score(
        value=float(value),
        shown=floor(value * 10) / 10,
        band=_band(template, value, gated=bool(gates)),
        earned=sheet.earned(active) / MILLI,
        possible=sheet.possible / MILLI,
        pending=_pending(sheet, active) / MILLI,
        caps=_caps(sheet, active),
        gates=gates,
        items=_items(sheet, active),
        repairs=repairs(sheet, active),
    )


def _band(template: Template, value: Fraction, *, gated: bool) -> str:
    bands = template.scoring.bands
    if gated:
        return bands[-1].name
    return next((band.name for band in bands if value >= Fraction(str(band.at_least))), bands[-1].name)


def _caps(sheet: Sheet, active: Active) -> tuple[Cap, ...]:
    cap = sheet.cap(active)
    if cap is None:
        return ()
    return (Cap(at=cap / MILLI, because=wording.lacking([part.name for part in sheet.missing(active)])),)


def _pending(sheet: Sheet, active: Active) -> int:
    """How much the suspected findings would cost if they were certain."""
    suspects = frozenset(
        i
        for i, finding in enumerate(sheet.findings)
        if not finding.certain and finding.waived is None and finding.severity.rank >= Severity.WARNING.rank
    )
    return sheet.earned(active) - sheet.earned(active | suspects)


def _items(sheet: Sheet, active: Active) -> tuple[ScoreItem, ...]:
    scoring = sheet.template.scoring
    return (
        *(_part(sheet, part, active) for part in sheet.parts),
        *(_item(sheet, item, active) for item in scoring.items),
        *(_pool(sheet, pool, active) for pool in scoring.pools),
    )


def _part(sheet: Sheet, part: RequiredPart, active: Active) -> ScoreItem:
    states = [f"{part.id}.{state}" for state in ("missing", "merged", "thin")]
    reasons = [
        reason
        for rule, reason in zip(
            states,
            (wording.MISSING, wording.MERGED, wording.thin(sheet.characters(part), part.min_chars)),
            strict=True,
        )
        if sheet.hit(rule, active) is not None
    ][:1] + _reasons(sheet, part.lose, active)
    listed = [i for rule in (*states, *part.lose) for i in sheet.of(rule)]
    return _line(sheet, part.id, part.name, part.points, sheet.part_earned(part, active), reasons, listed, active)


def _item(sheet: Sheet, item: Item, active: Active) -> ScoreItem:
    listed = [i for rule in item.lose for i in sheet.of(rule)]
    reasons = _reasons(sheet, item.lose, active)
    return _line(sheet, item.id, item.title, item.points, sheet.item_earned(item, active), reasons, listed, active)


def _pool(sheet: Sheet, pool: Pool, active: Active) -> ScoreItem:
    listed = sheet.in_pool(pool)
    count = sum(i in active for i in listed)
    reasons = [wording.each(count, pool.each)] if count else []
    earned = sheet.pool_earned(pool, active, listed)
    return _line(sheet, pool.id, pool.title, pool.points, earned, reasons, list(listed), active)


def _reasons(sheet: Sheet, lose: dict[str, float], active: Active) -> list[str]:
    hits = ((sheet.hit(rule, active), points) for rule, points in lose.items())
    return [wording.lost(sheet.findings[hit].message, points) for hit, points in hits if hit is not None]


def _line(
    sheet: Sheet, id: str, title: str, points: float, earned: int, reasons: list[str], listed: list[int], active: Active
) -> ScoreItem:
    doubts = [i for i in listed if not sheet.findings[i].certain and sheet.findings[i].waived is None]
    outcome = Outcome.FAIL if earned < milli(points) else Outcome.REVIEW if doubts else Outcome.PASS
    return ScoreItem(
        id=id,
        title=title,
        possible=float(points),
        earned=earned / MILLI,
        outcome=outcome,
        because="；".join(reasons),
        findings=tuple(sorted({*doubts, *(i for i in listed if i in active)})),
    )
