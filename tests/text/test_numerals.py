"""Numerals and counts as reports print them."""

from decimal import Decimal

import pytest

from checker.text.counts import find_counts
from checker.text.numerals import decimals, to_han, to_int, value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("一百零五", 105), ("一百二十", 120),
        ("二〇二一", 2021), ("二○二四", 2024), ("二零二三", 2023), ("一千二百", 1200), ("三万", 30000),
        ("一万二千三百四十五", 12345), ("两", 2), ("12", 12), ("007", 7),
    ],
)  # fmt: skip
def test_numerals_are_read(text: str, number: int) -> None:
    assert to_int(text) == number


@pytest.mark.parametrize("text", ["", "第一", "1.5", "一年", "甲", "二二三个", "-3"])
def test_other_words_are_no_numerals(text: str) -> None:
    assert to_int(text) is None


@pytest.mark.parametrize("number", range(1, 100))
def test_an_ordinal_is_written_as_it_is_read(number: int) -> None:
    assert to_int(to_han(number)) == number


def test_figures_keep_their_exact_value() -> None:
    assert value("1.2", "万") == 12000
    assert value("1,200") == 1200
    assert value("0.1") + value("0.2") == Decimal("0.3")
    assert decimals("96.8") == 1
    assert decimals("97") == 0


def test_counts_are_found_with_their_measure() -> None:
    found = find_counts("共调解矛盾纠纷247件，发放资料1.2万余份，培训1,928人次")
    assert [(count.number, count.measure, count.exact) for count in found] == [
        (247, "件", True), (12000, "份", False), (1928, "人", True),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["2023年3月1日", "上午9时30分", "提高3个百分点", "调解成功率98%", "“12.4”宪法日"])
def test_dates_times_and_rates_are_no_counts(text: str) -> None:
    assert find_counts(text) == []
