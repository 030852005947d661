"""What an audit leaves in its folder: the summary in every form, and a printed sheet for each report."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from checker import __version__
from checker.audit.batch_findings import whole
from checker.audit.compare import compare
from checker.audit.roster import Expected
from checker.audit.run import similarity_rules, titles
from checker.audit.store import CURRENT, Store
from checker.audit.summary import summarise
from checker.errors import OptionError
from checker.files import write
from checker.model.audit import Summary
from checker.model.result import Batch
from checker.reporters.pdf import render as print_sheets
from checker.reporters.summary import FORMS, render
from checker.settings import Settings

SHEETS = 50  # reports in one file of printed sheets
_PRESSES = 2  # processes that print
_VOLUMES = 4  # files printed before new processes take over
FOLDER = "检查单"


def conclude(store: Store, settings: Settings, roster: tuple[Expected, ...], deadline: date | None) -> Summary:
    """Compares the reports with each other and adds everything up."""
    compare(store, similarity_rules(settings), settings)
    return summarise(
        store,
        version=__version__,
        as_of=settings.as_of,
        titles=titles(settings),
        roster=roster,
        deadline=deadline,
    )


def write_summary(
    folder: Path, summary: Summary, forms: tuple[str, ...], missing: Callable[[str], None]
) -> Iterator[str]:
    """Writes the summary in the wanted forms, in all when none is named, and gives the names of the files.

    A form that was not asked for by name and whose library is not installed is left out and told to `missing`.
    """
    for form in forms or tuple(FORMS):
        try:
            if form == "csv":
                _clear(folder, "表/[0-9][0-9]-*.csv")  # of an earlier run, which had other tables
            for name, content in render(form, summary):
                _write(folder / name, content)
                yield name
        except OptionError as error:
            if forms:
                raise
            missing(str(error))


def write_sheets(folder: Path, store: Store, settings: Settings) -> Iterator[str]:
    """Writes the printed sheets, some dozens of reports a file, in the order of the reports' names."""
    _clear(folder, f"{FOLDER}/[0-9]*-[0-9]*.pdf")
    volumes = _volumes(store, settings)
    while some := list(islice(volumes, _VOLUMES)):
        if len(some) == 1:
            printed: Iterable[bytes] = map(print_sheets, (batch for _, batch in some))
            yield from _keep(folder, some, printed)
            continue
        # typst keeps what it has set: processes that end after a few volumes keep the memory flat
        with ProcessPoolExecutor(_PRESSES, mp_context=get_context("spawn")) as presses:
            yield from _keep(folder, some, presses.map(print_sheets, [batch for _, batch in some]))


def _keep(folder: Path, volumes: list[tuple[str, Batch]], printed: Iterable[bytes]) -> Iterator[str]:
    for (name, _), content in zip(volumes, printed, strict=True):
        _write(folder / name, content)
        yield name


def _volumes(store: Store, settings: Settings) -> Iterator[tuple[str, Batch]]:
    rules = similarity_rules(settings)
    ids = store.ids((CURRENT,))
    for first in range(0, len(ids), SHEETS):
        some = ids[first : first + SHEETS]
        reports = tuple(whole(store, id_, rules, settings) for id_ in some)
        name = f"{FOLDER}/{first + 1:05d}-{first + len(some):05d}.pdf"
        yield name, Batch(version=__version__, reports=reports)


def _clear(folder: Path, pattern: str) -> None:
    for path in sorted(folder.glob(pattern)):
        path.unlink(missing_ok=True)


def _write(path: Path, content: bytes | Iterable[bytes]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, content)
    except OSError as error:
        raise OptionError(f"{path}: 写不进去（{error.strerror or error}）") from None
