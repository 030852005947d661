"""层次序数: 一、（一）1.（1）, what people make of them, and what only looks like one (GB/T 9704—2012, 7.3.3)."""

import pytest

from checker.text.numbering import Family, parse_number


@pytest.mark.parametrize(
    ("text", "family", "ordinal", "regular"),
    [
        ("一、主要举措", Family.HAN, 1, True),
        ("一.主要举措", Family.HAN, 1, False),
        ("二，存在的问题", Family.HAN, 2, False),
        ("十二、其他", Family.HAN, 12, True),
        ("（三）强化宣传", Family.HAN_BRACKET, 3, True),
        ("（三）、强化宣传", Family.HAN_BRACKET, 3, False),
        ("1.抓学习", Family.ARABIC, 1, True),
        ("1、抓学习", Family.ARABIC, 1, False),
        ("（2）抓落实", Family.ARABIC_BRACKET, 2, True),
        ("第一部分工作情况", Family.PART, 1, True),
        ("①抓学习", Family.CIRCLED, 1, True),
    ],
)
def test_numbers_are_recognised(text: str, family: Family, ordinal: int, regular: bool) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.family, number.ordinal, number.regular) == (family, ordinal, regular)


@pytest.mark.parametrize(
    "text", ["一是加强学习", "一年来", "2021年", "12.4宪法日", "1.5万元", "三个方面", "第一责任人", ""]
)
def test_other_beginnings_are_no_numbers(text: str) -> None:
    assert parse_number(text) is None
