"""Decide that something is wrong. The kinds are a closed list: a template means the same on every desk."""

from functools import cache
from importlib import import_module
from typing import cast

from checker.rules.base import Kind

KINDS: dict[str, str] = {
    name: f"checker.rules.{name}"
    for name in (
        "part", "presence", "pattern", "mention", "coverage", "length", "density", "agreement", "date",
        "numbering", "enumeration", "year", "ratio", "total", "quantity", "citation", "terms", "place", "width",
        "pair", "listing", "paragraph", "identifier", "layout", "similar",
    )
}  # fmt: skip


@cache
def kind(name: str) -> Kind:
    """The module of a kind, imported when a template first needs it. KeyError for an unknown name."""
    return cast(Kind, import_module(KINDS[name]))
