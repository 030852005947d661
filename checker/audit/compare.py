"""Find the reports of an audit that are alike, and keep each pair with its passages and the findings it gives."""

import json
from dataclasses import asdict

from checker.audit.alike import DOUBLE, EARLIER, OTHER, Who, same_body, who
from checker.audit.batch_findings import rewrite, whole
from checker.audit.store import CURRENT, PREVIOUS, Store
from checker.audit.tally import DiskTally
from checker.engine.passages import copied_figures, passages
from checker.engine.similarity import Limits, likeness
from checker.model.similarity import Pair
from checker.model.template import Rule
from checker.rules.similar import Params
from checker.settings import Settings

_IN_PAIRS = "SELECT DISTINCT id FROM report JOIN pair ON id = one OR id = other ORDER BY id"


def compare(store: Store, rules: tuple[Rule, ...], settings: Settings) -> None:
    """Finds the alike pairs anew and puts them, and their findings, into the store. Commits."""
    _forget(store, rules)
    ids = store.ids()
    wanted = [Params(**rule.options) for rule in rules]  # type: ignore[arg-type] # checked by the template's schema
    if not wanted:
        return
    limits = Limits(
        clauses=min(params.clauses for params in wanted),
        share=min(params.share for params in wanted),
        common=max(params.common for params in wanted),
        common_share=max(params.common_share for params in wanted),
    )
    with DiskTally() as tally:
        found = likeness(len(ids), lambda: store.keys(ids), limits, tally)
    for pair in found.pairs:
        one, other = who(store, ids[pair.a]), who(store, ids[pair.b])
        relation = _relation(one, other)
        if relation:
            _keep(store, pair, one, other, relation, found.formulas)
    for (id_,) in list(store.rows(_IN_PAIRS)):
        rewrite(store, id_, whole(store, id_, rules, settings))
    store.commit()


def _relation(one: Who, other: Who) -> str:
    """What two alike reports are to each other; "" where nothing is to be said."""
    if one.batch == PREVIOUS and other.batch == PREVIOUS:
        return ""
    if not same_body(one, other):
        return OTHER
    if one.batch != other.batch or (one.year and other.year and one.year != other.year):
        return EARLIER
    return DOUBLE


def _keep(store: Store, pair: Pair, one: Who, other: Who, relation: str, formulas: frozenset[int]) -> None:
    one, other = sorted((one, other), key=lambda who: (who.batch == CURRENT, (relation == EARLIER and who.year) or 0))
    first, second = store.print_of(one.id), store.print_of(other.id)
    figures, same = copied_figures(second, first)
    named = [asdict(passage) for passage in passages(second, first, formulas)]
    store.connection.execute(
        "INSERT OR REPLACE INTO pair VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (one.id, other.id, relation, pair.clauses, pair.length, pair.share, figures, same,
         json.dumps(named, ensure_ascii=False)),
    )  # fmt: skip


def _forget(store: Store, rules: tuple[Rule, ...]) -> None:
    """Back to what each report is by itself, also where its twin has left the store since."""
    names = [rule.id for rule in rules]
    marks = ", ".join("?" * len(names))
    found = f"SELECT DISTINCT report FROM finding WHERE rule IN ({marks}) ORDER BY report"
    for (id_,) in list(store.rows(found, names)):
        rewrite(store, id_, store.result(id_))
    store.connection.execute("DELETE FROM pair")
