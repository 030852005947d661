"""Year on year: what changed between a body's earlier report and this one."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.audit.alike import EARLIER
from checker.audit.store import CURRENT, PREVIOUS, Store
from checker.model.alignment import PartState
from checker.model.audit import Change

_LACKING = (PartState.ABSENT, PartState.MERGED)
_PAPERS = (
    "SELECT id, batch, county, unit, year, path, template_sha256, shown FROM report"
    " WHERE unit <> '' ORDER BY unit, county, batch DESC, year, path"
)
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


def changes(store: Store, names: dict[int, str]) -> Iterator[Change]:
    """For each report of this batch, what changed since the latest earlier one of the same body; in order of files."""
    bodies: dict[str, list[_Paper]] = {}
    for row in store.rows(_PAPERS):
        paper = _Paper(*row)
        bodies.setdefault(paper.unit, []).append(paper)
    found: list[tuple[str, Change]] = []
    for papers in bodies.values():
        for paper in papers:
            earlier = [one for one in papers if paper.batch == CURRENT and one.precedes(paper)]
            if earlier:
                before = max(earlier, key=lambda one: (one.year or 0, one.batch == PREVIOUS, one.path))
                found.append((paper.path, _change(store, names[paper.id], before, paper)))
    for _, change in sorted(found, key=lambda pair: pair[0]):
        yield change


def _change(store: Store, name: str, before: _Paper, after: _Paper) -> Change:
    had, has = _parts(store, before.id), _parts(store, after.id)
    figures, same, share = store.row(_ALIKE, (before.id, after.id, EARLIER)) or (0, 0, 0.0)
    comparable = before.sha256 == after.sha256
    return Change(
        name=name,
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
