"""What must hold for any report: positions lead back to the source, form changes nothing, more faults never pay."""

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.engine.evaluate import evaluate
from checker.engine.score import score
from checker.model.result import CheckResult
from tests.support.desk import AS_OF, judge, look, rules_of, template

ROOT = Path(__file__).parents[1]
REPORTS = sorted((ROOT / "tests/corpus").glob("*/*.txt"))
CLEAN = (ROOT / "examples/township/01-good.txt").read_text("utf-8")
quiet = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
report = st.sampled_from(REPORTS).map(lambda path: path.read_text("utf-8"))
FAULTS = (
    ("全年开展", "2021年共开展"), ("县委、县政府：", ""), ("法治宣传32场", "法制宣传32场"), ("98.4%", "95%"),
    ("（三）严格", "（四）严格"), ("《信访工作条例》", "《信访条例》"), ("三、党政主要", "三、安全生产"), ("17件", "XX件"),
    ("二、存在的不足和原因", "二、工作体会"), ("2024年1月18日", "2024年01月18日"), ("主要举措", "主要举措，"),
)  # fmt: skip


@quiet
@given(report)
def test_every_quote_is_the_source_at_its_place(text: str) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for finding in judge(text).findings:
        if finding.quote is None or finding.line is None or finding.column is None:
            continue
        first = finding.quote.split("\n", 1)[0]
        assert lines[finding.line - 1][finding.column - 1 :].startswith(first), finding
        assert finding.end_line is not None and finding.end_column is not None
        last = finding.quote.rsplit("\n", 1)[-1]
        assert lines[finding.end_line - 1][: finding.end_column - 1].endswith(last), finding


def _facts(result: CheckResult) -> tuple[object, ...]:
    """All of a verdict but the places."""
    assert result.score is not None
    found = sorted((f.rule, f.severity, f.certain, "".join((f.quote or "").split())) for f in result.findings)
    return result.status, result.score.value, found


@quiet
@given(report, st.integers(1, 3))
def test_blank_lines_change_nothing(text: str, count: int) -> None:
    seen = look(text).structure
    if seen is None or any("\n" in block.text for block in seen.document.blocks):
        return  # wrapped at a fixed width: a blank line there ends a paragraph
    spaced = text.replace("\n", "\n" * count)
    assert _facts(judge(text)) == _facts(judge(spaced))


@quiet
@given(report)
def test_indents_change_nothing(text: str) -> None:
    seen = look(text).structure
    if seen is None or any("\n" in block.text for block in seen.document.blocks):
        return  # wrapped at a fixed width: an indent there begins a paragraph
    if re.search(r"[ \u3000\u00a0]{4,}\S", text) or "\n#" in text:
        return  # blanks that stand for line breaks, and Markdown, are not indents
    indented = re.sub(r"^(?=\S)", "\u3000\u3000", text, flags=re.M)
    assert _facts(judge(text)) == _facts(judge(indented))


@quiet
@given(st.sets(st.sampled_from(range(len(FAULTS))), max_size=5), st.sampled_from(range(len(FAULTS))))
def test_another_fault_never_raises_the_score(chosen: set[int], more: int) -> None:
    def spoilt(numbers: set[int]) -> CheckResult:
        text = CLEAN
        for number in sorted(numbers):
            text = text.replace(*FAULTS[number])
        return judge(text)

    before, after = spoilt(chosen), spoilt({*chosen, more})
    assert before.score is not None and after.score is not None
    assert after.score.value <= before.score.value


@quiet
@given(report, st.randoms(use_true_random=False))
def test_the_order_of_the_rules_changes_nothing_but_the_order_of_findings(text: str, random: object) -> None:
    seen = look(text)
    if seen.template is None or seen.structure is None or seen.alignment is None or seen.result.score is None:
        return
    rules = list(seen.template.rules)
    words = [rule for rule in rules if rule.kind in ("terms", "identifier")]  # the first word list speaks: by design
    rest = [rule for rule in rules if rule not in words]
    random.shuffle(rest)  # type: ignore[attr-defined]
    other = replace(seen.template, rules=(*rest, *words))
    findings = evaluate(other, seen.structure, seen.alignment, as_of=AS_OF).findings
    assert sorted(f.fingerprint for f in findings) == sorted(f.fingerprint for f in seen.result.findings)
    assert score(other, seen.alignment, findings).value == seen.result.score.value


@quiet
@given(report)
def test_the_same_report_gets_the_same_verdict(text: str) -> None:
    assert judge(text) == judge(text)


@quiet
@given(report)
def test_the_sheet_adds_up(text: str) -> None:
    points = judge(text).score
    if points is None:
        return
    assert points.possible == 100
    assert points.earned == sum(item.earned for item in points.items)
    assert all(0 <= item.earned <= item.possible for item in points.items)
    assert points.value <= points.earned
    assert points.shown <= points.value < points.shown + 0.1 + 1e-9


@quiet
@given(st.text(max_size=400))
def test_any_text_ends_in_a_verdict_or_a_reason(text: str) -> None:
    result = judge(text)
    assert result.status == "not_checked"
    assert result.reason


def test_full_width_digits_change_nothing() -> None:
    wide = CLEAN.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    assert rules_of(judge(wide)) == rules_of(judge(CLEAN))


def test_every_shipped_template_judges_the_same_report() -> None:
    for name in ("fazhi-township", "fazhi-street", "fazhi-county", "fazhi-department"):
        assert template(name).id == name
        assert judge(CLEAN, wanted=name).score is not None
