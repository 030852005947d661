"""一是…二是…: steps, marks between them, announced numbers."""

import pytest

from tests.support.sentences import quotes


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("一是抓学习；二是抓宣传；四是抓执法。", "四是"),
        ("一是抓学习；二是抓宣传；二是抓执法。", "二是"),
        ("一要抓学习；三要抓宣传。", "三要"),
    ],
)
def test_a_lost_or_repeated_step_is_quoted(sentence: str, quote: str) -> None:
    assert quotes("enumeration.sequence", sentence) == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "一是抓学习；二是抓宣传；三是抓执法。",
        "一是抓学习，做到三个坚持：一是集中学；二是自学。二是抓宣传。",
        "实现一村一顾问；一是一二是二地落实。",
        "首先抓学习，其次抓宣传，最后抓执法。",
    ],
)
def test_whole_and_nested_chains_are_left_alone(sentence: str) -> None:
    assert quotes("enumeration.sequence", sentence) == []


def test_announced_numbers_are_held_against_what_follows() -> None:
    assert len(quotes("enumeration.count", "抓好三个方面工作：一是抓学习；二是抓宣传。")) == 1
    assert len(quotes("enumeration.count", "突出五个方面工作：干部学法、执法规范、纠纷化解、阵地建设。")) == 1
    assert quotes("enumeration.count", "抓好两个方面工作：一是抓学习；二是抓宣传。") == []
    assert quotes("enumeration.count", "突出五个方面工作中的重点：干部学法、执法规范。") == []


def test_uneven_marks_between_items_are_a_hint() -> None:
    assert len(quotes("enumeration.separator", "一是抓学习；二是抓宣传。三是抓执法；四是抓调解；五是抓服务。")) == 1
    assert quotes("enumeration.separator", "一是抓学习；二是抓宣传；三是抓执法。") == []
