"""Readers and reporters that other packages bring, by entry point; asked only for what nothing of our own knows."""

from functools import cache
from importlib import import_module
from typing import Any

READERS, REPORTERS = "checker.readers", "checker.reporters"


def module(own: dict[str, str], group: str, name: str) -> Any:
    """The module of that name, our own before those of others; imported now. KeyError for an unknown name."""
    return import_module(own.get(name) or outside(group)[name])


@cache
def outside(group: str) -> dict[str, str]:
    """The modules that installed packages name for a group, by name; of two with one name the first by module.

    The name of a reader is its suffix without the dot (`pages = "my_package.pages"`), that of a reporter its format.
    """
    metadata: Any = import_module("importlib.metadata")  # dear to import, and most runs never need it
    found = sorted((entry.name, entry.value) for entry in metadata.entry_points(group=group))
    return dict(reversed(found))
