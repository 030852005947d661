"""The JSON Schema for editors: what an author may write in a file, before anything is inherited or filled in.

It is looser than the schema of a merged template: a child says only what it changes, adds to lists by `key+` and takes
from them by `key-`, and may write `$name` where a value is a parameter.
"""

import json
from typing import Any

from checker.rules import KINDS, kind
from checker.template.grammar import HEAD, NAME, PARAM, PART, RULE_KEYS, SCORE, Schema

_PARAMETER: Schema = {"type": "string", "pattern": r"^\$[A-Za-z_][A-Za-z0-9_]*$"}
_NAMES: Schema = {"type": "string", "pattern": NAME["pattern"].replace("$", "[+-]?$")}
_RULE_WORDS = {"type": "object", "required": ["id"]}


def schema_text() -> str:
    """The schema as the text of docs/template.schema.json."""
    return json.dumps(published_schema(), ensure_ascii=False, indent=1) + "\n"


def published_schema() -> Schema:
    """The schema of a template or pack as an author writes it, for all kinds."""
    options = {name: {key: _lenient(value) for key, value in kind(name).PARAMS.items()} for name in sorted(KINDS)}
    every = {key: True for name in options for key in options[name]}
    common = {key: _lenient(value) for key, value in RULE_KEYS.items()}
    common["kind"] = {**RULE_KEYS["kind"], "enum": sorted(KINDS)}
    rule = {
        **_RULE_WORDS,
        "properties": common,
        "allOf": [*(_when(name, own) for name, own in options.items()), _otherwise(every)],
    }
    part = {**_lenient(PART), "required": ["id"]}
    change = _open({**every, **part["properties"], **common})
    properties = {
        **{key: _head(key, value) for key, value in HEAD.items()},
        "extends": {
            "type": ["string", "array"],
            "items": {"type": "string", "minLength": 1},
            "description": "继承哪些模板：内置的名字，或旁边的 .yaml 文件；后面的优先",
        },
        "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}},
        "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
        "overrides": {
            "type": "array",
            "items": {"$ref": "#/$defs/change"},
            "description": "改动继承来的规则或部分：写 id 和要改的键",
        },
        "score": _lenient(SCORE),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "checker 模板",
        **_open(properties),
        "required": ["checker", "id"],
        "$defs": {"part": part, "rule": rule, "change": {**change, "required": ["id"]}},
    }


def _when(name: str, options: Schema) -> Schema:
    """The keys of a rule of this kind."""
    known = _open({**dict.fromkeys(RULE_KEYS, True), **options})
    return {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": known}


def _otherwise(options: Schema) -> Schema:
    """The keys of a rule that takes its kind from the template above."""
    known = _open({**dict.fromkeys(RULE_KEYS, True), **options})
    return {"if": {"not": {"required": ["kind"]}}, "then": known}


def _head(key: str, schema: Schema) -> Schema:
    if key == "params":
        own = {"anyOf": [PARAM, {"type": ["string", "number", "boolean", "array"]}]}
        return {**schema, "propertyNames": _NAMES, "additionalProperties": own}
    if key == "tables":
        inner = {**_open(schema["additionalProperties"]["properties"]), "description": "词表；rows+ 加行，rows- 去行"}
        return {**schema, "additionalProperties": inner}
    if "propertyNames" in schema:
        names = {"type": "string", "pattern": schema["propertyNames"]["pattern"].replace("$", "[+-]?$")}
        return {**schema, "propertyNames": names, "additionalProperties": True if key == "sources" else {}}
    return schema


def _lenient(schema: Any) -> Any:
    """The same with every required key optional, `$name` for a value, `key+` and `key-` beside a key."""
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "object" and "properties" in schema:
        inner = {key: _lenient(value) for key, value in schema["properties"].items()}
        return {**_open(inner), **{key: schema[key] for key in ("description",) if key in schema}}
    if schema.get("type") == "array":
        schema = {**schema, "items": _lenient(schema.get("items", True))}
    if schema.get("type") in ("string", "object") and "pattern" not in schema:
        return schema  # `$name` is a string like any other
    about = {key: schema[key] for key in ("description", "default") if key in schema}
    strict = {key: value for key, value in schema.items() if key not in about}
    return {"anyOf": [strict, _PARAMETER], **about}


def _open(properties: Schema) -> Schema:
    """A map with these keys, each also as `key+` or `key-`, and no others."""
    names = "|".join(properties)
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {f"^(?:{names})[+-]$": {"type": ["array", "object"]}},
        "additionalProperties": False,
    }
