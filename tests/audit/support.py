"""Audits of generated counties, for tests: files on disk, a store, the summary."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from checker.audit.papers import conclude
from checker.audit.roster import Expected
from checker.audit.run import PACK, Plan, judge, start
from checker.audit.store import Store
from checker.model.audit import Board, Summary
from checker.model.rows import Rows
from checker.settings import Settings
from tests.support.county import Planted

AS_OF = date(2024, 3, 1)


def settings(cache_folder: Path | None = None, **more: Any) -> Settings:
    return Settings(as_of=AS_OF, packs=(PACK,), cache=cache_folder, **{"jobs": 1, **more})


def laid_out(folder: Path, reports: Iterable[Planted]) -> Path:
    """The reports as files: county/year/number-town.txt."""
    for report in reports:
        path = folder / report.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, encoding="utf-8")
    return folder


def held(summary: Summary) -> Any:
    """The summary with tuples for what is read from the store, so that it can be compared and outlives its store."""

    def read(value: Any) -> Any:
        if isinstance(value, Rows | tuple):
            return tuple(read(entry) for entry in value)
        if isinstance(value, Summary | Board):
            return replace(value, **{field.name: read(getattr(value, field.name)) for field in fields(value)})
        return value

    return read(summary)


def audited(
    store: Path,
    *paths: Path | str,
    chosen: Settings,
    previous: tuple[Path, ...] = (),
    roster: tuple[Expected, ...] = (),
    deadline: date | None = None,
) -> Any:
    """The summary of an audit whose results are kept in `store`, read to the end."""
    plan = Plan(paths=tuple(map(str, paths)), previous=tuple(map(str, previous)))
    with Store(store) as open_store:
        for _ in judge(open_store, start(open_store, plan, chosen), plan, chosen):
            pass
        return held(conclude(open_store, chosen, roster, deadline))
