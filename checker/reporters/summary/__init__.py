"""Summary of an audit → HTML, xlsx, CSV, JSON, PDF. All of them print the same tables."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from checker.model.audit import Summary

FORMS: dict[str, str] = {
    "html": "checker.reporters.summary.html",
    "xlsx": "checker.reporters.summary.xlsx",
    "csv": "checker.reporters.summary.csv",
    "json": "checker.reporters.summary.json",
    "pdf": "checker.reporters.summary.pdf",
}


def render(form: str, summary: Summary) -> Iterator[tuple[str, bytes | Iterable[bytes]]]:
    """Names and contents of the files that a form consists of: one, or one a table (CSV). KeyError for another form.

    Contents that grow with the number of reports come in pieces.
    """
    module: Any = import_module(FORMS[form])  # imported when asked for: they bring libraries that may not be there
    yield from module.render(summary)
