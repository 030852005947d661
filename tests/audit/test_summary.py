"""The summary of a generated county says what was planted in it."""

from collections import Counter
from datetime import date
from pathlib import Path

from checker.audit.store import Store
from checker.model.audit import Summary
from tests.support.county import Planted

Reports = tuple[Planted, ...]


def test_all_reports_are_counted(summary: Summary, planted: Reports) -> None:
    assert (summary.files, summary.reported, len(summary.unchecked)) == (len(planted), len(planted), 0)
    assert summary.failed == sum(bool({"plan", "duty", "shortcomings", "date"} & set(p.lacking)) for p in planted)
    assert summary.passed + summary.failed == summary.files


def test_every_report_has_the_planted_score(summary: Summary, planted: Reports) -> None:
    (board,) = summary.boards
    found = {row.path.rpartition("/")[2]: row.shown for row in board.ranking}
    assert found == {report.path.rpartition("/")[2]: report.score for report in planted}


def test_the_ranking_goes_down_and_equal_scores_share_a_place(summary: Summary, planted: Reports) -> None:
    (board,) = summary.boards
    scores = [row.shown for row in board.ranking]
    assert scores == sorted(scores, reverse=True)
    better = Counter(report.score for report in planted)
    assert [row.place for row in board.ranking] == [
        1 + sum(count for score, count in better.items() if score > row.shown) for row in board.ranking
    ]
    assert [row.shown for row in board.worst] == sorted(scores)[:10]


def test_the_heat_map_shows_the_planted_parts(summary: Summary, planted: Reports) -> None:
    (board,) = summary.boards
    names = [part for part, _ in board.parts]
    found = {
        row.path.rpartition("/")[2]: {
            part for part, state in zip(names, row.states, strict=True) if state in ("absent", "merged")
        }
        for row in board.ranking
    }
    assert found == {report.path.rpartition("/")[2]: set(report.parts) for report in planted}


def test_gaps_by_county_and_year_add_up(summary: Summary, planted: Reports) -> None:
    (board,) = summary.boards
    at = [part for part, _ in board.parts].index("plan")
    found = {gap.county: gap.absent[at] for gap in summary.gaps}
    assert found == {
        place: sum("plan" in p.parts for p in planted if p.county == place) for place in {p.county for p in planted}
    }


def test_the_share_of_a_defect_is_that_of_the_judged_reports(summary: Summary, planted: Reports) -> None:
    defect = next(defect for defect in summary.defects if defect.rule == "date.missing")
    count = sum("date" in report.lacking for report in planted)
    assert (defect.reports, defect.share) == (count, count / len(planted))


def test_copies_are_found_and_no_pair_that_shares_only_formulas(summary: Summary, planted: Reports) -> None:
    wanted = {
        (planted[report.source].path.rpartition("/")[2], report.path.rpartition("/")[2])
        for report in planted
        if report.source is not None
    }
    pairs = {
        tuple(sorted((pair.own_path.rpartition("/")[2], pair.other_path.rpartition("/")[2])))
        for group in summary.groups
        for pair in group.pairs
    }
    assert len(pairs & wanted) >= 0.98 * len(wanted)
    assert pairs - wanted == set()


def test_alike_reports_stand_side_by_side_with_their_own_words(summary: Summary) -> None:
    pair = summary.groups[0].pairs[0]
    assert pair.passages[0].length >= 100
    assert pair.passages[0].own != pair.passages[0].other  # the figures differ


def test_the_share_of_reports_without_a_part_is_one_query(
    summary: Summary, county_store: Path, planted: Reports
) -> None:
    with Store(county_store) as store:
        rows = list(
            store.rows(
                "SELECT county, year, avg(state IN ('absent', 'merged')), count(*) FROM report JOIN part ON part.report = id"
                " WHERE part.part = 'duty' GROUP BY county, year"
            )
        )
    assert len(rows) == len({report.county for report in planted})
    assert round(sum(share * count for *_, share, count in rows)) == sum("duty" in p.parts for p in planted)


def test_latest_dates_come_latest_first(summary: Summary) -> None:
    days = [one.day for one in summary.latest]
    assert days == sorted(days, reverse=True)
    assert days[0] == date(2024, 1, 28)
    assert len(summary.late) == 0
