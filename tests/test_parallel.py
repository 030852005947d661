"""Many tasks in worker processes: in order, and a task that kills its process loses only itself."""

import os
import signal
import time
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

from checker.parallel import in_parallel


def double(number: int) -> int:
    if number in (37, 150):
        os._exit(9)
    return 2 * number


def lost(number: int) -> int:
    return -number


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert list(in_parallel(range(30), double, lost, 2)) == list(range(0, 60, 2))


def test_a_task_that_kills_its_process_loses_only_itself() -> None:
    expected = [-number if number in (37, 150) else 2 * number for number in range(200)]
    assert list(in_parallel(range(200), double, lost, 2)) == expected


def test_no_tasks_give_no_results() -> None:
    assert list(in_parallel((), double, lost, 2)) == []


def own_process(_: int) -> int:
    return os.getpid()


def _run_and_die(out: Connection) -> None:
    """Tells which processes work for it, then is gone without a word."""
    for process in in_parallel(range(1000), own_process, lost, 2):
        out.send(process)
        os.kill(os.getpid(), signal.SIGKILL)


def test_workers_end_with_a_run_that_is_killed() -> None:
    there, here = Pipe()
    run = get_context("spawn").Process(target=_run_and_die, args=(here,))
    run.start()
    worker = there.recv()
    run.join()
    deadline = time.monotonic() + 20
    while Path(f"/proc/{worker}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()
