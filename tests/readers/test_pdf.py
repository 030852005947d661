"""PDF: lines become the paragraphs that were typed, page numbers and running heads go, scans are refused."""

import base64
import io
import zlib
from pathlib import Path

import pytest

from checker.errors import UnreadableError
from checker.model.document import BlockKind, Document
from checker.readers.office import find
from checker.readers.pdf import read
from tests.readers.build_pdf import A4, FONT, LEFT, PITCH, SIZE, TOP, canvas, pdf, scan
from tests.readers.build_report import REPORT, TEXTS, Look, Part
from tests.readers.samples import by_libreoffice, word

LONG = "全年共办理行政处罚案件12件，罚款金额3.6万元，未发生行政复议被撤销或者行政诉讼败诉的情形，群众满意率为97.3%，比上年提高2.1个百分点。"


def body(*texts: str) -> tuple[Part, ...]:
    return tuple(Part(Look.BODY, text) for text in texts)


def texts(content: bytes) -> list[str]:
    return [block.text for block in read(content, "报告.pdf").blocks]


def drawn(*lines: tuple[float, float, str]) -> Document:
    """A page with these words, each at its left edge and distance from the top in points."""
    stream = io.BytesIO()
    sheet = canvas(stream)
    sheet.setFont(FONT, SIZE)
    for left, down, words in lines:
        sheet.drawString(left, A4[1] - down, words)
    sheet.save()
    return read(stream.getvalue(), "x.pdf")


def test_a_report_gives_its_paragraphs() -> None:
    assert texts(pdf(REPORT)) == list(TEXTS)


@pytest.mark.skipif(find() is None, reason="LibreOffice is not installed")
def test_a_pdf_by_libreoffice_gives_its_paragraphs_too(tmp_path: Path) -> None:
    assert texts(by_libreoffice(word(REPORT), "pdf", tmp_path)) == list(TEXTS)


def test_rows_of_a_ruled_table_are_rows() -> None:
    kinds = [block.kind for block in read(pdf(REPORT), "x.pdf").blocks if "\t" in block.text]
    assert kinds == [BlockKind.TABLE] * 4


def test_a_block_knows_its_page_and_its_number() -> None:
    document = read(pdf(REPORT), "x.pdf")
    assert document.source.counts == "paragraph"
    assert [block.line for block in document.blocks] == list(range(1, len(TEXTS) + 1))
    assert (document.blocks[0].page, document.blocks[-1].page) == (1, 3)


def test_a_paragraph_goes_on_over_the_page() -> None:
    report = body(*[LONG] * 16)
    assert texts(pdf(report)) == [part.text for part in report]
    assert {block.page for block in read(pdf(report), "x.pdf").blocks} == {1, 2, 3}


@pytest.mark.parametrize("number", ["— {} —", "-{}-", "第{}页", "第 {} 页 共 9 页", "{}", "{}/9"])
def test_page_numbers_are_left_out(number: str) -> None:
    report = body(*[LONG] * 16)
    assert texts(pdf(report, number=number)) == [part.text for part in report]


def test_a_running_head_is_left_out() -> None:
    report = body(*[LONG] * 16)
    assert texts(pdf(report, head="白石坪镇人民政府文件")) == [part.text for part in report]


def test_a_title_over_two_lines_is_one_paragraph() -> None:
    title = "白石坪镇人民政府关于2024年度推进法治政府建设工作情况的报告"
    found = read(pdf((Part(Look.TITLE, title), *body(LONG, LONG))), "x.pdf").blocks
    assert [block.text for block in found] == [title, LONG, LONG]
    assert (found[0].style.align, found[0].style.size, found[1].style.indent) == ("center", 22.0, 2.0)


def test_short_paragraphs_stay_apart() -> None:
    report = body("一、总体情况", LONG, "（一）健全机制", "（二）规范执法", LONG)
    assert texts(pdf(report)) == [part.text for part in report]


def test_signature_and_date_stay_apart() -> None:
    report = (*body(LONG), Part(Look.RIGHT, "白石坪镇人民政府"), Part(Look.RIGHT, "2025年1月15日"))
    assert texts(pdf(report)) == [part.text for part in report]


def test_a_wide_gap_parts_words_and_a_typed_blank_stays() -> None:
    assert drawn((LEFT, 120, "联系人：甲"), (LEFT + 200, 120, "电话：000")).blocks[0].text == "联系人：甲 电话：000"
    assert drawn((LEFT, 120, "1. 加强队伍建设")).blocks[0].text == "1. 加强队伍建设"


