"""Year on year: what changed between a body's earlier report and this one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from checker.audit.alike import EARLIER, titled
from checker.audit.store import CURRENT, PREVIOUS, Store
from checker.model.alignment import PartState
from checker.model.audit import Change
from checker.model.rows import Rows

_LACKING = (PartState.ABSENT, PartState.MERGED)
_PAPER = "id, batch, county, unit, year, path, template_sha256, shown"
_PAPERS = f"SELECT {_PAPER} FROM report WHERE unit <> '' ORDER BY unit, county, batch DESC, year, path"
_ALIKE = "SELECT figures, same_figures, share FROM pair WHERE one = ? AND other = ? AND relation = ?"


@dataclass(frozen=True, slots=True)
class _Paper:
    id: int
    batch: str
    county: str
    unit: str
    year: int | None
    path: str
    sha256: str | None
    shown: float | None

    def precedes(self, later: "_Paper") -> bool:
        """Whether this is an earlier report of the same body; a county that is not told is taken to be the same."""
        if self.id == later.id or (self.county and later.county and self.county != later.county):
            return False
        if self.year and later.year:
            return self.year < later.year
        return self.batch == PREVIOUS and later.batch == CURRENT


def changes(store: Store) -> Rows[Change]:
    """For each report of this batch, what changed since the latest earlier one of the same body; in order of files."""
    run = store.connection
    run.execute("DROP TABLE IF EXISTS temp.pace")
    run.execute("CREATE TEMP TABLE pace (later INTEGER PRIMARY KEY, earlier INTEGER NOT NULL)")
    bodies = groupby((_Paper(*row) for row in store.rows(_PAPERS)), key=lambda paper: paper.unit)
    run.executemany("INSERT INTO pace VALUES (?, ?)", (pace for _, papers in bodies for pace in _paces(tuple(papers))))
    store.commit()
    return Rows(store.number("SELECT count(*) FROM pace"), partial(_changes, store))


def _paces(papers: tuple[_Paper, ...]) -> Iterator[tuple[int, int]]:
    """Of the reports of one body, the ids of each and of the latest one before it."""
    for paper in papers:
        earlier = [one for one in papers if paper.batch == CURRENT and one.precedes(paper)]
        if earlier:
            yield paper.id, max(earlier, key=lambda one: (one.year or 0, one.batch == PREVIOUS, one.path)).id


def _changes(store: Store) -> Iterator[Change]:
    for later, earlier in store.rows("SELECT later, earlier FROM pace JOIN report ON id = later ORDER BY path"):
        yield _change(store, _paper(store, earlier), _paper(store, later))


def _paper(store: Store, id_: int) -> _Paper:
    row = store.row(f"SELECT {_PAPER} FROM report WHERE id = ?", (id_,))
    assert row is not None  # ids come from the store itself
    return _Paper(*row)


def _change(store: Store, before: _Paper, after: _Paper) -> Change:
    had, has = _parts(store, before.id), _parts(store, after.id)
    figures, same, share = store.row(_ALIKE, (before.id, after.id, EARLIER)) or (0, 0, 0.0)
    comparable = before.sha256 == after.sha256
    return Change(
        name=titled(after.county, after.unit, after.year, after.path),
        before=before.path,
        after=after.path,
        score_before=before.shown if comparable else None,
        score_after=after.shown if comparable else None,
        gained=tuple(title for part, (title, there) in has.items() if there and part in had and not had[part][1]),
        lost=tuple(title for part, (title, there) in has.items() if not there and part in had and had[part][1]),
        figures=figures,
        same_figures=same,
        share=share,
    )


def _parts(store: Store, id_: int) -> dict[str, tuple[str, bool]]:
    """The parts of a report: name, and whether it is there with a section of its own or in many."""
    rows = store.rows("SELECT part, name, state FROM part WHERE report = ? ORDER BY part", (id_,))
    return {part: (name, state not in _LACKING) for part, name, state in rows}
