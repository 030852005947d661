"""Traditional script is read by rules as simplified script, at the same places."""

import pytest

from checker.text.traditional import is_traditional, simplified
from checker.text.width import fold


@pytest.mark.parametrize(
    ("traditional", "simple"),
    [
        ("二、存在的問題和不足", "二、存在的问题和不足"),
        ("關於2024年度法治政府建設情況的報告", "关于2024年度法治政府建设情况的报告"),
        ("後續將徵求意見，進一步瞭解情況", "后续将征求意见，进一步了解情况"),
        ("圍繞著縣委、縣政府的部署", "围绕著县委、县政府的部署"),
    ],
)
def test_characters_are_turned_one_by_one(traditional: str, simple: str) -> None:
    assert simplified(traditional) == simple


def test_simplified_text_stays_as_it_is() -> None:
    text = "太後桥村著力推進乾坤湾整治"[:3] + "著力乾坤湾、于家庄、后续工作"
    assert simplified(text) == text


def test_one_traditional_name_does_not_turn_the_characters_that_both_scripts_have() -> None:
    assert simplified("乾坤镇陳某於会上表示") == "乾坤镇陈某於会上表示"


def test_a_text_is_traditional_as_a_whole_or_not() -> None:
    assert is_traditional(["關於法治政府建設情況的報告", "一、總體情況"])
    assert not is_traditional(["关于法治政府建设情况的报告", "陳某等12人", "一、总体情况" * 9])
    assert not is_traditional([])


def test_folding_keeps_the_way_back_to_the_original() -> None:
    text = "一、 總體 情況"
    folded, offsets = fold(text)
    assert folded == "一、总体情况"
    assert [text[offset] for offset in offsets[:-1]] == list("一、總體情況")
