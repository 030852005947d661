"""Outputs for other programs are valid by those programs' schemas; see schemas/README.md for where they come from."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from lxml import etree

from checker.model.result import Batch
from checker.reporters import render
from tests.reporters.golden import BATCH, ODD_NAME
from tests.reporters.real import CORPUS, EXAMPLES, batch

SCHEMAS = Path(__file__).parent / "schemas"
BATCHES = pytest.mark.parametrize(
    "judged", [BATCH, batch((*EXAMPLES, *CORPUS[::6]))], ids=["golden", "examples and corpus"]
)


@cache
def _schema(name: str) -> dict[str, Any]:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


@cache
def _xsd(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


def _xml(name: str, judged: Batch) -> Any:
    return etree.fromstring(str(render(name, judged)).encode("utf-8"))


@BATCHES
def test_sarif_is_valid_by_the_oasis_schema(judged: Batch) -> None:
    log = json.loads(render("sarif", judged))
    assert [error.message for error in Draft7Validator(_schema("sarif-2.1.0.json")).iter_errors(log)] == []


@BATCHES
def test_every_sarif_region_has_a_line_and_every_address_is_ascii(judged: Batch) -> None:
    run = json.loads(render("sarif", judged))["runs"][0]
    places = [place["physicalLocation"] for result in run["results"] for place in result["locations"]]
    assert all("startLine" in place["region"] for place in places if "region" in place)
    assert all(re.fullmatch(r"[A-Za-z0-9._~/%-]+", place["artifactLocation"]["uri"]) for place in places)
    addresses = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert [addresses[place["artifactLocation"]["index"]] for place in places] == [
        place["artifactLocation"]["uri"] for place in places
    ]


def test_places_in_word_files_are_told_in_words() -> None:
    run = json.loads(render("sarif", BATCH))["runs"][0]
    told = [
        result["locations"][0].get("logicalLocations")
        for result in run["results"]
        if result["ruleId"] in ("plan.missing", "year.body")
    ]
    assert told == [None, [{"fullyQualifiedName": "第3页第2段 一、工作情况 第1段", "kind": "member"}]]


def test_only_a_certain_sarif_result_has_a_level() -> None:
    run = json.loads(render("sarif", BATCH))["runs"][0]
    levels = {result["kind"]: result["level"] for result in run["results"] if result["ruleId"] == "privacy.phone"}
    assert levels == {"review": "none"}
    assert {result["level"] for result in run["results"] if result["kind"] == "fail"} == {"error", "warning", "note"}


@BATCHES
def test_junit_is_valid_for_jenkins(judged: Batch) -> None:
    _xsd("junit-10.xsd").assertValid(_xml("junit", judged))


@BATCHES
def test_every_junit_suite_is_valid_for_surefire(judged: Batch) -> None:
    schema = _xsd("surefire-test-report.xsd")
    for suite in _xml("junit", judged):
        schema.assertValid(etree.fromstring(etree.tostring(suite)))


@BATCHES
def test_gitlab_takes_the_code_quality_report(judged: Batch) -> None:
    issues = json.loads(render("gitlab", judged))
    assert list(Draft202012Validator(_schema("gitlab-codequality.json")).iter_errors(issues)) == []


@BATCHES
def test_reviewdog_takes_every_line(judged: Batch) -> None:
    validator = Draft202012Validator(_schema("rdjson-diagnostic.json"))
    lines = str(render("rdjsonl", judged)).splitlines()
    assert [error.message for line in lines for error in validator.iter_errors(json.loads(line))] == []


@BATCHES
def test_checkstyle_has_the_elements_that_its_readers_know(judged: Batch) -> None:
    root = _xml("checkstyle", judged)
    assert root.tag == "checkstyle" and root.get("version")
    assert [file.get("name") for file in root] == [report.path for report in judged.reports]
    for file in root:
        assert file.tag == "file"
        for error in file:
            assert error.tag == "error" and error.get("message") and error.get("source")
            assert error.get("severity") in ("error", "warning", "info")
            assert set(error.attrib) <= {"line", "column", "severity", "message", "source"}
            assert int(error.get("line", "1")) >= 1 and int(error.get("column", "1")) >= 1


def test_a_suggestion_never_covers_words_between_two_places() -> None:
    lines = [json.loads(line) for line in str(render("rdjsonl", BATCH)).splitlines()]
    assert [line["code"]["value"] for line in lines if "suggestions" in line] == ["typo"]


def test_an_odd_name_survives_every_format() -> None:
    addresses = [artifact["location"]["uri"] for artifact in json.loads(render("sarif", BATCH))["runs"][0]["artifacts"]]
    assert addresses[1] == (
        "%E4%B9%A1%E9%95%87%20%E6%8A%A5%E5%91%8A/%E9%9D%92%E7%9F%B3%20%E9%95%87%251%2C%E4%BA%8C%3A%E4%B8%89"
        "%26%3C%E5%9B%9B%3E%7C%22%E4%BA%94%22.docx"
    )
    assert _xml("junit", BATCH)[1].get("name") == ODD_NAME
    assert _xml("checkstyle", BATCH)[1].get("name") == ODD_NAME
    assert ODD_NAME in {issue["location"]["path"] for issue in json.loads(render("gitlab", BATCH))}
