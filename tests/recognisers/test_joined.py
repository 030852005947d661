"""A report whose lines a copy ran together has the headings that it had."""

from tests.support.desk import look, structure_of

TITLE = "白石镇人民政府关于2023年度法治政府建设情况的报告\n\n县委、县政府：\n\n"
ENDING = "\n\n白石镇人民政府\n2024年1月18日\n"
FILLER = "镇党委政府高度重视，层层压实责任，全年开展法治宣传12场，调解纠纷86件，办理案件9件，审查合同35份，群众满意。"
WHOLE = (
    f"2023年，我镇扎实推进法治建设。现将情况报告如下：一、主要举措和成效（一）抓好学习。{FILLER}（二）规范执法。{FILLER}"
    f"二、存在的不足和原因执法人员少，主要原因是编制不足。{FILLER}三、党政主要负责人履行推进法治建设第一责任人职责情况"
    f"镇党委书记主持召开会议4次。{FILLER}四、2024年工作安排2024年，继续抓好普法。{FILLER}"
)


def headings(text: str) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in structure_of(text).headings]


def test_headings_in_the_middle_of_a_line_are_found() -> None:
    assert headings(TITLE + WHOLE + ENDING) == [
        (1, "一、主要举措和成效"),
        (2, "（一）抓好学习"),
        (2, "（二）规范执法"),
        (1, "二、存在的不足和原因"),
        (1, "三、党政主要负责人履行推进法治建设第一责任人职责情况"),
        (1, "四、2024年工作安排"),
    ]


def test_places_are_those_of_the_file() -> None:
    examined = look(TITLE + WHOLE + ENDING)
    assert examined.structure is not None
    document = examined.structure.document
    for block in document.blocks:
        lines = (TITLE + WHOLE + ENDING).split("\n")
        assert lines[block.line - 1][block.column - 1 :].startswith(block.text)
    assert examined.result.structure is not None
    assert {
        part.part: part.state.value for part in examined.result.structure.parts if part.part != "other"
    } == dict.fromkeys(("achievements", "shortcomings", "duty", "plan"), "separate")


def test_a_row_of_items_in_a_paragraph_stays_a_paragraph() -> None:
    items = f"主要做了以下工作：一、加强学习；{FILLER}二、加强宣传；{FILLER}三、加强执法；{FILLER}{FILLER}{FILLER}"
    assert headings(f"{TITLE}2023年工作扎实。\n\n一、主要举措和成效\n\n{items}{ENDING}") == [(1, "一、主要举措和成效")]
