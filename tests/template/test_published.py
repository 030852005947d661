"""The schema for editors: fresh, and true to what the checker takes and refuses."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.strict_yaml import parse
from checker.template.published import published_schema, schema_text
from checker.template_cache import Disk
from tests.template.test_broken import BROKEN

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "templates").glob("*.yaml")) + sorted((ROOT / "templates/base").glob("*.yaml"))
EXAMPLES = sorted((ROOT / "examples/county").glob("*.yaml"))
VALIDATOR = Draft202012Validator(published_schema())
SEEN_BY_AN_EDITOR = (
    "unknown-top-key", "id-missing", "id-with-capitals", "version-without-quotes", "unknown-level", "years",
    "parameter-type", "unknown-kind", "unknown-key", "unknown-severity", "yes-for-true", "message-empty",
    "unknown-option", "option-of-wrong-type", "override-without-id", "override-not-a-list", "override-unknown-key",
    "points-below-zero", "table-type", "test-expects-nothing", "language-of-tomorrow",
    "extends-a-map", "list-instead-of-map",
)  # fmt: skip


def test_the_published_schema_is_fresh() -> None:
    published = (ROOT / "docs/template.schema.json").read_text("utf-8")
    assert published == schema_text(), "运行 checker template schema > docs/template.schema.json"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("path", SHIPPED + EXAMPLES, ids=lambda path: path.name)
def test_every_shipped_template_and_example_follows_it(path: Path) -> None:
    found = parse(path.read_text("utf-8"), path.name).value
    assert [error.message for error in VALIDATOR.iter_errors(found)] == []


@pytest.mark.parametrize("name", SEEN_BY_AN_EDITOR)
def test_an_editor_sees_the_mistakes_that_need_no_other_file(name: str) -> None:
    path = next(path for path in BROKEN.iterdir() if path.stem.partition("-")[2] == name)
    assert list(VALIDATOR.iter_errors(parse(path.read_text("utf-8"), path.name).value))


@pytest.mark.parametrize(
    "text",
    [
        "rules:\n  - {id: date.late, severity: $level}\n",
        "overrides:\n  - {id: duty, heading: {any+: [甲], not-: [乙]}, points: $points}\n",
        "rules-: [typo]\nparts+:\n  - {id: more, name: 更多, points: 0}\n",
        "params: {deadline: '{year+1}-02-15', min_duty: 10, new: {type: int, default: 1, about: 新}}\n",
        "tables: {typos: {rows+: [{wrong: 甲, right: 乙}], rows-: [丙]}}\n",
        "sources: {dcgd: {clause: 第四章}}\n",
        "score: {items-: [date], items+: [{id: date2, title: 日期, points: 4, lose: {date.late: 4}}]}\n",
    ],
)
def test_what_a_child_may_write_is_no_mistake_to_an_editor(text: str) -> None:
    head = "checker: 1\nid: ours\nextends: fazhi-township\n"
    assert [error.message for error in VALIDATOR.iter_errors(parse(head + text, "f.yaml").value)] == []


def test_every_shipped_name_can_be_found() -> None:
    assert Disk().find("fazhi-township", None)[0] == "内置:fazhi-township.yaml"
