"""The summary page of a step on GitHub, which shows nothing at all of a page that is too long."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from checker.model.result import Batch, Status
from checker.reporters import markdown, render
from checker.reporters.github import summary
from tests.reporters.golden import BATCH, FAILED, PASSED, UNREADABLE
from tests.reporters.real import EXAMPLES, ROOT, name_of

LIMIT = 1024 * 1024  # of GitHub, in bytes


def _many(count: int) -> Batch:
    """Every hundredth report fails; the failed ones stand among the passed."""
    reports = (replace(FAILED if i % 100 == 50 else PASSED, path=f"乡镇/{i:05}.txt") for i in range(count))
    return Batch(version="1", reports=tuple(reports), warnings=BATCH.warnings)


def _rows(text: str) -> list[str]:
    return re.findall(r"^\| (乡镇/\d+)", text, re.MULTILINE)


def _details(text: str) -> list[str]:
    return re.findall(r"^## (乡镇/\d+)", text, re.MULTILINE)


def test_a_short_summary_is_the_whole_markdown() -> None:
    assert summary(BATCH) == render("markdown", BATCH)
    assert markdown.render(BATCH, room=LIMIT) == markdown.render(BATCH)


def test_a_long_summary_fits_and_lists_every_failed_report() -> None:
    judged = _many(3000)
    assert len(str(render("markdown", judged)).encode("utf-8")) > LIMIT
    text = summary(judged)
    assert 0.9 * LIMIT < len(text.encode("utf-8")) < LIMIT
    failed = [report.path.removesuffix(".txt") for report in judged.reports if report.status is Status.FAILED]
    assert set(failed) < set(_details(text))
    assert len(_rows(text)) == 3000
    assert text.endswith(f"篇幅所限，{3000 - len(_details(text))}份没有逐条列出。\n")
    assert "没有用上" in text


def test_a_summary_of_too_many_reports_keeps_the_rows_of_the_failed() -> None:
    judged = _many(3000)
    text = markdown.render(judged, room=60_000)
    assert len(text.encode("utf-8")) <= 60_000
    assert "共3000份：通过2970份，不通过30份，没有查成0份" in text
    assert {f"乡镇/{i:05}" for i in range(50, 3000, 100)} <= set(_rows(text))
    assert _rows(text) == sorted(_rows(text))
    assert text.endswith(f"篇幅所限，{3000 - len(_rows(text))}份没有列入上表，3000份没有逐条列出。\n")


def test_what_could_not_be_checked_goes_before_what_passed() -> None:
    judged = Batch(version="1", reports=(PASSED, UNREADABLE))
    whole = markdown.render(judged)
    text = markdown.render(judged, room=len(whole.encode("utf-8")) - 1)
    assert "`typo`" in whole and "`typo`" not in text and "文件损坏" in text
    assert text.endswith("篇幅所限，1份没有逐条列出。\n")


def test_the_command_adds_the_summary_to_what_other_steps_wrote(tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    page.write_text("# 别的步骤\n", "utf-8")
    for form in ("github", "json"):  # only the first is for GitHub
        subprocess.run(
            [sys.executable, "-m", "checker", "check", name_of(EXAMPLES[0]), "-f", form],
            cwd=ROOT,
            env={**os.environ, "GITHUB_STEP_SUMMARY": str(page), "CHECKER_CACHE_DIR": str(tmp_path)},
            capture_output=True,
            timeout=120,
            check=False,
        )
    text = page.read_text("utf-8")
    assert text.startswith("# 别的步骤\n# 检查结果\n")
    assert text.count("# 检查结果") == 1 and "共1份" in text
