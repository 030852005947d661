"""A repository of reports from end to end: set up, commit, run the hook, spoil a report, see the gate shut."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="没有安装 git")


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all runs: the template is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def repository(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(kept))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    home = tmp_path / "reports"
    shutil.copytree(ROOT / "examples/repo-of-reports", home)
    _git(home, "init", "-q", "-b", "main")
    _commit(home, "first")
    return home


def _git(home: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.invalid", *arguments],
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def _commit(home: Path, message: str) -> None:
    _git(home, "add", "-A")
    _git(home, "commit", "-q", "-m", message)


def _check(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "checker", "check", *arguments],
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        env=env,
        timeout=120,
        check=False,
    )


def _spoil(home: Path) -> Path:
    path = home / "乡镇/2023/白石镇.txt"
    path.write_text(path.read_text("utf-8").replace("98.4%", "90%"), "utf-8")
    return path


def test_the_repository_passes_as_it_is(repository: Path) -> None:
    done = _check(repository, "乡镇")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""


def test_a_spoilt_report_shuts_the_gate(repository: Path) -> None:
    _spoil(repository)
    done = _check(repository, "乡镇", "-f", "github")
    assert done.returncode == 1
    assert "figure.percent" in done.stdout


def test_only_changed_reports_are_checked_and_they_whole(repository: Path) -> None:
    assert "没有改动过" in _check(repository, "乡镇", "--changed-since", "main").stderr
    _spoil(repository)
    new = repository / "乡镇/2023/新来乡.txt"
    new.write_text((repository / "乡镇/2023/石桥乡.txt").read_text("utf-8"), "utf-8")
    done = _check(repository, "乡镇", "--changed-since", "main", "-f", "json")
    reports = json.loads(done.stdout)["reports"]
    assert [Path(report["path"]).name for report in reports] == ["新来乡.txt", "白石镇.txt"]
    assert len(reports[1]["rules"]) > 50


def test_the_path_table_says_which_template(repository: Path) -> None:
    done = _check(repository, "乡镇", "-f", "json")
    stamps = {report["template"]["chosen"] for report in json.loads(done.stdout)["reports"]}
    assert stamps == {"by config"}


def test_a_waiver_covers_until_it_runs_out(repository: Path) -> None:
    done = _check(repository, "乡镇", "-f", "json")
    findings = [
        f for report in json.loads(done.stdout)["reports"] for f in report["findings"] if f["rule"] == "duty.merged"
    ]
    assert [finding["waived"]["approved_by"] for finding in findings] == ["县司法局法治股"]
    late = _check(repository, "乡镇", "--as-of", "2031-01-01", "-f", "json")
    assert "到期" in late.stderr
    findings = [
        f for report in json.loads(late.stdout)["reports"] for f in report["findings"] if f["rule"] == "duty.merged"
    ]
    assert [finding["waived"] for finding in findings] == [None]


def test_an_unused_waiver_is_named(repository: Path) -> None:
    path = repository / "乡镇/2023/石桥乡.txt"
    path.unlink()
    assert "没有用上" in _check(repository, "乡镇").stderr


def test_a_baseline_lets_old_findings_pass_and_new_ones_not(repository: Path) -> None:
    path = _spoil(repository)
    assert _check(repository, "乡镇").returncode == 1
    assert _check(repository, "乡镇", "--write-baseline").returncode == 1
    assert _check(repository, "乡镇").returncode == 0
    moved = path.read_text("utf-8").replace("一、主要举措和成效", "\n\n一、主要举措和成效")
    path.write_text(moved, "utf-8")
    assert _check(repository, "乡镇").returncode == 0  # lines moved: the same finding
    path.write_text(moved.replace("《信访工作条例》", "《信访条例》"), "utf-8")
    assert _check(repository, "乡镇").returncode == 1
    assert _check(repository, "乡镇", "--update-baseline").returncode == 1
    rows = [json.loads(line) for line in (repository / "baseline.jsonl").read_text("utf-8").splitlines()]
    assert "law.repealed" not in {row.get("rule") for row in rows}


def test_gates_are_never_in_a_baseline(repository: Path) -> None:
    path = repository / "乡镇/2023/白石镇.txt"
    path.write_text(path.read_text("utf-8").replace("370人次", "370人次（李某13800138000）"), "utf-8")
    _check(repository, "乡镇", "--write-baseline")
    assert _check(repository, "乡镇").returncode == 1


@pytest.mark.parametrize("content", ["{", "[]", '{"file": 1}', "\x00"])
def test_an_unreadable_baseline_checks_nothing(repository: Path, content: str) -> None:
    (repository / "baseline.jsonl").write_text(content, "utf-8")
    assert _check(repository, "乡镇").returncode == 2


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("fail_on: error", "是否为“fail-on”"),
        ("fail-on: errors", "是否为“error”"),
        ("min-score: many", "min-score"),
        ("reports: [{paths: ['**'], template: fazhi-townshp}]", "是否为“fazhi-township”"),
        ("reports: [{paths: ['**'], template: fazhi-township, params: {min_dutty: 3}}]", "min_duty"),
    ],
)
def test_a_wrong_configuration_is_named_with_its_place(repository: Path, line: str, word: str) -> None:
    (repository / "checker.yaml").write_text(f"checker: 1\n{line}\n", "utf-8")
    done = _check(repository, "乡镇")
    assert done.returncode == 2
    assert word in done.stderr, done.stderr


def test_the_hook_takes_reports_by_suffix_and_no_lock_files() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    files, exclude = re.compile(hook["files"]), re.compile(hook["exclude"])
    taken = ["乡镇/白石镇.docx", "白石镇.txt", "a.PDF", "~$白石镇.docx", "README.md", "乡镇/~$a.docx", "data.json"]
    assert [name for name in taken if files.search(name) and not exclude.search(name)] == taken[:2]


def test_the_hook_runs_on_the_files_it_is_given(repository: Path) -> None:
    path = _spoil(repository)
    assert _check(repository, path.relative_to(repository).as_posix()).returncode == 1
    assert _check(repository, "乡镇/2023/石桥乡.txt").returncode == 0


def test_the_shell_gate_leaves_three_results(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/checker"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', "utf-8")
    command.chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [ROOT / "integrations/gate.sh", "乡镇"], cwd=repository, env=env, capture_output=True, check=False
    )
    assert done.returncode == 0
    for name in ("checker.sarif", "checker-junit.xml", "checker.md"):
        assert (repository / name).stat().st_size > 100


def test_the_action_passes_inputs_by_environment_only() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]
