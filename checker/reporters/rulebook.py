"""The rules of a template for people: a list, and a page for each."""

from itertools import groupby

from checker.model.severity import Severity
from checker.model.template import Rule, Template
from checker.reporters.wording import CATEGORY, SEVERITY, basis_text

_EXPECT = {"pass": "对", "fail": "错", "review": "待核", "na": "不适用"}


def overview(template: Template) -> str:
    """One line a rule, grouped by category, in the order of the template."""
    lines = [f"{template.title}（{template.id} {template.version}）　共{len(template.rules)}条规则"]
    for category, rules in groupby(
        sorted(template.rules, key=lambda rule: list(CATEGORY).index(rule.category)), key=lambda rule: rule.category
    ):
        lines += ["", CATEGORY[category]]
        lines += [
            f"  {rule.id:<24}{SEVERITY[rule.severity]}{'（待核）' if not rule.certain else ''}　{rule.title}"
            for rule in rules
        ]
    return "\n".join(lines) + "\n"


def page(template: Template, rule_id: str) -> str:
    """What one rule wants, why, on which basis, what it costs, and its examples."""
    rule = next(rule for rule in template.rules if rule.id == rule_id)
    lines = [
        f"{rule.id}　{rule.title}",
        f"级别　　{SEVERITY[rule.severity]}"
        + ("，一票否决" if rule.gate else "")
        + ("，只列入待核" if not rule.certain else ""),
        f"类别　　{CATEGORY[rule.category]}",
        f"扣分　　{_cost(template, rule)}",
    ]
    if rule.message:
        lines.append(f"说什么　{rule.message}")
    lines += [f"　　　　{variant.message}" for variant in rule.variants.values() if variant.message]
    if rule.hint:
        lines.append(f"怎么改　{rule.hint}")
    if rule.why:
        lines.append(f"为什么　{rule.why}")
    lines += [f"依据　　{basis_text(basis)}" for basis in rule.basis]
    for example in rule.examples:
        text = example.text.strip().replace("\n\n", "\n").replace("\n", "\n　　　　")
        year = f"（{example.year}年度）" if example.year else ""
        lines.append(f"{_EXPECT.get(example.expect, example.expect)}例{year}\n　　　　{text}")
    return "\n".join(lines) + "\n"


def _cost(template: Template, rule: Rule) -> str:
    if rule.severity is Severity.OFF:
        return "不查"
    for part in template.parts:
        if rule.id in (f"{part.id}.missing", f"{part.id}.merged", f"{part.id}.thin"):
            return f"属“{part.name}”，{part.points:g}分"
        if rule.id in part.lose:
            return f"从“{part.name}”扣{part.lose[rule.id]:g}分"
    for item in template.scoring.items:
        if rule.id in item.lose:
            return f"从“{item.title}”扣{item.lose[rule.id]:g}分"
    for pool in template.scoring.pools:
        if rule.category in pool.categories and rule.severity.rank >= Severity.WARNING.rank and rule.certain:
            return f"从“{pool.title}”每处扣{pool.each:g}分，共{pool.points:g}分，扣完为止"
    return "不扣分"
