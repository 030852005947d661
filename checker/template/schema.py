"""The JSON Schema of a template, assembled from the kinds; the only door to jsonschema."""

from collections.abc import Iterable, Mapping

from jsonschema import Draft202012Validator, ValidationError

from checker.rules.base import Kind
from checker.strict_yaml import Node
from checker.template.explain import Complaint, explain
from checker.template.grammar import HEAD, PART, RULE_KEYS, RULE_REQUIRED, SCORE, Schema, closed
from checker.template.mistakes import Mistakes


def template_schema(kinds: Mapping[str, Kind], names: Iterable[str]) -> Schema:
    """The schema of a template in which everything inherited is filled in; `names` are all kinds there are."""
    return closed(
        {
            **HEAD,
            "parts": {"type": "array", "items": PART},
            "rules": {"type": "array", "items": rule_schema(kinds, names)},
            "score": SCORE,
        },
        ("version", "title"),  # `checker` and `id` were asked for when each file was read
    )


def rule_schema(kinds: Mapping[str, Kind], names: Iterable[str]) -> Schema:
    """The schema of one rule: the common keys, and for each of `kinds` its own options and no others."""
    return {
        "type": "object",
        "properties": {**RULE_KEYS, "kind": {**RULE_KEYS["kind"], "enum": sorted(names)}},
        "required": list(RULE_REQUIRED),
        "allOf": [_when(name, kind) for name, kind in sorted(kinds.items())],
    }


def check_schema(root: Node, kinds: Mapping[str, Kind], names: Iterable[str], mistakes: Mistakes) -> None:
    """Reports everything in `root` that the schema does not allow, at its place."""
    told = {(error.file, error.line, error.column) for error in mistakes.errors}
    found = Mistakes()
    check_shape(root, template_schema(kinds, names), found)
    for error in found.errors:
        if (error.file, error.line, error.column) not in told:  # one place, one mistake
            mistakes.errors.append(error)


def check_shape(root: Node, schema: Schema, mistakes: Mistakes) -> None:
    """The same for any file and its schema."""
    validator = Draft202012Validator(schema)
    for error in validator.iter_errors(root.plain()):
        for place, message in explain(_complaint(error), root):
            mistakes.add(place, message)


def _when(name: str, kind: Kind) -> Schema:
    return {
        "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
        "then": {
            "properties": {**dict.fromkeys(RULE_KEYS, True), **kind.PARAMS},
            "required": [key for key, schema in kind.PARAMS.items() if "default" not in schema],
            "additionalProperties": False,
        },
    }


def _complaint(error: ValidationError) -> Complaint:
    schema = error.schema if isinstance(error.schema, dict) else {}
    return Complaint(
        word=str(error.validator),
        limit=error.validator_value,
        value=error.instance,
        path=tuple(error.absolute_path),
        known=tuple(schema.get("properties", ())),
    )
