"""Dates as people write them, and what is odd about their form."""

from datetime import date

import pytest

from checker.text.dates import Fault, find_dates


@pytest.mark.parametrize(
    ("text", "value", "faults"),
    [
        ("2023年2月21日", date(2023, 2, 21), ()),
        ("2023年02月21日", date(2023, 2, 21), (Fault.LEADING_ZERO,)),
        ("二〇二三年二月二十一日", date(2023, 2, 21), (Fault.HAN,)),
        ("2023.2.21", date(2023, 2, 21), (Fault.MARKS,)),
        ("2023-02-21", date(2023, 2, 21), (Fault.MARKS,)),
        ("2023/2/21", date(2023, 2, 21), (Fault.MARKS,)),
        ("2023年2月", None, (Fault.INCOMPLETE,)),
        ("2023年2月30日", None, (Fault.IMPOSSIBLE,)),
        ("2023年13月1日", None, (Fault.IMPOSSIBLE,)),
        ("2024年2月29日", date(2024, 2, 29), ()),
    ],
)
def test_a_date_is_read_with_its_faults(text: str, value: date | None, faults: tuple[Fault, ...]) -> None:
    (found,) = find_dates(text)
    assert (found.text, found.value, found.faults) == (text, value, faults)


@pytest.mark.parametrize("text", ["〔2023〕21号", "2021—2025年", "12.4国家宪法日", "2023年度"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == []
