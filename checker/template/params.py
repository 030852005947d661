"""Parameters of a template: named values that a county may set, written `$name` where they are used."""

import re
from collections.abc import Mapping
from datetime import date

from checker.strict_yaml import Node
from checker.template.mistakes import Mistakes
from checker.template.wording import nearest

_NEUTRAL: dict[str, bool | int | str | tuple[Node, ...]] = {
    "int": 0, "number": 0, "date": "{year+1}-01-01", "string": "", "list": (), "bool": False,
}  # fmt: skip
TYPES = {"int": "整数", "number": "数", "date": "日期", "string": "文字", "list": "列表", "bool": "true 或 false"}

_NAME = re.compile(r"\$([A-Za-z_]\w*)", re.ASCII)
_DATE = re.compile(r"(\d{4}|\{year(?:[+-]\d)?\})-(\d\d)-(\d\d)", re.ASCII)  # {year+1}-03-01


def read_params(root: Node, mistakes: Mistakes, given: Mapping[str, Node] | None = None) -> dict[str, Node]:
    """The value of every parameter, `given` ones before defaults; one of the wrong type is reported."""
    values: dict[str, Node] = {}
    given = given or {}
    known = root.map["params"].map if "params" in root.map else {}
    for name, node in given.items():
        if name not in known:
            mistakes.add(node.place, f"没有叫“{name}”的参数{nearest(name, known)}")
    for name, declared in root.map["params"].map.items() if "params" in root.map else ():
        sort, default = declared.map.get("type"), given.get(name, declared.map.get("default"))
        if sort is None or default is None:
            continue  # the schema says so
        values[name] = default
        if sort.text in TYPES and not _fits(sort.text, default):
            mistakes.add(default.place, f"参数“{name}”应为{TYPES[sort.text]}，写的是“{_short(default)}”")
            values[name] = Node(_NEUTRAL[sort.text], default.place)  # or it would be wrong again wherever it is used
    return values


def put_params(node: Node, values: dict[str, Node], mistakes: Mistakes) -> Node:
    """The node with every scalar `$name` replaced by the parameter's value, which keeps the place of its use."""
    if isinstance(node.value, dict):
        inner = {key: put_params(value, values, mistakes) for key, value in node.map.items()}
        return Node(inner, node.place, node.keys)
    if isinstance(node.value, tuple):
        return Node(tuple(put_params(inner, values, mistakes) for inner in node.value), node.place)
    named = _NAME.fullmatch(node.text)
    if named is None:
        return node
    if named[1] not in values:
        mistakes.add(node.place, f"没有叫“{named[1]}”的参数{nearest(named[1], values)}")
        return node
    return Node(values[named[1]].value, node.place, values[named[1]].keys)


def is_date(text: str) -> bool:
    """True for a date that exists, and for one in a year yet to be known: `{year+1}-03-01`."""
    found = _DATE.fullmatch(text)
    if found is None:
        return False
    try:
        date(int(found[1]) if found[1].isdigit() else 2024, int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True


def _fits(sort: str, node: Node) -> bool:
    value = node.value
    if sort in ("int", "number"):
        return isinstance(value, int if sort == "int" else (int, float)) and not isinstance(value, bool)
    if sort == "date":
        return is_date(node.text)
    return isinstance(value, {"string": str, "list": tuple, "bool": bool}[sort])


def _short(node: Node) -> str:
    return str(node.plain())[:40]
