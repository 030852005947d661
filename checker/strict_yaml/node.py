"""Values that know where they were written."""

from dataclasses import dataclass, field
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Scalar: TypeAlias = "bool | int | float | str | None"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written: line and column from 1, in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Node:
    """A value that knows where it was written; `keys` are the places of a map's keys."""

    value: "Scalar | tuple[Node, ...] | dict[str, Node]"
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)

    @property
    def map(self) -> "dict[str, Node]":
        """The entries of a map, none for anything else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def list(self) -> "tuple[Node, ...]":
        """The entries of a list, none for anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def text(self) -> str:
        """The value if it is a string, else ""."""
        return self.value if isinstance(self.value, str) else ""

    def plain(self) -> Json:
        """The value as JSON types, without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        return self.value

    def at(self, path: "tuple[str | int, ...]") -> "Node":
        """The node at a path of keys and indexes from 0; as deep as the path can be followed."""
        node = self
        for step in path:
            inner = node.map.get(step) if isinstance(step, str) else dict(enumerate(node.list)).get(step)
            if inner is None:
                break
            node = inner
        return node


@dataclass(frozen=True, slots=True)
class Parsed:
    root: Node

    @property
    def value(self) -> Json:
        return self.root.plain()

    def place(self, path: tuple[str | int, ...]) -> Place:
        """Where the value at a path begins."""
        return self.root.at(path).place

    def key_place(self, path: tuple[str | int, ...]) -> Place:
        """Where the key that ends a path begins; the value's place for an entry of a list."""
        key = path[-1]
        return self.root.at(path[:-1]).keys.get(key, self.place(path)) if isinstance(key, str) else self.place(path)
