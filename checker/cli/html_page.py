"""The HTML report of a batch, with the text of each report."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

from checker.app import Examination
from checker.batch import examine_file
from checker.model.result import Batch, CheckResult, Status
from checker.settings import Settings


def html_page(batch: Batch, settings: Settings) -> Iterator[str]:
    """The page in pieces. A batch keeps no texts, so each report is read again when its turn comes.

    A report that could not be judged, or that has changed since, is shown without its text.
    """
    html: Any = import_module("checker.reporters.html")  # imported when needed: it brings jinja2
    sheets = (html.sheet(_examined(result, settings), number) for number, result in enumerate(batch.reports, 1))
    pages: Iterator[str] = html.page(batch.version, batch.reports, sheets)
    return pages


def _examined(result: CheckResult, settings: Settings) -> Examination:
    if result.status is not Status.NOT_CHECKED:
        again = examine_file(result.path, settings)
        if again.result.sha256 == result.sha256 and len(again.result.findings) == len(result.findings):
            return replace(again, result=result)
    return Examination(result=result)
