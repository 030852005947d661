"""Rankings, distributions and gaps, by template; read from the store."""

from collections.abc import Iterator
from statistics import fmean, median
from typing import Any

from checker.audit.store import CURRENT, Store
from checker.model.alignment import PartState
from checker.model.audit import Board, Count, Gap, Ranked

_STEP = 10  # points a bar of the distribution
_BOARDS = (
    "SELECT template, template_version, template_sha256, min(template_title), count(*) AS reports FROM report"
    " WHERE batch = ? AND score IS NOT NULL GROUP BY template, template_version, template_sha256"
    " ORDER BY reports DESC, template, template_version, template_sha256"
)
_RANKING = (
    "SELECT id, county, unit, year, path, status, score, shown, band, pending, gates, errors, warnings, suspects, date"
    " FROM report WHERE batch = ? AND score IS NOT NULL AND template = ? AND template_sha256 = ?"
    " ORDER BY score DESC, gates, errors, warnings, path"
)


def boards(store: Store, names: dict[int, str]) -> Iterator[Board]:
    """One board for each version of each template, the largest first. `names` are the reports' names for people."""
    for template, version, sha256, title, _ in list(store.rows(_BOARDS, (CURRENT,))):
        parts = _parts(store, template, sha256)
        ranking = tuple(_ranking(store, template, sha256, parts, names))
        scores = [row.shown for row in ranking]
        yield Board(
            template=template,
            title=title,
            version=version,
            parts=parts,
            ranking=ranking,
            mean=round(fmean(scores), 1),
            median=round(median(scores), 1),
            scores=tuple(_distribution(scores)),
            bands=tuple(_bands(ranking)),
        )


def _parts(store: Store, template: str, sha256: str) -> tuple[tuple[str, str], ...]:
    """The parts that carry points, in the template's order, which a result keeps."""
    first = store.row(_RANKING, (CURRENT, template, sha256))
    result = store.result(first[0]) if first else None
    if result is None or result.structure is None or result.score is None:
        return ()
    scored = {item.id for item in result.score.items}
    return tuple((part.part, part.name) for part in result.structure.parts if part.part in scored)


def _ranking(
    store: Store, template: str, sha256: str, parts: tuple[tuple[str, str], ...], names: dict[int, str]
) -> Iterator[Ranked]:
    place, last = 0, None
    known: dict[object, Any] = {}  # one object for each word that thousands of rows hold

    def same(word: Any) -> Any:
        return known.setdefault(word, word)

    for number, row in enumerate(store.rows(_RANKING, (CURRENT, template, sha256)), 1):
        id_, county, unit, year, path, status, score, shown, band, pending, gates, errors, warnings, suspects, day = row
        if score != last:
            place, last = number, score
        states = dict(store.rows("SELECT part, state FROM part WHERE report = ?", (id_,)))
        yield Ranked(
            place=place, name=names[id_], county=same(county), unit=same(unit), year=year, path=path,
            status=same(status), shown=same(shown), band=same(band), pending=pending, gates=gates, errors=errors,
            warnings=warnings, suspects=suspects, date=same(day),
            states=same(tuple(same(states.get(part, PartState.ABSENT)) for part, _ in parts)),
        )  # fmt: skip


def _distribution(scores: list[float]) -> Iterator[Count]:
    """Bars of ten points, the best first: 100, 90～99.9, …"""
    tens = [min(10, int(score // _STEP)) for score in scores]
    for ten in range(10, -1, -1):
        label = "100" if ten == 10 else f"{ten * _STEP}～{ten * _STEP + 9.9}"
        yield Count(label=label, reports=tens.count(ten), share=tens.count(ten) / len(tens))


def _bands(ranking: tuple[Ranked, ...]) -> Iterator[Count]:
    bands = [row.band for row in ranking]
    for band in dict.fromkeys(bands):
        yield Count(label=band, reports=bands.count(band), share=bands.count(band) / len(bands))


def gaps(store: Store, found: tuple[Board, ...]) -> Iterator[Gap]:
    """By county and year, for each board, how many reports lack each part."""
    query = (
        "SELECT county, year, part, count(*), sum(state = 'absent'), sum(state = 'merged') FROM report"
        " JOIN part ON part.report = report.id WHERE batch = ? AND score IS NOT NULL AND template = ?"
        " AND template_version = ? GROUP BY county, year, part ORDER BY county, year, part"
    )
    for board in found:
        lacks: dict[tuple[str, int | None], dict[str, tuple[int, int, int]]] = {}
        for county, year, part, count, absent, merged in store.rows(query, (CURRENT, board.template, board.version)):
            lacks.setdefault((county, year), {})[part] = (count, absent, merged)
        for (county, year), by_part in lacks.items():
            cells = [by_part.get(part, (0, 0, 0)) for part, _ in board.parts]
            yield Gap(
                county=county,
                year=year,
                template=board.template,
                version=board.version,
                reports=max(count for count, _, _ in cells),
                absent=tuple(absent for _, absent, _ in cells),
                merged=tuple(merged for _, _, merged in cells),
            )
