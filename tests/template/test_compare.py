"""`template diff`: what one template asks that another does not."""

from checker.template.compare import compare
from checker.template.load import compile_template
from checker.template_cache import Disk
from tests.template.find import WORK, compiled


def lines(child: str, base: str = WORK) -> list[str]:
    old, new = compiled(base=base), compiled(child=f"extends: [base.yaml]\n{child}", base=base)
    return [str(change) for change in compare(old, new)]


def test_a_template_does_not_differ_from_itself() -> None:
    assert lines("") == []


def test_name_version_and_examples_are_no_difference() -> None:
    assert lines("rules:\n  - {id: words.slogan, tests: [{text: 口号, expect: fail}]}\n") == []


def test_a_changed_value_is_told_with_what_it_was() -> None:
    assert lines("rules:\n  - {id: words.slogan, severity: info}\n") == [
        "规则 words.slogan severity  “warning” → “info”"
    ]


def test_what_is_added_to_a_list_and_taken_from_it() -> None:
    assert lines("overrides:\n  - {id: work, heading: {any-: [工作情况], any+: [全年工作]}}\n") == [
        "部分 work heading any  删去 “工作情况”",
        "部分 work heading any  增加 “全年工作”",
    ]


def test_a_rule_that_came_and_one_that_went() -> None:
    own = "rules-: [words.slogan]\nrules+:\n  - {id: words.own, title: 本县用语, kind: pattern, severity: info, category: wording, any: [某], message: 有}\n"
    assert lines(own) == ["规则 words.slogan  删去 words.slogan", "规则 words.own  增加 本县用语"]


def test_doubt_is_told_by_the_word_that_templates_use() -> None:
    assert lines("rules:\n  - {id: words.slogan, suspect: true}\n") == ["规则 words.slogan suspect  false → true"]


def test_rows_of_tables_and_points_and_parameters_are_told() -> None:
    body = (
        "checker: 1\nid: ours\nversion: '1'\ntitle: 我县\nextends: [fazhi-township]\n"
        "params: {min_duty: 150}\n"
        "overrides:\n  - {id: duty, points: 21}\n  - {id: plan, points: 14}\n"
        "tables: {typos: {rows+: [{wrong: 镇镇府, right: 镇政府}]}}\n"
        "score: {cap: 49}\n"
    )
    changes = compare(compile_template("fazhi-township", Disk().find), compiled(ours=body))
    assert [str(change) for change in changes] == [
        "参数 min_duty  100 → 150",
        "部分 duty points  20 → 21",
        "部分 duty min_chars  100 → 150",
        "部分 plan points  15 → 14",
        "cap  59 → 49",
        "表 typos 镇镇府  增加 镇政府",
    ]
