"""`template show`: one file that means the same, and where each value was set."""

from pathlib import Path

import pytest

from checker.template.load import compile_template, inspect
from checker.template.show import place_of, show
from checker.template_cache import Disk
from tests.template.find import WORK, finder

WHOLE = ("fazhi-township", "fazhi-street", "fazhi-county", "fazhi-department")


@pytest.mark.parametrize(("name", "origin"), [("fazhi-township", False), *((name, True) for name in WHOLE)])
def test_what_is_shown_compiles_to_the_same_template(name: str, origin: bool, tmp_path: Path) -> None:
    inspection = inspect(name, Disk().find)
    shown = tmp_path / "shown.yaml"
    shown.write_text(show(inspection.merged, origin=origin), "utf-8")
    assert compile_template(str(shown), Disk().find) == inspection.compiled


def test_a_child_with_overrides_is_shown_so_that_it_compiles_to_the_same() -> None:
    body = "extends: [fazhi-township]\nparams: {min_duty: 150}\noverrides:\n  - {id: duty.merged, severity: info}\n"
    inspection = inspect("child.yaml", finder(child=body))
    again = inspect("again.yaml", finder(again=show(inspection.merged, origin=False)))
    assert again.compiled == inspection.compiled


def test_each_value_names_the_file_and_line_that_set_it() -> None:
    body = 'checker: 1\nid: ours\nversion: "1"\ntitle: 我县\nextends: [base.yaml]\nrules:\n  - {id: words.slogan, severity: info}\n'
    shown = show(inspect("child.yaml", finder(child=body, base=WORK)).merged, origin=True)
    assert "id: ours  # child.yaml:2\n" in shown
    assert "    severity: info  # child.yaml:7\n" in shown
    assert "    category: wording  # base.yaml:14\n" in shown
    assert "      - 口号  # base.yaml:15\n" in shown


@pytest.mark.parametrize(
    "text",
    [
        "是",
        "a: b",
        "- a",
        "true",
        "1.10",
        "12",
        "it's",
        "第一行\n第二行",
        "#",
        "",
        " 空格",
        "{x}",
        "“{quote}”",
        "\\d+",
        "a，b",
        "~",
    ],
)
def test_every_text_is_written_so_that_it_is_read_back(text: str) -> None:
    import json

    body = WORK.replace("message: “{quote}”是口号", f"message: 是口号\n    why: {json.dumps(text, ensure_ascii=False)}")
    inspection = inspect("it.yaml", finder(it=body))
    again = inspect("again.yaml", finder(again=show(inspection.merged, origin=False)))
    assert again.compiled is not None
    assert again.compiled["rules"][1]["why"] == text


def test_an_example_is_found_where_it_stands() -> None:
    body = WORK.replace(
        "message: “", "tests:\n      - {text: 口号, expect: fail}\n      - {text: 话, expect: pass}\n    message: “"
    )
    merged = inspect("it.yaml", finder(it=body)).merged
    assert str(place_of(merged, "words.slogan", 1)) == "it.yaml:18:9"
    assert str(place_of(merged, "words.slogan", -1)) == "it.yaml:10:5"
    assert str(place_of(merged, "work.missing", -1)) == "it.yaml:8:5"
