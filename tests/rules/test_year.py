"""year.body: an accomplished fact in a year that cannot be; names, ranges, comparisons and plans are no facts."""

import pytest

from tests.support.sentences import quotes


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("2022年共开展联合执法28次。", 2023),
        ("2024年共开展联合执法28次。", 2023),
        ("2020年全年调解矛盾纠纷86件。", 2021),
    ],
)
def test_another_year_s_fact_is_quoted(sentence: str, year: int) -> None:
    found = quotes("year.body", sentence, year=year)
    assert len(found) == 1
    assert (found[0] or "").startswith(sentence[:5])


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年共开展联合执法28次。",
        "2019年以来，我镇未发生行政败诉案件。",
        "落实《法治政府建设实施纲要（2021—2025年）》各项任务。",
        "印发《白石镇2024年普法工作要点》。",
        "较2022年的36件下降22.2%。",
        "严格落实2022年度考核反馈意见。",
        "按照中办发〔2021〕35号文件要求开展自查。",
        "2021年被评为省级民主法治示范村的石桥村持续巩固创建成果。",
        "到2025年，将实现法律明白人全覆盖。",
        "镇综合行政执法队成立于2021年。",
    ],
)
def test_other_years_are_left_alone(sentence: str) -> None:
    assert quotes("year.body", sentence) == []
