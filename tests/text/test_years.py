"""Years that a template is meant for."""

import pytest

from checker.text.years import covers


@pytest.mark.parametrize(
    ("years", "year", "covered"),
    [
        (">=2018", 2018, True),
        (">=2018", 2017, False),
        (">=2018, <2020", 2020, False),
        ("==2019", 2019, True),
        ("", 1999, True),
    ],
)
def test_an_expression_covers_the_years_it_says(years: str, year: int, covered: bool) -> None:
    assert covers(years, year) is covered
