"""The summary as JSON, keys as in checker.model.audit; shares are 0 to 1, days in ISO form."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from checker.model.audit import Summary

SCHEMA = 1  # raised when a field changes its meaning


def render(summary: Summary) -> Iterator[tuple[str, bytes]]:
    written = {"schema": SCHEMA, **asdict(summary)}
    yield "汇总.json", (json.dumps(written, ensure_ascii=False, indent=1, default=_day) + "\n").encode("utf-8")


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
