"""What a renderer of Markdown does not show is no word of the report; in a .txt file it is residue."""

import pytest

from checker.model.document import BlockKind
from checker.readers.plain_text import read
from checker.text.width import fold


def shown(text: str, name: str = "a.md") -> list[str]:
    """The paragraphs as rules read them."""
    return [fold(block.text, block.marks)[0] for block in read(text.encode(), name).blocks]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("**白石镇人民政府**\\\n**关于2023年度的报告**", ["白石镇人民政府", "关于2023年度的报告"]),
        ("## 二、存在的不足***和原因***", ["二、存在的不足和原因"]),
        ("**1\\. 强化引领。**全年学习12次。", ["1.强化引领。全年学习12次。"]),
        ("![](media/image1.png){width=\"5in\"}", [""]),
        ("见[附件](./a_1.html)和[打印](javascript:window.print())", ["见附件和打印"]),
        ("<p style=\"text-align:right\">白石镇人民政府</p>", ["白石镇人民政府"]),
        ("### 清源县交通局<br>关于2023年度的报告", ["清源县交通局关于2023年度的报告"]),
        ("共调解86件[^1]，成功80件。", ["共调解86件，成功80件。"]),
        ("::: {.title}\n白石镇2023年报告\n:::", ["白石镇2023年报告"]),
        ("&nbsp;&nbsp;一、主要做法", ["一、主要做法"]),
    ],
)  # fmt: skip
def test_only_words_are_read(written: str, read_as: list[str]) -> None:
    assert shown(written) == read_as


def test_lines_of_one_paragraph_are_joined_as_a_renderer_joins_them() -> None:
    text = "2023年，县交通运输局坚持以习近平新时代中国特色社会主义思想为指导，\n深入学习贯彻习近平法治思想。\n\n白石镇人民政府\n2024年1月18日\n"
    assert shown(text) == [
        "2023年，县交通运输局坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想。",
        "白石镇人民政府",
        "2024年1月18日",
    ]


def test_rows_of_a_table_are_never_joined_into_a_paragraph() -> None:
    text = "查处案件391件，案件类别和所占比例、同比增减的情况如下：\n\n| 类别 | 件数 |\n|---|---|\n| 超限 | 152 |\n| 路政 | 239 |\n"
    kinds = [block.kind for block in read(text.encode(), "a.md").blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.TABLE, BlockKind.TABLE]


def test_tags_and_entities_in_a_text_file_are_words_that_somebody_left() -> None:
    assert shown("<p>共调解86件。</p>", "a.txt") == ["<p>共调解86件。</p>"]


def test_a_tab_behind_a_number_makes_no_table() -> None:
    text = "一、\t主要工作及成效\n（一）\t理论武装走在前。全年学法5次。\n"
    assert {block.kind for block in read(text.encode(), "a.txt").blocks} == {BlockKind.PARAGRAPH}


def test_a_report_in_one_line_is_parted_where_its_indents_were() -> None:
    pieces = [
        "白石镇人民政府关于2023年度法治政府建设情况的报告", "县人民政府：", "2023年，我镇扎实推进法治建设。", "一、主要工作",
        f"（一）抓学习。{'全年组织学习12次，参加人员480人次。' * 20}", "（二）抓执法。全部持证上岗。", "二、存在问题", "白石镇人民政府",
        "2024年1月18日",
    ]  # fmt: skip
    blocks = read("　".join(pieces).encode(), "a.txt").blocks
    assert [block.text for block in blocks] == pieces
    assert {block.line for block in blocks} == {1}
