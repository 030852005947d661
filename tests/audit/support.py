"""Audits of generated counties, for tests: files on disk, a store, the summary."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from checker.audit.papers import conclude
from checker.audit.roster import Expected
from checker.audit.run import PACK, Plan, judge, start
from checker.audit.store import Store
from checker.model.audit import Summary
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


def audited(
    store: Path,
    *paths: Path | str,
    chosen: Settings,
    previous: tuple[Path, ...] = (),
    roster: tuple[Expected, ...] = (),
    deadline: date | None = None,
) -> Summary:
    """The summary of an audit whose results are kept in `store`."""
    plan = Plan(paths=tuple(map(str, paths)), previous=tuple(map(str, previous)))
    with Store(store) as open_store:
        for _ in judge(open_store, start(open_store, plan, chosen), plan, chosen):
            pass
        return conclude(open_store, chosen, roster, deadline)
