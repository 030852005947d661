"""Words of official writing: 学法制度 holds no 法制."""

import pytest

from checker.text import segment
from checker.text.segment import starts_word, words


@pytest.fixture(params=["fast", "plain"], autouse=True)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "plain":
        monkeypatch.setattr(segment.importlib.util, "find_spec", lambda name: None)
    else:
        pytest.importorskip("rjieba", reason="没有安装 speed 附加组件")


def test_words_join_to_the_text() -> None:
    text = "落实领导干部学法制度，深化法治宣传教育。"
    assert "".join(words(text)) == text
    assert words("") == []


@pytest.mark.parametrize(("text", "at"), [("开展法制宣传", 2), ("强化法制观念", 2), ("学习法制知识", 2)])
def test_a_word_starts_there(text: str, at: int) -> None:
    assert starts_word(text, at)


@pytest.mark.parametrize(("text", "at"), [("落实学法制度", 3), ("坚持用法制度化", 3), ("完善普法制度", 3)])
def test_a_word_runs_over_that_place(text: str, at: int) -> None:
    assert not starts_word(text, at)
