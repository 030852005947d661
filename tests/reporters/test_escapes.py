"""Words of a report stay words: no formula, no markup, no command, no broken XML comes out of them."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from checker.cli.output import save
from checker.model.result import Batch
from checker.model.severity import Severity
from checker.reporters import render
from checker.reporters.csv import HEAD, safe
from tests.reporters.golden import BATCH, BROKEN_NAME, FAILED, HOSTILE, ODD_NAME, PASSED, finding


def _rows(judged: Batch) -> list[list[str]]:
    content = render("csv", judged)
    assert isinstance(content, bytes)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_opens_in_a_spreadsheet_as_utf_8_with_one_width() -> None:
    assert bytes(render("csv", BATCH)).startswith(b"\xef\xbb\xbf")  # type: ignore[arg-type]
    rows = _rows(BATCH)
    assert tuple(rows[0]) == HEAD
    assert {len(row) for row in rows} == {len(HEAD)}


def test_no_cell_is_a_formula() -> None:
    cells = [cell for row in _rows(BATCH) for cell in row]
    assert not [
        cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"))
    ]
    assert f"'{BROKEN_NAME}" in cells
    assert '\'=HYPERLINK("http://a")' in cells


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"])
def test_what_a_spreadsheet_would_run_gets_a_quote(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "100", "一、工作", "a=b", "'引"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


def test_line_breaks_and_quotes_in_a_cell_come_back() -> None:
    messages = [row[HEAD.index("问题")] for row in _rows(BATCH)]
    assert HOSTILE in messages


def _unescaped(value: str) -> str:
    """As the runner of GitHub Actions reads a property; a message has no %3A and %2C of its own."""
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, char)
    return value


def test_github_commands_are_one_line_each_and_unescape_to_the_words() -> None:
    lines = str(render("github", BATCH)).split("\n")
    assert lines.pop() == ""
    commands = [re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line) for line in lines]
    assert all(commands)
    hostile = next(command for command in commands if command and "figure.percent" in command[2])
    properties = dict(pair.split("=", 1) for pair in hostile[2].split(","))
    assert {key: _unescaped(value) for key, value in properties.items()} == {
        "file": ODD_NAME,
        "title": "figure.percent",
    }
    words = HOSTILE.replace("\x1b", "\ufffd").replace("\x07", "\ufffd")
    assert _unescaped(hostile[3]) == f"第2段 一、工作情况 第1段：{words}；{words}"


def test_words_that_look_like_escapes_or_commands_come_back_as_they_are() -> None:
    message = "完成率%0A为97%25\n::warning::别人的命令"
    judged = Batch(version="1", reports=(replace(PASSED, findings=(finding("figure.sum", message=message, hint=""),)),))
    line, notice = str(render("github", judged)).splitlines()
    assert _unescaped(line.rpartition("title=figure.sum::")[2]) == message
    assert notice.startswith("::notice ")


def test_github_puts_gates_before_errors_before_warnings_and_stops_at_ten() -> None:
    many = [finding(f"warning.{i}", Severity.WARNING) for i in range(9)] + [finding(f"error.{i}") for i in range(9)]
    gate = finding("gate.one", gate=True)
    judged = Batch(version="1", reports=(replace(PASSED, findings=(*many, gate)),))
    lines = str(render("github", judged)).splitlines()
    titles = [found[1] for line in lines if (found := re.search("title=([^:]*)::", line))]
    assert titles == ["gate.one", *(f"error.{i}" for i in range(9)), "checker"]
    assert "错误和警告19条" in lines[-1]


def test_markdown_shows_the_words_as_they_are() -> None:
    text = str(render("markdown", BATCH))
    assert r"青石 镇%1,二:三\&\<四\>\|" in text
    assert r"\&amp;" in text and r"\[链\](http" in text and r"\*粗\*" in text and r"\$y\$" in text and r"\`x\`" in text
    assert not re.search("[\x00-\x09\x0b-\x1f]", text)
    for row in (line for line in text.splitlines() if line.startswith("|")):
        assert len(re.findall(r"(?<!\\)\|", row)) in (5, 8)


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_holds_any_words(name: str) -> None:
    bad = replace(FAILED, path="报\x00告\x0b\ud800.txt", findings=(finding("figure.percent", message=f"{HOSTILE}\x00\ufffe\ud800"),), rules=FAILED.rules[:1])  # fmt: skip
    text = str(render(name, Batch(version="1", reports=(bad,))))
    root = fromstring(text.encode("utf-8"))
    messages = [node.get("message", "") for node in root.iter() if node.get("message")]
    assert any("<丁>&amp;“引”'单'\"双\"\n换行\ufffd[31m红\ufffd" in message for message in messages)
    assert root[0].get("name") == "报\ufffd告\ufffd\ufffd.txt"


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "rdjsonl", "html", "markdown", "table", "github", "csv"])
def test_half_a_character_in_a_name_or_message_does_not_stop_a_report(name: str, tmp_path: Path) -> None:
    # file names from old archives: bytes that are no UTF-8
    odd = replace(
        FAILED, path="报告\udc80.txt", findings=(finding("figure.percent", message="坏\ud800字"),), rules=(), score=None
    )
    save(str(tmp_path / "out"), render(name, Batch(version="1", reports=(odd,))))
    assert "报告" in (tmp_path / "out").read_text("utf-8") or name == "sarif"


def test_json_keeps_every_word() -> None:
    written = json.loads(render("json", BATCH))
    assert written["reports"][1]["findings"][1]["message"] == HOSTILE
    assert written["reports"][1]["path"] == ODD_NAME
