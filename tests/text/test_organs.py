"""From an organ's name to county and unit, from a path to a year."""

import pytest

from checker.text.organs import county_and_unit, year_in


@pytest.mark.parametrize(
    ("organ", "county", "unit"),
    [
        ("清源县白石镇人民政府", "清源县", "白石镇"),
        ("中共清源县白石镇委员会", "清源县", "白石镇"),
        ("临江市清源县白石镇人民政府", "清源县", "白石镇"),
        ("白石镇人民政府", "", "白石镇"),
        ("市中区城区街道办事处", "市中区", "城区街道"),
        ("清源县人民政府", "清源县", "清源县"),
        ("清源县司法局", "清源县", "司法局"),
        ("", "", ""),
    ],
)
def test_county_and_unit(organ: str, county: str, unit: str) -> None:
    assert county_and_unit(organ) == (county, unit)


def test_the_last_year_of_a_path_counts() -> None:
    assert year_in("2020归档/清源县/2023/白石镇.docx") == 2023
    assert year_in("清源县/120231/白石镇.docx") is None
