"""Groups of alike reports, with their passages side by side; read from the store."""

import json
from collections.abc import Iterator

from checker.audit.alike import OTHER, called
from checker.audit.store import CURRENT, Store
from checker.model.audit import AlikePair, Group
from checker.model.similarity import Passage

SHOWN = 6  # pairs of a group that are shown side by side
PASSAGES = 3  # of a pair; the store keeps more
_PAIRS = (
    "SELECT one, other, relation, clauses, length, share, figures, same_figures, passages, a.path, b.path FROM pair"
    " JOIN report a ON a.id = one JOIN report b ON b.id = other"
    " WHERE relation = ? ORDER BY share DESC, length DESC, a.path, b.path"
)


def pairs_of(store: Store, relation: str, names: dict[int, str]) -> Iterator[AlikePair]:
    """The alike pairs of one relation, the likest first. `own` is the later, or the second by name."""
    for row in store.rows(_PAIRS, (relation,)):
        one, other, _, clauses, length, share, figures, same, named, one_path, other_path = row
        yield AlikePair(
            own=names[other],
            own_path=other_path,
            other=names[one],
            other_path=one_path,
            relation=relation,
            clauses=clauses,
            length=length,
            share=share,
            figures=figures,
            same_figures=same,
            passages=tuple(Passage(**passage) for passage in json.loads(named)[:PASSAGES]),
        )


def groups(store: Store, names: dict[int, str]) -> Iterator[Group]:
    """Reports of different bodies that are alike, directly or through others; the largest groups first."""
    leader: dict[str, str] = {}

    def find(path: str) -> str:
        while leader.setdefault(path, path) != path:
            path = leader[path]
        return path

    labels: dict[str, str] = {}
    for path, other_path, one, other in store.rows(
        "SELECT a.path, b.path, one, other FROM pair JOIN report a ON a.id = one JOIN report b ON b.id = other"
        " WHERE relation = ? ORDER BY a.path, b.path",
        (OTHER,),
    ):
        labels |= {path: names[one], other_path: names[other]}
        first, second = sorted((find(path), find(other_path)))
        leader[second] = first
    members: dict[str, list[str]] = {}
    for path in sorted(labels):
        members.setdefault(find(path), []).append(path)
    shown: dict[str, list[AlikePair]] = {root: [] for root in members}
    count = dict.fromkeys(members, 0)
    for pair in pairs_of(store, OTHER, names):
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


def names_of(store: Store) -> dict[int, str]:
    """What each report is called: 清源县白石镇（2023年度）, the file's name when the paper does not say."""
    found = {}
    for id_, batch, path, county, unit, year in store.rows("SELECT id, batch, path, county, unit, year FROM report"):
        name = called(county, unit, year) or path.rpartition("/")[2]
        found[id_] = name + ("" if batch == CURRENT else "（往年）")
    return found
