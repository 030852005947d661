"""The printed sheet, read back from the PDF: everything is on it, on its own pages, and nothing leaves the paper."""

from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from checker.model.result import Batch, CheckResult
from checker.reporters.pdf import render
from tests.support.desk import judge

REPORT = """# 清源县白石镇人民政府关于2023年度法治政府建设情况的报告

县委、县政府：

一、主要举措和成效

全年调解矛盾纠纷186件，开展法制宣传32场，办结信访34件，成功率99%。{more}

二、存在的不足和原因

执法力量不足。

清源县白石镇人民政府
2024年1月18日
""".replace("{more}", "党委会听取汇报6次，检查生产经营单位156家次，发现问题93个，督促整改93个。" * 10)


def printed(*reports: CheckResult) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(render(Batch(version="1.0", reports=reports)))


def pages(document: pypdfium2.PdfDocument) -> list[str]:
    """The text of each page without blanks, because lines break anywhere in Chinese."""
    return ["".join(page.get_textpage().get_text_range().split()).replace("\u200b", "") for page in document]


@pytest.fixture(scope="module")
def judged() -> CheckResult:
    return judge(REPORT, "白石镇.txt")


def test_the_sheet_says_verdict_score_template_file_and_hash(judged: CheckResult) -> None:
    text = "".join(pages(printed(judged)))
    assert judged.score is not None
    assert "×不通过" in text
    assert f"{judged.score.shown:g}分" in text
    assert judged.score.band in text
    assert "白石镇.txt" in text
    assert judged.sha256 in text
    assert "fazhi-township2026.1" in text


def test_all_items_and_all_findings_are_printed(judged: CheckResult) -> None:
    text = "".join(pages(printed(judged)))
    assert judged.score is not None
    assert [item.title for item in judged.score.items if "".join(item.title.split()) not in text] == []
    assert len(judged.findings) > 4
    assert [f.rule for f in judged.findings if "".join(f.message.split()) not in text] == []
    assert [f.rule for f in judged.findings if "".join(f.hint.split()) not in text] == []
    assert [step.rule for step in judged.score.repairs if "".join(step.what.split()) not in text] == []


def test_there_is_room_for_the_officer(judged: CheckResult) -> None:
    text = "".join(pages(printed(judged)))
    assert "复核意见：" in text
    assert "复核人签字：" in text
    assert "日期：年月日" in text


def test_every_report_has_its_own_pages_counted_from_one(judged: CheckResult) -> None:
    other = judge(REPORT.replace("白石镇", "松溪镇"), "松溪镇.txt")
    texts = pages(printed(judged, other))
    first = [text for text in texts if "白石镇.txt" in text]
    second = [text for text in texts if "松溪镇.txt" in text]
    assert len(first) + len(second) == len(texts)
    assert [f"第{i}页共{len(first)}页" in text for i, text in enumerate(first, 1)] == [True] * len(first)
    assert [f"第{i}页共{len(second)}页" in text for i, text in enumerate(second, 1)] == [True] * len(second)


def test_a_report_that_was_not_checked_says_why(judged: CheckResult) -> None:
    text = "".join(pages(printed(judge("会议通知", "通知.txt"))))
    assert "没有查成" in text
    assert "不予评分" in text


def test_fonts_are_embedded(judged: CheckResult) -> None:
    document = printed(judged)
    embedded = set()
    for page in document:
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(thing.raw)
            embedded.add(pdfium.FPDFFont_GetIsEmbedded(font))
    assert embedded == {1}


def test_nothing_leaves_the_paper_however_long_the_names_are(judged: CheckResult) -> None:
    assert judged.structure is not None
    long = replace(judged.structure, title="关于法治政府建设情况的报告" * 30, issuer="清源县白石镇人民政府" * 12)
    report = replace(judged, path="reports/" + "AVeryLongFolderName" * 20 + ".docx", structure=long)
    document = printed(report)
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(i) for i in range(text.count_chars())]
        assert all(left >= 0 and right <= width and low >= 0 and top <= height for left, low, right, top in boxes)
    assert "AVeryLongFolderName" * 20 in "".join(pages(document)).replace("\ufffe", "")


def test_words_of_a_report_are_never_taken_for_markup(judged: CheckResult) -> None:
    assert judged.structure is not None
    sly = replace(judged, structure=replace(judged.structure, title='#panic("x") *粗* $x$ <start> @end'))
    assert '#panic("x")*粗*$x$<start>@end' in "".join(pages(printed(sly)))


def test_the_same_batch_gives_the_same_bytes(judged: CheckResult) -> None:
    batch = Batch(version="1.0", reports=(judged,))
    assert render(batch) == render(batch)
