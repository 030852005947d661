"""A bar on stderr, when somebody looks and the work is long."""

import sys
from collections.abc import Iterator
from typing import TypeVar

import click

T = TypeVar("T")
LONG = 20  # files


def progress(results: Iterator[T], length: int) -> Iterator[T]:
    """The same results; the bar moves as they come."""
    if length < LONG or sys.stderr is None or not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, length=length, label="检查", file=sys.stderr, show_pos=True) as bar:
        yield from bar
