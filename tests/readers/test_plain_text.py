"""Text files: any encoding that is used for Chinese, one block per paragraph, positions by source line."""

import pytest

from checker.errors import UnreadableError
from checker.model.document import BlockKind
from checker.readers import TRADITIONAL
from checker.readers import read as read_any
from checker.readers.plain_text import read
from tests.readers.build_report import TEXTS

REPORT = "\n".join(TEXTS)


def texts(content: bytes, name: str = "报告.txt") -> list[str]:
    return [block.text for block in read(content, name).blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    assert texts(REPORT.encode(encoding)) == list(TEXTS)


def test_a_short_text_in_gbk_is_not_taken_for_another_encoding() -> None:
    assert texts("县司法局：".encode("gbk")) == ["县司法局："]


def test_big5_is_told_from_gbk_by_the_words_and_noted_as_traditional() -> None:
    report = "白石鎮人民政府關於2024年度法治政府建設情況的報告\n一、總體情況\n全年辦理行政處罰案件12件，均在規定期限內辦結。\n"
    document = read_any(report.encode("big5"), "報告.txt")
    assert [block.text for block in document.blocks] == report.splitlines()
    assert [note.message for note in document.notes] == [TRADITIONAL]


def test_traditional_script_is_noted_in_every_encoding() -> None:
    assert [note.message for note in read_any("一、總體情況：繼續加強".encode(), "x.txt").notes] == [TRADITIONAL]
    assert read_any("一、总体情况：继续加强".encode(), "x.txt").notes == ()


def test_a_byte_lost_here_and_there_is_noted() -> None:
    content = REPORT.encode("gbk")
    document = read(content[:301] + content[302:], "x.txt")
    assert document.notes[0].message.startswith("文件有")
    assert len(document.blocks) == len(TEXTS)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match="编码无法识别"):
        read(bytes(range(128, 256)) * 20, "x.txt")
    with pytest.raises(UnreadableError, match="不是文本文件"):
        read(b"\x00\x01\x02 abc", "x.txt")


def test_every_kind_of_line_end_is_one() -> None:
    assert texts("甲。\r\n乙。\r丙。\n丁。".encode()) == ["甲。", "乙。", "丙。", "丁。"]


def test_a_break_that_word_left_ends_a_paragraph_and_no_line_of_the_file() -> None:
    blocks = read("甲事已毕。\x0b乙事已毕。\n\x0c\n丙事已毕。".encode(), "x.txt").blocks
    assert [(block.text, block.line, block.column) for block in blocks] == [
        ("甲事已毕。", 1, 1),
        ("乙事已毕。", 1, 7),
        ("丙事已毕。", 3, 1),
    ]


def test_a_block_knows_its_source_line() -> None:
    first, second = read("\n一、总体情况\n\n　　全年办理案件12件。\n".encode(), "x.txt").blocks
    assert (first.line, first.column, second.line, second.text) == (2, 1, 4, "　　全年办理案件12件。")


def test_lines_wrapped_at_a_fixed_width_are_joined_into_paragraphs() -> None:
    sentence = "全年办理行政处罚案件十二件，未发生行政复议被撤销或者行政诉讼败诉的情形，群众对执法工作总体上是满意的。"
    wrapped = [
        line
        for text in (sentence * 3,) * 6
        for line in [f"　　{text[:30]}", *(text[at : at + 32] for at in range(30, len(text), 32))]
    ]
    blocks = read("\n".join(wrapped).encode(), "x.txt").blocks
    assert ["".join(block.text.split()) for block in blocks] == [sentence * 3] * 6
    assert blocks[1].line == 6


def test_a_position_in_a_wrapped_paragraph_is_on_its_own_source_line() -> None:
    sentence = "全年办理行政处罚案件十二件，未发生行政复议被撤销或者行政诉讼败诉的情形，群众对执法工作总体上是满意的。"
    lines = [
        line
        for _ in range(6)
        for line in (f"　　{(sentence * 2)[:30]}", (sentence * 2)[30:62], (sentence * 2)[62:94], (sentence * 2)[94:])
    ]
    document = read("\n".join(lines).encode(), "x.txt")
    at = document.blocks[0].text.index("\n") + 1
    position = document.position(0, at)
    assert (position.line, position.column) == (2, 1)


def test_paragraphs_run_together_are_parted_at_their_indents() -> None:
    first, second = read("成效明显。　　（二）提升能力水平。".encode(), "x.txt").blocks
    assert (first.text, second.text, second.line, second.column) == ("成效明显。", "（二）提升能力水平。", 1, 8)


def test_marks_of_markdown_are_told_apart_from_words() -> None:
    title, quote, bold, link = read(
        "# 一、总体情况 #\n> 引文\n**一是**普法。\n见[网站](https://example.org/a)。".encode(), "x.md"
    ).blocks
    assert (title.style.outline, title.marks) == (1, ((0, 2), (8, 10)))
    assert quote.marks == ((0, 2),)
    assert bold.marks == ((0, 2), (4, 6))
    assert link.marks == ((1, 2), (4, 28))


def test_neighbouring_lines_of_cells_are_a_table() -> None:
    kinds = [
        block.kind
        for block in read(
            "见下表：\n村\t件数\n下坪村\t61\n附件：\n| 村 | 件数 |\n|---|:--:|\n| 下坪村 | 61 |".encode(), "x.md"
        ).blocks
    ]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.TABLE] * 2, BlockKind.PARAGRAPH, *[BlockKind.TABLE] * 2]


def test_lines_of_dashes_are_no_paragraphs() -> None:
    assert texts("一、总体情况\n———\n* * *\n好。".encode()) == ["一、总体情况", "好。"]


@pytest.mark.parametrize(
    "hostile",
    [
        "**a" * 150_000,
        "[" * 450_000,
        "# a" + "\t" * 450_000 + "b",
        "（" * 450_000,
        "> " * 200_000,
        "　" * 450_000 + "a",
    ],
    ids=["bold", "link", "tabs", "brackets", "quotes", "blanks"],
)
def test_repeated_marks_are_read_in_linear_time(hostile: str) -> None:
    read(hostile.encode(), "x.md")


def test_five_megabytes_in_one_line_are_no_report() -> None:
    with pytest.raises(UnreadableError, match="不像一份报告"):
        read(("法" * 1_700_000).encode(), "x.txt")