def test_bold_by_printing_twice_is_read_once() -> None:
    assert drawn((LEFT, 120, "一、总体情况"), (LEFT + 0.4, 120, "一、总体情况")).blocks[0].text == "一、总体情况"


def test_paragraphs_without_indent_are_parted_by_their_distance() -> None:
    lines = [(LEFT, 120.0 + 2.5 * PITCH * at, f"第{at}段的文字没有缩进，以空行分隔") for at in range(4)]
    assert [block.text for block in drawn(*lines).blocks] == [words for _, _, words in lines]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_is_read_the_way_its_words_stand(rotation: int) -> None:
    assert texts(pdf(REPORT, rotation=rotation)) == list(TEXTS)


@pytest.mark.parametrize(("turn", "right", "up"), [(90, A4[1], 0), (180, A4[0], A4[1]), (270, 0, A4[0])])
def test_words_that_lie_on_their_side_are_set_upright(turn: int, right: float, up: float) -> None:
    stream = io.BytesIO()
    sheet = canvas(stream)
    sheet.setPageSize(A4 if turn == 180 else (A4[1], A4[0]))
    sheet.setFont(FONT, SIZE)
    sheet.translate(right, up)
    sheet.rotate(turn)
    sheet.drawString(LEFT, TOP, "一、总体情况")
    sheet.drawString(LEFT, TOP - 3 * PITCH, "全年办理案件12件。")
    sheet.save()
    assert texts(stream.getvalue()) == ["一、总体情况", "全年办理案件12件。"]


def test_a_slanting_watermark_is_left_out() -> None:
    stream = io.BytesIO()
    sheet = canvas(stream)
    sheet.setFont(FONT, SIZE)
    sheet.drawString(LEFT, TOP, "白石坪镇人民政府二〇二四年度法治政府建设情况报告如下")
    sheet.drawString(LEFT, TOP - 3 * PITCH, "全年办理案件12件。")
    sheet.translate(200, 300)
    sheet.rotate(45)
    sheet.drawString(0, 0, "内部资料")
    sheet.save()
    assert len(read(stream.getvalue(), "x.pdf").blocks) == 2


def test_a_scan_is_refused() -> None:
    with pytest.raises(UnreadableError, match="扫描件"):
        read(scan(3), "x.pdf")


def test_a_scanned_page_among_others_is_noted() -> None:
    from pypdfium2 import PdfDocument

    joined = PdfDocument.new()
    joined.import_pages(PdfDocument(pdf(body(LONG, LONG))))
    joined.import_pages(PdfDocument(scan(1)))
    stream = io.BytesIO()
    joined.save(stream)
    document = read(stream.getvalue(), "x.pdf")
    assert [note.message for note in document.notes] == ["第2页是扫描图像，没有文字层，未计入"]


def test_an_empty_page_is_no_report() -> None:
    with pytest.raises(UnreadableError, match="没有文字"):
        drawn()


def test_a_password_is_told() -> None:
    with pytest.raises(UnreadableError, match="密码"):
        read(pdf(body(LONG), password="000000"), "x.pdf")


@pytest.mark.parametrize("kept", [9, 300, 2000])
def test_a_truncated_file_is_told(kept: int) -> None:
    with pytest.raises(UnreadableError):
        read(pdf(body(LONG))[:kept], "x.pdf")


@pytest.mark.parametrize("letters", [False, True])
def test_a_stream_that_unpacks_to_far_too_much_is_refused(letters: bool) -> None:
    packed = zlib.compress(b"0 0 m " * 20_000_000, 9)
    filters = b"[/ASCII85Decode /FlateDecode]" if letters else b"/FlateDecode"
    stream = base64.a85encode(packed) + b"~>" if letters else packed
    bomb = b"%PDF-1.4\n1 0 obj <</Filter " + filters + b" /Length 1>>\nstream\n" + stream + b"\nendstream endobj"
    with pytest.raises(UnreadableError, match="异常庞大"):
        read(bomb, "x.pdf")


def test_a_stream_packed_twice_is_refused() -> None:
    with pytest.raises(UnreadableError, match="异常庞大"):
        read(b"%PDF-1.4\n1 0 obj <</Filter [/FlateDecode /FlateDecode]>>", "x.pdf")
