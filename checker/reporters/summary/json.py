"""The summary as JSON, keys as in checker.model.audit; shares are 0 to 1, days in ISO form."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from checker.model.audit import Summary
from checker.model.rows import Rows

SCHEMA = 1  # raised when a field changes its meaning


def render(summary: Summary) -> Iterator[tuple[str, Iterator[bytes]]]:
    """One file, entry by entry: rankings of a province are long."""
    yield "汇总.json", (piece.encode("utf-8") for piece in _pieces(summary))


def _pieces(summary: Summary) -> Iterator[str]:
    yield f'{{"schema": {SCHEMA}'
    for field in fields(summary):
        yield f',\n "{field.name}": '
        yield from _value(getattr(summary, field.name), depth=2)
    yield "\n}\n"


def _value(value: object, depth: int) -> Iterator[str]:
    """The first `depth` lists one within the other have their entries on lines of their own."""
    if isinstance(value, tuple | Rows) and not value:
        yield "[]"
    elif isinstance(value, tuple | Rows) and depth:
        for at, entry in enumerate(value):
            yield ("[" if not at else ",") + "\n  "
            yield from _value(entry, depth - 1)
        yield "\n ]"
    elif is_dataclass(value) and depth:
        for at, field in enumerate(fields(value)):
            yield ("{" if not at else ", ") + f'"{field.name}": '
            yield from _value(getattr(value, field.name), depth)
        yield "}"
    else:
        yield json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Rows):
        return list(value)
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(type(value).__name__)
