"""The summary in every form: the same facts, safe to open, nothing lost."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import replace

import pypdfium2
import pytest

from checker.model.audit import Summary
from checker.reporters.summary import FORMS, render
from checker.reporters.summary.tables import tables

SLY = '=HYPERLINK("http://x","y")'


@pytest.fixture(scope="module")
def sly(summary: Summary) -> Summary:
    """The summary with a body on the roster that is called like a formula, and one called like a tag."""
    return replace(summary, expected=302, missing=(SLY, "<script>alert(1)</script>"))


def one(form: str, summary: Summary) -> bytes:
    ((_, content),) = render(form, summary)
    return whole(content)


def whole(content: bytes | Iterable[bytes]) -> bytes:
    return content if isinstance(content, bytes) else b"".join(content)


def test_counts_come_first(summary: Summary) -> None:
    first = next(tables(summary))
    assert [name for name, _ in first.rows][:4] == ["应报（单位）", "已报（单位）", "未报（单位）", "不能检查（份）"]
    assert [value for _, value in first.rows][:4] == ["未给名单", 300, "未给名单", 0]


def test_missing_bodies_are_the_first_list(sly: Summary) -> None:
    assert [table.name for table in tables(sly)][:2] == ["总数", "未报"]


def test_csv_is_for_excel_and_runs_no_formula(sly: Summary) -> None:
    files = {name: whole(content) for name, content in render("csv", sly)}
    content = files["表/02-未报.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["单位"], [f"'{SLY}"], ["<script>alert(1)</script>"]]  # fmt: skip


def test_the_csv_ranking_holds_every_report(summary: Summary) -> None:
    content = next(whole(content) for name, content in render("csv", summary) if "排名" in name)
    assert len(list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))) == 301


def test_excel_has_frozen_heads_filters_colours_and_no_formula(sly: Summary) -> None:
    with zipfile.ZipFile(io.BytesIO(one("xlsx", sly))) as book:
        sheets = {name: book.read(name).decode("utf-8") for name in book.namelist() if "worksheets/sheet" in name}
        names = book.read("xl/workbook.xml").decode("utf-8")
    assert "排名" in names
    assert all('state="frozen"' in text and "<autoFilter" in text for text in sheets.values())
    assert any("colorScale" in text for text in sheets.values())
    assert any("dataBar" in text for text in sheets.values())
    assert all("<f>" not in text and "<hyperlink" not in text for text in sheets.values())
    assert any("=HYPERLINK" in text for text in sheets.values())


def test_the_page_needs_no_network_and_runs_nothing(sly: Summary) -> None:
    page = one("html", sly).decode("utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "src=" not in page
    assert "http" not in page.replace("http-equiv", "").replace('"http://x"', "").replace("&#34;http://x", "")
    assert page.count('class="state absent"') == sum(
        state == "absent" for board in sly.boards for row in board.ranking for state in row.states
    )


def test_the_page_shows_alike_passages_side_by_side(summary: Summary) -> None:
    page = one("html", summary).decode("utf-8")
    pair = summary.groups[0].pairs[0]
    assert pair.passages[0].own in page
    assert pair.passages[0].other in page


def test_json_holds_the_whole_summary(summary: Summary) -> None:
    written = json.loads(one("json", summary))
    assert written["schema"] == 1
    assert len(written["boards"][0]["ranking"]) == 300
    assert written["as_of"] == "2024-03-01"


def test_the_printed_summary_can_be_read_back(sly: Summary) -> None:
    document = pypdfium2.PdfDocument(one("pdf", sly))
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document).replace("\u200b", "")
    assert "应报（单位）302" in text
    assert SLY in text
    names = [row.name for row in sly.boards[0].ranking]
    assert [name for name in names if name not in text] == []
    assert f"共{len(document)}页" in text


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_same_summary_gives_the_same_bytes(form: str, summary: Summary) -> None:
    first, second = ([(name, whole(content)) for name, content in render(form, summary)] for _ in range(2))
    assert first == second
