"""What one template asks that another does not: the differences that could change a verdict."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker.template.emit import Compiled

_HEADS = {"parts": "部分", "rules": "规则", "items": "项目", "pools": "扣分池", "params": "参数", "bands": "等次"}
_NAMES = {"where": "in", "none": "not", "certain": "suspect", "scoring": "score", "years": "report_year"}
_OWN = frozenset({"id", "version", "title", "sha256", "examples", "draft"})  # change no verdict
_KEYS = ("id", "code", "pattern", "name", "source")  # what an entry of a list is known by


@dataclass(frozen=True, slots=True)
class Change:
    """`before` or `after` is None where something was added or taken away."""

    path: tuple[str, ...]
    before: Any
    after: Any

    def __str__(self) -> str:
        where = " ".join(_NAMES.get(step, step) if i else _HEADS.get(step, step) for i, step in enumerate(self.path))
        if self.before is None:
            return f"{where}  增加 {_say(self.after)}"
        if self.after is None:
            return f"{where}  删去 {_say(self.before)}"
        before, after = (self.before, self.after) if self.path[-1] != "certain" else (not self.before, not self.after)
        return f"{where}  {_say(before)} → {_say(after)}"


def compare(old: Compiled, new: Compiled) -> tuple[Change, ...]:
    """Everything in which two compiled templates differ, names and examples left out, in the order of the old one."""
    return tuple(_maps(_flat(old), _flat(new), ()))


def _flat(compiled: Compiled) -> dict[str, Any]:
    """Scores and tables beside the other things, so that paths stay short."""
    rest = {key: value for key, value in compiled.items() if key not in (*_OWN, "scoring", "tables")}
    scoring, tables = compiled["scoring"], compiled["tables"]
    assert isinstance(scoring, dict) and isinstance(tables, dict)  # as `emit` writes them
    return {**rest, **scoring, **{f"表 {name}": rows for name, rows in _tables(tables)}}


def _tables(tables: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, rows in tables.items():
        if name == "terms":
            yield from rows.items()
        else:
            yield name, rows


def _maps(old: dict[str, Any], new: dict[str, Any], path: tuple[str, ...]) -> Iterator[Change]:
    for key in [*old, *(key for key in new if key not in old)]:
        if key not in _OWN or not path:
            yield from _values(old.get(key), new.get(key), (*path, key))


def _values(old: Any, new: Any, path: tuple[str, ...]) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _maps(old, new, path)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists(old, new, path)
    else:
        yield Change(path, old, new)


def _lists(old: list[Any], new: list[Any], path: tuple[str, ...]) -> Iterator[Change]:
    if all(isinstance(entry, dict) for entry in (*old, *new)):
        yield from _maps(_named(old), _named(new), path)
        return
    for entry in old:
        if entry not in new:
            yield Change(path, entry, None)
    for entry in new:
        if entry not in old:
            yield Change(path, None, entry)


def _named(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Entries by name; further ones of the same name are numbered."""
    named: dict[str, Any] = {}
    times: Counter[str] = Counter()
    for entry in entries:
        name = next((str(entry[key]) for key in _KEYS if entry.get(key)), "")
        times[name] += 1
        named[name if times[name] == 1 else f"{name}（{times[name]}）"] = entry
    return named


def _say(value: Any) -> str:
    if isinstance(value, dict):
        return str(next((value[key] for key in ("title", "name", "right", *_KEYS) if value.get(key)), "")) or "一项"
    if isinstance(value, bool):
        return str(value).lower()
    return f"“{value}”" if isinstance(value, str) else str(value)
