"""Comments in Word files: on the exact words, one for each finding, and nothing else changed."""

import zipfile
from io import BytesIO

import pytest

from checker.annotators import annotate
from checker.app import Examination, examine
from checker.errors import CheckerError
from checker.readers import read
from tests.annotators.comments import W, comments, part
from tests.readers.build_docx import archive, docx, field, levels, num, p, r, strict, table, tc, text_box, tr
from tests.readers.build_report import TEXTS
from tests.support.desk import desk, look

OTHER = '<w:comment w:id="7" w:author="李"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment>'
NOTED = '<w:commentRangeStart w:id="7"/><w:r><w:t>宣传3场</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
INSERTED = '<w:ins w:id="1" w:author="李"><w:r><w:t>截止目前，</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2" w:author="李"><w:r><w:delText>截止目前，</w:delText></w:r></w:del>'
LINK = '<w:hyperlink r:id="rId9"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>依托某某镇平台</w:t></w:r></w:hyperlink>'
CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('发放资料XX份')}</w:sdtContent></w:sdt>"


def report(*extra: str, **parts: str) -> bytes:
    """The report of all formats with more paragraphs in its first part."""
    body = [p(text) for text in TEXTS]
    return docx(*body[:6], *extra, *body[6:], **({"parts": parts} if parts else {}))


def annotated(content: bytes) -> tuple[bytes, Examination]:
    examination = examine(content, "报告.docx", desk())
    return annotate(content, examination.result, examination.structure), examination


def anchors(content: bytes, author: str = "报告检查") -> list[str]:
    return [one.anchored for one in comments(content).values() if one.author == author][1:]


def quotes(examination: Examination) -> list[str]:
    return [finding.quote or "" for finding in examination.result.findings]


def test_every_comment_stands_on_the_words_of_its_finding() -> None:
    copy, examination = annotated(
        report(p(r("全镇", "<w:b/>"), r("共调解纠纷XX件，截止", "<w:i/>"), r("目前,办结率高。")))
    )
    assert "XX" in quotes(examination)
    assert "截止目前" in quotes(examination)
    assert anchors(copy) == quotes(examination)
    assert all(one.referenced for one in comments(copy).values())


@pytest.mark.parametrize(
    "extra",
    [
        p("全年", INSERTED, "调解30件。"),
        p("全年", DELETED, "调解XX件。"),
        p(LINK, "开展宣传。"),
        p("全年", CONTROL, "。"),
        f"<w:sdt><w:sdtContent>{p('发放资料XX份。')}</w:sdtContent></w:sdt>",
        table(tr("村名", "件数"), tr(tc(p("某某村")), tc(p(r("截止", "<w:b/>"), "目前，XX件")))),
        p("全年", field("REF a", "调解XX件"), "。"),
        p(r("第一\n调解\tXX件。")),
        p("一", "截止", r("隐藏", "<w:vanish/>"), "目前，调解30件。"),
        p('<w:r><w:t> 截止目前 </w:t></w:r><w:r><w:t xml:space="preserve"> A&amp;B &lt;XX件</w:t></w:r>'),
    ],
    ids=["inserted", "deleted", "link", "control", "block control", "table", "field", "breaks", "hidden", "entities"],
)
def test_the_words_are_found_wherever_word_keeps_them(extra: str) -> None:
    copy, examination = annotated(report(extra))
    assert len(quotes(examination)) > len(quotes(annotated(report())[1]))
    assert anchors(copy) == quotes(examination)


def test_the_text_of_the_copy_is_that_of_the_original() -> None:
    content = report(p("全年", INSERTED, DELETED, LINK, CONTROL), table(tr("村名", "XX件")), p(text_box(p("截止目前"))))
    copy, _ = annotated(content)
    before, after = read(content, "a.docx"), read(copy, "a.docx")
    assert [block.text for block in after.blocks] == [block.text for block in before.blocks]
    assert [block.style for block in after.blocks] == [block.style for block in before.blocks]


def test_what_is_not_touched_stays_byte_for_byte() -> None:
    content = report(p("全年调解XX件。"), styles='<w:style w:styleId="a"/>', comments=OTHER)
    copy, _ = annotated(content)
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(BytesIO(copy)) as new:
        names = set(old.namelist()) - {"word/document.xml", "word/comments.xml"}
        assert [new.read(name) for name in sorted(names)] == [old.read(name) for name in sorted(names)]
        first = old.read("word/document.xml").partition("白石坪".encode())[0]
        assert new.read("word/document.xml").startswith(first.rpartition(b"<w:r>")[0])


def test_comments_that_were_there_stay() -> None:
    copy, examination = annotated(report(p("全年", NOTED, "，调解XX件。"), comments=OTHER))
    there = comments(copy)
    assert there["7"].anchored == "宣传3场"
    assert there["7"].text == "请核"
    assert len(there) == len(quotes(examination)) + 2
    assert list(there)[1] == "8"


