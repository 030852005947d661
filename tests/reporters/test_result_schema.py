"""docs/result.schema.json holds for every result, forbids everything else, and docs/result.md explains every field."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.app import check
from checker.model.result import Batch
from checker.reporters import REPORTERS, render
from tests.reporters.golden import BATCH, FAILED, PASSED
from tests.reporters.real import CORPUS, EXAMPLES, ROOT, batch
from tests.support.desk import desk

SCHEMA = json.loads((ROOT / "docs/result.schema.json").read_text("utf-8"))
PAGE = (ROOT / "docs/result.md").read_text("utf-8")
VALIDATOR = Draft202012Validator(SCHEMA)


def _written(judged: Batch) -> dict[str, Any]:
    return json.loads(render("json", judged))


def _mistakes(written: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(written)]


def _every(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from _every(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _every(inner)


def _objects(schema: object) -> Iterator[dict[str, Any]]:
    for inner in _every(schema):
        if inner.get("type") == "object" and ("properties" in inner or "additionalProperties" in inner):
            yield inner


def _fields() -> set[str]:
    return {name for schema in _objects(SCHEMA) for name in schema.get("properties", {})}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("judged", [BATCH, batch((*EXAMPLES, *CORPUS[::4]))], ids=["golden", "real"])
def test_every_result_is_valid(judged: Batch) -> None:
    assert _mistakes(_written(judged)) == []


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "a.txt"),
        (b"\x00\x01", "a.docx"),
        ("会议室借用登记表".encode(), "a.txt"),
        (b"%PDF-1.4", "a.pdf"),
        (b"<html>", "b"),
    ],
)
def test_results_of_files_that_are_no_reports_are_valid(content: bytes, name: str) -> None:
    assert _mistakes(_written(Batch(version="1", reports=(check(content, name, desk()),)))) == []


def test_no_object_is_open() -> None:
    for schema in _objects(SCHEMA):
        if "properties" in schema:
            assert schema["additionalProperties"] is False
            assert set(schema["required"]) == set(schema["properties"])
        else:
            assert "$ref" in schema["additionalProperties"]


def _places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every object inside a result."""
    if isinstance(value, dict):
        yield path
        for key, inner in value.items():
            yield from _places(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _places(inner, (*path, i))


def _at(value: Any, path: tuple[Any, ...]) -> dict[str, Any]:
    for key in path:
        value = value[key]
    return value


def test_a_field_more_or_less_is_refused_anywhere() -> None:
    written = _written(Batch(version="1", reports=(PASSED, FAILED), warnings=BATCH.warnings))
    sorts = {tuple("*" if isinstance(key, int) else key for key in path): path for path in _places(written)}
    assert len(sorts) > 15
    for path in sorts.values():
        if path[-1:] == ("parts",):
            continue  # keyed by the template's own names
        more = copy.deepcopy(written)
        _at(more, path)["colour"] = "red"
        assert not VALIDATOR.is_valid(more), path
        for key in _at(written, path):
            less = copy.deepcopy(written)
            del _at(less, path)[key]
            assert not VALIDATOR.is_valid(less), (*path, key)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("reports", 0, "status"), "green"),
        (("reports", 0, "score"), None),
        (("reports", 0, "reason"), "passed, and a reason"),
        (("reports", 2, "reason"), None),
        (("reports", 0, "sha256"), "12"),
        (("reports", 0, "template", "chosen"), "by chance"),
        (("reports", 0, "findings", 0, "severity"), "off"),
        (("reports", 0, "findings", 0, "line"), 0),
        (("reports", 0, "findings", 0, "line"), None),
        (("reports", 0, "findings", 0, "spans"), []),
        (("reports", 0, "findings", 0, "spans"), [[1, 2]]),
        (("reports", 0, "findings", 0, "count"), 0),
        (("reports", 0, "structure", "date"), "2024年1月18日"),
        (("reports", 0, "structure", "parts", "plan", "state"), "missing"),
        (("reports", 0, "rules", 0, "outcome"), "ok"),
        (("reports", 0, "score", "items", 0, "earned"), "60"),
    ],
)
def test_wrong_values_are_refused(path: tuple[Any, ...], value: object) -> None:
    written = _written(BATCH)
    _at(written, path[:-1])[path[-1]] = value
    assert _mistakes(written)


def test_the_page_explains_every_field_every_value_and_every_format() -> None:
    told = set(re.findall(r"`([a-z0-9_ ]+)`", PAGE))
    assert _fields() - told == set()
    values = {value for schema in _every(SCHEMA) for value in schema.get("enum", ())}
    assert values - told == set()
    assert set(REPORTERS) - told - {"json"} == set()


def test_findings_are_numbered_where_others_name_them() -> None:
    for report in _written(batch(tuple(EXAMPLES)))["reports"]:
        named = [i for rule in report["rules"] for i in rule["findings"]]
        assert sorted(named) == list(range(len(report["findings"])))
        assert all(report["findings"][i]["rule"] == rule["rule"] for rule in report["rules"] for i in rule["findings"])
        for item in report["score"]["items"]:
            assert set(item["findings"]) <= set(named)


def test_the_schema_is_where_the_page_says() -> None:
    assert "](result.schema.json)" in PAGE
    assert Path(ROOT / "docs/result.schema.json").is_file()
