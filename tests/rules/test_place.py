"""place.*: abolished divisions, and another town's name in our own place."""

import pytest

from tests.support.sentences import quotes


@pytest.mark.parametrize("sentence", ["与长治县有关部门开展联合执法。", "选派干部到密云县学习考察。"])
def test_an_abolished_name_is_found(sentence: str) -> None:
    assert len(quotes("place.abolished", sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "与原长治县有关部门开展联合执法。",
        "学习《长治县志》。",
        "与上党区有关部门开展联合执法。",
        "与成安县有关部门开展联合执法。",
    ],
)
def test_history_and_longer_names_are_left_alone(sentence: str) -> None:
    assert quotes("place.abolished", sentence) == []


def test_a_division_renamed_after_the_report_was_right_then() -> None:
    assert quotes("place.abolished", "与长治县有关部门开展联合执法。", year=2016) == []


@pytest.mark.parametrize("sentence", ["红岭镇党委、政府高度重视法治建设。", "红岭镇党委高度重视法治建设。"])
def test_another_town_as_ourselves_is_found(sentence: str) -> None:
    assert quotes("place.foreign", sentence) == ["红岭镇"]


@pytest.mark.parametrize(
    "sentence",
    [
        "白石镇党委、政府高度重视法治建设。",
        "组织干部赴红岭镇考察学习。",
        "与邻近的红岭镇建立联调机制。",
        "推进法治乡村建设。",
        "今年我镇紧紧围绕中心工作开展普法。",
        "，加强镇党委、政府班子建设。",
        "全镇党委、政府领导干部带头学法。",
        "推进平安白石建设。",
    ],
)
def test_home_and_neighbours_are_left_alone(sentence: str) -> None:
    assert quotes("place.foreign", sentence) == []
