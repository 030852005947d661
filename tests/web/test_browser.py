"""The page as a clerk meets it, in a real browser."""

import zipfile
from pathlib import Path

import pytest

from tests.readers.build_docx import docx, p, r
from tests.reporters.build_page import REPORT, numbered
from tests.support.desk import look
from tests.web.watching import Watched

CORPUS = sorted((Path(__file__).parents[1] / "corpus" / "wording").glob("*.txt"))
FAULTY = REPORT.replace("接待咨询426人次", "接待咨询426人次，联系电话13800138000").replace("县委、县政府：\n", "")


def _result(watched: Watched) -> None:
    watched.page.wait_for_url("**/result/*")


def test_a_dropped_report_shows_its_verdict_and_score(watched: Watched) -> None:
    watched.drop({"白石镇报告.txt": REPORT})
    _result(watched)
    score = look(REPORT).result.score
    assert score is not None
    assert watched.page.inner_text(".outcome .verdict") == "通过"
    assert watched.page.inner_text(".points b") == f"{score.shown:g}"
    assert watched.page.inner_text("h2") == "白石镇报告.txt"


def test_pasted_text_is_judged(watched: Watched) -> None:
    watched.page.click("#paste summary")
    watched.page.fill("#text", FAULTY)
    watched.page.click("#form button")
    _result(watched)
    assert watched.page.inner_text(".outcome .verdict") == "不通过"
    assert watched.page.inner_text("h2") == "粘贴的文字.txt"


def test_a_finding_leads_to_its_words_and_the_words_back_to_it(watched: Watched) -> None:
    watched.drop({"报告.txt": FAULTY})
    _result(watched)
    number, finding = next((n, one) for n, one in numbered(look(FAULTY).result) if one.rule == "privacy.phone")
    report = watched.page.get_attribute("article", "id")
    watched.page.click(f"#{report}-f{number} .see")
    assert watched.page.inner_text(":target") == finding.quote == "13800138000"
    assert watched.in_view(":target")
    watched.page.click(":target")
    assert watched.page.get_attribute(":target", "id") == f"{report}-f{number}"
    assert watched.in_view(":target .what")


def test_a_missing_thing_leads_to_the_place_where_it_should_stand(watched: Watched) -> None:
    watched.drop({"报告.txt": FAULTY})
    _result(watched)
    watched.page.click(".finding:has-text('主送机关') .see")
    assert "主送机关" in watched.page.inner_text(":target")
    assert watched.in_view(":target")


def test_a_filter_hides_findings_and_their_marks(watched: Watched) -> None:
    watched.drop({"报告.txt": FAULTY})
    _result(watched)
    watched.page.get_by_label("错误").uncheck()
    assert watched.page.locator(".finding.error:visible").count() == 0
    assert watched.page.locator(".finding.warning:visible").count() > 0
    watched.page.get_by_label("错误").check()
    assert watched.page.locator(".finding.error:visible").count() > 0


def test_the_keyboard_alone_is_enough(watched: Watched) -> None:
    watched.page.focus("#file")
    watched.choose({"报告.txt": FAULTY.encode()})
    watched.page.keyboard.press("Tab")
    watched.page.keyboard.press("Tab")
    watched.page.keyboard.press("Enter")
    _result(watched)
    watched.page.focus(".finding.error .see")
    watched.page.keyboard.press("Enter")
    assert watched.page.inner_text(":target") == "13800138000"


def test_the_page_that_is_saved_works_by_itself(watched: Watched, tmp_path: Path) -> None:
    watched.drop({"报告.txt": FAULTY})
    _result(watched)
    with watched.page.expect_download() as download:
        watched.page.click("text=保存这一页")
    saved = tmp_path / "结果.html"
    download.value.save_as(saved)
    assert download.value.suggested_filename == "报告.txt.检查结果.html"
    watched.elsewhere.clear()
    watched.page.context.set_offline(True)
    watched.page.goto(saved.as_uri())
    assert watched.elsewhere == [saved.as_uri()]
    watched.elsewhere.clear()
    assert watched.page.locator(".banner").count() == 0
    watched.page.click(".finding.error .see")
    assert watched.page.inner_text(":target") == "13800138000"


def test_a_word_file_comes_back_with_comments_on_what_was_found(watched: Watched, tmp_path: Path) -> None:
    saved = _copy(watched, "下载批注版 Word", tmp_path)
    comments = zipfile.ZipFile(saved).read("word/comments.xml").decode("utf-8")
    assert saved.name == "白石镇（批注）.docx"
    assert comments.count("<w:comment ") == len(watched.page.locator(".finding").all()) + 1
    assert "手机号码" in comments


