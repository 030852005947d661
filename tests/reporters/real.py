"""Real results: every example and every labelled report, judged once by the shipped rules on a fixed day."""

from functools import cache
from pathlib import Path

from checker.app import check
from checker.model.result import Batch, CheckResult
from tests.support.desk import desk

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples/township").glob("*.txt"))
CORPUS = sorted((ROOT / "tests/corpus").glob("*/*.txt"))
FILES = (*EXAMPLES, *CORPUS)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def judged(path: Path) -> CheckResult:
    return check(path.read_bytes(), name_of(path), desk())


def batch(paths: tuple[Path, ...] = FILES) -> Batch:
    """The results as one run, under names as seen from the repository."""
    return Batch(version="1.2.3", reports=tuple(judged(path) for path in paths))
