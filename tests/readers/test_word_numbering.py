"""Automatic numbers of Word and WPS come out as on the paper."""

import pytest

from checker.model.document import Block
from checker.readers.docx import read
from checker.readers.word_formats import numeral
from tests.readers.build_docx import docx, level, levels, num, p, start_at, style, table, tc, tr

CHINESE = levels(("chineseCountingThousand", "%1、"), ("japaneseCounting", "（%2）"), ("decimal", "%3."))


def blocks(*body: str, numbering: str, styles: str = "") -> tuple[Block, ...]:
    return read(docx(*body, parts={"numbering": numbering, "styles": styles}), "x.docx").blocks


def texts(*body: str, numbering: str, styles: str = "") -> list[str]:
    return [block.text for block in blocks(*body, numbering=numbering, styles=styles)]


def test_levels_count_and_begin_again_under_each_heading() -> None:
    assert texts(
        p("情况", number=(1, 0)),
        p("举措", number=(1, 1)),
        p("执法", number=(1, 2)),
        p("普法", number=(1, 2)),
        p("成效", number=(1, 1)),
        p("打算", number=(1, 0)),
        p("队伍", number=(1, 1)),
        numbering=CHINESE + num(1),
    ) == ["一、情况", "（一）举措", "1.执法", "2.普法", "（二）成效", "二、打算", "（一）队伍"]


def test_the_rebuilt_number_is_marked_as_generated_and_the_anchor_begins_after_it() -> None:
    (block,) = blocks(p("情况", number=(1, 0)), numbering=CHINESE + num(1))
    assert (block.text, block.generated, block.anchor) == ("一、情况", 2, "p:0@2")


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("chineseCounting", "第%1章", "第三章"),
        ("chineseCountingThousand", "%1、", "三、"),
        ("japaneseCounting", "（%1）", "（三）"),
        ("ideographDigital", "%1、", "三、"),
        ("taiwaneseCountingThousand", "%1、", "三、"),
        ("chineseLegalSimplified", "%1、", "叁、"),
        ("ideographTraditional", "%1、", "丙、"),
        ("decimal", "%1．", "3．"),
        ("decimalZero", "%1.", "03."),
        ("decimalFullWidth", "%1．", "３．"),
        ("decimalEnclosedCircle", "%1", "③"),
        ("decimalEnclosedCircleChinese", "%1", "③"),
        ("upperRoman", "%1.", "III."),
        ("lowerLetter", "%1)", "c)"),
        ("bullet", "●", ""),
        ("none", "", ""),
    ],
)
def test_each_format_prints_as_word_prints_it(form: str, text: str, expected: str) -> None:
    body = [p("甲", number=(1, 0))] * 3
    assert texts(*body, numbering=levels((form, text)) + num(1))[2] == expected + "甲"


def test_numbers_beyond_ten_and_a_hundred() -> None:
    assert [numeral(n, "chineseCountingThousand") for n in (10, 11, 20, 21, 101, 110, 1001)] == [
        "十", "十一", "二十", "二十一", "一百〇一", "一百一十", "一千〇一",
    ]  # fmt: skip
    assert [numeral(n, "japaneseCounting") for n in (12, 101, 110)] == ["十二", "百一", "百十"]
    assert [numeral(n, "ideographDigital") for n in (10, 12, 20)] == ["一〇", "一二", "二〇"]
    assert [numeral(n, "decimalEnclosedCircle") for n in (20, 21)] == ["⑳", "21"]


def test_a_list_may_start_anywhere_and_an_override_starts_it_once() -> None:
    numbering = levels(level("decimal", "%1.", start=5)) + num(1) + num(2, overrides=start_at(0, 1))
    body = [p("甲", number=(n, 0)) for n in (1, 1, 2, 2, 1)]
    assert texts(*body, numbering=numbering) == ["5.甲", "6.甲", "1.甲", "2.甲", "3.甲"]


def test_two_lists_of_one_definition_count_on() -> None:
    body = [p("甲", number=(n, 0)) for n in (1, 2, 1)]
    assert texts(*body, numbering=CHINESE + num(1) + num(2)) == ["一、甲", "二、甲", "三、甲"]


def test_a_level_may_be_replaced_for_one_list() -> None:
    replaced = f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{level("decimal", "（%1）")}</w:lvl></w:lvlOverride>'
    assert texts(p("甲", number=(1, 0)), numbering=CHINESE + num(1, overrides=replaced)) == ["（1）甲"]


def test_a_level_that_does_not_restart_goes_on() -> None:
    numbering = levels(("decimal", "%1."), level("decimal", "%2)", before='<w:lvlRestart w:val="0"/>')) + num(1)
    body = [p("甲", number=(1, at)) for at in (0, 1, 0, 1)]
    assert texts(*body, numbering=numbering) == ["1.甲", "1)甲", "2.甲", "2)甲"]


def test_legal_numbering_prints_every_level_in_arabic() -> None:
    legal = level("decimal", "%1.%2", before="<w:isLgl/>")
    body = [p("甲", number=(1, at)) for at in (0, 0, 1)]
    assert texts(*body, numbering=levels(("chineseCountingThousand", "%1、"), legal) + num(1))[2] == "2.1甲"


def test_a_style_may_number_its_paragraphs() -> None:
    numbering = levels(
        level("chineseCountingThousand", "%1、", before='<w:pStyle w:val="1"/>'),
        level("chineseCountingThousand", "（%2）", before='<w:pStyle w:val="2"/>'),
    ) + num(7)
    styles = (
        style("heading 1", "1", properties='<w:numPr><w:numId w:val="7"/></w:numPr>')
        + style("heading 2", "2", properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>')
        + style("二级", "x", based="2")
    )
    assert texts(
        p("情况", style="1"), p("举措", style="2"), p("成效", style="x"), numbering=numbering, styles=styles
    ) == [
        "一、情况",
        "（一）举措",
        "（二）成效",
    ]


def test_a_paragraph_may_switch_off_the_number_of_its_style() -> None:
    styles = style("heading 1", "1", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = (p("甲", style="1"), p("乙", style="1", number=(0, 0)), p("丙", style="1"))
    assert texts(*body, numbering=CHINESE + num(1), styles=styles) == ["一、甲", "乙", "二、丙"]


def test_a_list_defined_by_a_list_style_is_found() -> None:
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    styles = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert texts(p("甲", number=(2, 0)), numbering=CHINESE + linked + num(1) + num(2, 1), styles=styles) == ["一、甲"]


def test_a_blank_follows_a_number_that_does_not_set_itself_off() -> None:
    tab = levels(level("chineseCountingThousand", "第%1条", suffix="tab"), level("decimal", "%2.", suffix="space"))
    assert texts(p("总则", number=(1, 0)), p("甲", number=(1, 1)), numbering=tab + num(1)) == ["第一条 总则", "1. 甲"]


def test_a_number_in_a_table_cell_counts_in_reading_order() -> None:
    cell = tc(p("甲", number=(1, 0)))
    assert texts(table(tr(cell, "9"), tr(cell, "8")), numbering=CHINESE + num(1)) == ["一、甲\t9", "二、甲\t8"]


def test_a_list_that_is_not_defined_gives_no_number() -> None:
    assert texts(p("甲", number=(9, 0)), p("乙", number=(1, 8)), numbering=CHINESE + num(1)) == ["甲", "乙"]
