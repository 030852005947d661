"""Regular expressions of a template: `{{name}}` replaced, compiled, checked."""

import re
from collections.abc import Mapping
from typing import Any

from checker.rules.base import Kind
from checker.strict_yaml import Node
from checker.template.grammar import PART
from checker.template.merge import with_entries
from checker.template.mistakes import Mistakes
from checker.template.safety import danger
from checker.template.wording import nearest

LONGEST = 400  # characters, before names are replaced

_MACRO = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def expand_regexes(root: Node, kinds: Mapping[str, Kind], mistakes: Mistakes) -> Node:
    """The template with every named pattern written out; reports patterns that do not compile or are not safe."""
    macros = root.map["patterns"].map if "patterns" in root.map else {}
    reader = _Regexes(macros, mistakes)
    for name, node in macros.items():
        reader.check_macro(name, node)
    entries: dict[str, Node] = {}
    if "parts" in root.map:
        parts = root.map["parts"]
        entries["parts"] = Node(tuple(reader.walk(part, PART) for part in parts.list), parts.place)
    if "rules" in root.map:
        rules = root.map["rules"]
        entries["rules"] = Node(tuple(reader.rule(rule, kinds) for rule in rules.list), rules.place)
    return with_entries(root, entries)


class _Regexes:
    def __init__(self, macros: Mapping[str, Node], mistakes: Mistakes) -> None:
        self.macros = macros
        self.mistakes = mistakes
        self.bad: set[str] = set()  # names of patterns that are wrong, which is said where they stand and only there

    def check_macro(self, name: str, node: Node) -> None:
        known = len(self.mistakes.errors)
        self.read(node, above=(name,))
        if len(self.mistakes.errors) > known:
            self.bad.add(name)

    def rule(self, rule: Node, kinds: Mapping[str, Kind]) -> Node:
        kind = kinds.get(rule.map["kind"].text) if "kind" in rule.map else None
        if kind is None:
            return rule
        changed = {key: self.walk(node, kind.PARAMS[key]) for key, node in rule.map.items() if key in kind.PARAMS}
        return with_entries(rule, changed)

    def walk(self, node: Node, schema: Any) -> Node:
        """The node with the strings replaced that the schema calls a regex."""
        if not isinstance(schema, dict):
            return node
        if isinstance(node.value, str):
            return self.read(node) if schema.get("format") == "regex" else self.inside(node, schema)
        if isinstance(node.value, tuple) and "items" in schema:
            node = Node(tuple(self.walk(inner, schema["items"]) for inner in node.value), node.place)
        elif isinstance(node.value, dict):
            known, other = schema.get("properties", {}), schema.get("additionalProperties")
            entries = {key: self.walk(inner, known.get(key, other)) for key, inner in node.map.items()}
            node = Node(entries, node.place, node.keys)
        return self.inside(node, schema)

    def inside(self, node: Node, schema: dict[str, Any]) -> Node:
        for word in ("anyOf", "oneOf", "allOf"):
            for choice in schema.get(word, ()):
                node = self.walk(node, choice)
        return node

    def read(self, node: Node, *, above: tuple[str, ...] = ()) -> Node:
        """The node with names written out; `above` are the names in which it stands."""
        if not isinstance(node.value, str):
            return node
        if len(node.value) > LONGEST:
            self.mistakes.add(node.place, f"正则有 {len(node.value)} 字，超过 {LONGEST} 字；请把其中一段写进 patterns")
            return node
        pattern = self.written_out(node, above)
        if pattern is None:
            return node
        try:
            re.compile(pattern)
        except re.error as error:
            self.mistakes.add(node.place, f"正则“{node.value[:40]}”写错了：{explain_regex(error)}")
            return node
        fault = danger(pattern)
        if fault:
            self.mistakes.add(node.place, f"正则“{node.value[:40]}”可能极慢：{fault}")
        return Node(pattern, node.place)

    def written_out(self, node: Node, above: tuple[str, ...]) -> str | None:
        """The pattern without names; None when one of them is wrong."""
        pieces = _MACRO.split(node.text)  # text, name, text, name … text
        for i, name in enumerate(pieces[1::2]):
            if name in above:
                self.mistakes.add(node.place, f"patterns 里“{name}”引用了自己")
                return None
            if name not in self.macros:
                self.mistakes.add(node.place, f"没有叫“{name}”的模式{nearest(name, self.macros)}")
                return None
            inner = self.written_out(self.macros[name], (*above, name)) if name not in self.bad else None
            if inner is None:
                return None
            pieces[2 * i + 1] = f"(?:{inner})"
        return "".join(pieces)


_WORDS = (
    (r"missing \), unterminated subpattern", "缺少右括号"),
    (r"unbalanced parenthesis", "多了右括号"),
    (r"unterminated character set", "缺少右方括号“]”"),
    (r"nothing to repeat", "重复符号前没有可重复的内容"),
    (r"multiple repeat", "重复符号连写了两个"),
    (r"bad character range (.*)", "字符范围“{0}”前后颠倒"),
    (r"bad escape (.*)", "不认识的转义“{0}”"),
    (r"look-behind requires fixed-width pattern", "后顾断言（?<=、?<!）里的长度必须固定"),
    (r"invalid group reference (.*)", "没有第 {0} 组"),
    (r"redefinition of group name '(.*?)'.*", "组名“{0}”重复"),
    (r"min repeat greater than max repeat", "重复次数前大后小"),
    (r"unknown extension (.*)", "不认识的“{0}”"),
    (r"unknown group name '(.*)'", "没有叫“{0}”的组"),
)


def explain_regex(error: re.error) -> str:
    """What is wrong with a regular expression, in Chinese, with the character where it is."""
    place = f"（第 {error.pos + 1} 个字符）" if error.pos is not None else ""
    for pattern, words in _WORDS:
        found = re.fullmatch(pattern, error.msg)
        if found:
            return words.format(*found.groups()) + place
    return error.msg + place
