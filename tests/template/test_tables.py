"""Tables of dated words: the file, the rows that a child adds and takes away, and what a row may say."""

import pytest

from checker.errors import TemplateErrors
from checker.template.load import compile_template
from tests.template.find import WORK, compiled, finder

WORDS = (
    WORK.replace(
        "parts:",
        "tables:\n  words:\n    type: terms\n    rows:\n      - {wrong: 布署, right: 部署, safe_fix: true}\n"
        "      - {pattern: '法制(宣传|教育)', right: 法治, from: '2016', levels: [township]}\nparts:",
    )
    .replace("kind: pattern", "kind: terms\n    table: words")
    .replace("    any: [口号, 标语]\n", "")
)


def rows(template: dict[str, object], name: str = "words") -> list[str]:
    return [row["pattern"] for row in template["tables"]["terms"][name]]


def test_rows_may_stand_in_the_template_itself() -> None:
    assert compiled(base=WORDS)["tables"]["terms"]["words"] == [
        {"literal": "布署", "pattern": "布署", "right": "部署", "safe_fix": True},
        {
            "literal": "法制",
            "pattern": "法制(宣传|教育)",
            "right": "法治",
            "since": "2016-01-01",
            "levels": ["township"],
        },
    ]


def test_a_child_adds_rows_and_takes_rows_away_by_their_words() -> None:
    body = "extends: [base.yaml]\ntables: {words: {rows-: [布署], rows+: [{wrong: 惯彻, right: 贯彻}]}}\n"
    assert rows(compiled(child=body, base=WORDS)) == ["法制(宣传|教育)", "惯彻"]


def test_rows_of_a_child_without_a_plus_replace_the_table() -> None:
    body = "extends: [base.yaml]\ntables: {words: {rows: [{wrong: 惯彻, right: 贯彻}]}}\n"
    assert rows(compiled(child=body, base=WORDS)) == ["惯彻"]


def test_the_same_holds_for_a_shipped_table() -> None:
    added = compiled(child="extends: [fazhi-township]\ntables: {typos: {rows+: [{wrong: 镇镇府, right: 镇政府}]}}\n")
    replaced = compiled(child="extends: [fazhi-township]\ntables: {typos: {rows: [{wrong: 镇镇府, right: 镇政府}]}}\n")
    assert len(rows(added, "typos")) > 200
    assert rows(added, "typos")[-1] == "镇镇府"
    assert rows(replaced, "typos") == ["镇镇府"]


def test_a_table_may_stand_in_a_file_beside_the_template() -> None:
    base = WORK.replace("parts:", "tables: {words: {type: terms, file: words.yaml}}\nparts:")
    base = base.replace("kind: pattern", "kind: terms\n    table: words").replace("    any: [口号, 标语]\n", "")
    words = "# checker: no template, a table\ntable: words\nrows:\n  - {wrong: 布署, right: 部署}\n"
    assert rows(compiled(base=base, words=words)) == ["布署"]


def test_days_of_laws_are_the_first_of_their_month_or_year() -> None:
    body = (
        "extends: [fazhi-township]\ntables:\n  laws:\n    rows:\n"
        "      - {name: 甲法, adopted: '2020-05', from: '2021', until: '2023-07', successor: 乙法}\n"
    )
    law = compiled(child=body)["tables"]["laws"][0]
    # `until` is the first day on which the law is no longer in force
    assert law == {
        "name": "甲法",
        "successor": "乙法",
        "adopted": "2020-05-01",
        "since": "2021-01-01",
        "until": "2023-07-01",
    }


def test_a_plan_that_runs_until_a_year_runs_to_its_last_day() -> None:
    body = "extends: [fazhi-township]\ntables: {plans: {rows+: [{name: 三年行动, pattern: 三年行动, until: '2023'}]}}\n"
    assert compiled(child=body)["tables"]["terms"]["plans"][-1]["until"] == "2023-12-31"


def test_a_plan_that_runs_until_a_month_runs_to_its_last_day() -> None:
    body = "extends: [fazhi-township]\ntables: {plans: {rows+: [{name: 行动, pattern: 百日行动, until: '2024-02'}]}}\n"
    assert compiled(child=body)["tables"]["terms"]["plans"][-1]["until"] == "2024-02-29"


def test_days_that_are_not_verified_are_left_out_of_laws() -> None:
    body = "extends: [fazhi-township]\ntables: {laws: {rows: [{name: 甲法, until: '2023-07', unverified: [until]}]}}\n"
    assert compiled(child=body)["tables"]["laws"] == [{"name": "甲法"}]


def test_divisions_are_one_name_a_line_with_lines_of_explanation() -> None:
    body = "extends: [fazhi-township]\ntables: {divisions: {file: places.txt}}\n"
    find = finder(child=body)
    texts = {"places.txt": "# 县级以上区划\n清源县\n\n  # 又一行说明\n  红岭区  \n"}
    template = compile_template(
        "child.yaml", lambda name, origin: (name, texts[name]) if name in texts else find(name, origin)
    )
    assert template["tables"]["divisions"] == ["清源县", "红岭区"]


@pytest.mark.parametrize(
    ("csv", "message"),
    [
        ('old_name,old_parent\n"清源县,x\n', "不是 CSV：引号没有配对，或引号后面多了字"),
        (
            "old_name,old_parent,kind,approved,successor\n清源县,白石市,更名,2020-01-02,清源区,多\n",
            "这一行有 6 列，表头只有 5 列",
        ),
        ("old_name,old_name,old_parent,kind,approved,successor\n", "列“old_name”写了两次"),
        ("old_name,kind,approved,successor\n清源县,更名,2020-01-02,清源区\n", "p.csv:1:1: 表头缺少“old_parent”"),
        (
            "old_name,old_parent,kind,approved,successor\n清源县,白石市,更名,2020-01-32,清源区\n",
            "p.csv:2:1: “2020-01-32”不是日期",
        ),
    ],
)
def test_mistakes_in_a_csv_file_are_told_at_their_line(csv: str, message: str) -> None:
    find = finder(child="extends: [fazhi-township]\ntables: {places: {file: p.csv}}\n")
    with pytest.raises(TemplateErrors) as caught:
        compile_template("child.yaml", lambda name, origin: (name, csv) if name == "p.csv" else find(name, origin))
    assert message in str(caught.value)


def test_a_file_that_is_missing_makes_its_rules_no_mistake_besides() -> None:
    with pytest.raises(TemplateErrors) as caught:
        compiled(child="extends: [fazhi-township]\ntables: {typos: {file: gone.yaml}}\n")
    assert str(caught.value) == "child.yaml:6:24: 找不到文件“gone.yaml”"
