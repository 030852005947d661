"""An audit of many generated reports: time, memory, and whether it finds exactly what was planted.

    python benchmarks/audit.py 10000 1000

Reports are written to a temporary folder, then audited by the command line as an auditor would, in processes of their
own, so that the peaks are those of the audit alone. The last count is then audited once more, killed at random
moments, and must end in the same summary.
"""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support.county import Planted, county

# without PDF: what typst needs does not depend on the number of reports, and would hide what does
FORMS = ("-f", "json", "-f", "html", "-f", "xlsx", "-f", "csv")
OPTIONS = ("--as-of", "2024-03-01", *FORMS, "--no-sheets", "--jobs", "2")


def write(folder: Path, reports: tuple[Planted, ...]) -> None:
    for report in reports:
        path = folder / report.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, encoding="utf-8")


def command(reports: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "checker", "audit", reports.as_posix(), "-o", out.as_posix(), *OPTIONS]


def run(reports: Path, out: Path) -> tuple[float, float]:
    """Seconds, and the largest resident size in MB of the audit's own process."""
    begun = time.perf_counter()
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        process = subprocess.Popen(command(reports, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(0.05)
        os.write(writer, str(peak).encode())
        os._exit(0)
    os.waitpid(child, 0)
    return time.perf_counter() - begun, int(os.read(reader, 99)) / 1024


def resident(pid: int) -> int:
    """The peak resident size of a process so far, in kB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def killed_and_resumed(reports: Path, out: Path, seconds: float) -> int:
    """Audits with kill -9 at random moments until it is through; gives how often it was killed."""
    chance = random.Random(1)
    for kills in range(100):
        process = subprocess.Popen(
            command(reports, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            process.wait(timeout=chance.uniform(0.1, 0.4) * seconds if kills < 3 else None)
            return kills
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    raise AssertionError("never through")


def compare(out: Path, reports: tuple[Planted, ...]) -> str:
    """What is as planted; AssertionError where it is not."""
    summary = json.loads((out / "汇总.json").read_text("utf-8"))
    (board,) = summary["boards"]
    name = {report.path.rpartition("/")[2]: report for report in reports}
    rows = {row["path"].rpartition("/")[2]: row for row in board["ranking"]}
    assert rows.keys() == name.keys()
    other = [path for path, report in name.items() if rows[path]["shown"] != report.score]
    assert not other, other
    ids = [part for part, _ in board["parts"]]
    for path, report in name.items():
        lacking = {part for part, state in zip(ids, rows[path]["states"], strict=True) if state in ("absent", "merged")}
        assert lacking == set(report.parts), path
    wanted = {
        (reports[report.source].path.rpartition("/")[2], report.path.rpartition("/")[2])
        for report in reports
        if report.source is not None
    }
    found = {
        tuple(sorted((pair["own_path"].rpartition("/")[2], pair["other_path"].rpartition("/")[2])))
        for group in summary["groups"]
        for pair in group["pairs"]
    }
    hidden = sum(group["hidden"] for group in summary["groups"])
    false = found - wanted
    return (
        f"scores, places and parts as planted; copies {len(found & wanted)}/{len(wanted)} "
        f"(recall {len(found & wanted) / max(1, len(wanted)):.3f}), false pairs {len(false)}, not listed {hidden}"
    )


def main(counts: list[int]) -> None:
    print(f"{'reports':>8} {'seconds':>8} {'/report':>9} {'peak MB':>8} {'store MB':>9}  {'load':>5}")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        for count in counts:
            reports = tuple(county(count, copies=count // 10))
            folder, out = base / f"r{count}", base / f"o{count}"
            write(folder, reports)
            seconds, peak = run(folder, out)
            size = sum(path.stat().st_size for path in out.glob("*.sqlite*")) / 1e6
            load = os.getloadavg()[0]
            print(
                f"{count:>8} {seconds:>8.1f} {seconds / count * 1000:>6.1f} ms {peak:>8.1f} {size:>9.1f}  {load:>5.2f}"
            )
            print("        ", compare(out, reports), flush=True)
        again = base / "again"
        kills = killed_and_resumed(folder, again, seconds)
        same = (again / "汇总.json").read_bytes() == (out / "汇总.json").read_bytes()
        assert same
        print(f"killed {kills} times and resumed: the same summary, byte for byte")
    print(f"largest child: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [300])
