"""Exit codes, through the real command: 0 passed, 1 failed, 2 not checked, 3 our bug, 130 interrupted."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "examples/township/01-good.txt"
BAD = ROOT / "examples/township/06-figures-and-years.txt"
GATED = ROOT / "examples/township/09-privacy-and-request.txt"
WARNED = ROOT / "examples/township/03-merged-parts.txt"


def run(
    *arguments: str, cwd: Path = ROOT, env: dict[str, str] | None = None, **more: object
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "checker", *arguments],
        capture_output=more.pop("capture_output", True),
        cwd=cwd,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        timeout=120,
        **more,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", str(GOOD)], 0),
        (["check", str(BAD)], 1),
        (["check", str(GATED)], 1),
        (["check", str(WARNED)], 0),
        (["check", str(WARNED), "--fail-on", "warning"], 1),
        (["check", str(BAD), "--fail-on", "never"], 0),
        (["check", str(GATED), "--fail-on", "never"], 1),
        (["check", str(WARNED), "--min-score", "80"], 1),
        (["check", str(GOOD), "--min-score", "100"], 0),
        (["check", str(GOOD), str(BAD)], 1),
        (["check", str(BAD), "missing.txt"], 2),
        (["check", "missing.txt"], 2),
        (["check", "tests/nothing-*.docx"], 2),
        (["check"], 2),
        (["check", str(GOOD), "--fail-on", "sometimes"], 2),
        (["check", str(GOOD), "--min-score", "many"], 2),
        (["check", str(GOOD), "--nosuch"], 2),
        (["check", str(GOOD), "-t", "fazhi-townshp"], 2),
        (["check", str(GOOD), "-o", "json"], 2),
        (["check", str(GOOD), "-o", "nosuch:out.json"], 2),
        (["check", str(GOOD), "--skip", "typos"], 2),
        (["check", str(GOOD), "--as-of", "2024年1月"], 2),
        (["check", str(GOOD), "--baseline", "missing.jsonl"], 2),
        (["check", str(GOOD), "--waivers", "missing.yaml"], 2),
        (["check", str(GOOD), "--config", "missing.yaml"], 2),
        (["check", str(GOOD), "--changed-since", "nosuchref"], 2),
        (["nosuch"], 2),
        (["explain", "figure.percent"], 0),
        (["explain", "figure.percnt"], 2),
        (["rules"], 0),
        (["outline", str(GOOD)], 0),
        (["text", str(GOOD)], 0),
        (["text", "missing.txt"], 2),
        (["--version"], 0),
        (["--help"], 0),
    ],
)
def test_every_way_to_end_has_its_code(arguments: list[str], code: int) -> None:
    done = run(*arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stdout or done.stderr


def test_a_file_that_cannot_be_read_never_hides_the_others() -> None:
    done = run("check", str(GOOD), "missing.txt", "-f", "json")
    assert '"files": 2' in done.stdout
    assert '"passed": 1' in done.stdout
    assert '"not_checked": 1' in done.stdout


def test_an_empty_folder_is_not_green(tmp_path: Path) -> None:
    assert run("check", str(tmp_path)).returncode == 2


def test_a_report_from_standard_input(tmp_path: Path) -> None:
    assert run("check", "-", input=GOOD.read_text("utf-8")).returncode == 0


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_narrow_locale_gets_utf8_all_the_same(encoding: str) -> None:
    env = {"PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = run("check", str(BAD), env=env)
    assert done.returncode == 1
    assert "核对年份" in done.stdout


def test_a_closed_stdout_changes_no_verdict() -> None:
    for report, code in ((GOOD, 0), (BAD, 1)):
        command = f"{sys.executable} -m checker check {report} >&-"
        assert subprocess.run(command, shell=True, cwd=ROOT, stderr=subprocess.DEVNULL, check=False).returncode == code


def test_a_reader_that_goes_away_changes_no_verdict() -> None:
    command = f"{sys.executable} -m checker check {BAD} {BAD} {BAD} | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.splitlines()[-1] == "1"
    assert "Traceback" not in done.stderr


def test_a_broken_template_checks_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "county.yaml"
    broken.write_text("checker: 1\nid: county\nversion: '1'\ntitle: 县\nextends: [fazhi-townshp]\n", "utf-8")
    done = run("check", str(GOOD), "-t", str(broken))
    assert done.returncode == 2
    assert "fazhi-township" in done.stderr
    assert done.stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有 SIGINT 给子进程")
def test_interrupting_ends_with_130(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(BAD.read_text("utf-8"), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "checker", "check", str(tmp_path), "-j", "1"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        time.sleep(2)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in said
