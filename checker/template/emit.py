"""A merged and checked template as plain JSON: what the cache keeps and `build` reads."""

import hashlib
import json

from checker.strict_yaml import Json, Node
from checker.template.grammar import RULE_KEYS
from checker.template.where import normalise_where

Compiled = dict[str, Json]


def emit(root: Node, params: dict[str, Node], tables: Compiled) -> Compiled:
    """The template, its keys named as the fields of `model.template`."""
    sources = root.map["sources"].map if "sources" in root.map else {}
    compiled: Compiled = {
        "id": _text(root, "id"),
        "version": _text(root, "version"),
        "title": _text(root, "title"),
        "level": _text(root, "level"),
        "years": root.at(("effective", "report_year")).text if "effective" in root.map else "",
        "params": {name: node.plain() for name, node in params.items()},
        "parts": [_part(part) for part in _list(root, "parts")],
        "rules": [_rule(rule, sources) for rule in _list(root, "rules")],
        "scoring": _scoring(root.map.get("score", Node({}, root.place))),
        "tables": tables,
        "draft": root.map["draft"].plain() if "draft" in root.map else {},
    }
    return {**compiled, "sha256": _hash(compiled)}


def _hash(compiled: Compiled) -> str:
    text = json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _part(part: Node) -> Json:
    return {
        "id": _text(part, "id"),
        "name": _text(part, "name"),
        "required": _flag(part, "required"),
        "points": _plain(part, "points", 0),
        "heading": _pattern(part, "heading"),
        "generic": _pattern(part, "generic"),
        "opening": _pattern(part, "opening"),
        "mention": _pattern(part, "mention"),
        "min_chars": _plain(part, "min_chars", 0),
        "implicit": _flag(part, "implicit"),
        "future": _flag(part, "future"),
        "lose": _plain(part, "lose", {}),
    }


def _pattern(part: Node, key: str) -> Json:
    pattern = part.map.get(key, Node({}, part.place))
    return {"any": _plain(pattern, "any", []), "none": _plain(pattern, "not", [])}


def _rule(rule: Node, sources: dict[str, Node]) -> Json:
    return {
        "id": _text(rule, "id"),
        "kind": _text(rule, "kind"),
        "title": _text(rule, "title") or _text(rule, "id"),
        "category": _text(rule, "category"),
        "severity": _text(rule, "severity"),
        "message": _text(rule, "message"),
        "where": normalise_where(rule.map["in"]) if "in" in rule.map else "body",
        "certain": not _flag(rule, "suspect"),
        "gate": _flag(rule, "gate"),
        "locked": _flag(rule, "locked"),
        "hint": _text(rule, "hint"),
        "why": _text(rule, "why"),
        "basis": [_basis(name, sources) for name in basis_names(rule)],
        "variants": {name: _variant(node) for name, node in rule.map["variants"].map.items()}
        if "variants" in rule.map
        else {},
        "options": {key: node.plain() for key, node in rule.map.items() if key not in RULE_KEYS},
        "examples": [_example(node) for node in _list(rule, "tests")],
    }


def basis_names(rule: Node) -> tuple[Node, ...]:
    """The entries of `basis:`, one or many, as written: `id` or `id#clause`."""
    node = rule.map.get("basis")
    if node is None:
        return ()
    return node.list if isinstance(node.value, tuple) else (node,)


def _basis(name: Node, sources: dict[str, Node]) -> Json:
    source, _, clause = name.text.partition("#")
    known = sources.get(source, Node({}, name.place))
    return {
        "source": _text(known, "name"),
        "clause": clause or _text(known, "clause"),
        "number": _text(known, "number"),
        "verified": _flag(known, "verified"),
        "url": _text(known, "url"),
    }


def _variant(node: Node) -> Json:
    return {
        "severity": _text(node, "severity") or None,
        "certain": not _flag(node, "suspect") if "suspect" in node.map else None,
        "gate": _flag(node, "gate") if "gate" in node.map else None,
        "message": _text(node, "message"),
        "hint": _text(node, "hint"),
    }


def _example(node: Node) -> Json:
    return {
        "text": _text(node, "text"),
        "expect": _text(node, "expect"),
        "quote": _text(node, "quote"),
        "year": _plain(node, "year", None),
        "times": _plain(node, "times", 1),
        "variant": _text(node, "variant"),
    }


def _scoring(score: Node) -> Json:
    return {
        "items": _plain(score, "items", []),
        "pools": _plain(score, "pools", []),
        "cap": _plain(score, "cap", 59),
        "each_more": _plain(score, "each_more", 10),
        "bands": _plain(score, "bands", []),
        "min_chars": _plain(score, "min_chars", 200),
    }


def _list(node: Node, key: str) -> tuple[Node, ...]:
    return node.map[key].list if key in node.map else ()


def _text(node: Node, key: str) -> str:
    return node.map[key].text if key in node.map else ""


def _flag(node: Node, key: str) -> bool:
    return key in node.map and node.map[key].value is True


def _plain(node: Node, key: str, default: Json) -> Json:
    return node.map[key].plain() if key in node.map else default
