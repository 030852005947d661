"""Which regular expressions a template may hold: none that takes for ever on some text, all that a report needs."""

import re
from functools import cache

import pytest

from checker.template.load import compile_template
from checker.template.safety import danger
from checker.template_cache import Disk
from tests.template.backtracking import TooManyError, hard_texts, steps

DOUBLING = [  # each further character doubles the work
    r"(a+)+b",
    r"(a*)*b",
    r"(a|a)+b",
    r"(a|aa)+b",
    r"(ab|ab)*c",
    r"(.*)*x",
    r"(?:a?){30}b",
    r"(x+x+)+y",
    r"(?:[一-龥]+、?)+。",
    r"(?:\d+,?)+年",
    r"^(\w+\s?)*$",
    r"(?:[^；]*，?[^；]*；?)*。",
    r"(?:a?b?c?)*d",
    r"(?i)(?:ab|AB)+c",
    r"(?=(?:a+)+b)c",
    r"^(?:(?:第[一二三]+条)*[一二三]*)*$",
    r"(?:(?:镇|乡|镇乡)+村?)+委",
    r"(?s)(?:.|\n)+x",
]
SHARING = [  # the work is a high power of the length
    r"第.*条.*款.*项",
    r"a.*b.*c",
    r"\d+\d+x",
    r"(?:.{0,40}){3}x",
    r"a{1,99}a{1,99}a{1,99}b",
    r"x*y*x*z",
    r"(?=.*.*.*x)a",
    r"a\s*\s*b",
]
OPEN = [r"[^。]*口号", r".*x", r"(?:ab)?.*c", r"(?:.+)x", r"\w*镇", r"(?:[^，]*|第)条", r"x?[^，]*条"]
GOOD = [
    r"口号|标语",
    r"^[一-鿿]{2,60}关于.{0,30}年度.{0,20}报告$",
    r"(?:共|累计)(?:开展|调解)[^，。；]{0,30}\d+件",
    r"(?:主要|重点|工作)*情况$",
    r"(?:镇|乡|街道)+",
    r"^.*$",
    r"“[^”]*”",
    r"第[一二三四五六七八九十]+条",
    r"\d+(?:\.\d+)?%",
    r"(?:[一-鿿]{1,8}(?:省|市|县|区)){1,2}",
    r"(?<=[。；])下一?步",
    r"(?:\d{1,3},)*\d{3}",
    r"(?:[^，。]{1,20}，){0,3}等",
    r"(?:《[^》]{2,40}》、?)+",
    r"a.{0,20}b.{0,20}c",
    r"(?!报告)总结",
    r"20\d\d年(?:度|\d{1,2}月(?:\d{1,2}日)?)?",
    r"(?:第[一二三]、)+",
]


@cache
def shipped() -> list[str]:
    """Every pattern with a repetition in the shipped templates."""
    found: set[str] = set()
    for name in ("fazhi-township", "fazhi-street", "fazhi-county", "fazhi-department"):
        _collect(compile_template(name, Disk().find), found)
    return sorted(found)


def _collect(value: object, found: set[str]) -> None:
    if isinstance(value, str) and re.search(r"[*+}]", value):
        try:
            re.compile(value)
        except re.error:
            return
        found.add(value)
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _collect(inner, found)


@pytest.mark.parametrize("pattern", DOUBLING)
def test_a_group_that_reads_one_text_in_two_ways_is_refused(pattern: str) -> None:
    assert danger(pattern).startswith("重复的括号里，同一段文字有不止一种读法")


@pytest.mark.parametrize("pattern", DOUBLING)
def test_such_a_group_would_indeed_take_for_ever(pattern: str) -> None:
    with pytest.raises(TooManyError):
        for text in hard_texts(pattern, 40):
            steps(pattern, text, limit=200_000)


@pytest.mark.parametrize("pattern", SHARING)
def test_repetitions_that_share_out_one_text_are_refused(pattern: str) -> None:
    assert danger(pattern).startswith("几个“.*”一类的重复前后相接")


@pytest.mark.parametrize("pattern", OPEN)
def test_a_repetition_of_almost_anything_may_not_stand_first(pattern: str) -> None:
    assert danger(pattern).startswith("开头是不限长的重复")


@pytest.mark.parametrize("pattern", GOOD)
def test_what_reports_need_is_allowed(pattern: str) -> None:
    assert danger(pattern) == ""


@pytest.mark.parametrize("pattern", GOOD)
def test_an_allowed_pattern_takes_few_steps_on_the_text_that_is_hardest_for_it(pattern: str) -> None:
    for short, long in zip(hard_texts(pattern, 24), hard_texts(pattern, 48), strict=True):
        few = steps(pattern, short, limit=200_000)
        # twice the text, at most sixteen times the work; doubling groups would take 16,777,216 times
        assert steps(pattern, long, limit=2_000_000) <= 16 * few + 1000


def test_shipped_patterns_take_few_steps_on_the_texts_that_are_hardest_for_them() -> None:
    for pattern in shipped():
        for text in hard_texts(pattern, 24):
            steps(pattern, text, limit=400_000)  # a doubling group would take 16,777,216 and more


def test_no_shipped_pattern_is_dangerous() -> None:
    assert [pattern for pattern in shipped() if danger(pattern)] == []


@pytest.mark.parametrize("pattern", GOOD)
def test_the_real_matcher_comes_to_an_end_on_a_long_text(pattern: str) -> None:
    for text in hard_texts(pattern, 3000):
        re.search(pattern, text + "\u25a1")
