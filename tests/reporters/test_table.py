"""The table fits the terminal, says the same with and without colour, and lets no report steer the cursor."""

import re
from dataclasses import replace

import pytest
from wcwidth import wcswidth

from checker.model.result import Batch
from checker.reporters.columns import cut
from checker.reporters.table import render
from tests.reporters.golden import BATCH, FAILED, PASSED
from tests.reporters.real import CORPUS, EXAMPLES, batch

ALL = batch()


@pytest.mark.parametrize("width", [80, 60])
@pytest.mark.parametrize("judged", [BATCH, ALL], ids=["golden", "real"])
def test_no_line_is_wider_than_the_terminal(judged: Batch, width: int) -> None:
    lines = render(judged, width=width, verbose=True).splitlines()
    assert [line for line in lines if wcswidth(line) > width] == []


@pytest.mark.parametrize("width", [80, 60])
@pytest.mark.parametrize("verbose", [False, True])
def test_colour_adds_nothing_but_colour(width: int, verbose: bool) -> None:
    some = batch((*EXAMPLES, *CORPUS[::4]))
    for judged in (BATCH, some):
        coloured = render(judged, width=width, colour=True, verbose=verbose)
        assert "\x1b[1m" in coloured
        assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == render(judged, width=width, verbose=verbose)


def test_words_of_a_report_cannot_steer_the_terminal() -> None:
    shown = render(
        replace(BATCH, reports=(replace(PASSED, path="报告\x1b[2J\u202e.txt"), *BATCH.reports)), verbose=True
    )
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


def test_a_path_stays_whole_for_copying() -> None:
    path = "乡镇报送材料/" * 20 + "报告.txt"
    assert render(Batch(version="1", reports=(replace(PASSED, path=path),))).startswith(path + "\n")


def test_quiet_leaves_out_what_passed_and_still_counts_it() -> None:
    shown = render(BATCH, quiet=True)
    assert PASSED.path not in shown and FAILED.path in shown
    assert "共4份：通过1份，不通过1份，没有查成2份" in shown


def test_a_quiet_run_of_a_passed_report_says_nothing() -> None:
    assert render(Batch(version="1", reports=(PASSED,)), quiet=True) == ""


def test_a_report_is_told_from_the_verdict_to_the_first_repair() -> None:
    assert (
        render(Batch(version="1", reports=(FAILED,)), width=60)
        == """\
乡镇 报告/青石 镇%1,二:三&<四>|"五".docx
  不通过　69分　不合格
  一票否决：没有“下一年度主要安排”|部分
  最高69分：缺少“下一年度主要安排”
  模板：乡镇报告 2026.1（按发文机关选定）

  扣分表              满分    得分  说明
  ----------------  ------  ------  -------------------
  主要举措和成效        60      60
  下一年度主要安排      40      15  缺少这一部分|扣25分
  合计                 100      75

  主要举措和成效：单独成节（第2段）
  下一年度主要安排：未见

  错误 3条
  第2段第3列　一、工作情况 第1段　figure.percent
    100%完成:甲,乙|丙<丁>&amp;“引”'单'"双" 换行\ufffd[31m红\ufffd=1+1
    `x` $y$ *粗* [链](http://a)
    改：100%完成:甲,乙|丙<丁>&amp;“引”'单'"双" 换行\ufffd[31m红
      \ufffd=1+1 `x` $y$ *粗* [链](http://a)
  第3页第2段第3列　一、工作情况 第1段　year.body
    year.body处有误
    改：照原件改正
  plan.missing
    plan.missing处有误
    改：照原件改正

  警告 1条
  第2段第3列　一、工作情况 第1段　title.form
    =HYPERLINK("http://a")
    改：照原件改正

  待核 1条
  第2段第3列　一、工作情况 第1段　place.foreign
    place.foreign处有误
    改：照原件改正

  先改什么
  1. 设“四、下一年度主要安排”（一票否决）
  2. 第2段　重新计算（分已扣完，仍须改）
"""
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("全镇调解成功一百三十件。", ["全镇调解成功一百三", "十件。"]),
        ("全镇调解成功一百件。", ["全镇调解成功一百", "件。"]),  # 。 never begins a line
        ("全镇共调解成功案（一）", ["全镇共调解成功案", "（一）"]),  # （ never ends one
        ("全镇共调解成功案2024年", ["全镇共调解成功案", "2024年"]),  # figures stay whole
        ("全镇共调解成功三3分。", ["全镇共调解成功三", "3分。"]),  # with their unit
        ("numbering.sequence.of.things", ["numbering.sequence", ".of.things"]),  # unless they are too long
        ("。" * 12, ["。" * 9, "。" * 3]),
        ("", []),
    ],
)
def test_lines_break_where_chinese_lines_may(text: str, lines: list[str]) -> None:
    assert cut(text, 18) == lines
