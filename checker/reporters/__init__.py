"""Batch → text or bytes. Reporters print facts of the result and derive none; the table says which there are."""

from typing import Any, cast

from checker.model.result import Batch
from checker.plugins import REPORTERS as OUTSIDE
from checker.plugins import module, outside

REPORTERS: dict[str, str] = {
    "table": "checker.reporters.table",
    "json": "checker.reporters.json_object",
    "html": "checker.reporters.html",
    "pdf": "checker.reporters.pdf",
    "markdown": "checker.reporters.markdown",
    "csv": "checker.reporters.csv",
    "sarif": "checker.reporters.sarif",
    "junit": "checker.reporters.junit",
    "github": "checker.reporters.github",
    "gitlab": "checker.reporters.gitlab",
    "rdjsonl": "checker.reporters.rdjsonl",
    "checkstyle": "checker.reporters.checkstyle",
}


def names() -> tuple[str, ...]:
    """All formats, with those of other packages."""
    return tuple(sorted({*REPORTERS, *outside(OUTSIDE)}))


def render(name: str, batch: Batch, **options: Any) -> str | bytes:
    """The batch in the format of that name. KeyError for an unknown one."""
    return cast("str | bytes", module(REPORTERS, OUTSIDE, name).render(batch, **options))
