"""The look of a paragraph of a .docx: by itself, by its style and by all that the style inherits."""

from checker.model.document import Style
from checker.readers.docx import read
from tests.readers.build_docx import docx, p, r, style

FONTS = '<w:rFonts w:eastAsia="{}"/>'
SIZE = '<w:sz w:val="{}"/>'
LEVEL = '<w:outlineLvl w:val="{}"/>'


def look(paragraph: str, styles: str = "", theme: str = "") -> Style:
    parts = {"styles": styles} | ({"theme": theme} if theme else {})
    return read(docx(paragraph, parts=parts), "x.docx").blocks[0].style


def test_headings_are_told_by_the_name_of_the_style() -> None:
    assert look(p("甲", style="a1"), style("heading 2", "a1")).outline == 2
    assert look(p("甲", style="a1"), style("标题 3", "a1")).outline == 3
    assert look(p("甲", style="a1"), style("Title", "a1")).outline == 0
    assert look(p("甲", style="a1"), style("heading 1 Char", "a1")).outline is None


def test_an_outline_level_is_inherited_through_the_chain_of_styles() -> None:
    styles = style("一级", "1", properties=LEVEL.format(0)) + style("甲", "2", based="1") + style("乙", "3", based="2")
    assert look(p("题", style="3"), styles).outline == 1


def test_a_paragraph_may_have_its_own_outline_level() -> None:
    assert look(p("甲", properties=LEVEL.format(1))).outline == 2
    assert look(p("甲", style="1", properties=LEVEL.format(9)), style("heading 1", "1")).outline is None


def test_a_circle_of_styles_ends() -> None:
    assert look(p("甲", style="1"), style("甲", "1", based="2") + style("乙", "2", based="1")).name == "甲"


def test_font_and_size_are_those_of_most_words() -> None:
    body = r("全年共办理行政处罚案件", FONTS.format("仿宋_GB2312") + SIZE.format(32))
    other = r("12件", FONTS.format("黑体") + SIZE.format(44))
    assert (look(p(body, other)).font, look(p(body, other)).size) == ("仿宋_GB2312", 16.0)


def test_a_paragraph_is_bold_when_all_its_words_are() -> None:
    assert look(p(r("总体情况", "<w:b/>"), r("。"))).bold is True
    assert look(p(r("总体", "<w:b/>"), r("情况"))).bold is False
    bold = style("强调", "1", run="<w:b/>")
    assert look(p(r("甲", "<w:b/>"), style="1"), bold).bold is True
    assert look(p(r("甲", '<w:b w:val="0"/>'), style="1"), bold).bold is False


def test_the_defaults_of_the_document_are_the_weakest() -> None:
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS.format('宋体')}{SIZE.format(21)}</w:rPr></w:rPrDefault></w:docDefaults>"
    usual = style("Normal", "a", default=True, run=SIZE.format(32))
    assert (look(p("甲"), defaults + usual).font, look(p("甲"), defaults + usual).size) == ("宋体", 16.0)


def test_a_font_of_the_theme_is_looked_up() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    assert look(p(r("甲", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')), theme=theme).font == "等线"


def test_layout_is_told_in_characters_and_points() -> None:
    laid = p(
        "甲",
        r("乙", SIZE.format(32)),
        properties='<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/><w:jc w:val="both"/>',
    )
    assert (look(laid).spacing, look(laid).align) == (28.0, "justify")
    counted = p(r("乙", SIZE.format(32)), properties='<w:ind w:firstLineChars="200" w:firstLine="420"/>')
    assert look(counted).indent == 2.0
    assert look(p(r("乙", SIZE.format(32)), properties='<w:ind w:firstLine="640"/>')).indent == 2.0
    assert look(p("乙", properties='<w:jc w:val="end"/>')).align == "right"
    assert look(p("乙", properties='<w:spacing w:line="360" w:lineRule="auto"/>')).spacing is None
