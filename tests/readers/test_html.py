"""Saved pages: the article without the site around it, whatever the site is made of."""

import pytest

from checker.errors import UnreadableError
from checker.model.document import BlockKind
from checker.readers.html import read
from tests.readers.build_html import breaks, card, layout_tables, page, paragraphs, trs, word
from tests.readers.build_report import REPORT, TEXTS, Look

LONG = "全年共办理行政处罚案件12件，罚款金额3.6万元，未发生行政复议被撤销或者行政诉讼败诉的情形，群众满意率为97.3%，比上年提高2.1个百分点。"


def texts(html: str) -> list[str]:
    """Texts without the indents that are typed as blanks."""
    return [block.text.strip("　\u00a0 ") for block in read(html.encode(), "报告.html").blocks]


def article(body: str) -> list[str]:
    """The blocks of a page of which `body` is the article, after the title and one long paragraph."""
    return texts(page(f"<div class='TRS_Editor'><p>{LONG}</p>{body}</div>"))[1:]


@pytest.mark.parametrize("build", [trs, breaks, card, word, paragraphs], ids=lambda build: build.__name__)
def test_every_shape_of_page_gives_the_same_paragraphs(build: object) -> None:
    assert callable(build)
    # a page that parts paragraphs by <br> has no table
    parts = tuple(part for part in REPORT if part.look is not Look.ROW) if build is breaks else REPORT
    assert texts(build(parts)) == [part.text for part in parts]


def test_a_page_laid_out_by_tables_gives_paragraphs() -> None:
    parts = tuple(part for part in REPORT if part.look is not Look.ROW)
    found = read(layout_tables(parts).encode(), "x.html").blocks
    assert [block.text for block in found] == [part.text for part in parts]
    assert {block.kind for block in found} == {BlockKind.PARAGRAPH}


def test_rows_of_a_table_are_rows() -> None:
    assert [block.kind for block in read(trs(REPORT).encode(), "x.html").blocks if "\t" in block.text] == [
        BlockKind.TABLE
    ] * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "iso-8859-1"])
def test_the_content_is_believed_before_the_declaration(encoding: str, declared: str) -> None:
    found = read(trs(REPORT, charset=declared).encode(encoding), "x.html").blocks
    assert [block.text.strip("　") for block in found] == list(TEXTS)


def test_big5_is_read_where_it_is_declared() -> None:
    report = (
        "白石鎮全年共辦理行政處罰案件，均在規定期限內辦結，未發生行政復議被撤銷或者行政訴訟敗訴的情形，群眾滿意率比上年提高。"
        * 3
    )
    html = f"<html><head><meta charset='big5'></head><body><p>{report}</p></body></html>"
    assert [block.text for block in read(html.encode("big5"), "x.html").blocks] == [report]


def test_the_index_card_is_metadata_and_no_text() -> None:
    document = read(card(REPORT).encode(), "x.html")
    told = {one.name: one.value for one in document.metadata}
    assert (told["成文日期"], told["文号"], told["索引号"]) == ("2025-01-15", "白政〔2025〕3号", "00000000X/2025-00003")
    assert not any("索" in block.text and "引" in block.text for block in document.blocks)


def test_declared_tags_are_metadata() -> None:
    told = {one.name: one.value for one in read(trs(REPORT).encode(), "x.html").metadata}
    assert (told["ArticleTitle"], told["PubDate"], told["来源"]) == (TEXTS[0], "2025-01-20 09:18", "白石坪镇")


def test_navigation_and_footer_are_left_out() -> None:
    found = "".join(texts(trs(REPORT)))
    assert not any(
        word in found for word in ("当前位置", "首页", "打印本页", "相关文章", "网站标识码", "政务公开", "var a")
    )


def test_a_block_knows_its_source_line() -> None:
    source = trs(REPORT)
    for block in read(source.encode(), "x.html").blocks[1:]:
        assert block.text.split("\t")[0].strip("　")[:8] in source.splitlines()[block.line - 1]


def test_breaks_part_paragraphs_and_nbsp_indents_stay() -> None:
    assert article("<div>&nbsp;&nbsp;甲。<br>&nbsp;&nbsp;乙。<br/><br/>丙。</div>") == ["甲。", "乙。", "丙。"]


def test_blanks_of_the_source_are_those_of_the_screen() -> None:
    assert article("<p>全年办理\n      案件 12\n件 &amp; 合同</p>") == ["全年办理案件 12件 & 合同"]


def test_inline_marks_do_not_part_words() -> None:
    assert article("<p>法<b>治</b><span>政</span><a href='x'>府</a><font>建设</font></p>") == ["法治政府建设"]


def test_hidden_and_struck_words_are_left_out_and_noted() -> None:
    passage = "<p><s>删去的话</s><span style='display: none'>看不见的话</span>留下的话</p>"
    document = read(page(f"<div class='TRS_Editor'><p>{LONG}</p>{passage}</div>").encode(), "x.html")
    assert document.blocks[-1].text == "留下的话"
    assert [note.message for note in document.notes] == ["网页中有 2 处隐藏或划去的文字，未计入"]


def test_numbers_of_lists_are_printed() -> None:
    assert article("<ol><li>执法</li><li>普法</li></ol><ul><li>其他</li></ul>") == ["1.执法", "2.普法", "其他"]
    assert article("<ol style='list-style-type: cjk-ideographic' start=3><li>执法</li></ol>") == ["三、执法"]
    block = read(page(f"<div class='TRS_Editor'><p>{LONG}</p><ol><li>执法</li></ol></div>").encode(), "x.html").blocks[
        -1
    ]
    assert block.generated == 2


def test_headings_have_their_level_and_lines_their_look() -> None:
    html = page(f"<div class='TRS_Editor'><p>{LONG}</p><h2>一、总体情况</h2><p align=center><b>居中</b></p></div>")
    *_, heading, centred = read(html.encode(), "x.html").blocks
    assert (heading.style.outline, heading.style.bold) == (2, True)
    assert (centred.style.align, centred.style.bold) == ("center", True)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page("<div class='TRS_Editor'><p>详见附件。</p><p><a href='/a/b.docx'>附件：报告.docx</a></p></div>"), "附件"),
        (page("<div class='TRS_Editor'><p><img src='1.jpg'></p></div>"), "图片"),
        ("<html><body><div id='app'></div><script>load()</script></body></html>", "没有正文"),
        ("<html><body>" + "<div>" * 50_000 + LONG, "层数"),
        ("<html><body>" + "<b>" * 50_000 + LONG, "数量"),
        ("<html><body><p>" + "法" * 3_100_000, "不像一份报告"),
        ("<html><body>" + "<p>甲</p>" * 41_000, "数量"),
    ],
    ids=["attachment", "picture", "script", "deep", "formatting", "long", "many"],
)  # fmt: skip
def test_what_cannot_be_judged_says_so(html: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(html.encode(), "x.html")


def test_entities_that_declare_themselves_are_only_words() -> None:
    laughs = '<!DOCTYPE html [<!ENTITY a "哈"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    found = texts(f"{laughs}<html><body><p>{LONG}</p><p>&b;&x;{LONG}</p></body></html>")
    assert "root:" not in "".join(found)
    assert "哈哈" not in "".join(found)
