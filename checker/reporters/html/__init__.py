"""Results as one page that needs nothing else: no script, no network, no file beside it.

A page is made of sheets, one a report. A sheet shows the report's own text, so it is rendered where that text is at
hand (in the worker that judged the report) and kept as a string; the page is put together from the strings.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from checker.errors import OptionError
from checker.model.result import Batch, CheckResult
from checker.model.structure import Structure
from checker.reporters.html.view import KINDS, kind_of, remark, view
from checker.reporters.wording import CHOSEN, GATE, STATUS

NAME = "html"
SUFFIX = ".html"
_HOME = Path(__file__).parent


class Examined(Protocol):
    """A result and, where the text was readable, the structure that it was made from."""

    @property
    def result(self) -> CheckResult: ...
    @property
    def structure(self) -> Structure | None: ...


def sheet(examined: Examined, number: int = 1) -> str:
    """The HTML of one report: verdict, what to mend first, score table, findings, and the text with marks.

    `number` makes its anchors unique on a page. Raises OptionError when jinja2 is not installed.
    """
    shown = view(examined.result, examined.structure)
    return str(_templates().get_template("sheet.html").render(view=shown, report=f"r{number}"))


def page(
    version: str,
    results: Iterable[CheckResult],
    sheets: Iterable[str],
    *,
    numbers: tuple[int, ...] = (),
    banner: str = "",
) -> Iterator[str]:
    """The whole page in pieces: the sheets of `results`, in their order, under a table when there are several.

    `numbers` are those of the sheets (1, 2, 3 … when not given). `banner` is HTML of the caller's own (the buttons of
    the local page), put above everything.
    """
    rows = tuple(results)
    numbers = numbers or tuple(range(1, len(rows) + 1))
    head, _, tail = str(
        _templates()
        .get_template("page.html")
        .render(
            version=version,
            results=rows,
            numbers=numbers,
            banner=banner,
            css=css(),
            policy=policy(),
            kinds=_kinds(rows),
            cut=_CUT,
        )
    ).partition(_CUT)
    yield head
    yield from sheets
    yield tail


def render(batch: Batch) -> str:
    """The page of a batch whose texts are not at hand: everything but the reports' own words."""
    sheets = (sheet(_Alone(result), number) for number, result in enumerate(batch.reports, 1))
    return "".join(page(batch.version, batch.reports, sheets))


def _kinds(results: tuple[CheckResult, ...]) -> dict[str, str]:
    """The kinds of finding that occur, for the filters."""
    there = {kind_of(finding) for result in results for finding in result.findings}
    return {kind: name for kind, name in KINDS.items() if kind in there}


def policy() -> str:
    """The Content-Security-Policy under which a page works: its own style sheet, by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(css().encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def css() -> str:
    return (_HOME / "page.css").read_text(encoding="utf-8")


_CUT = "<!-- sheets -->"


class _Alone:
    def __init__(self, result: CheckResult) -> None:
        self.result = result
        self.structure: Structure | None = None


@cache
def _templates() -> Any:
    try:
        jinja2 = import_module("jinja2")
    except ImportError:
        raise OptionError('网页报告要用 jinja2；请先安装：pip install "checker[report]"') from None
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(_HOME)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(STATUS=STATUS, CHOSEN=CHOSEN, GATE=GATE, remark=remark)
    environment.filters["number"] = lambda value: f"{value:g}"
    return environment
