"""What of a .docx is read, and in what order: the words that a person sees on the paper, each once."""

import pytest

from checker.errors import UnreadableError
from checker.model.document import BlockKind, Document
from checker.readers.docx import read
from tests.readers.build_docx import docx, field, p, r, strict, style, table, tc, text_box, tr


def texts(*body: str, **parts: str) -> list[str]:
    return [block.text for block in document(*body, **parts).blocks]


def document(*body: str, **parts: str) -> Document:
    return read(docx(*body, parts=parts), "报告.docx")


def notes(*body: str, **parts: str) -> list[str]:
    return [note.message for note in document(*body, **parts).notes]


def test_a_paragraph_is_a_block_and_a_blank_one_only_counts() -> None:
    first, second = document(p("一、总体情况"), p(), p("　"), p("全年办理案件12件。")).blocks
    assert (first.text, first.line, first.column) == ("一、总体情况", 1, 1)
    assert (second.text, second.line) == ("全年办理案件12件。", 4)


def test_a_word_split_over_runs_is_one_word() -> None:
    assert texts(p(r("法治"), r("政"), r("府", "<w:b/>"), r("建设"))) == ["法治政府建设"]


def test_tabs_and_soft_breaks_stand_in_the_text() -> None:
    assert texts(p("关于2024年度\n法治政府建设的报告"), p("附件：\t台账")) == [
        "关于2024年度\n法治政府建设的报告",
        "附件：\t台账",
    ]


def test_soft_breaks_between_sentences_part_paragraphs() -> None:
    pasted = document(p("2023年，我镇扎实推进法治建设。\n一、主要举措\n（一）抓好学习\n全年学习12次。\n二、存在的不足"))
    assert [(block.text, block.line, block.column) for block in pasted.blocks] == [
        ("2023年，我镇扎实推进法治建设。", 1, 1),
        ("一、主要举措", 1, 19),
        ("（一）抓好学习", 1, 26),
        ("全年学习12次。", 1, 34),
        ("二、存在的不足", 1, 43),
    ]


def test_a_paragraph_broken_by_hand_at_the_margin_stays_one() -> None:
    lines = "全年开展法治宣传活动十余场次参与\n群众三千余人次发放各类宣传资料\n五千余份营造了良好氛围。"
    assert texts(p(lines)) == [lines]


def test_a_page_break_is_no_character_at_the_edge_of_a_paragraph() -> None:
    turn = '<w:r><w:br w:type="page"/></w:r>'
    assert texts(p(turn, "一、总体情况", turn)) == ["一、总体情况"]


def test_inserted_words_are_read_and_deleted_ones_are_not() -> None:
    changed = (
        r("共办理案件")
        + '<w:del w:id="1" w:author="甲"><w:r><w:delText>三十</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" w:author="甲">{r("四十二")}</w:ins>'
        + r("件。")
    )
    assert texts(p(changed)) == ["共办理案件四十二件。"]
    assert notes(p(changed)) == ["文件留有修订痕迹2处：按接受修订后的文字检查，删除的文字未计入"]


def test_moved_words_stand_only_where_they_were_moved_to() -> None:
    gone = f'<w:moveFrom w:id="1" w:author="甲">{r("一是普法。")}</w:moveFrom>'
    come = f'<w:moveTo w:id="2" w:author="甲">{r("一是普法。")}</w:moveTo>'
    assert texts(p(gone, "二是执法。"), p(come)) == ["二是执法。", "一是普法。"]


def test_a_paragraph_whose_mark_was_deleted_runs_on() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
    first, second = document(p("全年办理", properties=gone), p("案件12件。"), p("完。")).blocks
    assert (first.text, first.line, second.line) == ("全年办理案件12件。", 1, 2)


def test_content_controls_and_links_are_looked_through() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{{}}</w:sdtContent></w:sdt>"  # noqa: F541 - one brace pair for format
    nested = control.format(control.format(p("在控件里")))
    link = f'<w:hyperlink w:anchor="x">{r("见网站")}</w:hyperlink>'
    inside = control.format(r("2025年1月15日"))
    assert texts(nested, p("公开情况", link), p(inside)) == ["在控件里", "公开情况见网站", "2025年1月15日"]


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    assert texts(p("见", field("REF _Ref1 \\h", "第二部分"), "。")) == ["见第二部分。"]
    assert texts(p(f'<w:fldSimple w:instr=" PAGE ">{r("3")}</w:fldSimple>')) == ["3"]


def test_a_field_left_open_does_not_swallow_the_rest_of_the_report() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>'
    assert texts(p("目录", begin), p("一、总体情况")) == ["目录", "一、总体情况"]


def test_a_date_that_changes_by_itself_is_noted() -> None:
    changing = p(field('DATE \\@ "yyyy年M月d日"', "2025年1月15日"))
    assert notes(changing) == ["文件有自动更新的日期（DATE 或 TIME 域），每次打开都会变；请改为固定的日期"]
    assert notes(p(field("CREATEDATE", "2025年1月15日"))) == []


