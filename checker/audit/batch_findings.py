"""The findings that only a batch can bring: a report is like another body's, or like its own earlier one."""

from dataclasses import replace

from checker.audit.alike import Alike, alike
from checker.audit.record import finding_rows
from checker.audit.store import Store
from checker.engine.waive import Subject, waive
from checker.model.result import CheckResult, Finding, Outcome, RuleResult, Status
from checker.model.severity import Severity
from checker.model.template import Rule
from checker.rules.similar import Params
from checker.settings import Settings


def whole(store: Store, id_: int, rules: tuple[Rule, ...], settings: Settings) -> CheckResult:
    """A report's result with the findings that the batch brought; they cost no points."""
    return with_batch(store.result(id_), tuple(alike(store, id_)), rules, settings)


def with_batch(
    result: CheckResult, found: tuple[Alike, ...], rules: tuple[Rule, ...], settings: Settings
) -> CheckResult:
    """The result with one finding for each rule that an alike report breaks; it fails at `fail_on`."""
    if result.score is None or not rules:
        return result
    new: list[Finding] = []
    outcomes = {rule.rule: rule for rule in result.rules}
    for rule in rules:
        params = Params(**rule.options)  # type: ignore[arg-type] # checked by the template's schema
        fitting = [entry for entry in found if entry.relation == params.against and _enough(entry, params)]
        if fitting and rule.severity is not Severity.OFF and fitting[0].passages:
            finding = _finding(rule, fitting, params)
            outcomes[rule.id] = RuleResult(
                rule=rule.id,
                outcome=Outcome.FAIL if finding.certain else Outcome.REVIEW,
                findings=(len(result.findings) + len(new),),
            )
            new.append(finding)
    structure = result.structure
    subject = Subject(
        path=settings.inside(result.path),
        issuer=(structure.issuer if structure else None) or "",
        year=structure.year if structure else None,
    )
    marked = waive(tuple(new), subject, settings.waivers, settings.baseline, settings.as_of)
    failed = settings.fail_on is not None and any(
        finding.certain and finding.waived is None and finding.severity.rank >= settings.fail_on.rank
        for finding in marked
    )
    return replace(
        result,
        findings=(*result.findings, *marked),
        rules=tuple(outcomes.values()),
        status=Status.FAILED if failed else result.status,
    )


def _enough(entry: Alike, params: Params) -> bool:
    return entry.clauses >= params.clauses and entry.share >= params.share


def _finding(rule: Rule, fitting: list[Alike], params: Params) -> Finding:
    best, passage = fitting[0], fitting[0].passages[0]
    copied = best.same_figures >= 3 and best.same_figures >= params.figures * best.figures
    variant = rule.variants.get("figures") if copied else None
    more = f"等{len(fitting)}份" if len(fitting) > 1 else ""
    values = {
        "other": best.other.name + more,
        "characters": str(best.length),
        "percent": f"{best.share * 100:.0f}",
        "figures": str(best.same_figures),
        "quote": passage.own if len(passage.own) <= 40 else passage.own[:39] + "…",
        "count": str(len(fitting)),
    }
    severity = (variant.severity if variant else None) or rule.severity
    return Finding(
        rule=rule.id, severity=severity, certain=rule.certain if variant is None or variant.certain is None
        else variant.certain, gate=False, category=rule.category,
        message=_fill((variant.message if variant else "") or rule.message, values),
        hint=_fill((variant.hint if variant else "") or rule.hint, values), basis=rule.basis, part="",
        quote=passage.own_quote, line=passage.own_line, column=None, end_line=None, end_column=None, page=None,
        byte_column=None, end_byte_column=None,
        where="", count=len(fitting), fingerprint=f"{rule.id}:{best.other.name}", spans=(),
        variant="figures" if copied else "",
    )  # fmt: skip


def _fill(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def rewrite(store: Store, id_: int, result: CheckResult) -> None:
    """Puts a result's findings, and what follows from them, in the place of those in the store."""
    run = store.connection.execute
    run("DELETE FROM finding WHERE report = ?", (id_,))
    rows = [(id_, *row) for row in finding_rows(result)]
    store.connection.executemany(f"INSERT INTO finding VALUES ({', '.join('?' * 16)})", rows)
    warnings = sum(
        finding.certain and finding.waived is None and finding.severity is Severity.WARNING
        for finding in result.findings
    )
    run("UPDATE report SET status = ?, warnings = ? WHERE id = ?", (result.status.value, warnings, id_))
