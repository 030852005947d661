"""The 扣分表 in whole thousandths of a point: what every item, pool and cap leaves of its points."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from checker.model.alignment import Alignment
from checker.model.result import Finding
from checker.model.template import Item, Pool, RequiredPart, Template

MILLI = 1000  # thousandths: templates give points with at most three decimals
Active = frozenset[int]  # indexes of the findings that count


def milli(points: float) -> int:
    return round(points * MILLI)


@dataclass(frozen=True)
class Sheet:
    """What the findings of one report cost. All amounts are thousandths of a point."""

    template: Template
    alignment: Alignment
    findings: tuple[Finding, ...]

    @cached_property
    def by_rule(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for i, finding in enumerate(self.findings):
            found.setdefault(finding.rule, []).append(i)
        return {rule: tuple(indexes) for rule, indexes in found.items()}

    @cached_property
    def parts(self) -> tuple[RequiredPart, ...]:
        return tuple(part for part in self.template.parts if part.required and part.points)

    @cached_property
    def claimed(self) -> frozenset[str]:
        """Rules whose findings cost points of an item or a part, so that no pool takes them again."""
        lists = [item.lose for item in self.template.scoring.items] + [part.lose for part in self.template.parts]
        return frozenset(rule for lose in lists for rule in lose)

    @cached_property
    def possible(self) -> int:
        scoring = self.template.scoring
        points = [part.points for part in self.parts] + [item.points for item in scoring.items]
        return sum(map(milli, points + [pool.points for pool in scoring.pools]))

    def of(self, rule: str) -> tuple[int, ...]:
        return self.by_rule.get(rule, ())

    def in_pool(self, pool: Pool) -> tuple[int, ...]:
        return tuple(
            i
            for i, finding in enumerate(self.findings)
            if finding.category in pool.categories and finding.rule not in self.claimed
        )

    def hit(self, rule: str, active: Active) -> int | None:
        """The first counting finding of a rule."""
        return next((i for i in self.of(rule) if i in active), None)

    def part_earned(self, part: RequiredPart, active: Active) -> int:
        points = milli(part.points)
        if self.hit(f"{part.id}.missing", active) is not None:
            points = 0
        elif self.hit(f"{part.id}.merged", active) is not None:
            points //= 2
        elif self.hit(f"{part.id}.thin", active) is not None:
            half = MILLI // 2  # actual/minimum, rounded down to half a point
            points = points * self.characters(part) // max(part.min_chars, 1) // half * half
        return max(0, points - self.lost(part.lose, active))

    def item_earned(self, item: Item, active: Active) -> int:
        return max(0, milli(item.points) - self.lost(item.lose, active))

    def pool_earned(self, pool: Pool, active: Active, listed: tuple[int, ...]) -> int:
        return max(0, milli(pool.points) - milli(pool.each) * sum(i in active for i in listed))

    def lost(self, lose: dict[str, float], active: Active) -> int:
        return sum(milli(points) for rule, points in lose.items() if self.hit(rule, active) is not None)

    def characters(self, part: RequiredPart) -> int:
        place = self.alignment.place(part.id)
        return place.characters if place else 0

    def earned(self, active: Active) -> int:
        scoring = self.template.scoring
        return (
            sum(self.part_earned(part, active) for part in self.parts)
            + sum(self.item_earned(item, active) for item in scoring.items)
            + sum(self.pool_earned(pool, active, listed) for pool, listed in self._pools)
        )

    @cached_property
    def _pools(self) -> tuple[tuple[Pool, tuple[int, ...]], ...]:
        return tuple((pool, self.in_pool(pool)) for pool in self.template.scoring.pools)

    def missing(self, active: Active) -> list[RequiredPart]:
        """The gated parts that are lacking."""
        return [
            part
            for part in self.template.parts
            if any(i in active and self.findings[i].gate for i in self.of(f"{part.id}.missing"))
        ]

    def cap(self, active: Active) -> int | None:
        """59 for the first missing part, ten less for each further one; None without a missing part."""
        lacking = len(self.missing(active))
        scoring = self.template.scoring
        return max(0, milli(scoring.cap) - milli(scoring.each_more) * (lacking - 1)) if lacking else None

    def value(self, active: Active) -> Fraction:
        """The final value in points, 0 to 100, unrounded, when only the `active` findings count."""
        if not self.possible:
            return Fraction(0)
        raw = Fraction(100 * self.earned(active), self.possible)
        cap = self.cap(active)
        return raw if cap is None else min(raw, Fraction(cap, MILLI))
