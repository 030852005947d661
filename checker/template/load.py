"""Text → template: read, inherit, fill in, check; every mistake in one run."""

from collections.abc import Mapping
from dataclasses import dataclass

from checker.errors import TemplateError
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
    """What reading a template brought to light. `root` is the merged template, each value with its place."""

    root: Node
    compiled: Compiled | None
    errors: tuple[TemplateError, ...]
    warnings: tuple[TemplateError, ...]


def compile_template(name: str, find: Find, given: Mapping[str, Node] | None = None) -> Compiled:
    """A template as plain JSON for `build`, with parameters as `given`.

    Raises TemplateErrors with all mistakes, TemplateError if not found.
    """
    mistakes = Mistakes()
    root, compiled = _compile(name, find, mistakes, given)
    if compiled is None:
        mistakes.add(root.place, "这是规则包，没有“parts”和“score”，不能单独使用；请在模板里用 extends 引入")
    mistakes.raise_any()
    assert compiled is not None  # else an error was raised
    return compiled


def load(name: str, find: Find) -> Template:
    """The template of that name, checked. Raises as `compile_template` does."""
    return build(compile_template(name, find))


def inspect(name: str, find: Find) -> Inspection:
    """A template or pack with its mistakes and warnings. Raises TemplateError if the file is not found."""
    mistakes = Mistakes()
    root, compiled = _compile(name, find, mistakes)
    return Inspection(
        root=root,
        compiled=None if mistakes.errors else compiled,
        errors=tuple(mistakes.errors),
        warnings=tuple(mistakes.warnings),
    )


def _compile(
    name: str, find: Find, mistakes: Mistakes, given: Mapping[str, Node] | None = None
) -> tuple[Node, Compiled | None]:
    root = inherit(name, find, mistakes)
    if mistakes.broken:
        return root, {}
    params = read_params(root, mistakes, given)
    held = {key: put_params(root.map[key], params, mistakes) for key in _HOLDING_PARAMS if key in root.map}
    root = expand_parts(with_entries(root, held), mistakes)
    kinds = used_kinds(root)
    check_schema(root, kinds, KINDS, mistakes)
    root = expand_regexes(root, kinds, mistakes)
    tables = read_tables(root, find, mistakes)
    whole = "parts" in root.map or "score" in root.map
    check(root, kinds, tables, mistakes, whole=whole)
    return root, emit(root, params, tables) if whole and not mistakes.errors else {} if whole else None


def used_kinds(root: Node) -> Mapping[str, Kind]:
    """The kinds that the rules of a template name; unknown names are left out."""
    rules = root.map["rules"].list if "rules" in root.map else ()
    names = {rule.map["kind"].text for rule in rules if "kind" in rule.map}
    return {name: kind(name) for name in sorted(names) if name in KINDS}
