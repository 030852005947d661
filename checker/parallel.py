"""Worker processes for many tasks, in chunks; results come in the order of the tasks."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from checker.app import not_checked
from checker.batch import check_file, desk_for
from checker.model.result import CheckResult
from checker.settings import Settings

AHEAD = 4  # chunks in the queue for each worker: enough to keep it busy, not the whole list in memory
CHUNK = 8  # tasks a worker takes at once
DIED = "检查这个文件的进程异常退出（可能内存不够）"
Task = TypeVar("Task")
Result = TypeVar("Result")


def check_in_parallel(names: tuple[str, ...], settings: Settings, jobs: int) -> Iterator[CheckResult]:
    """The results in the order of `names`, from `jobs` worker processes; one that dies takes only its file with it."""
    if names:
        desk_for(settings, names[0])  # before the fork: workers share the lexicon
    yield from in_parallel(names, partial(check_file, settings=settings), _died, jobs)


def _died(name: str) -> CheckResult:
    return not_checked(b"", name, DIED)


def in_parallel(
    tasks: Sequence[Task], work: Callable[[Task], Result], lost: Callable[[Task], Result], jobs: int
) -> Iterator[Result]:
    """What `work` gives for each task, in order, from `jobs` processes.

    `work` must be a function that can be sent to another process; `lost` stands in where a task killed its own.
    """
    size = max(1, min(CHUNK, len(tasks) // (jobs * 2)))
    rest = iter([tasks[i : i + size] for i in range(0, len(tasks), size)])
    unfinished: deque[tuple[Sequence[Task], Future[list[Result]]]] = deque()
    done = False
    while not done:
        with _pool(jobs) as pool:
            done = True
            while (chunk := _next(rest, unfinished, jobs)) is not None or unfinished:
                try:
                    if chunk is not None:
                        unfinished.append((chunk, Future()))
                        unfinished[-1] = (chunk, pool.submit(_work_through, work, chunk))
                        continue
                    yield from unfinished[0][1].result()
                    unfinished.popleft()
                except BrokenProcessPool:
                    done = False
                    break
        while not done and unfinished:  # a new pool for the rest, when what the old one had in hand is through
            chunk, future = unfinished.popleft()
            if future.done() and not future.cancelled() and future.exception() is None:
                yield from future.result()
            else:
                yield from _one_by_one(chunk, work, lost)


def _next(
    rest: Iterator[Sequence[Task]], waiting: deque[tuple[Sequence[Task], Future[list[Result]]]], jobs: int
) -> Sequence[Task] | None:
    return next(rest, None) if len(waiting) < jobs * AHEAD else None


def _one_by_one(
    tasks: Sequence[Task], work: Callable[[Task], Result], lost: Callable[[Task], Result]
) -> Iterator[Result]:
    """After a worker was killed: every task in a process of its own, so that only the culprit is lost."""
    for task in tasks:
        with _pool(1) as pool:
            try:
                yield pool.submit(work, task).result()
            except BrokenProcessPool:
                yield lost(task)


def _pool(jobs: int) -> ProcessPoolExecutor:
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(jobs, mp_context=get_context(method), initializer=_follow_parent)


def _follow_parent() -> None:
    """Workers of a run that was killed wait for work for ever; this ends them."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _work_through(work: Callable[[Task], Result], tasks: Sequence[Task]) -> list[Result]:
    return [work(task) for task in tasks]
