"""What a copier changes is taken out, and nothing that tells texts apart."""

import pytest

from checker.text.masking import clauses, divisions, figures, mask


def test_the_places_of_an_organ_are_known_by_long_and_short_name() -> None:
    assert divisions("清源县白石镇人民政府") == ("清源县白石镇", "清源县", "白石镇", "清源", "白石")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("白石镇调解纠纷12件", "※调解纠纷#件"),
        ("推进法治白石建设", "推进法治※建设"),
        ("在东沟村开展宣传32场", "在※开展宣传#场"),
        ("调解成功率98.4%", "调解成功率#"),
        ("召开专题会议三次", "召开专题会议#次"),
        ("镇党委书记履行第一责任人职责", "镇党委书记履行第一责任人职责"),
        ("一是执法力量不足", "一是执法力量不足"),
        ("全镇各村", "全镇各村"),
    ],
)
def test_places_and_figures_become_signs(text: str, masked: str) -> None:
    assert mask(text, divisions("清源县白石镇人民政府")) == masked


def test_clauses_end_at_commas_and_stops() -> None:
    text = "逐户走访，逐件核对；分类建档。"
    assert [text[start:end] for start, end in clauses(text)] == ["逐户走访", "逐件核对", "分类建档"]


def test_years_are_no_figures() -> None:
    assert figures("2023年调解12件，成功率98.4%") == ("12", "98.4%")
