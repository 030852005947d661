"""The head of every output agrees with its body, and both with the JSON."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from selectolax.lexbor import LexborHTMLParser

from checker.model.result import Batch, Outcome, RuleResult
from checker.reporters import render
from tests.reporters.golden import BATCH, FAILED, PASSED, finding
from tests.reporters.real import EXAMPLES, batch

BATCHES = pytest.mark.parametrize("judged", [BATCH, batch(tuple(EXAMPLES))], ids=["golden", "examples"])
WORDS = {"passed": "通过", "failed": "不通过", "not_checked": "没有查成"}


def _json(judged: Batch) -> dict[str, Any]:
    return json.loads(render("json", judged))


def _text(name: str, judged: Batch) -> str:
    return str(render(name, judged))


def _findings(judged: Batch) -> list[dict[str, Any]]:
    return [finding for report in _json(judged)["reports"] for finding in report["findings"]]


def _open(judged: Batch) -> list[dict[str, Any]]:
    return [finding for finding in _findings(judged) if finding["waived"] is None]


def _shown(judged: Batch) -> Counter[str]:
    """How many unwaived findings are shown under which word."""
    words = {"error": "错误", "warning": "警告", "info": "提示"}
    return Counter(words[f["severity"]] if f["certain"] else "待核" for f in _open(judged))


def _summary(judged: Batch) -> str:
    summary = _json(judged)["summary"]
    return "，".join(f"{word}{summary[key]}份" for key, word in WORDS.items())


@BATCHES
def test_the_summary_counts_the_reports_below_it(judged: Batch) -> None:
    written = _json(judged)
    assert written["summary"].pop("files") == len(written["reports"])
    assert written["summary"] == {key: sum(r["status"] == key for r in written["reports"]) for key in WORDS}


@BATCHES
def test_the_table_counts_what_the_json_holds(judged: Batch) -> None:
    table = str(render("table", judged, verbose=True))
    assert table.endswith(f"共{len(judged.reports)}份：{_summary(judged)}\n")
    shown = Counter[str]()
    for word, count in re.findall(r"^  (错误|警告|提示|待核) (\d+)条$", table, re.MULTILINE):
        shown[word] += int(count)
    assert shown == _shown(judged)
    rules = re.findall(r"(?:　|^  )([a-z]+(?:[.-][a-z]+)*)$", table, re.MULTILINE)
    assert sorted(rules) == sorted(finding["rule"] for finding in _open(judged))


@BATCHES
def test_a_short_table_counts_the_hints_that_it_leaves_out(judged: Batch) -> None:
    counts = re.findall(r"^  提示 (\d+)条（加 -v 逐条显示）$", _text("table", judged), re.MULTILINE)
    assert sum(map(int, counts)) == _shown(judged)["提示"]


@BATCHES
def test_markdown_counts_what_it_lists(judged: Batch) -> None:
    text = _text("markdown", judged)
    assert f"共{len(judged.reports)}份：{_summary(judged)}\n" in text
    rows = re.findall(r"^\| .* \| (?:通过|不通过|没有查成) \|.*\| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    assert len(rows) == len(judged.reports)
    listed = Counter(re.findall(r"^- \*\*(.*?)\*\* ", text, re.MULTILINE))
    shown = _shown(judged)
    for place, word in enumerate(("错误", "警告", "待核")):
        assert sum(int(row[place]) for row in rows) == listed[word] == shown[word]
    assert listed["已豁免"] == sum(f["waived"] is not None and f["severity"] != "info" for f in _findings(judged))
    assert sum(map(int, re.findall(r"^另有提示(\d+)条。$", text, re.MULTILINE))) == shown["提示"]


@BATCHES
def test_csv_has_a_line_for_every_finding_and_every_report_without(judged: Batch) -> None:
    written = _json(judged)
    content = render("csv", judged)
    assert isinstance(content, bytes)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]
    assert len(rows) == sum(max(1, len(report["findings"])) for report in written["reports"])
    assert Counter(row[7] for row in rows if row[6] and row[7] != "已豁免") == _shown(judged)
    assert {row[0].removeprefix("'"): row[1] for row in rows} == {
        r["path"]: WORDS[r["status"]] for r in written["reports"]
    }


@BATCHES
def test_sarif_holds_every_finding_and_every_verdict(judged: Batch) -> None:
    written = _json(judged)
    run = json.loads(render("sarif", judged))["runs"][0]
    assert len(run["results"]) == len(_findings(judged))
    assert sum("suppressions" in result for result in run["results"]) == len(_findings(judged)) - len(_open(judged))
    statuses = [report["status"] for report in written["reports"]]
    assert [artifact["properties"]["status"] for artifact in run["artifacts"]] == statuses
    notifications = run["invocations"][0]["toolExecutionNotifications"]
    assert len(notifications) == written["summary"]["not_checked"]
    assert run["invocations"][0]["executionSuccessful"] is (not notifications)
    assert sorted(rule["id"] for rule in run["tool"]["driver"]["rules"]) == sorted(
        {f["rule"] for f in _findings(judged)}
    )
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@BATCHES
def test_a_junit_suite_is_red_exactly_when_its_report_did_not_pass(judged: Batch) -> None:
    root = fromstring(_text("junit", judged))
    reports = _json(judged)["reports"]
    assert [suite.get("name") for suite in root] == [report["path"] for report in reports]
    for suite, report in zip(root, reports, strict=True):
        assert (suite.get("failures") != "0") is (report["status"] == "failed")
        assert (suite.get("errors") != "0") is (report["status"] == "not_checked")
    for name, tag in {"tests": "testcase", "failures": "failure", "errors": "error"}.items():
        assert int(root.get(name, "")) == len(list(root.iter(tag))) == sum(int(suite.get(name, "")) for suite in root)
    assert len(list(root.iter("testcase"))) == sum(1 + len(report["rules"]) for report in reports)


def test_an_error_in_a_report_that_passed_is_told_and_turns_nothing_red() -> None:
    lenient = replace(PASSED, findings=(finding("figure.sum"),), rules=FAILED.rules[:1])  # as with --fail-on never
    root = fromstring(_text("junit", Batch(version="1", reports=(lenient,))))
    assert root.get("failures") == "0"
    assert "figure.sum处有误" in "".join(root.itertext())


def test_a_report_that_failed_by_its_points_alone_is_red() -> None:
    poor = replace(FAILED, findings=(), rules=(RuleResult(rule="title.form", outcome=Outcome.PASS),))
    root = fromstring(_text("junit", Batch(version="1", reports=(poor,))))
    assert [node.get("message") for node in root.iter("failure")] == ["不通过，69分，不合格"]


@BATCHES
def test_github_shows_the_worst_and_counts_all(judged: Batch) -> None:
    *annotations, last = _text("github", judged).splitlines()
    unread = _json(judged)["summary"]["not_checked"]
    loud = _shown(judged)["错误"] + _shown(judged)["警告"]
    assert len(annotations) == min(10, unread + loud)
    assert last == f"::notice title=checker::共{len(judged.reports)}份报告：{_summary(judged)}；错误和警告{loud}条"


@BATCHES
@pytest.mark.parametrize("name", ["gitlab", "rdjsonl", "checkstyle"])
def test_review_formats_hold_what_is_not_waived_and_what_was_not_checked(name: str, judged: Batch) -> None:
    text = _text(name, judged)
    expected = len(_open(judged)) + _json(judged)["summary"]["not_checked"]
    entries = {
        "gitlab": lambda: json.loads(text),
        "rdjsonl": lambda: [json.loads(line) for line in text.splitlines()],
        "checkstyle": lambda: list(fromstring(text).iter("error")),
    }[name]()
    assert len(entries) == expected


@BATCHES
def test_gitlab_fingerprints_are_all_different(judged: Batch) -> None:
    prints = [issue["fingerprint"] for issue in json.loads(render("gitlab", judged))]
    assert len(set(prints)) == len(prints)


@BATCHES
def test_the_page_says_the_verdict_of_every_report(judged: Batch) -> None:
    page = LexborHTMLParser(_text("html", judged))
    verdicts = [node.text(strip=True) for node in page.css("article .verdict")]
    assert verdicts == [WORDS[report["status"]] for report in _json(judged)["reports"]]
