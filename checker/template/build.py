"""Plain JSON → Template, without YAML and without a schema: the way of a template that was checked before."""

from datetime import date
from typing import Any

from checker.model.severity import Severity
from checker.model.tables import Law, Place, Tables, Term, Topic
from checker.model.template import (
    Band,
    Draft,
    Example,
    HeadingPattern,
    Item,
    LegalBasis,
    Pool,
    RequiredPart,
    Rule,
    Scoring,
    Template,
    Variant,
)

Json = Any  # as `emit` wrote it


def build(compiled: dict[str, Json]) -> Template:
    """The template that `compile_template` has written down. KeyError or TypeError if it was something else."""
    return Template(
        id=compiled["id"],
        version=compiled["version"],
        title=compiled["title"],
        sha256=compiled["sha256"],
        level=compiled["level"],
        years=compiled["years"],
        params=frozen(compiled["params"]),
        parts=tuple(_part(part) for part in compiled["parts"]),
        rules=tuple(_rule(rule) for rule in compiled["rules"]),
        scoring=_scoring(compiled["scoring"]),
        tables=_tables(compiled["tables"]),
        draft=Draft(**frozen(compiled["draft"])),
    )


def frozen(value: Json) -> Json:
    """Lists as tuples, all the way down."""
    if isinstance(value, list):
        return tuple(frozen(inner) for inner in value)
    if isinstance(value, dict):
        return {key: frozen(inner) for key, inner in value.items()}
    return value


def _part(part: Json) -> RequiredPart:
    patterns = {key: _pattern(part[key]) for key in ("heading", "generic", "opening", "mention")}
    return RequiredPart(**{**part, **patterns})


def _pattern(pattern: Json) -> HeadingPattern:
    return HeadingPattern(any=tuple(pattern["any"]), none=tuple(pattern["none"]))


def _rule(rule: Json) -> Rule:
    return Rule(
        **{
            **rule,
            "severity": Severity(rule["severity"]),
            "basis": tuple(LegalBasis(**basis) for basis in rule["basis"]),
            "variants": {name: _variant(variant) for name, variant in rule["variants"].items()},
            "options": frozen(rule["options"]),
            "examples": tuple(Example(**example) for example in rule["examples"]),
        }
    )


def _variant(variant: Json) -> Variant:
    severity = variant["severity"]
    return Variant(**{**variant, "severity": Severity(severity) if severity else None})


def _scoring(scoring: Json) -> Scoring:
    return Scoring(
        items=tuple(Item(**item) for item in scoring["items"]),
        pools=tuple(Pool(**{**pool, "categories": tuple(pool["categories"])}) for pool in scoring["pools"]),
        cap=scoring["cap"],
        each_more=scoring["each_more"],
        bands=tuple(Band(**band) for band in scoring["bands"]),
        min_chars=scoring["min_chars"],
    )


def _tables(tables: Json) -> Tables:
    return Tables(
        terms={name: tuple(_term(row) for row in rows) for name, rows in tables["terms"].items()},
        laws=tuple(_law(row) for row in tables["laws"]),
        lookalikes=tuple(tables["lookalikes"]),
        places=tuple(Place(**{**row, "approved": date.fromisoformat(row["approved"])}) for row in tables["places"]),
        divisions=frozenset(tables["divisions"]),
        topics=tuple(Topic(**row) for row in tables["topics"]),
    )


def _term(row: Json) -> Term:
    known = _dated(row, "since", "until")
    if "levels" in row:
        known["levels"] = tuple(row["levels"])
    if "severity" in row:
        known["severity"] = Severity(row["severity"])
    return Term(**known)


def _law(row: Json) -> Law:
    known = _dated(row, "adopted", "since", "until")
    for key in ("aliases", "wrong"):
        if key in row:
            known[key] = tuple(row[key])
    return Law(**known)


def _dated(row: Json, *keys: str) -> dict[str, Json]:
    return {key: date.fromisoformat(value) if key in keys else value for key, value in row.items()}
