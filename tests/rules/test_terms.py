"""Dated word lists: typo, term.deprecated, plan.stale, slogan.anachronism, organ.foreign."""

import pytest

from tests.support.sentences import quotes


@pytest.mark.parametrize(
    ("rule", "sentence", "year", "quote"),
    [
        ("typo", "镇党委将其列入议事列程。", 2023, "议事列程"),
        ("typo", "镇调委会调节矛盾34件。", 2023, "调节矛盾"),
        ("term.deprecated", "开展法制宣传12场。", 2023, "法制宣传"),
        ("plan.stale", "深入实施“七五”普法规划。", 2022, "“七五”普法"),
        ("slogan.anachronism", "深入学习贯彻习近平法治思想。", 2018, "习近平法治思想"),
        ("slogan.anachronism", "深刻领悟“两个确立”的决定性意义。", 2019, "两个确立"),
        ("organ.foreign", "我局认真组织学习。", 2023, "我局"),
    ],
)
def test_a_word_out_of_place_or_time_is_quoted(rule: str, sentence: str, year: int, quote: str) -> None:
    assert quote in quotes(rule, sentence, year=year)


@pytest.mark.parametrize(
    ("rule", "sentence", "year"),
    [
        ("term.deprecated", "落实领导干部学法制度。", 2023),
        ("term.deprecated", "落实重大执法决定法制审核制度。", 2023),
        ("term.deprecated", "原县法制办公室移交档案。", 2023),
        ("plan.stale", "深入实施“八五”普法规划。", 2022),
        ("plan.stale", "做好“七五”普法总结验收工作。", 2021),
        ("slogan.anachronism", "以优异成绩迎接党的二十大胜利召开。", 2021),
        ("slogan.anachronism", "深入学习贯彻习近平法治思想。", 2020),
        ("organ.foreign", "配合县司法局党组理论学习中心组开展调研。", 2023),
        ("typo", "应急队伍快速反应情况受到好评。", 2023),
        ("typo", "群众反映强烈的问题得到解决。", 2023),
    ],
)
def test_the_right_word_at_the_right_time_is_left_alone(rule: str, sentence: str, year: int) -> None:
    assert [quote for quote in quotes(rule, sentence, year=year) if quote and quote in sentence] == []
