"""The worked example: a county's template of a dozen lines, and what it changes for a report."""

from pathlib import Path

from checker.template_cache import open_template
from tests.support.desk import judge, of_rule
from tests.support.desk import template as shipped

ROOT = Path(__file__).parents[2]
COUNTY = str(ROOT / "examples/county/清源县-2023.yaml")
GOOD = (ROOT / "examples/township/01-good.txt").read_text("utf-8")


def test_it_is_short() -> None:
    lines = Path(COUNTY).read_text("utf-8").splitlines()
    assert len([line for line in lines if line and not line.startswith("#")]) <= 15


def test_a_good_report_is_good_by_it_too() -> None:
    assert judge(GOOD, wanted=COUNTY).status == "passed"


def test_the_earlier_deadline_holds_and_is_an_error() -> None:
    report = GOOD.replace("2024年1月18日", "2024年2月20日")
    assert judge(report, wanted="fazhi-township").status == "passed"
    result = judge(report, wanted=COUNTY)
    assert result.status == "failed"
    assert [finding.message for finding in of_rule(result, "date.late")] == [
        "成文日期“2024年2月20日”晚于报送期限2024年2月15日，逾期5天"
    ]


def test_the_heading_of_the_county_counts_as_the_part() -> None:
    report = GOOD.replace("三、党政主要负责人履行推进法治建设第一责任人职责情况", "三、领导责任落实情况")
    assert of_rule(judge(report, wanted="fazhi-township"), "duty.merged")
    assert not of_rule(judge(report, wanted=COUNTY), "duty.merged")


def test_everything_else_is_as_in_the_township_template() -> None:
    ours, theirs = open_template(COUNTY, None), shipped("fazhi-township")
    assert [rule.id for rule in ours.rules] == [rule.id for rule in theirs.rules]
    assert ours.scoring == theirs.scoring
