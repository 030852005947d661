"""Many tasks in worker processes: in order, and a task that kills its process loses only itself."""

import os

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
