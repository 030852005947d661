"""Entries that are read anew each time they are gone through: a province's ranking is never held whole."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row", covariant=True)
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """`count` entries that `read` gives, the same ones in the same order each time it is called."""

    count: int
    read: Callable[[], Iterator[Row]]

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Row]:
        return self.read()

    def each(self, change: Callable[[Row], Other]) -> "Rows[Other]":
        """The same number of entries, each changed when it is read."""
        return Rows(self.count, lambda: map(change, self.read()))
