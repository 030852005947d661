"""The report page: the report's own text with the findings marked, and nothing that could run or call out."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as Parsed

from checker.app import Examination, examine
from checker.model.result import Batch
from checker.reporters import html
from tests.readers.build_docx import docx, p, r, table, tc, tr
from tests.reporters.build_page import REPORT, marked, numbered, page_of
from tests.support.desk import desk, look

TABLE = table(tr(tc(p(r("案由"))), tc(p(r("件数")))), tr(tc(p(r("占道"))), tc(p(r("12")))))
CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("[flw]*/*.txt"))
SOME = CORPUS[::5]


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_the_marked_words_are_the_words_that_the_finding_quotes(path: Path) -> None:
    examined = look(path.read_text("utf-8"))
    page = page_of(examined)
    # words in several paragraphs are quoted with a line break between them
    quoted = {n: finding.quote.replace("\n", "") for n, finding in numbered(examined.result) if finding.quote}
    assert {n: marked(page, n).replace("\n", "") for n in quoted} == quoted


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_the_text_on_the_page_is_the_text_of_the_report(path: Path) -> None:
    examined = look(path.read_text("utf-8"))
    assert examined.structure is not None
    shown = [line.text() for line in page_of(examined).css(".paper .line")]
    assert shown == [block.text for block in examined.structure.document.blocks]


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_list_and_text_are_linked_both_ways(path: Path) -> None:
    page = page_of(look(path.read_text("utf-8")))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    inside = {node.attributes["href"] or "" for node in page.css("a[href^='#']")}
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in inside} <= set(ids)
    assert {node.attributes["id"] for node in page.css("li.finding")} <= {href[1:] for href in inside}


def test_a_missing_part_has_a_sign_where_it_should_stand() -> None:
    page = page_of(look(REPORT[: REPORT.index("四、")] + REPORT[REPORT.rindex("清源县") :]))
    sign = page.css_first(".paper .gap")
    assert "下一年度" in sign.text()
    assert page.css_first(sign.css_first("a").attributes["href"] or "") is not None


def test_words_with_two_findings_lead_to_both() -> None:
    examined = look(REPORT.replace("接待咨询426人次", "接待咨询426人次，联系电话13800138000，13800138000"))
    page = page_of(examined)
    numbers = {str(number) for number, finding in numbered(examined.result) if finding.spans}
    led = {link.attributes["href"] or "" for link in page.css(".paper a")}
    assert {f"#r1-f{number}" for number in numbers} <= led


def test_nothing_in_a_report_becomes_markup() -> None:
    hostile = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    examined = look(REPORT.replace("全年召开", f"{hostile}全年召开"), name=f'"><b>{hostile}.txt')
    page = page_of(examined)
    assert page.css("script, img, .report b[onerror], [onerror]") == []
    assert hostile in page.css_first(".paper").text()
    assert hostile in page.css_first("h2").text()


def test_a_page_holds_no_script_and_calls_nobody() -> None:
    text = "".join(html.page("1", [look(REPORT).result], [html.sheet(look(REPORT))]))
    page = Parsed(text)
    assert page.css("script, iframe, object, embed, form, [style], [onclick]") == []
    assert page.css("link[href]:not([href='data:,']), img[src], [src]") == []
    assert re.findall(r"https?://|@import|url\(", text) == []
    policy = page.css_first("meta[http-equiv]").attributes["content"]
    assert policy == html.policy()
    assert (policy or "").startswith("default-src 'none'; style-src 'sha256-")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert html.sheet(look(REPORT)) == html.sheet(look(REPORT))


def test_the_page_prints_the_numbers_of_the_result() -> None:
    examined = look(REPORT.replace("县政府：", "", 1))
    score = examined.result.score
    page = page_of(examined)
    assert score is not None
    rows = [[cell.text(strip=True) for cell in row.css("th, td")][:4] for row in page.css(".sheet tbody")[0].css("tr")]
    assert rows == [
        [
            item.title,
            f"{item.possible:g}",
            f"−{lost:g}" if (lost := item.possible - item.earned) else "0",
            f"{item.earned:g}",
        ]
        for item in score.items
    ]
    assert page.css_first(".points b").text() == f"{score.shown:g}"
    assert len(page.css(".steps li")) == len(score.repairs)


def test_an_unreadable_file_says_why_and_shows_no_table() -> None:
    page = page_of(look("会议室借用登记表\n本周借用三次。\n"))
    assert page.css_first(".verdict").text() == "没有查成"
    assert "不像" in page.css_first(".reason").text()
    assert page.css("table, .paper") == []


def test_several_reports_share_a_page_under_one_table() -> None:
    examined = (look(REPORT, name="甲.txt"), look("空白", name="乙.txt"))
    sheets = [html.sheet(one, number) for number, one in enumerate(examined, 1)]
    page = Parsed("".join(html.page("1", [one.result for one in examined], sheets)))
    assert [row.text() for row in page.css(".overview tbody th")] == ["甲.txt", "乙.txt"]
    assert [row.attributes["href"] for row in page.css(".overview tbody a")] == ["#r1", "#r2"]
    assert [node.attributes["id"] for node in page.css("article")] == ["r1", "r2"]


def test_without_the_text_at_hand_a_batch_still_has_its_page() -> None:
    page = Parsed(html.render(Batch(version="1", reports=(look(REPORT).result,))))
    assert page.css(".paper, .see") == []
    assert page.css_first(".points b") is not None


def test_a_table_stays_a_table() -> None:
    lines = REPORT.strip().split("\n")
    content = docx(*(p(r(line)) for line in lines[:-2] if line), TABLE, *(p(r(line)) for line in lines[-2:]))
    examined: Examination = examine(content, "报告.docx", desk())
    rows = [[cell.text() for cell in row.css("td")] for row in page_of(examined).css(".paper tr")]
    assert rows == [["案由", "件数"], ["占道", "12"]]
