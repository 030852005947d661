"""Year on year: parts gained and lost, scores, text and figures taken over."""

from dataclasses import replace
from pathlib import Path

import pytest

from checker.audit.batch_findings import whole
from checker.audit.run import similarity_rules
from checker.audit.store import CURRENT, Store
from checker.model.audit import Summary
from checker.settings import Settings
from tests.audit.support import audited, laid_out
from tests.support.county import Planted, county


def next_year(report: Planted) -> Planted:
    """The same paper with the years moved on: nothing else is new."""
    text = report.text.replace("2024", "2025").replace("2023", "2024")
    return replace(report, year=report.year + 1, text=text)


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory, chosen: Settings) -> tuple[Path, Path]:
    """Last year's reports; this year's: the first one is last year's again, the others are new."""
    base = tmp_path_factory.mktemp("years")
    last = tuple(county(6))
    this = [next_year(last[0]), *list(county(6, year=2024, seed=7))[1:5]]
    return laid_out(base / "last", last), laid_out(base / "this", this)


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory, years: tuple[Path, Path], chosen: Settings) -> Summary:
    last, this = years
    return audited(tmp_path_factory.mktemp("s") / "s.sqlite", this, chosen=chosen, previous=(last,))


def test_last_year_is_compared_and_not_counted(compared: Summary) -> None:
    assert compared.files == 5
    assert [change.name for change in compared.changes] == [
        f"{report.county}{report.town}（2024年度）"
        for report in sorted(county(6), key=lambda report: report.path)
        if report.number < 5
    ]


def test_a_paper_taken_over_is_found_with_its_figures(compared: Summary) -> None:
    (pair,) = compared.earlier
    assert pair.share > 0.9
    assert pair.figures == pair.same_figures > 20
    change = next(change for change in compared.changes if change.share)
    assert (change.figures, change.same_figures) == (pair.figures, pair.same_figures)
    assert compared.groups == ()


def test_the_finding_says_that_figures_were_copied_too(
    tmp_path: Path, years: tuple[Path, Path], chosen: Settings
) -> None:
    last, this = years
    audited(tmp_path / "s.sqlite", this, chosen=chosen, previous=(last,))
    rules = similarity_rules(chosen)
    with Store(tmp_path / "s.sqlite") as store:
        results = [whole(store, id_, rules, chosen) for id_ in store.ids((CURRENT,))]
    found = [finding for result in results for finding in result.findings if finding.rule == "similarity.previous"]
    assert [finding.variant for finding in found] == ["figures"]
    assert "个数字也相同" in found[0].message
    assert found[0].quote is not None
    assert all(result.score is not None for result in results)


def test_a_store_of_last_year_does_as_well_as_its_reports(
    tmp_path: Path, years: tuple[Path, Path], chosen: Settings, compared: Summary
) -> None:
    last, this = years
    audited(tmp_path / "last.sqlite", last, chosen=chosen)
    found = audited(tmp_path / "s.sqlite", this, chosen=chosen, previous=(tmp_path / "last.sqlite",))
    assert [(c.name, c.score_before, c.score_after, c.gained, c.lost, c.share) for c in found.changes] == [
        (c.name, c.score_before, c.score_after, c.gained, c.lost, c.share) for c in compared.changes
    ]


def test_parts_gained_and_lost_are_named(tmp_path: Path, chosen: Settings) -> None:
    lacking = next(report for report in county(12) if report.lacking == ("plan",))
    full = next(report for report in county(12, year=2024) if not report.lacking)
    named = full.text.replace(f"{full.county}{full.town}", f"{lacking.county}{lacking.town}")
    later = replace(full, county=lacking.county, town=lacking.town, text=named.replace(full.town, lacking.town))
    last, this = laid_out(tmp_path / "last", [lacking]), laid_out(tmp_path / "this", [later])
    (change,) = audited(tmp_path / "s.sqlite", this, chosen=chosen, previous=(last,)).changes
    assert (change.gained, change.lost) == (("下一年度主要安排",), ())
    assert (change.score_before, change.score_after) == (59, 100)


def test_years_in_one_batch_are_compared_too(tmp_path: Path, chosen: Settings) -> None:
    report = next(county(1))
    others = [other for other in county(6) if other.number]
    found = audited(
        tmp_path / "s.sqlite", laid_out(tmp_path / "all", [report, next_year(report), *others]), chosen=chosen
    )
    (pair,) = found.earlier
    assert (pair.own, pair.other) == ("清源县白石镇（2024年度）", "清源县白石镇（2023年度）")
    assert [change.name for change in found.changes] == ["清源县白石镇（2024年度）"]
    assert found.groups == ()


def test_one_report_in_two_files_is_no_copying(tmp_path: Path, chosen: Settings) -> None:
    here = laid_out(tmp_path / "all", county(6))
    paper = sorted(here.rglob("*.txt"))[0]
    paper.with_suffix(".md").write_text(paper.read_text("utf-8"), encoding="utf-8")
    found = audited(tmp_path / "s.sqlite", here, chosen=chosen)
    assert len(found.doubles) == 1
    assert found.groups == found.earlier == ()
    assert [defect for defect in found.defects if defect.rule.startswith("similarity")] == []
