"""The same input gives the same bytes, whatever the number of processes, the seed of hashes and the time of day."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.app import check
from checker.model.result import Batch
from checker.reporters import REPORTERS, render
from tests.reporters.golden import BATCH
from tests.reporters.real import EXAMPLES, ROOT, judged, name_of
from tests.support.desk import desk

FORMATS = sorted(set(REPORTERS) - {"pdf"})  # which needs typst, and has its own test
SOME = (*EXAMPLES[4:8],)


@pytest.mark.parametrize("name", FORMATS)
def test_rendering_twice_gives_the_same_bytes(name: str) -> None:
    assert render(name, BATCH) == render(name, BATCH)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_judging_twice_gives_the_same_result(path: Path) -> None:
    assert check(path.read_bytes(), name_of(path), desk()) == judged(path)


def _outputs(folder: Path, jobs: int, seed: int, zone: str) -> dict[str, bytes]:
    """All formats of one run through the real command, and what it printed."""
    folder.mkdir()
    wanted = [part for name in FORMATS for part in ("-o", f"{name}:{folder / name}")]
    done = subprocess.run(
        [sys.executable, "-m", "checker", "check", *map(name_of, SOME), "--no-cache", "--jobs", str(jobs), *wanted],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed), "TZ": zone},
        timeout=120,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    return {"stdout": done.stdout, **{name: (folder / name).read_bytes() for name in FORMATS}}


def test_processes_hash_seeds_and_time_zones_change_nothing(tmp_path: Path) -> None:
    alone = _outputs(tmp_path / "one", jobs=1, seed=0, zone="UTC")
    together = _outputs(tmp_path / "two", jobs=2, seed=4242, zone="Asia/Shanghai")
    assert alone["stdout"] == alone["table"]
    for name, content in alone.items():
        assert together[name] == content, name


def test_the_order_is_that_of_the_command_line() -> None:
    backwards = tuple(reversed(EXAMPLES))
    text = str(render("table", Batch(version="1", reports=tuple(judged(path) for path in backwards))))
    places = [text.index(f"{name_of(path)}\n") for path in backwards]
    assert places == sorted(places)
