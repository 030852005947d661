"""The examples get the verdicts that their page promises."""

import re
from datetime import date
from pathlib import Path

import pytest

from checker.batch import check_file
from checker.settings import Settings

EXAMPLES = Path(__file__).parents[1] / "examples"
ROWS = re.findall(
    r"^\| \[(?P<name>[^\]]+)\]\([^)]+\) \| [^|]+ \| (?P<status>\S+) \| (?P<score>\S+) \| (?P<band>\S+) \| (?P<rules>.+) \|$",
    (EXAMPLES / "README.md").read_text("utf-8"),
    re.M,
)


def test_every_report_is_on_the_page() -> None:
    reports = {
        path.relative_to(EXAMPLES).as_posix() for sort in ("township", "street") for path in (EXAMPLES / sort).iterdir()
    }
    assert {name for name, *_ in ROWS} == reports


@pytest.mark.parametrize(("name", "status", "score", "band", "rules"), ROWS)
def test_an_example_gets_its_verdict(name: str, status: str, score: str, band: str, rules: str) -> None:
    result = check_file(str(EXAMPLES / name), Settings(as_of=date(2026, 3, 1)))
    assert result.score is not None
    assert ("通过" if result.status == "passed" else "不通过", f"{result.score.shown:g}", result.score.band) == (
        status,
        score,
        band,
    )
    assert {finding.rule for finding in result.findings if finding.loud} == set(re.findall("`([^`]+)`", rules))
