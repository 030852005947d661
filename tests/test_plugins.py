"""Another package brings a reader and a reporter, as an installed package does: by entry points."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOOD = (ROOT / "examples/township/01-good.txt").read_text("utf-8")
MODULE = """
from checker.readers import plain_text

def read(content, name):
    return plain_text.read(content[::-1], name)  # a format of its own: the bytes from the end

def render(batch, **_):
    return "；".join(f"{report.path}：{report.score.shown:g}分" for report in batch.reports if report.score)
"""
ENTRIES = "[checker.readers]\nback = turned\n[checker.reporters]\npoints = turned\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with the package and what an installer writes beside it."""
    folder = tmp_path / "site"
    info = folder / "turned-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "turned.py").write_text(MODULE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: turned\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(ENTRIES, encoding="utf-8")
    return folder


def run(folder: Path, site: Path | None, *arguments: str) -> "subprocess.CompletedProcess[str]":
    paths = os.pathsep.join(map(str, filter(None, (site, ROOT))))
    return subprocess.run(
        [sys.executable, "-m", "checker", "check", *arguments],
        cwd=folder, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_a_folder_is_read_with_a_reader_from_outside_and_told_by_a_reporter_from_outside(
    tmp_path: Path, site: Path
) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "白石镇.back").write_bytes(GOOD.encode("utf-8")[::-1])
    done = run(tmp_path, site, "reports", "-q", "-o", "points:points.txt")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "points.txt").read_text("utf-8") == "reports/白石镇.back：100分"


def test_without_that_package_its_files_are_none_of_ours(tmp_path: Path, site: Path) -> None:
    (tmp_path / "白石镇.back").write_bytes(GOOD.encode("utf-8")[::-1])
    assert run(tmp_path, None, ".").returncode == 2
    assert run(tmp_path, None, "白石镇.back").returncode == 2
    unknown = run(tmp_path, None, "白石镇.back", "-o", "points:points.txt")
    assert "没有格式“points”" in unknown.stderr
