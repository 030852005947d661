"""Text → template: read, inherit, fill in, check; every mistake in one run."""

from collections.abc import Mapping
from dataclasses import dataclass

from checker.errors import TemplateError, in_order
from checker.model.template import Template
from checker.rules import KINDS, kind
from checker.rules.base import Kind
from checker.strict_yaml import Node
from checker.template.build import build
from checker.template.checks import check
from checker.template.emit import Compiled, emit
from checker.template.expand import expand_parts
from checker.template.inherit import Find, inherit
from checker.template.merge import with_entries
from checker.template.mistakes import Mistakes
from checker.template.params import put_params, read_params
from checker.template.regexes import expand_regexes
from checker.template.schema import check_schema
from checker.template.tables import read_tables

_HOLDING_PARAMS = ("parts", "rules", "score", "generated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What reading a template brought to light. `merged` is the template with all it inherits, before anything is
    filled in, each value with its place; `compiled` is None for a pack and for a template with mistakes.
    """

    merged: Node
    compiled: Compiled | None
    errors: tuple[TemplateError, ...]
    warnings: tuple[TemplateError, ...]


def compile_template(
    name: str, find: Find, given: Mapping[str, Node] | None = None, packs: tuple[str, ...] = ()
) -> Compiled:
    """A template as plain JSON for `build`, with parameters as `given` and the rules of `packs` besides its own.

    Raises TemplateErrors with all mistakes, TemplateError if not found.
    """
    mistakes = Mistakes()
    merged, compiled = _compile(name, find, mistakes, given, packs)
    if compiled is None and not mistakes.errors:
        mistakes.add(merged.place, "没有“level”，是规则包，不能单独使用；请写明哪一级，或在模板里用 extends 引入")
    mistakes.raise_any()
    assert compiled is not None  # else an error was raised
    return compiled


def load(name: str, find: Find) -> Template:
    """The template of that name, checked. Raises as `compile_template` does."""
    return build(compile_template(name, find))


def inspect(name: str, find: Find) -> Inspection:
    """A template or pack with its mistakes and warnings. Raises TemplateError if the file is not found."""
    mistakes = Mistakes()
    merged, compiled = _compile(name, find, mistakes)
    return Inspection(
        merged=merged, compiled=compiled, errors=in_order(mistakes.errors), warnings=in_order(mistakes.warnings)
    )


def _compile(
    name: str,
    find: Find,
    mistakes: Mistakes,
    given: Mapping[str, Node] | None = None,
    packs: tuple[str, ...] = (),
) -> tuple[Node, Compiled | None]:
    """The merged template; and what it compiles to, if it is whole (has a level) and without mistakes."""
    merged = inherit(name, find, mistakes, packs)
    if mistakes.broken:
        return merged, None
    params = read_params(merged, mistakes, given)
    held = {key: put_params(merged.map[key], params, mistakes) for key in _HOLDING_PARAMS if key in merged.map}
    root = expand_parts(with_entries(merged, held), mistakes)
    kinds = used_kinds(root)
    check_schema(root, kinds, KINDS, mistakes)
    root = expand_regexes(root, kinds, mistakes)
    tables = read_tables(root, find, mistakes)
    whole = "level" in root.map
    check(root, kinds, tables, mistakes, whole=whole)
    return merged, emit(root, params, tables) if whole and not mistakes.errors else None


def used_kinds(root: Node) -> Mapping[str, Kind]:
    """The kinds that the rules of a template name; unknown names are left out."""
    rules = root.map["rules"].list if "rules" in root.map else ()
    names = {rule.map["kind"].text for rule in rules if "kind" in rule.map}
    return {name: kind(name) for name in sorted(names) if name in KINDS}
