"""The store → the summary of an audit."""

from collections.abc import Iterator
from datetime import date, timedelta
from heapq import nsmallest

from checker.audit.alike import DOUBLE, EARLIER
from checker.audit.boards import boards, gaps
from checker.audit.groups import groups, names_of, pairs_of
from checker.audit.record import NOT_CHECKED
from checker.audit.roster import Came, Expected, match
from checker.audit.store import CURRENT, Store
from checker.audit.years import changes
from checker.model.audit import Dated, Defect, Summary, Unchecked

_MANY = 10  # latest dates that are shown
_CAME = "SELECT id, path, county, unit, year FROM report WHERE batch = ? ORDER BY path"
_DEFECTS = (
    "SELECT rule, max(severity = 'error') * 2 + max(severity = 'warning'), min(certain), count(DISTINCT report),"
    " sum(count) FROM finding JOIN report ON report.id = report WHERE batch = ? AND score IS NOT NULL AND waived = 0"
    " GROUP BY rule ORDER BY 4 DESC, rule"
)
_BODIES = (
    "SELECT count(*) FROM (SELECT DISTINCT county, CASE unit WHEN '' THEN path ELSE unit END, year FROM report"
    " WHERE batch = ?)"
)
_UNDATED = "SELECT count(*) FROM report WHERE batch = ? AND score IS NOT NULL AND date IS NULL"
_SEVERITY = {0: "info", 1: "warning"}


def summarise(
    store: Store,
    *,
    version: str,
    as_of: date,
    titles: dict[str, str],
    roster: tuple[Expected, ...] = (),
    deadline: date | None = None,
) -> Summary:
    """Everything that the meeting looks at. `titles` are those of the rules; `deadline` is for bodies without one."""
    names = names_of(store)
    matched = match(roster, _came(store)) if roster else {}
    answered = set(matched.values())
    found = tuple(boards(store, names))
    judged = sum(len(board.ranking) for board in found)
    dates = nsmallest(
        _MANY, _dates(store, names, roster, matched, deadline), key=lambda one: (-one.day.toordinal(), one.path)
    )
    late = [one for one in _dates(store, names, roster, matched, deadline) if one.late]
    status = dict(store.rows("SELECT status, count(*) FROM report WHERE batch = ? GROUP BY status", (CURRENT,)))
    return Summary(
        version=version,
        as_of=as_of,
        files=_count(store, "SELECT count(*) FROM report WHERE batch = ?"),
        expected=len(roster) if roster else None,
        reported=len(answered) if roster else _count(store, _BODIES),
        missing=tuple(row.name for i, row in enumerate(roster) if i not in answered),
        strangers=tuple(names[one.id] for one in _came(store) if one.id not in matched) if roster else (),
        passed=status.get("passed", 0),
        failed=status.get("failed", 0),
        unchecked=tuple(_unchecked(store, names)),
        boards=found,
        gaps=tuple(gaps(store, found)),
        defects=tuple(_defects(store, titles, judged)),
        latest=tuple(dates),
        late=tuple(sorted(late, key=lambda one: (-(one.late or 0), one.path))),
        undated=_count(store, _UNDATED),
        groups=tuple(groups(store, names)),
        earlier=tuple(pairs_of(store, EARLIER, names)),
        doubles=tuple(pairs_of(store, DOUBLE, names)),
        changes=tuple(changes(store, names)),
    )


def _came(store: Store) -> Iterator[Came]:
    return (Came(*row) for row in store.rows(_CAME, (CURRENT,)))


def _count(store: Store, query: str) -> int:
    return int((store.row(query, (CURRENT,)) or (0,))[0])


def _unchecked(store: Store, names: dict[int, str]) -> Iterator[Unchecked]:
    query = "SELECT id, path, reason FROM report WHERE batch = ? AND status = ? ORDER BY path"
    for id_, path, reason in store.rows(query, (CURRENT, NOT_CHECKED)):
        yield Unchecked(name=names[id_], path=path, reason=reason or "")


def _defects(store: Store, titles: dict[str, str], judged: int) -> Iterator[Defect]:
    for rule, rank, certain, reports, count in store.rows(_DEFECTS, (CURRENT,)):
        yield Defect(
            rule=rule,
            title=titles.get(rule, rule),
            severity=_SEVERITY.get(rank, "error"),
            suspect=not certain,
            reports=reports,
            share=reports / judged if judged else 0.0,
            findings=count,
        )


def _dates(
    store: Store, names: dict[int, str], roster: tuple[Expected, ...], matched: dict[int, int], deadline: date | None
) -> Iterator[Dated]:
    """Dates of signing. A deadline is the roster's, else the one given, for the day by which the report was due."""
    query = "SELECT id, path, date FROM report WHERE batch = ? AND score IS NOT NULL AND date IS NOT NULL ORDER BY path"
    for id_, path, written in store.rows(query, (CURRENT,)):
        day = date.fromisoformat(written)
        due = (roster[matched[id_]].deadline if id_ in matched else None) or deadline
        late = (day - due) // timedelta(days=1) if due else None
        yield Dated(name=names[id_], path=path, day=day, deadline=due, late=max(0, late) if late is not None else None)
