"""Worker processes for many files, in chunks; results come in the order of the files."""

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context

from checker.app import not_checked
from checker.batch import check_file, desk_for
from checker.model.result import CheckResult
from checker.settings import Settings

AHEAD = 4  # chunks in the queue for each worker: enough to keep it busy, not the whole list in memory
CHUNK = 8  # files a worker takes at once


def check_in_parallel(names: tuple[str, ...], settings: Settings, jobs: int) -> Iterator[CheckResult]:
    """The results in the order of `names`, from `jobs` worker processes; one that dies takes only its file with it."""
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    size = max(1, min(CHUNK, len(names) // (jobs * 2)))
    chunks = [names[i : i + size] for i in range(0, len(names), size)]
    if chunks:
        desk_for(settings, names[0])  # before the fork: workers share the lexicon
    with ProcessPoolExecutor(jobs, mp_context=get_context(method)) as pool:
        waiting: list[tuple[tuple[str, ...], Future[list[CheckResult]]]] = []
        rest = iter(chunks)
        broken = False
        while True:
            while not broken and len(waiting) < jobs * AHEAD and (chunk := next(rest, None)) is not None:
                waiting.append((chunk, pool.submit(_check_chunk, chunk, settings)))
            if not waiting:
                break
            chunk, future = waiting.pop(0)
            try:
                yield from future.result()
            except BrokenProcessPool:
                broken = True
                yield from _one_by_one(chunk, settings)
    for chunk in rest:
        yield from _one_by_one(chunk, settings)


def _one_by_one(names: tuple[str, ...], settings: Settings) -> Iterator[CheckResult]:
    """After a worker was killed: every file in a process of its own, so that only the culprit is lost."""
    for name in names:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            try:
                yield pool.submit(check_file, name, settings).result()
            except BrokenProcessPool:
                yield not_checked(b"", name, "检查这个文件的进程异常退出（可能内存不够）")


def _check_chunk(names: tuple[str, ...], settings: Settings) -> list[CheckResult]:
    return [check_file(name, settings) for name in names]
