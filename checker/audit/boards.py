"""Rankings, distributions and gaps, by template; read from the store."""

from array import array
from collections import Counter, deque
from collections.abc import Iterator
from functools import partial
from statistics import fmean, median

from checker.audit.alike import titled
from checker.audit.store import CURRENT, Store
from checker.model.alignment import PartState
from checker.model.audit import Board, Count, Gap, Ranked
from checker.model.rows import Rows

_STEP = 10  # points a bar of the distribution
_WORST = 10
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


def boards(store: Store) -> Iterator[Board]:
    """One board for each version of each template, the largest first."""
    for template, version, sha256, title, reports in list(store.rows(_BOARDS, (CURRENT,))):
        parts = _parts(store, template, sha256)
        ranking = Rows(reports, partial(_ranking, store, template, sha256, parts))
        scores, bands, last = array("d"), Counter[str](), deque[Ranked](maxlen=_WORST)
        for row in ranking:
            scores.append(row.shown)
            bands[row.band] += 1
            last.appendleft(row)
        yield Board(
            template=template,
            title=title,
            version=version,
            parts=parts,
            ranking=ranking,
            worst=tuple(last),
            mean=round(fmean(scores), 1),
            median=round(median(scores), 1),
            scores=tuple(_distribution(scores)),
            bands=tuple(Count(label=band, reports=n, share=n / reports) for band, n in bands.items()),
        )


def _parts(store: Store, template: str, sha256: str) -> tuple[tuple[str, str], ...]:
    """The parts that carry points, in the template's order, which a result keeps."""
    first = store.row(_RANKING, (CURRENT, template, sha256))
    result = store.result(first[0]) if first else None
    if result is None or result.structure is None or result.score is None:
        return ()
    scored = {item.id for item in result.score.items}
    return tuple((part.part, part.name) for part in result.structure.parts if part.part in scored)


def _ranking(store: Store, template: str, sha256: str, parts: tuple[tuple[str, str], ...]) -> Iterator[Ranked]:
    place, last = 0, None
    for number, row in enumerate(store.rows(_RANKING, (CURRENT, template, sha256)), 1):
        id_, county, unit, year, path, status, score, shown, band, pending, gates, errors, warnings, suspects, day = row
        if score != last:
            place, last = number, score
        states = dict(store.rows("SELECT part, state FROM part WHERE report = ?", (id_,)))
        yield Ranked(
            place=place, name=titled(county, unit, year, path), county=county, unit=unit, year=year, path=path,
            status=status, shown=shown, band=band, pending=pending, gates=gates, errors=errors, warnings=warnings,
            suspects=suspects, date=day, states=tuple(states.get(part, PartState.ABSENT) for part, _ in parts),
        )  # fmt: skip


def _distribution(scores: "array[float]") -> Iterator[Count]:
    """Bars of ten points, the best first: 100, 90～99.9, …"""
    tens = Counter(min(10, int(score // _STEP)) for score in scores)
    for ten in range(10, -1, -1):
        label = "100" if ten == 10 else f"{ten * _STEP}～{ten * _STEP + 9.9}"
        yield Count(label=label, reports=tens[ten], share=tens[ten] / len(scores))


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
