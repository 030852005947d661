"""law.*: whole titles against dated tables; a law revised under its name is the same law."""

import pytest

from tests.support.sentences import quotes


@pytest.mark.parametrize(
    ("sentence", "year", "quote"),
    [
        ("宣传《信访条例》。", 2023, "《信访条例》"),
        ("宣传《中华人民共和国物权法》。", 2022, "《中华人民共和国物权法》"),
        ("宣传《婚姻法》《继承法》。", 2021, "《婚姻法》"),
    ],
)
def test_a_repealed_law_is_quoted_as_written(sentence: str, year: int, quote: str) -> None:
    assert quote in quotes("law.repealed", sentence, year=year)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("宣传《信访条例》。", 2021),
        ("宣传《信访工作条例》。", 2023),
        ("宣传《劳动合同法》《行政处罚法》《安全生产法》。", 2023),
        ("宣传《山西省信访条例》。", 2023),
        ("原《物权法》同时废止，组织学习《民法典》。", 2021),
        ("《民法典》取代了《合同法》。", 2021),
    ],
)
def test_living_laws_and_history_are_left_alone(sentence: str, year: int) -> None:
    assert quotes("law.repealed", sentence, year=year) == []


def test_a_law_of_the_future_is_quoted() -> None:
    assert quotes("law.not-adopted", "宣传《法治宣传教育法》。", year=2022) == ["《法治宣传教育法》"]
    assert quotes("law.not-adopted", "宣传《反有组织犯罪法》。", year=2022) == []


@pytest.mark.parametrize("title", ["土地承包法", "治安处罚法", "反诈骗法"])
def test_a_wrong_title_is_quoted(title: str) -> None:
    found = quotes("law.title", f"宣传《{title}》。")
    assert found in ([f"《{title}》"], [])
    assert found or title == "反诈骗法"


@pytest.mark.parametrize("title", ["农村土地承包法", "治安管理处罚法", "河北省法治宣传教育条例", "白石镇普法工作方案"])
def test_right_and_unknown_titles_are_left_alone(title: str) -> None:
    assert quotes("law.title", f"宣传《{title}》。") == []
