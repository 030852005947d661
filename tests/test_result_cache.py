"""The second run of the same report is the first one, to the byte; anything that matters makes it judge anew."""

import os
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from checker.batch import check_file
from checker.model.result import CheckResult
from checker.model.severity import Severity
from checker.result_cache import UNFINISHED, prune
from checker.settings import Settings

TEXT = Path(__file__).parents[1].joinpath("examples/township/06-figures-and-years.txt").read_text("utf-8")


def _settings(tmp_path: Path) -> Settings:
    return Settings(as_of=date(2026, 3, 1), cache=tmp_path / "cache")


def _report(tmp_path: Path, text: str = TEXT) -> str:
    path = tmp_path / "report.txt"
    path.write_text(text, "utf-8")
    return path.as_posix()


def _entries(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache/results").rglob("*.z"))


def _facts(result: CheckResult) -> tuple[object, ...]:
    return result.status, result.score, result.findings, result.rules, result.structure, result.notes


def test_a_kept_result_is_the_judged_one(tmp_path: Path) -> None:
    name = _report(tmp_path)
    first = check_file(name, _settings(tmp_path))
    assert len(_entries(tmp_path)) == 1
    stamp = _entries(tmp_path)[0].stat().st_mtime_ns
    time.sleep(0.01)
    assert check_file(name, _settings(tmp_path)) == first
    assert _entries(tmp_path)[0].stat().st_mtime_ns == stamp


def test_other_text_or_settings_are_judged_anew(tmp_path: Path) -> None:
    name, settings = _report(tmp_path), _settings(tmp_path)
    first = check_file(name, settings)
    assert check_file(name, replace(settings, fail_on=None)).status != first.status
    assert (
        check_file(name, replace(settings, fail_on=Severity.WARNING, skip=("figure.sum",))).findings != first.findings
    )
    _report(tmp_path, TEXT.replace("97%", "93.8%"))
    assert len(check_file(name, settings).findings) == len(first.findings) - 1


def test_a_changed_template_is_judged_anew(tmp_path: Path) -> None:
    name = _report(tmp_path)
    county = tmp_path / "county.yaml"
    written = "checker: 1\nid: county\nversion: '1'\ntitle: 县\nlevel: township\nextends: [fazhi-township]\n"
    county.write_text(written, "utf-8")
    settings = replace(_settings(tmp_path), template=county.as_posix())
    first = check_file(name, settings)
    county.write_text(written + "overrides:\n  - {id: figure.sum, severity: info}\n", "utf-8")
    # a new process: templates are opened once in each
    from checker import batch

    batch._template.cache_clear()
    assert check_file(name, settings).findings != first.findings


def test_a_damaged_entry_is_judged_anew(tmp_path: Path) -> None:
    name = _report(tmp_path)
    first = check_file(name, _settings(tmp_path))
    entry = _entries(tmp_path)[0]
    for content in (b"", b"\x00", entry.read_bytes()[: entry.stat().st_size // 2]):
        entry.write_bytes(content)
        assert check_file(name, _settings(tmp_path)) == first


def test_nothing_is_kept_without_a_cache(tmp_path: Path) -> None:
    name = _report(tmp_path)
    check_file(name, replace(_settings(tmp_path), cache=None))
    assert _entries(tmp_path) == []


def test_what_could_not_be_judged_is_not_kept(tmp_path: Path) -> None:
    check_file(_report(tmp_path, "短文"), _settings(tmp_path))
    assert _entries(tmp_path) == []


def test_kept_and_judged_results_are_equal_in_every_field(tmp_path: Path) -> None:
    name = _report(tmp_path)
    judged = check_file(name, replace(_settings(tmp_path), cache=None))
    check_file(name, _settings(tmp_path))
    assert _facts(check_file(name, _settings(tmp_path))) == _facts(judged)


def test_what_killed_runs_left_is_taken_away_once_nobody_can_be_writing_it(tmp_path: Path) -> None:
    check_file(_report(tmp_path), _settings(tmp_path))
    folder = tmp_path / "cache"
    old, new, top = (
        _entries(tmp_path)[0].with_name(".a.tmp"),
        _entries(tmp_path)[0].with_name(".b.tmp"),
        folder / "c.tmp",
    )
    for path in (old, new, top):
        path.write_bytes(b"{")
    for path in (old, top):
        os.utime(path, (time.time() - 2 * UNFINISHED,) * 2)
    prune(folder)
    assert [path.exists() for path in (old, new, top)] == [False, True, False]
    assert len(_entries(tmp_path)) == 1