def test_a_word_file_comes_back_corrected_with_tracked_changes(watched: Watched, tmp_path: Path) -> None:
    saved = _copy(watched, "下载改正版 Word", tmp_path)
    text = zipfile.ZipFile(saved).read("word/document.xml").decode("utf-8")
    assert saved.name == "白石镇（改正）.docx"
    assert "<w:ins " in text
    assert "<w:del " in text


def test_a_file_that_could_not_be_judged_offers_no_copies(watched: Watched) -> None:
    watched.choose({"坏.docx": b"PK\x03\x04"})
    watched.page.click("#form button")
    _result(watched)
    assert watched.page.locator(".banner a").all_inner_texts() == ["← 再查一份", "保存这一页"]


def _copy(watched: Watched, button: str, folder: Path) -> Path:
    lines = FAULTY.replace("事项14次，", "事项14次,").splitlines()
    watched.choose({"白石镇.docx": docx(*(p(r(line)) for line in lines if line))})
    watched.page.click("#form button")
    _result(watched)
    with watched.page.expect_download() as download:
        watched.page.click(f"text={button}")
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    return saved


def test_two_hundred_files_show_progress_and_all_have_a_row(watched: Watched) -> None:
    texts = [path.read_bytes() for path in CORPUS]
    watched.choose({f"{i:03}.txt": texts[i % len(texts)] for i in range(200)})
    watched.page.click("#form button")
    watched.page.wait_for_selector("#bar:visible")
    watched.page.wait_for_selector("#said:has-text('查完 200 份')", timeout=120_000)
    names = watched.page.locator("#rows tr th").all_inner_texts()
    assert names[-200:] == [f"{i:03}.txt" for i in range(200)]
    assert "没有查成 0" in watched.page.inner_text("#said")
    watched.page.click("text=清除全部结果")
    assert watched.page.locator("#rows tr").count() == 0


def test_bad_files_among_good_ones_harm_nothing(watched: Watched) -> None:
    watched.choose(
        {
            "炸弹.docx": docx(p(r("字" * 20_000_000))),
            "空.docx": b"",
            '"><img src=x onerror=alert(1)>.txt': b"<script>alert(1)</script>",
            "乱.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 50,
            "报告.txt": REPORT.encode(),
        }
    )
    watched.page.click("#form button")
    watched.page.wait_for_selector("#said:has-text('查完 5 份')", timeout=60_000)
    rows = watched.page.locator("#rows tr")
    verdicts = [row.locator("td").first.inner_text() for row in rows.all()[-5:]]
    assert verdicts == ["没有查成"] * 4 + ["通过"]
    rows.nth(rows.count() - 3).locator("a").click()
    _result(watched)
    assert watched.page.inner_text("h2") == '"><img src=x onerror=alert(1)>.txt'


def test_without_a_file_the_page_says_so(watched: Watched) -> None:
    watched.page.click("#form button")
    assert watched.page.inner_text("#said") == "还没有选文件，也没有粘贴文字。"


def test_without_script_the_form_still_works(chromium, server) -> None:  # type: ignore[no-untyped-def]
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address)
    page.set_input_files("#file", [{"name": "报告.txt", "mimeType": "", "buffer": FAULTY.encode()}])
    page.click("#form button")
    assert page.url.startswith(f"{server.address}result/")
    assert page.inner_text(".outcome .verdict") == "不通过"
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_wrong_and_nothing_runs_off_the_side(watched: Watched, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 900})
    watched.page.click("#paste summary")
    assert watched.violations() == []
    watched.choose({path.name: path.read_bytes() for path in CORPUS[:3]} | {"坏.pdf": b"%PDF"})
    watched.page.click("#form button")
    watched.page.wait_for_selector("#said:has-text('查完')")
    assert watched.violations() == []
    assert watched.page.evaluate("document.documentElement.scrollWidth") == width
    watched.page.click("text=全部结果一页看完")
    assert watched.violations() == []
    assert watched.page.evaluate("document.documentElement.scrollWidth") == width
    watched.page.goto(watched.home + "result/999999")
    assert watched.violations() == []
    watched.complaints.clear()  # the 404 that was asked for


def test_print_shows_findings_and_text_and_no_buttons(watched: Watched, tmp_path: Path) -> None:
    watched.drop({"报告.txt": FAULTY})
    _result(watched)
    watched.page.emulate_media(media="print")
    assert not watched.page.is_visible(".banner")
    assert not watched.page.is_visible(".filter")
    assert watched.page.is_visible(".finding.error")
    assert watched.page.is_visible(".paper")
    assert watched.page.pdf().startswith(b"%PDF")
