"""Many files: worker processes, order as given, a time limit for each; what breaks is not checked, the rest goes on."""

import os
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from checker.app import Desk, Examination, examine, not_checked
from checker.errors import UnreadableError
from checker.files import read
from checker.lexicon_cache import open_lexicon
from checker.model.lexicon import Lexicon
from checker.model.result import CheckResult
from checker.model.template import Template
from checker.settings import Settings
from checker.template_cache import open_template
from checker.time_limit import TooLong, time_limit

FEW = 6  # files for which starting workers costs more than it gains
AHEAD = 4  # chunks in the queue for each worker: enough to keep it busy, not the whole list in memory
CHUNK = 8  # files a worker takes at once


@cache
def _lexicon(folder: Path | None) -> Lexicon:
    return open_lexicon(folder)


@cache
def _template(folder: Path | None, name: str) -> Template:
    return open_template(name, folder)


def desk_for(settings: Settings, name: str) -> Desk:
    """What judging one file needs. The template it names is opened when first asked for, once per process."""
    wanted, chosen = settings.template_of(name)
    return Desk(
        lexicon=_lexicon(settings.cache),
        template=partial(_template, settings.cache),
        as_of=settings.as_of,
        wanted=wanted,
        chosen=chosen,
        fail_on=settings.fail_on,
        min_score=settings.min_score,
        only=settings.only,
        skip=settings.skip,
    )


def examine_file(name: str, settings: Settings, content: bytes | None = None) -> Examination:
    """One file, read and judged within its time. Raises TemplateErrors for a broken template, and nothing else."""
    try:
        content = read(name) if content is None else content
    except UnreadableError as error:
        return Examination(result=not_checked(b"", name, str(error)))
    try:
        with time_limit(settings.seconds):
            return examine(content, name, desk_for(settings, name))
    except TooLong:
        return Examination(result=not_checked(content, name, f"超过{settings.seconds:g}秒还没有查完，已放弃"))
    except (MemoryError, RecursionError):
        return Examination(result=not_checked(content, name, "内容过大或嵌套过深，内存不够"))


def check_file(name: str, settings: Settings) -> CheckResult:
    """As `examine_file`, the result only."""
    return examine_file(name, settings).result


def check_files(names: tuple[str, ...], settings: Settings) -> Iterator[CheckResult]:
    """The results, in the order of `names`, as soon as they are there. `settings.jobs` changes nothing but time."""
    jobs = min(settings.jobs or os.cpu_count() or 1, max(1, len(names)))
    if jobs == 1 or (not settings.jobs and len(names) < FEW):
        for name in names:
            yield check_file(name, settings)
        return
    yield from _in_parallel(names, settings, jobs)


def _check_chunk(names: tuple[str, ...], settings: Settings) -> list[CheckResult]:
    return [check_file(name, settings) for name in names]


def _in_parallel(names: tuple[str, ...], settings: Settings, jobs: int) -> Iterator[CheckResult]:
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
