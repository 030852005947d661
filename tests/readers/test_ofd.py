"""OFD: characters placed on the page become paragraphs, as in a PDF."""

import pytest

from checker.errors import UnreadableError
from checker.model.document import BlockKind
from checker.readers.ofd import read
from tests.readers.build_docx import archive
from tests.readers.build_ofd import ofd, package, text
from tests.readers.build_pdf import LEFT, TOP
from tests.readers.build_report import REPORT, TEXTS


def texts(*shapes: str) -> list[str]:
    return [block.text for block in read(ofd((), page="".join(shapes)), "x.ofd").blocks]


def test_a_report_gives_its_paragraphs_and_rows() -> None:
    document = read(ofd(REPORT), "报告.ofd")
    assert [block.text for block in document.blocks] == list(TEXTS)
    assert [block.kind for block in document.blocks if "\t" in block.text] == [BlockKind.TABLE] * 4
    assert {block.page for block in document.blocks} == {1, 2, 3}


def test_reading_is_marked_as_experimental() -> None:
    assert "试用" in read(ofd(REPORT), "x.ofd").notes[0].message


def test_repeated_distances_are_written_short() -> None:
    short = '<ofd:TextObject Boundary="20 30 60 8" Size="5.6"><ofd:TextCode X="0" Y="5.6" DeltaX="g 5 5.6">一、总体情况</ofd:TextCode></ofd:TextObject>'
    assert texts(short) == ["一、总体情况"]


def test_a_line_may_be_cut_into_several_objects() -> None:
    assert texts(text(LEFT, TOP, "全年办理"), text(LEFT + 64, TOP, "案件12件。")) == ["全年办理案件12件。"]


def test_a_matrix_places_and_scales_the_words() -> None:
    scaled = text(LEFT, TOP, "全年办理案件12件。", 8, extra=' CTM="2 0 0 2 0 0"')
    assert texts(scaled) == ["全年办理案件12件。"]


def test_watermarks_and_invisible_words_are_left_out() -> None:
    slanting = text(LEFT, TOP - 90, "内部资料", extra=' CTM="0.7 0.7 -0.7 0.7 0 0"')
    unseen = text(LEFT, TOP - 60, "不可见", extra=' Visible="false"')
    assert texts(text(LEFT, TOP, "正文"), slanting, unseen) == ["正文"]


def test_groups_of_shapes_are_looked_into() -> None:
    assert texts(f"<ofd:PageBlock><ofd:PageBlock>{text(LEFT, TOP, '正文')}</ofd:PageBlock></ofd:PageBlock>") == ["正文"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (ofd((), page=""), "没有文字"),
        (ofd((), page='<ofd:ImageObject Boundary="0 0 210 297"/>'), "扫描件"),
        (ofd((), page="<ofd:PageBlock>" * 400 + "</ofd:PageBlock>" * 400), "嵌套过深"),
        (package([text(0, 0, "甲")] * 151), "151页"),
        (archive({"OFD.xml": b"<OFD/>"}), "不完整"),
        (archive({"其他.xml": b"<OFD/>"}), "不完整"),
        (ofd(REPORT)[:2000], "损坏"),
    ],
    ids=["empty", "scan", "deep", "pages", "no document", "no root", "cut"],
)
def test_what_cannot_be_judged_says_so(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(content, "x.ofd")
