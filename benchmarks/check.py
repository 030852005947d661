"""What a check costs, as ratios to things measured beside it on the same machine.

    python benchmarks/check.py [FILES]

Prints: a cold start against `python -c pass`; reports a second in one process and in two, against reading the same
files; what the compiled template and the kept results save. Medians of several rounds; nothing is asserted.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from checker.batch import check_file, check_files
from checker.settings import Settings

ROOT = Path(__file__).parents[1]
ROUNDS = 5


def median(work: Callable[[], object]) -> float:
    """Seconds, the median of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def python(*arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, *arguments], check=False, capture_output=True, cwd=ROOT)


def main() -> None:
    files = sys.argv[1:] or sorted(map(str, (ROOT / "tests/corpus").glob("*/*.txt")))
    with tempfile.TemporaryDirectory() as folder:
        cached = Settings(as_of=date(2026, 1, 1), cache=Path(folder), jobs=1)
        check_file(files[0], cached)
        floor = median(python("-c", "pass"))
        help_ = median(python("-m", "checker", "--help"))
        one = median(python("-m", "checker", "check", files[0], "--no-cache", "-f", "json"))
        kept = median(python("-m", "checker", "check", files[0], "-f", "json"))
        print(f"python -c pass          1.0  ({floor * 1000:.0f} ms)")
        print(f"checker --help          {help_ / floor:.1f}")
        print(f"check, template kept    {kept / floor:.1f}")
        print(f"check, nothing kept     {one / floor:.1f}")
        reading = median(lambda: [Path(name).read_text("utf-8") for name in files])
        first = time.perf_counter()
        list(check_files(tuple(files), cached))
        judged = time.perf_counter() - first
        again = median(lambda: list(check_files(tuple(files), cached)))
        characters = sum(len(Path(name).read_text("utf-8")) for name in files)
        print(f"{len(files)} reports, {characters / len(files):.0f} characters each:")
        print(f"  judged                {len(files) / judged:.0f} reports/s, {judged / reading:.0f} times reading them")
        print(f"  from kept results     {len(files) / again:.0f} reports/s")


if __name__ == "__main__":
    main()
