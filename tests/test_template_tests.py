"""The tests inside templates: what they find wrong with a template, and that the shipped ones have nothing wrong."""

import pytest

from checker.lexicon import load as load_lexicon
from checker.template.build import build
from checker.template_tests import Trial, try_template
from tests.support.desk import template
from tests.template.find import WORK, compiled

RULE = """    tests:
      - {text: 墙上写着口号, expect: fail, quote: 口号}
      - {text: 墙上写着要求, expect: pass}
"""


def tried(body: str) -> Trial:
    return try_template(build(compiled(it=body)), load_lexicon(), lambda rule, number: ("it.yaml", number + 2, 1))


def told(body: str) -> list[str]:
    return [str(slip) for slip in tried(body).slips]


def with_tests(tests: str, **changes: str) -> str:
    body = WORK.replace("    message: “{quote}”是口号\n", "    message: “{quote}”是口号\n    tests:\n" + tests)
    for old, new in changes.values():
        body = body.replace(old, new)
    return body


@pytest.mark.parametrize("name", ["fazhi-township", "fazhi-street", "fazhi-county", "fazhi-department"])
def test_the_shipped_templates_pass_their_own_tests(name: str) -> None:
    trial = try_template(template(name), load_lexicon(), lambda rule, number: (rule, number + 2, 1))
    assert trial.examples > 100
    assert [str(slip) for slip in trial.slips] == []


def test_a_template_that_does_what_it_says_has_no_slips() -> None:
    trial = tried(WORK + "overrides:\n  - id: words.slogan\n" + RULE)
    assert trial.slips == ()
    # one part taken out, then three shapes for each example and for the whole report
    assert (trial.examples, trial.changes) == (2, 1 + 3 * 3)


def test_an_example_with_another_outcome_is_told_with_what_the_rule_said() -> None:
    assert told(with_tests("      - {text: 墙上写着口号, expect: pass}\n")) == [
        "it.yaml:2:1: 规则“words.slogan”的第 1 个例子应为 pass，结果是 fail（“口号”是口号）"
    ]


def test_an_example_must_quote_what_it_says() -> None:
    assert told(with_tests("      - {text: 墙上写着标语, expect: fail, quote: 口号}\n")) == [
        "it.yaml:2:1: 规则“words.slogan”的第 1 个例子应引出“口号”，引出的是“标语”"
    ]


def test_an_example_must_be_of_the_year_that_it_names() -> None:
    tests = '      - {text: "# 白石镇人民政府关于2022年度法治政府建设情况的报告\\n\\n墙上写着口号。", expect: fail, year: 2023}\n'
    assert told(with_tests(tests)) == [
        "it.yaml:2:1: 规则“words.slogan”的第 1 个例子写明是 2023 年度，标题里认出的是 2022"
    ]


def test_a_rule_in_doubt_gives_review() -> None:
    body = with_tests(
        "      - {text: 墙上写着口号, expect: review}\n",
        a=("severity: warning", "severity: warning\n    suspect: true"),
    )
    assert told(body) == []


def test_examples_of_a_rule_that_is_off_are_not_run() -> None:
    body = with_tests("      - {text: 墙上写着口号, expect: pass}\n", a=("severity: warning", "severity: off"))
    assert tried(body).examples == 0


def test_a_text_is_put_where_its_rule_looks() -> None:
    tests = "      - {text: 口号镇的报告, expect: fail, quote: 口号}\n"
    assert told(with_tests(tests, a=("in: body", "in: title"))) == []
    assert told(with_tests("      - {text: 墙上写着口号, expect: fail}\n", a=("in: body", "in: work"))) == []
    assert (
        told(
            with_tests(
                '      - {text: "口号镇人民政府\\n\\n2024年2月1日", expect: fail}\n', a=("in: body", "in: signature")
            )
        )
        == []
    )


def test_a_part_whose_name_is_no_heading_of_its_own_is_told() -> None:
    assert told(WORK.replace("name: 主要工作", "name: 全年做法")) == [
        "it.yaml:1:1: 以“全年做法”为标题的一节没有认作这一部分，请补 heading"
    ]


def test_a_part_that_nobody_misses_is_told() -> None:
    # every section says that something was 办理, and a part that is only mentioned has no message
    rest = "{id: rest, name: 其他, points: 40, required: true, heading: {any: [其他]}, mention: {any: [办理]}, messages: {missing: 没有其他}}"
    assert told(WORK.replace("points: 100", "points: 60").replace("rules:\n", f"  - {rest}\nrules:\n")) == [
        "it.yaml:1:1: 删去“其他”一节，没有规则说缺少它"
    ]


def test_a_rule_that_full_width_digits_mislead_is_told() -> None:
    body = with_tests(
        "      - {text: 共20件, expect: fail}\n",
        a=("any: [口号, 标语]", "any: ['[0-9]+件']"),
        b=("in: body", "in: body\n    raw: true"),
    )
    assert "it.yaml:2:1: 规则“words.slogan”的第 1 个例子，数字改成全角之后结果从 fail 变成 pass" in told(body)
