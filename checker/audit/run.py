"""Judge everything that is to be audited, resume where an earlier run stopped, put it all into the store."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from checker import __version__
from checker.app import DEFAULT, LEVELS
from checker.audit.entries import Entry, entries
from checker.audit.record import Record, digest_of, lost, record
from checker.audit.store import CURRENT, NAME, PREVIOUS, Store
from checker.batch import desk_for
from checker.errors import OptionError
from checker.model.template import Rule
from checker.parallel import in_parallel
from checker.settings import Settings
from checker.template_cache import open_template

PACK = "base/similarity"
_TOGETHER = 64  # records in one transaction: what a killed run loses at most
_FEW = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to audit. `previous` is last year: paths of reports, or of a store; `shard` is (i, n), i from 1."""

    paths: tuple[str, ...]
    previous: tuple[str, ...] = ()
    shard: tuple[int, int] = (1, 1)
    cluster: str = ""
    batch: int = 64  # reports a task on the cluster: one a task costs more in the scheduler than it gains


def similarity_rules(settings: Settings) -> tuple[Rule, ...]:
    """The rules of the template that compare reports."""
    template = open_template(settings.template or DEFAULT, settings.cache, packs=settings.packs)
    wanted = [rule for rule in template.rules if rule.kind == "similar" and rule.id not in settings.skip]
    return tuple(rule for rule in wanted if not settings.only or rule.id in settings.only)


def titles(settings: Settings) -> dict[str, str]:
    """Rule ids and their titles, of all templates that may be used."""
    return {rule.id: rule.title for template in _templates(settings) for rule in template.rules}


def template_hashes(settings: Settings) -> tuple[str, ...]:
    """The SHA-256 of each template that may be used."""
    return tuple(template.sha256 for template in _templates(settings))


def start(store: Store, plan: Plan, settings: Settings) -> list[Entry]:
    """Lists what there is and takes it into the store; gives what is still to be judged, of this shard."""
    digest = digest_of(settings, template_hashes(settings), __version__)
    listed = {CURRENT: entries(plan.paths), PREVIOUS: ()}
    kept = [path for path in plan.previous if _is_store(path)]
    reports = tuple(path for path in plan.previous if path not in kept)
    if reports:
        listed[PREVIOUS] = entries(reports)
    for path in kept:
        with Store(_store_of(path)) as earlier:
            listed[PREVIOUS] = (*listed[PREVIOUS], *_listed(earlier, path))
    todo = store.begin(listed, digest)
    for path in kept:
        _take_over(store, path, [entry for entry in todo if entry.archive == path])
    todo = [entry for entry in todo if entry.archive not in kept]
    share, shares = plan.shard
    return todo[share - 1 :: shares]


def judge(store: Store, todo: list[Entry], plan: Plan, settings: Settings) -> Iterator[str]:
    """Judges what is to be done and stores it, name by name. Interrupted at any moment, the rest is done next time."""
    for count, (name, done) in enumerate(_records(todo, plan, settings), 1):
        store.add(name, done)
        if count % _TOGETHER == 0:
            store.commit()
        yield name
    store.commit()


def _records(todo: list[Entry], plan: Plan, settings: Settings) -> Iterator[tuple[str, Record]]:
    work: Callable[[Entry], Record] = partial(record, settings=settings)
    if plan.cluster:
        cluster: Any = import_module("checker.audit.cluster")
        yield from cluster.on_cluster(todo, settings, plan.cluster, plan.batch)
        return
    jobs = min(settings.jobs or os.cpu_count() or 1, max(1, len(todo)))
    records: Iterable[Record] = map(work, todo)
    if jobs > 1 and (settings.jobs or len(todo) >= _FEW):
        if todo:
            desk_for(settings, todo[0].name)  # before the fork: workers share the lexicon
        records = in_parallel(todo, work, lost, jobs)
    yield from zip((entry.name for entry in todo), records, strict=True)


def _templates(settings: Settings) -> list[Any]:
    names = dict.fromkeys(
        ([settings.template] if settings.template else [*LEVELS.values()]) + [row.template for row in settings.table]
    )
    return [open_template(name, settings.cache, packs=settings.packs) for name in names if name]


def _is_store(path: str) -> bool:
    return "://" not in path and (path.endswith(".sqlite") or (Path(path) / NAME).is_file())


def _store_of(path: str) -> Path:
    return Path(path) / NAME if (Path(path) / NAME).is_file() else Path(path)


def _listed(earlier: Store, path: str) -> tuple[Entry, ...]:
    """The reports in an earlier store as entries that need no judging; their `archive` is the store."""
    rows = earlier.rows("SELECT path, stamp FROM report WHERE batch = ? ORDER BY path", (CURRENT,))
    return tuple(Entry(name=f"{path}::{name}", stamp=stamp, archive=path, member=name) for name, stamp in rows)


_COPIED = ("part", "item", "finding")


def _take_over(store: Store, path: str, wanted: list[Entry]) -> None:
    with Store(_store_of(path)) as earlier:
        for entry in wanted:
            copy_report(store, earlier, entry.member, entry.name, PREVIOUS)
    store.commit()


def copy_report(store: Store, earlier: Store, name: str, new_name: str, batch: str) -> None:
    """Copies all that another store knows of a report."""
    try:
        row = earlier.row("SELECT * FROM report WHERE path = ?", (name,))
        if row is None:
            return
        run = store.connection
        run.execute("DELETE FROM report WHERE path = ?", (new_name,))
        values = (new_name, row[2], batch, *row[4:])
        marks = ", ".join("?" * len(values))
        id_ = run.execute(f"INSERT INTO report VALUES (NULL, {marks})", values).lastrowid
        for table in (*_COPIED, "packed"):
            rows = [(id_, *rest[1:]) for rest in earlier.rows(f"SELECT * FROM {table} WHERE report = ?", (row[0],))]
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                run.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    except sqlite3.Error as error:
        raise OptionError(f"{earlier.path}: 结果库读不出来（{error}）") from None
