"""Copied reports are found and named; reports that share only set formulas are not."""

from array import array
from collections.abc import Sequence
from itertools import combinations
from random import Random

from checker.app import outline
from checker.engine.passages import copied_figures, passages
from checker.engine.similarity import Limits, fingerprint, keys_of, likeness
from checker.model.similarity import Fingerprint, Keys
from tests.support.county import county
from tests.support.desk import desk

REPORT = """# 清源县白石镇人民政府关于2023年度法治政府建设情况的报告

县委、县政府：

一、主要举措和成效

深入学习贯彻习近平法治思想，切实增强“四个意识”。年初司法所逐户走访东沟村林权界线纠纷32件，包片干部会同网格员\
核对土地流转合同18份，把问题解决在萌芽。汛期前应急管理办联合巡查渡口船舶安全7次，渡口救生器材全部配齐。

清源县白石镇人民政府
2024年1月18日
"""
COPY = (
    REPORT.replace("清源县白石镇", "云岭县松溪镇")
    .replace("东沟", "西坡")
    .replace("32件", "41件")
    .replace("18份", "9份")
)


def print_of(text: str) -> Fingerprint:
    return fingerprint(outline(text.encode("utf-8"), "report.txt", desk().lexicon))


def alike(prints: Sequence[Fingerprint]) -> set[tuple[int, int]]:
    keys: list[Keys] = [keys_of(print_) for print_ in prints]
    found = likeness(len(keys), lambda: enumerate(keys), Limits(), at_once=5_000)
    return {(pair.a, pair.b) for pair in found.pairs}


def test_a_copy_with_other_names_and_figures_is_found() -> None:
    assert alike([print_of(REPORT), print_of(COPY)]) == {(0, 1)}


def test_the_copied_passage_is_named_as_each_report_writes_it() -> None:
    passage = passages(print_of(COPY), print_of(REPORT))[0]
    assert "西坡村林权界线纠纷41件" in passage.own
    assert "东沟村林权界线纠纷32件" in passage.other
    assert passage.own_line == 7
    assert (passage.figures, passage.same_figures) == (3, 1)


def test_figures_that_were_copied_too_are_counted() -> None:
    assert copied_figures(print_of(COPY), print_of(REPORT)) == (3, 1)
    assert copied_figures(print_of(REPORT), print_of(REPORT)) == (3, 3)


def test_copies_of_a_generated_county_are_found_and_no_honest_pair_is() -> None:
    reports = list(county(300, copies=60))
    planted = {(report.source, report.number) for report in reports if report.source is not None}
    found = alike([print_of(report.text) for report in reports])
    assert found - planted == set()
    assert len(found & planted) >= 0.98 * len(planted)


def test_a_small_batch_learns_its_formulas_too() -> None:
    assert alike([print_of(report.text) for report in county(12)]) == set()


def test_a_crowd_that_copied_one_paper_is_not_taken_for_formulas() -> None:
    honest = [print_of(report.text) for report in county(60)]
    crowd = [print_of(REPORT.replace("白石", f"{name}石")) for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"]
    assert alike([*honest, *crowd]) == {(60, number) for number in range(61, 82)}


def test_what_pairs_share_is_added_up_however_much_is_held_at_a_time() -> None:
    chance = Random(7)
    # 300 reports, 120 clauses that 20 of them share: more pairs than are added up in memory at once
    holders = [chance.sample(range(300), 20) for _ in range(120)]
    of = [sorted(key << 57 for key, some in enumerate(holders, 1) if number in some) for number in range(300)]
    keys = [Keys(array("Q", own), array("H", [10] * len(own))) for own in of]
    found = likeness(300, lambda: enumerate(keys), Limits(clauses=2, share=0.0), at_once=700)
    wanted = {
        (one, other): len(set(of[one]) & set(of[other]))
        for one, other in combinations(range(300), 2)
        if len(set(of[one]) & set(of[other])) >= 2
    }
    assert {(pair.a, pair.b): pair.clauses for pair in found.pairs} == wanted
    assert all(pair.length == 10 * pair.clauses for pair in found.pairs)
