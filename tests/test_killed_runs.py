"""A run that is killed at any moment leaves every output and every kept result whole: the old one or the new one."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REPORTS = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "examples/township").glob("0[3-8]*.txt"))]
FORMATS = ("json", "sarif", "csv", "junit", "markdown")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有进程组信号")


def _command(home: Path, jobs: int, reports: list[str]) -> list[str]:
    outputs = [part for name in FORMATS for part in ("-o", f"{name}:{home / 'out' / name}")]
    day = ("--as-of", "2026-03-01")
    return [sys.executable, "-m", "checker", "check", *reports, "-q", *day, "--jobs", str(jobs), *outputs]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "CHECKER_CACHE_DIR": str(home / "cache")}


def _run(home: Path, reports: list[str]) -> dict[str, bytes]:
    """The outputs of a run that nobody disturbs."""
    command = _command(home, 1, reports)
    done = subprocess.run(command, cwd=ROOT, env=_environment(home), capture_output=True, timeout=120, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return _outputs(home)


def _outputs(home: Path) -> dict[str, bytes]:
    return {name: (home / "out" / name).read_bytes() for name in FORMATS}


def _entries(home: Path) -> list[Path]:
    return sorted((home / "cache/results").rglob("*.z"))


def _kill(home: Path, jobs: int, when: "_After | _Written") -> None:
    process = subprocess.Popen(
        _command(home, jobs, REPORTS),
        cwd=ROOT,
        env=_environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        when.wait(home, process)
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # the workers too; the leader is not yet waited for, so its id is ours
        process.wait()


class _After:
    """A moment by the clock."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def wait(self, home: Path, process: "subprocess.Popen[bytes]") -> None:
        time.sleep(self.seconds)


class _Written:
    """The moment when so many more files, finished or not, lie in the folders."""

    def __init__(self, files: int) -> None:
        self.files = files

    def wait(self, home: Path, process: "subprocess.Popen[bytes]") -> None:
        aim = _count(home) + self.files
        end = time.monotonic() + 60
        while _count(home) < aim and time.monotonic() < end:
            done = os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if done is not None:
                return
            time.sleep(0.001)


def _count(home: Path) -> int:
    """Files in the folders that a run writes into, temporary ones too."""
    return sum(len(names) for top in (home / "out", home / "cache") for _, _, names in os.walk(top))


def kill_often(home: Path, times: int, seed: int) -> dict[str, int]:
    """Kills a run so many times and looks at what it left; gives how often what was found."""
    chance = random.Random(seed)
    (home / "out").mkdir(parents=True)
    old = _run(home, REPORTS[:2])
    new = _run(home, REPORTS)
    assert all(old[name] != new[name] for name in FORMATS)
    started = time.monotonic()
    assert _run(home, REPORTS) == new
    whole = 2 * (time.monotonic() - started)  # nothing was judged anew; after a kill some of it is
    seen = {"old": 0, "new": 0, "entries": 0, "unfinished": 0}
    for turn in range(times):
        for name in FORMATS:
            (home / "out" / name).write_bytes(old[name])
        for entry in chance.sample(_entries(home), len(_entries(home)) * 2 // 3):
            entry.unlink()
        when = _After(chance.uniform(0, whole)) if turn % 2 else _Written(chance.randint(1, 10))
        _kill(home, 1 + turn % 4 // 2, when)
        for name, content in _outputs(home).items():
            assert content in (old[name], new[name]), f"{name} after {turn} kills"
            seen["new" if content == new[name] else "old"] += 1
        for entry in _entries(home):
            kept = json.loads(zlib.decompress(entry.read_bytes()))
            assert kept["report"]["path"] in REPORTS
            seen["entries"] += 1
        for entry in (home / "cache").glob("*.json"):
            json.loads(entry.read_bytes())
        seen["unfinished"] += sum(1 for path in home.rglob("*.tmp"))
    assert _run(home, REPORTS) == new
    return seen


@pytest.mark.parametrize("seed", [20240118, 20250228])  # two halves of fifty, for two cores
def test_fifty_killed_runs_leave_nothing_half_written_behind(tmp_path: Path, seed: int) -> None:
    seen = kill_often(tmp_path, times=25, seed=seed)
    assert seen["old"] + seen["new"] == 25 * len(FORMATS)
    assert seen["old"] and seen["entries"]


def test_a_cache_that_is_cut_short_anywhere_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    whole = _run(tmp_path, REPORTS)
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(kept) > len(REPORTS)
    for path in kept:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    assert _run(tmp_path, REPORTS) == whole


def test_what_a_killed_run_left_is_never_taken_for_a_report(tmp_path: Path) -> None:
    shutil.copy(ROOT / REPORTS[0], tmp_path / "报告.txt")
    (tmp_path / ".x8f3.tmp").write_bytes(b"{")
    (tmp_path / ".x8f4.txt").write_bytes(b"{")
    command = [sys.executable, "-m", "checker", "check", str(tmp_path), "-f", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=False)
    assert [report["path"].rpartition("/")[2] for report in json.loads(done.stdout)["reports"]] == ["报告.txt"]
