"""Groups of alike reports, with their passages side by side; read from the store."""

import json
from collections.abc import Iterator
from functools import partial

from checker.audit.alike import OTHER, titled
from checker.audit.store import Store
from checker.model.audit import AlikePair, Group
from checker.model.rows import Rows
from checker.model.similarity import Passage

SHOWN = 6  # pairs of a group that are shown side by side
PASSAGES = 3  # of a pair; the store keeps more
_PAIRS = (
    "SELECT a.county, a.unit, a.year, a.path, a.batch, b.county, b.unit, b.year, b.path, b.batch,"
    " relation, clauses, length, share, figures, same_figures, passages FROM pair"
    " JOIN report a ON a.id = one JOIN report b ON b.id = other"
    " WHERE relation = ? ORDER BY share DESC, length DESC, a.path, b.path"
)


def pairs_of(store: Store, relation: str) -> Rows[AlikePair]:
    """The alike pairs of one relation, the likest first. `own` is the later, or the second by name."""
    count = store.number("SELECT count(*) FROM pair WHERE relation = ?", (relation,))
    return Rows(count, partial(_pairs, store, relation))


def _pairs(store: Store, relation: str) -> Iterator[AlikePair]:
    for row in store.rows(_PAIRS, (relation,)):
        one, other, (_, clauses, length, share, figures, same, named) = row[:5], row[5:10], row[10:]
        yield AlikePair(
            own=titled(*other),
            own_path=other[3],
            other=titled(*one),
            other_path=one[3],
            relation=relation,
            clauses=clauses,
            length=length,
            share=share,
            figures=figures,
            same_figures=same,
            passages=tuple(Passage(**passage) for passage in json.loads(named)[:PASSAGES]),
        )


def groups(store: Store) -> Iterator[Group]:
    """Reports of different bodies that are alike, directly or through others; the largest groups first."""
    leader: dict[str, str] = {}

    def find(path: str) -> str:
        while leader.setdefault(path, path) != path:
            path = leader[path]
        return path

    labels: dict[str, str] = {}
    pairs = pairs_of(store, OTHER)
    for pair in pairs:
        labels |= {pair.own_path: pair.own, pair.other_path: pair.other}
        first, second = sorted((find(pair.own_path), find(pair.other_path)))
        leader[second] = first
    members: dict[str, list[str]] = {}
    for path in sorted(labels):
        members.setdefault(find(path), []).append(path)
    shown: dict[str, list[AlikePair]] = {root: [] for root in members}
    count = dict.fromkeys(members, 0)
    for pair in pairs:
        root = find(pair.own_path)
        count[root] += 1
        if len(shown[root]) < SHOWN:
            shown[root].append(pair)
    for root in sorted(members, key=lambda root: (-len(members[root]), root)):
        yield Group(
            members=tuple(labels[path] for path in members[root]),
            pairs=tuple(shown[root]),
            hidden=count[root] - len(shown[root]),
        )
