"""Speed is a feature, held without a timer: what a command may import."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "examples/township/01-good.txt"
HEAVY = {
    "yaml", "jsonschema", "jieba", "rjieba", "docx", "lxml", "zipfile", "flask", "waitress", "socket", "http", "ssl",
    "urllib", "urllib.request", "asyncio", "sqlite3", "typst", "openpyxl", "xlsxwriter", "pypdfium2", "selectolax",
    "multiprocessing", "concurrent.futures.process", "unittest", "email", "xml", "dask", "importlib.metadata",
}  # fmt: skip


def _loaded(code: str, cache: Path) -> set[str]:
    """Modules loaded after `code` ran in a fresh interpreter."""
    show = "\nimport sys; print('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code + show],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"CHECKER_CACHE_DIR": str(cache), "PATH": "", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=True,
    )
    return set(done.stderr.split())


def test_the_command_line_itself_is_light(tmp_path: Path) -> None:
    assert not _loaded("import checker.cli", tmp_path) & HEAVY


def test_help_is_light(tmp_path: Path) -> None:
    code = "from checker.cli import run\nassert run(['--help']) == 0"
    assert not _loaded(code, tmp_path) & HEAVY


def test_importing_the_command_line_loads_none_of_the_rooms(tmp_path: Path) -> None:
    ours = {name for name in _loaded("import checker.cli", tmp_path) if name.startswith("checker.")}
    assert ours == {"checker.cli", "checker.cli.chinese", "checker.errors"}


def test_a_second_check_of_a_text_file_needs_neither_yaml_nor_a_schema_nor_a_segmenter(tmp_path: Path) -> None:
    code = f"from checker.cli import run\nassert run(['check', {str(REPORT)!r}, '-t', 'fazhi-township', '-f', 'json']) == 0"
    _loaded(code, tmp_path)
    assert not _loaded(code, tmp_path) & (HEAVY - {"urllib", "urllib.parse"})  # pathlib's own
