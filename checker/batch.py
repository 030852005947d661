"""Files → results: read, judge, a time limit for each; what breaks is not checked, and the rest goes on."""

import os
from collections.abc import Iterator
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.app import Desk, Examination, examine, not_checked
from checker.engine.waive import Subject, waive
from checker.errors import UnreadableError
from checker.files import read
from checker.lexicon_cache import open_lexicon
from checker.model.lexicon import Lexicon
from checker.model.result import CheckResult, Finding
from checker.model.structure import Structure
from checker.model.template import Template
from checker.result_cache import keep, key_of, load
from checker.settings import Settings
from checker.template_cache import Given, open_template
from checker.time_limit import TooLong, time_limit

FEW = 6  # files for which starting workers costs more than it gains


@cache
def _lexicon(folder: Path | None) -> Lexicon:
    return open_lexicon(folder)


@cache
def _template(folder: Path | None, given: Given, packs: tuple[str, ...], name: str) -> Template:
    return open_template(name, folder, given, packs)


def desk_for(settings: Settings, name: str) -> Desk:
    """What judging one file needs. The template it names is opened when first asked for, once per process."""
    row = None if settings.template else settings.row_of(name)
    return Desk(
        lexicon=_lexicon(settings.cache),
        template=partial(_template, settings.cache, row.params if row else (), settings.packs),
        as_of=settings.as_of,
        wanted=row.template if row else settings.template,
        chosen="by config" if row else "by option",
        fail_on=settings.fail_on,
        min_score=settings.min_score,
        only=settings.only,
        skip=settings.skip,
        names=settings.names,
        waive=partial(_waive, settings),
    )


def _waive(settings: Settings, name: str, structure: Structure, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if not settings.waivers and not settings.baseline:
        return findings
    subject = Subject(path=settings.inside(name), issuer=structure.issuer, year=structure.year)
    return waive(findings, subject, settings.waivers, settings.baseline, settings.as_of)


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
    """As `examine_file`, the result only; from an earlier run when nothing has changed since."""
    try:
        content = read(name)
    except UnreadableError as error:
        return not_checked(b"", name, str(error))
    if settings.cache is None:
        return examine_file(name, settings, content).result
    key = key_of(content, name, settings)
    kept = load(settings.cache, key, desk_for(settings, name).template)
    if kept is not None:
        return kept
    examined = examine_file(name, settings, content)
    if examined.template is not None and examined.result.score is not None:
        keep(settings.cache, key, examined.asked, examined.result)
    return examined.result


def check_files(names: tuple[str, ...], settings: Settings) -> Iterator[CheckResult]:
    """The results, in the order of `names`, as soon as they are there. `settings.jobs` changes nothing but time."""
    jobs = min(settings.jobs or os.cpu_count() or 1, max(1, len(names)))
    if jobs == 1 or (not settings.jobs and len(names) < FEW):
        for name in names:
            yield check_file(name, settings)
        return
    parallel: Any = import_module("checker.parallel")  # imported when needed: processes are dear to load
    yield from parallel.check_in_parallel(names, settings, jobs)
