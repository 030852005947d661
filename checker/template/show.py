"""A template with all that it inherits, written out as one file, each value with the file and line that set it."""

import json
import re
from collections.abc import Iterator

from checker.strict_yaml import Node, Place
from checker.strict_yaml.builder import read_scalar
from checker.template.inherit import TOP
from checker.template.merge import index

_PLAIN = re.compile(r"(?![-.·—])[A-Za-z0-9_./\u4e00-\u9fff〔〕《》（）“”，。、；·—+-]+")
_WIDTH = 110  # characters of a list that stays on its line


def show(merged: Node, *, origin: bool) -> str:
    """The merged template as YAML that compiles to the same template; with `origin`, places as comments."""
    entries = dict(merged.map)
    if "generated" in entries:
        entries["overrides"] = Node(tuple(entries.pop("generated").map.values()), merged.place)
    ordered = {key: entries[key] for key in TOP if key in entries}
    return "\n".join(_map(ordered, "", origin)) + "\n"


def place_of(merged: Node, rule: str, number: int) -> Place:
    """Where example `number` (from 0) of a rule stands; else the rule itself, or the part that it stands for."""
    rules = index(merged.map["rules"].list) if "rules" in merged.map else {}
    parts = index(merged.map["parts"].list) if "parts" in merged.map else {}
    if rule in rules:
        owner = rules[rule]
        tests = owner.map.get("tests")
    else:
        part, _, check = rule.rpartition(".")
        owner = parts.get(part, merged)
        tests = owner.map["tests"].map.get(check) if "tests" in owner.map else None
    if tests is not None and 0 <= number < len(tests.list):
        return tests.list[number].place
    return owner.place


def _map(entries: dict[str, Node], indent: str, origin: bool) -> Iterator[str]:
    for key, node in entries.items():
        yield from _entry(f"{indent}{_scalar(key)}:", node, f"{indent}  ", origin)


def _entry(head: str, node: Node, indent: str, origin: bool) -> Iterator[str]:
    """The lines of a value behind its key or dash."""
    if isinstance(node.value, dict) and node.map:
        yield head
        yield from _map(node.map, indent, origin)
    elif isinstance(node.value, tuple) and node.list and (origin or not _short(node)):
        yield head
        for inner in node.list:
            yield from _listed(inner, indent, origin)
    else:
        yield f"{head} {_flow(node)}{_comment(node, origin)}"


def _listed(node: Node, indent: str, origin: bool) -> Iterator[str]:
    if isinstance(node.value, dict) and node.map:
        lines = _map(node.map, f"{indent}  ", origin)
        yield f"{indent}- {next(lines)[len(indent) + 2 :]}"
        yield from lines
    else:
        yield from _entry(f"{indent}-", node, f"{indent}  ", origin)


def _short(node: Node) -> bool:
    return not any(isinstance(inner.value, dict) for inner in node.list) and len(_flow(node)) <= _WIDTH


def _flow(node: Node) -> str:
    if isinstance(node.value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(inner)}" for key, inner in node.map.items()) + "}"
    if isinstance(node.value, tuple):
        return "[" + ", ".join(_flow(inner) for inner in node.list) + "]"
    return _scalar(node.value)


def _scalar(value: object) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if read_scalar(value) == value and _PLAIN.fullmatch(value):
        return value
    if value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)


def _comment(node: Node, origin: bool) -> str:
    return f"  # {node.place.file}:{node.place.line}" if origin else ""
