"""The store → the summary of an audit."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

from checker.audit.alike import DOUBLE, EARLIER, titled
from checker.audit.boards import boards, gaps
from checker.audit.groups import groups, pairs_of
from checker.audit.record import NOT_CHECKED
from checker.audit.roster import Came, Expected, match
from checker.audit.store import CURRENT, Store
from checker.audit.years import changes
from checker.model.audit import Dated, Defect, Summary, Unchecked
from checker.model.rows import Rows

_LATEST = 10  # dates that are shown
_CAME = "SELECT id, path, county, unit, year FROM report WHERE batch = ? ORDER BY path"
_BODIES = (
    "SELECT count(*) FROM (SELECT DISTINCT county, CASE unit WHEN '' THEN path ELSE unit END, year FROM report"
    " WHERE batch = ?)"
)
_STRANGERS = "FROM report JOIN due ON due.report = id WHERE batch = ? AND NOT expected"
_UNCHECKED = f"FROM report WHERE batch = ? AND status = '{NOT_CHECKED}'"
_DATED = "FROM report JOIN due ON due.report = id WHERE batch = ? AND score IS NOT NULL AND date IS NOT NULL"
_LATE = f"{_DATED} AND date > day"
_DEFECTS = (
    "SELECT rule, max(severity = 'error') * 2 + max(severity = 'warning'), min(certain), count(DISTINCT report),"
    " sum(count) FROM finding JOIN report ON report.id = report WHERE batch = ? AND score IS NOT NULL AND waived = 0"
    " GROUP BY rule ORDER BY 4 DESC, rule"
)
_UNDATED = "SELECT count(*) FROM report WHERE batch = ? AND score IS NOT NULL AND date IS NULL"
_DATE = "county, unit, year, path, date, day"  # what a Dated is made of
_SEVERITY = {0: "info", 1: "warning"}
Entry = TypeVar("Entry")


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
    answered = _match(store, roster, deadline)
    found = tuple(boards(store))
    judged = sum(len(board.ranking) for board in found)
    status = dict(store.rows("SELECT status, count(*) FROM report WHERE batch = ? GROUP BY status", (CURRENT,)))
    return Summary(
        version=version,
        as_of=as_of,
        files=sum(status.values()),
        expected=len(roster) if roster else None,
        reported=len(answered) if roster else store.number(_BODIES, (CURRENT,)),
        missing=tuple(row.name for i, row in enumerate(roster) if i not in answered),
        strangers=_read(store, _STRANGERS, "county, unit, year, path", "path", titled),
        passed=status.get("passed", 0),
        failed=status.get("failed", 0),
        unchecked=_read(store, _UNCHECKED, "county, unit, year, path, reason", "path", _unchecked),
        boards=found,
        gaps=tuple(gaps(store, found)),
        defects=tuple(_defects(store, titles, judged)),
        latest=tuple(islice(_read(store, _DATED, _DATE, "date DESC, path", _dated), _LATEST)),
        late=_read(store, _LATE, _DATE, "julianday(date) - julianday(day) DESC, path", _dated),
        undated=store.number(_UNDATED, (CURRENT,)),
        groups=tuple(groups(store)),
        earlier=pairs_of(store, EARLIER),
        reused=store.number("SELECT count(DISTINCT other) FROM pair WHERE relation = ?", (EARLIER,)),
        doubles=pairs_of(store, DOUBLE),
        changes=changes(store),
    )


def _match(store: Store, roster: tuple[Expected, ...], deadline: date | None) -> set[int]:
    """Puts down whether each report is expected and when it was due; gives the rows of the roster that are answered.

    A deadline is the roster's, else the one given, for the day by which the report was due.
    """
    run = store.connection
    run.execute("DROP TABLE IF EXISTS temp.due")
    run.execute("CREATE TEMP TABLE due (report INTEGER PRIMARY KEY, expected INTEGER NOT NULL, day TEXT)")
    matched = match(roster, _came(store)) if roster else {}
    for came in _came(store):
        day = (roster[matched[came.id]].deadline if came.id in matched else None) or deadline
        expected = not roster or came.id in matched
        run.execute("INSERT INTO due VALUES (?, ?, ?)", (came.id, expected, day.isoformat() if day else None))
    store.commit()
    return set(matched.values())


def _came(store: Store) -> Iterator[Came]:
    return (Came(*row) for row in store.rows(_CAME, (CURRENT,)))


def _read(store: Store, some: str, columns: str, order: str, make: Callable[..., Entry]) -> Rows[Entry]:
    """What `make` makes of the columns of some reports, each time anew."""
    query = f"SELECT {columns} {some} ORDER BY {order}"
    count = store.number(f"SELECT count(*) {some}", (CURRENT,))
    return Rows(count, lambda: (make(*row) for row in store.rows(query, (CURRENT,))))


def _unchecked(county: str, unit: str, year: int | None, path: str, reason: str | None) -> Unchecked:
    return Unchecked(name=titled(county, unit, year, path), path=path, reason=reason or "")


def _dated(county: str, unit: str, year: int | None, path: str, written: str, due: str | None) -> Dated:
    day, deadline = date.fromisoformat(written), date.fromisoformat(due) if due else None
    late = max(0, (day - deadline) // timedelta(days=1)) if deadline else None
    return Dated(name=titled(county, unit, year, path), path=path, day=day, deadline=deadline, late=late)


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
