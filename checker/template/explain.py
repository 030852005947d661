"""A complaint of the schema in Chinese, at the place in the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker.strict_yaml import Node, Place
from checker.template.wording import nearest

_TYPES = {
    "string": "文字", "number": "数", "integer": "整数", "boolean": "true 或 false", "array": "列表", "null": "空",
    "object": "“键: 值”",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """`value` at `path` breaks the schema's `word` (type, enum …), which asks for `limit`; `known` are its keys."""

    word: str
    limit: Any
    value: Any
    path: tuple[str | int, ...]
    known: tuple[str, ...]


def explain(complaint: Complaint, root: Node) -> Iterator[tuple[Place, str]]:
    """Place and message of every mistake behind one complaint."""
    node = root.at(complaint.path)
    match complaint.word:
        case "additionalProperties":
            for key in sorted(set(complaint.value) - set(complaint.known)):
                yield node.keys.get(key, node.place), f"不认识的键“{key}”{nearest(key, complaint.known)}"
        case "required":
            for key in complaint.limit:
                if key not in complaint.value:
                    yield node.place, f"{_owner(node, complaint.path)}缺少“{key}”"
        case "pattern" if isinstance(node.value, dict):  # of a key, by propertyNames
            yield node.keys.get(str(complaint.value), node.place), f"名称“{complaint.value}”只能用字母、数字和 _ - ."
        case "pattern" if complaint.path[-1:] == ("id",):
            yield node.place, f"id“{complaint.value}”只能用小写字母、数字和 - _ . /，并以字母开头"
        case _:
            yield node.place, f"{_name(complaint.path)}{_wrong(complaint)}"


def _wrong(complaint: Complaint) -> str:
    limit, shown = complaint.limit, _show(complaint.value)
    match complaint.word:
        case "type":
            names = [limit] if isinstance(limit, str) else list(limit)
            wanted = "或".join(_TYPES.get(name, name) for name in names)
            return f"应为{wanted}，写的是{shown}{_advice(names, complaint.value)}"
        case "enum":
            return f"不能是{shown}{nearest(str(complaint.value), [str(value) for value in limit])}"
        case "const":
            return f"应为“{limit}”，写的是{shown}"
        case "minimum":
            return f"不能小于 {limit}，写的是{shown}"
        case "maximum":
            return f"不能大于 {limit}，写的是{shown}"
        case "exclusiveMinimum":
            return f"应大于 {limit}，写的是{shown}"
        case "exclusiveMaximum":
            return f"应小于 {limit}，写的是{shown}"
        case "minLength" | "minItems" | "minProperties":
            return "不能是空的" if limit == 1 else f"至少要有 {limit} 个，写的是{shown}"
        case "maxLength" | "maxItems" | "maxProperties":
            return f"最多 {limit} 个，写的是{shown}"
        case "uniqueItems":
            return "里有重复的项"
        case "pattern":
            return f"的写法不对：{shown}"
        case _:
            return f"不合要求：{shown}"


def _advice(names: list[str], value: object) -> str:
    if names[0] == "string" and isinstance(value, bool | int | float):
        return "；请加引号"
    word = str(value).lower()
    if "boolean" in names and word in ("yes", "on", "是", "no", "off", "否"):
        return f"，是否为“{'true' if word in ('yes', 'on', '是') else 'false'}”？"
    return ""


def _show(value: object) -> str:
    if value is None:
        return "空"
    if isinstance(value, dict | list):
        return "“键: 值”" if isinstance(value, dict) else "列表"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"“{text[:40]}”"


def _name(path: tuple[str | int, ...]) -> str:
    keys = [step for step in path if isinstance(step, str)]
    if not keys:
        return "模板"
    last = path[-1]
    return f"“{keys[-1]}”的第 {last + 1} 项" if isinstance(last, int) else f"“{keys[-1]}”"


def _owner(node: Node, path: tuple[str | int, ...]) -> str:
    name = node.map["id"].text if "id" in node.map else ""
    return f"“{name}”" if name else _name(path) if path else ""