def test_hidden_words_are_left_out_and_noted() -> None:
    by_run = p("公开", r("内部掌握", "<w:vanish/>"), "情况")
    assert texts(by_run) == ["公开情况"]
    assert document(p("题"), by_run).notes[0].message == "文件有隐藏文字4字，未计入"
    assert document(p("题"), by_run).notes[0].line == 2
    styles = style("批示", "x", run="<w:vanish/>") + style("正文", "a", default=True)
    assert texts(p("内部", style="x"), p("公开"), styles=styles) == ["公开"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    assert texts(p("正文", text_box(p("框中第一行"), p("框中第二行"))), p("下一段")) == [
        "正文",
        "框中第一行",
        "框中第二行",
        "下一段",
    ]


def test_comments_notes_headers_and_footers_are_left_out() -> None:
    body = p(
        "办结率", r("97%"), '<w:r><w:commentReference w:id="1"/></w:r>', '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    parts = {
        "comments": f'<w:comment w:id="1" w:author="甲">{p("请核实")}</w:comment>',
        "footnotes": f'<w:footnote w:id="2">{p("数据截至年底")}</w:footnote>',
        "header": p("白石镇人民政府文件"),
        "footer": p(field("PAGE", "1")),
    }
    assert texts(body, **parts) == ["办结率97%"]
    assert notes(body, **parts) == ["文件留有批注1条，批注的文字未计入", "文件有脚注1条，脚注的文字未计入"]


def test_a_row_is_a_block_with_its_cells_parted_by_tabs() -> None:
    body = (p("情况见表"), table(tr("村", "件数"), tr("下坪村", "61")), p("完"))
    read_ = document(*body)
    assert [(block.text, block.kind, block.line) for block in read_.blocks] == [
        ("情况见表", BlockKind.PARAGRAPH, 1),
        ("村\t件数", BlockKind.TABLE, 2),
        ("下坪村\t61", BlockKind.TABLE, 3),
        ("完", BlockKind.PARAGRAPH, 4),
    ]


def test_a_merged_cell_is_read_once() -> None:
    merged = table(
        tr(tc(p("白石镇"), properties='<w:vMerge w:val="restart"/>'), "2023", "12"),
        tr(tc(p(""), properties="<w:vMerge/>"), "2024", "15"),
        tr(tc(p("合计"), properties='<w:gridSpan w:val="2"/>'), "27"),
    )
    assert texts(merged) == ["白石镇\t2023\t12", "2024\t15", "合计\t27"]


def test_a_table_of_one_column_is_a_frame_around_paragraphs() -> None:
    framed = table(tr(tc(p("题"), p("正文第一段"))), tr("正文第二段"))
    assert [(b.text, b.kind) for b in document(framed).blocks] == [
        ("题", BlockKind.PARAGRAPH),
        ("正文第一段", BlockKind.PARAGRAPH),
        ("正文第二段", BlockKind.PARAGRAPH),
    ]


def test_a_table_in_a_cell_follows_the_row() -> None:
    assert texts(table(tr(tc(p("外"), table(tr("内甲", "内乙")), p()), "右"))) == ["外\t右", "内甲\t内乙"]


def test_empty_cells_keep_their_place() -> None:
    assert texts(table(tr("村", "", "件数"), tr("", "", ""), tr("下坪村", "无", ""))) == ["村\t\t件数", "下坪村\t无\t"]


def test_spaces_count_only_where_word_shows_them() -> None:
    assert texts(p("<w:r><w:t>\n  全年  办理\n</w:t></w:r>")) == ["全年  办理"]
    assert texts(p("<w:r><w:t> a</w:t></w:r><w:r><w:t>b </w:t></w:r>")) == ["ab"]
    assert texts(p(r("　全年 "), r(" 办理"))) == ["　全年  办理"]


def test_signs_written_as_symbols_are_read() -> None:
    ticked = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    assert texts(p(ticked, "已整改", "<w:r><w:noBreakHyphen/></w:r>", "2024")) == ["☑已整改-2024"]


def test_ruby_is_read_without_its_gloss() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('bái')}</w:rt><w:rubyBase>{r('白')}</w:rubyBase></w:ruby></w:r>"
    assert texts(p(ruby, "石镇")) == ["白石镇"]


def test_strict_open_xml_and_utf_16_are_read_alike() -> None:
    body = (p("一、总体情况", style="1"), p("全年办理案件12件。"))
    usual = docx(*body, parts={"styles": style("heading 1", "1")})
    for other in (strict(usual), docx(*body, parts={"styles": style("heading 1", "1")}, encoding="utf-16")):
        assert read(other, "x.docx").blocks == read(usual, "x.docx").blocks


def test_the_page_is_told_in_millimetres() -> None:
    told = {one.name: one.value for one in document(p("题"), footer=p(field("PAGE", "1"))).metadata}
    assert told == {
        "page.width": "210.0",
        "page.height": "297.0",
        "margin.top": "37.0",
        "margin.bottom": "35.0",
        "margin.left": "28.0",
        "margin.right": "26.0",
        "page.number": "yes",
        "revisions": "0",
        "comments": "0",
    }


def test_a_file_of_pictures_only_cannot_be_judged() -> None:
    with pytest.raises(UnreadableError, match="没有文字"):
        document(p("<w:r><w:drawing/></w:r>"))


def test_the_same_file_gives_the_same_document() -> None:
    content = docx(p("题"), table(tr("甲", "乙")), parts={"styles": style("heading 1", "1")})
    assert read(content, "x.docx") == read(content, "x.docx")
