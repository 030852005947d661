"""What `in:` may name."""

import re
from collections.abc import Iterable, Iterator

from checker.strict_yaml import Node

PLACES = (
    "all", "title", "addressee", "opening", "body", "paragraphs", "headings", "headings.1", "headings.2", "headings.3",
    "headings.4", "signature", "date", "closing", "attachments", "tables", "residue", "text",
)  # fmt: skip


def names(node: Node) -> Iterator[tuple[str, Node]]:
    """Every name in an `in:`, `-` before what is left out, with the node that holds it."""
    for entry in node.list if isinstance(node.value, tuple) else (node,):
        for name in re.split(r"[,，\s]+", entry.text.strip()):
            if name:
                yield name, entry


def normalise_where(node: Node) -> str:
    """`in:` as one line: `body, -plan`."""
    return ", ".join(name for name, _ in names(node))


def unknown(node: Node, parts: Iterable[str]) -> Iterator[tuple[str, Node]]:
    """The names in an `in:` that are neither a place nor a part."""
    known = {*PLACES, *parts}
    for name, entry in names(node):
        if name.removeprefix("-") not in known:
            yield name.removeprefix("-"), entry
