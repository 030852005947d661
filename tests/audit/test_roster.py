"""Who should have reported, and who did."""

from datetime import date
from pathlib import Path

import pytest

from checker.audit.roster import Came, Expected, match, read_roster
from checker.errors import OptionError
from checker.settings import Settings
from tests.audit.support import audited, laid_out
from tests.support.county import county


def expected(county_: str, unit: str, year: int | None = None) -> Expected:
    return Expected(county=county_, unit=unit, year=year, deadline=None, line=2)


def test_a_roster_from_excel_is_read(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes("县,单位,年度,期限\r\n清源县,白石镇人民政府,2023年度,2024/1/20\r\n\r\n".encode("gb18030"))
    assert read_roster(path) == (
        Expected(county="清源县", unit="白石镇", year=2023, deadline=date(2024, 1, 20), line=2),
    )


def test_the_county_may_stand_in_the_name(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("单位\n清源县白石镇人民政府\n", encoding="utf-8-sig")
    assert read_roster(path) == (expected("清源县", "白石镇"),)


def test_all_mistakes_of_a_roster_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("单位,年度,期限\n,2023,\n白石镇,二三,\n松溪镇,2023,年底\n", encoding="utf-8")
    with pytest.raises(OptionError) as told:
        read_roster(path)
    assert [line.partition(": ")[0].rpartition(":")[2] for line in str(told.value).splitlines()] == ["2", "3", "4"]


def test_a_roster_needs_a_column_of_names(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("镇长\n张某\n", encoding="utf-8")
    with pytest.raises(OptionError, match="没有“单位”一列"):
        read_roster(path)


def test_reports_answer_by_body_county_and_year() -> None:
    roster = (
        expected("清源县", "城关镇", 2023),
        expected("云岭县", "城关镇", 2023),
        expected("清源县", "白石镇", 2022),
    )
    came = [
        Came(1, "a.docx", "云岭县", "城关镇", 2023),
        Came(2, "清源县/b.docx", "", "城关镇", 2023),
        Came(3, "c.docx", "", "城关镇", 2023),  # of which county is not told: answers nobody
        Came(4, "d.docx", "清源县", "白石镇", 2023),  # another year
    ]
    assert match(roster, came) == {1: 1, 2: 0}


def test_an_unreadable_report_answers_by_its_file_name() -> None:
    assert match((expected("清源县", "白石镇"),), [Came(1, "清源县/白石镇报告.pdf", "", "", None)]) == {1: 0}


def test_who_did_not_report_is_named(tmp_path: Path, chosen: Settings) -> None:
    here = laid_out(tmp_path / "reports", county(3))
    roster = (*(expected(p.county, p.town, 2023) for p in county(3)), expected("清源县", "青松镇", 2023))
    found = audited(tmp_path / "s.sqlite", here, chosen=chosen, roster=roster, deadline=date(2024, 1, 1))
    assert (found.expected, found.reported, found.missing) == (4, 3, ("清源县青松镇（2023年度）",))
    assert found.strangers == ()
    assert [one.late for one in found.late] == sorted((one.late or 0 for one in found.late), reverse=True)
    assert len(found.late) == sum("date" not in p.lacking for p in county(3))
