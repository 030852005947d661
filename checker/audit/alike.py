"""Reports that are alike, as the store keeps them: which, how much, and with which passages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.audit.store import CURRENT, Store
from checker.model.similarity import Passage

OTHER, EARLIER, DOUBLE = "other", "previous", "double"  # relations: another body, the same body's earlier report, twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A report as far as comparing needs to know it."""

    id: int
    batch: str
    path: str
    county: str
    unit: str
    year: int | None

    @property
    def name(self) -> str:
        """For people: 清源县白石镇（2023年度）, or the file when the paper does not say."""
        return called(self.county, self.unit, self.year) or self.path


def called(county: str, unit: str, year: int | None) -> str:
    """清源县白石镇（2023年度）; "" when the paper does not say whose it is."""
    if not unit:
        return ""
    return (county if county != unit else "") + unit + (f"（{year}年度）" if year else "")


def titled(county: str, unit: str, year: int | None, path: str, batch: str = CURRENT) -> str:
    """What a report is called in a summary: 清源县白石镇（2023年度）, the file's name when the paper does not say."""
    name = called(county, unit, year) or path.rpartition("/")[2]
    return name if batch == CURRENT else f"{name}（往年）"


def who(store: Store, id_: int) -> Who:
    """The report of that id."""
    row = store.row("SELECT id, batch, path, county, unit, year FROM report WHERE id = ?", (id_,))
    assert row is not None  # ids come from the store itself
    return Who(id=row[0], batch=row[1], path=row[2], county=row[3], unit=row[4], year=row[5])


def same_body(one: Who, other: Who) -> bool:
    """Whether two reports are of one body; a county that is not told is taken to be the same."""
    if not one.unit or one.unit != other.unit:
        return False
    return one.county == other.county or not one.county or not other.county


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A report and one that it is like. `passages` are seen from the report: `own` is its text."""

    other: Who
    relation: str
    clauses: int
    length: int
    share: float
    figures: int
    same_figures: int
    passages: tuple[Passage, ...]


def alike(store: Store, id_: int) -> Iterator[Alike]:
    """What a report is like, the likest first; of the same body's reports only earlier ones."""
    rows = store.rows(
        "SELECT one, other, relation, clauses, length, share, figures, same_figures, passages FROM pair"
        " JOIN report ON report.id = CASE WHEN one = ? THEN other ELSE one END"
        " WHERE other = ? OR (one = ? AND relation = ?) ORDER BY share DESC, length DESC, path",
        (id_, id_, id_, OTHER),
    )
    for one, other, relation, clauses, length, share, figures, same, named in rows:
        found = tuple(Passage(**passage) for passage in json.loads(named))
        yield Alike(
            other=who(store, one if other == id_ else other),
            relation=relation,
            clauses=clauses,
            length=length,
            share=share,
            figures=figures,
            same_figures=same,
            passages=found if other == id_ else tuple(_turned(passage) for passage in found),
        )


def _turned(passage: Passage) -> Passage:
    return replace(
        passage,
        own=passage.other, other=passage.own, own_quote=passage.other_quote, other_quote=passage.own_quote,
        own_line=passage.other_line, other_line=passage.own_line,
    )  # fmt: skip