def test_the_first_comment_is_verdict_and_score() -> None:
    copy, examination = annotated(report(p("全年调解XX件。")))
    first = next(iter(comments(copy).values()))
    score = examination.result.score
    assert score is not None
    assert first.anchored == TEXTS[0]
    assert first.text.startswith(f"检查结论：不通过。得分 {score.shown:g}（不合格），满分 100\n一票否决：")
    assert "先改什么：" in first.text


def test_a_comment_says_what_how_and_by_which_rule() -> None:
    copy, _ = annotated(report(p("截止目前，调解30件。")))
    one = next(one for one in comments(copy).values() if one.anchored == "截止目前")
    assert one.text == (
        "警告：“截止目前”应为“截至目前”\n怎么改：改为“截至目前”\n"
        "依据：《党政机关公文处理工作条例》（中办发〔2012〕14号）第十九条（三）"
    )


def test_a_missing_part_is_a_comment_where_it_should_stand() -> None:
    body = [text for text in TEXTS if "第一责任人" not in text and "带头学法" not in text]
    content = docx(*(p(text) for text in body))
    copy, _ = annotated(content)
    name, one = next(
        (name, one) for name, one in comments(copy).items() if one.text.startswith("错误（一票否决）：没有“党政")
    )
    assert one.anchored == ""
    paragraph = next(
        at
        for at in part(copy, "word/document.xml").iter(W + "p")
        if any(mark.get(W + "id") == name for mark in at.iter(W + "commentReference"))
    )
    assert "".join(t.text or "" for t in paragraph.iter(W + "t")).startswith("四、2025年度工作安排")


def test_a_finding_on_an_automatic_number_stands_on_the_words_behind_it() -> None:
    numbering = levels(("chineseCounting", "%1、")) + num(1)
    body = [p(text) for text in TEXTS]
    body[3] = p("主要举措和成效", number=(1, 0))
    copy, examination = annotated(docx(*body, parts={"numbering": numbering}))
    assert "一、主要举措和成效" in quotes(examination)
    assert "主要举措和成效" in anchors(copy)


def test_words_in_a_text_box_are_marked_on_the_box() -> None:
    content = report(p("如图。", text_box(p("截止目前调解30件"))))
    copy, _ = annotated(content)
    boxes = list(part(copy, "word/document.xml").iter(W + "txbxContent"))
    assert not any(next(box.iter(W + "commentReference"), None) is not None for box in boxes)
    assert any("截止目前" in one.text for one in comments(copy).values())


def test_the_strict_form_is_kept() -> None:
    copy, examination = annotated(strict(report(p("全年调解XX件。"))))
    with zipfile.ZipFile(BytesIO(copy)) as packed:
        written = packed.read("word/comments.xml") + packed.read("word/document.xml")
        relations = packed.read("word/_rels/document.xml.rels").decode()
    assert b"schemas.openxmlformats.org/wordprocessingml" not in written
    assert "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in relations
    assert len(read(copy, "a.docx").blocks) == len(TEXTS) + 1
    assert len(examination.result.findings) > 0


def test_a_part_in_utf_16_with_another_prefix_is_understood() -> None:
    content = report(p("全年调解XX件。"))
    with zipfile.ZipFile(BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    text = files["word/document.xml"].decode().replace("<w:", "<d:").replace("</w:", "</d:").replace(" w:", " d:")
    text = text.replace("xmlns:w=", "xmlns:d=").replace("UTF-8", "UTF-16")
    files["word/document.xml"] = text.encode("utf-16")
    copy, examination = annotated(archive(files))
    assert anchors(copy) == quotes(examination)


def test_the_same_file_gives_the_same_copy() -> None:
    content = report(p("全年调解XX件。"))
    assert annotated(content)[0] == annotated(content)[0]


def test_a_copy_can_be_annotated_again() -> None:
    copy, _ = annotated(report(p("全年调解XX件。")))
    again, examination = annotated(copy)
    assert len(comments(again)) == 2 * (len(quotes(examination)) + 1)
    assert anchors(again)[len(quotes(examination)) + 1 :] == quotes(examination)


def test_other_formats_are_refused_with_a_way_out() -> None:
    examination = look("\n".join(TEXTS))
    with pytest.raises(CheckerError, match="文件里加批注"):
        annotate(b"", examination.result, examination.structure)


def test_a_report_that_was_not_judged_is_refused_with_the_reason() -> None:
    content = docx(p("会议通知"), p("请参加会议。"))
    examination = examine(content, "a.docx", desk())
    with pytest.raises(CheckerError, match="没有查成"):
        annotate(content, examination.result, examination.structure)
