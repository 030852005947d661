"""What a schema cannot say: names that nobody knows, rules that can never fire, words that nothing fills in."""

import re
from collections.abc import Iterator, Mapping

from checker.rules.base import Kind
from checker.strict_yaml import Json, Node
from checker.template.emit import basis_names
from checker.template.expand import is_generated
from checker.template.merge import index
from checker.template.mistakes import Mistakes
from checker.template.points import check_points
from checker.template.tables import table_sizes
from checker.template.where import PLACES, names, unknown
from checker.template.wording import nearest

COMMON = ("quote", "count", "year", "next_year")  # placeholders of every message, see engine.evaluate

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}|[{}]")


def check(root: Node, kinds: Mapping[str, Kind], tables: dict[str, Json], mistakes: Mistakes, *, whole: bool) -> None:
    """Reports what is wrong with a merged template whose parts are written out; `whole` is False for a pack."""
    parts, rules = _list(root, "parts"), _list(root, "rules")
    sources = root.map["sources"].map if "sources" in root.map else {}
    _check_unique(rules, mistakes)
    known_parts = index(parts) if whole else None
    for rule in rules:
        _check_basis(rule, sources, mistakes)
        _check_words(rule, kinds, mistakes)
        _check_variants(rule, kinds, mistakes)
        _check_where(rule, known_parts, mistakes)
        if not is_generated(rule):
            _check_off(rule, mistakes)
            _check_examples(rule, mistakes)
        _check_tables(rule, table_sizes(tables), root, mistakes)
    if whole:
        for key in ("parts", "score"):
            if key not in root.map:
                mistakes.add(root.place, f"缺少“{key}”")
        check_points(root, mistakes)


def _check_unique(rules: tuple[Node, ...], mistakes: Mistakes) -> None:
    seen: dict[str, Node] = {}
    for rule in rules:
        name = rule.map.get("id")
        if name is None:
            continue
        if name.text in seen:
            first = seen[name.text].place
            mistakes.add(name.place, f"规则“{name.text}”重复，另一条在 {first}")
        seen[name.text] = name


def _check_basis(rule: Node, sources: dict[str, Node], mistakes: Mistakes) -> None:
    for name in basis_names(rule):
        source = name.text.partition("#")[0]
        if name.text and source not in sources:
            mistakes.add(name.place, f"sources 里没有“{source}”{nearest(source, sources)}")


def _check_words(rule: Node, kinds: Mapping[str, Kind], mistakes: Mistakes) -> None:
    kind = kinds.get(_text(rule, "kind"))
    if kind is None:
        return
    known = (*kind.VALUES, *COMMON)
    variants = rule.map["variants"].map.values() if "variants" in rule.map else ()
    for holder in (rule, *variants):
        for key in ("message", "hint"):
            for placeholder in _PLACEHOLDER.finditer(_text(holder, key)):
                if placeholder[1] is None:
                    mistakes.add(holder.map[key].place, f"“{key}”里的花括号没有配对")
                elif placeholder[1] not in known:
                    what = f"“{key}”里的“{{{placeholder[1]}}}”没有内容可填"
                    mistakes.add(holder.map[key].place, what + nearest(placeholder[1], known))


def _check_variants(rule: Node, kinds: Mapping[str, Kind], mistakes: Mistakes) -> None:
    kind = kinds.get(_text(rule, "kind"))
    if kind is None or "*" in kind.VARIANTS:
        return
    variants = rule.map.get("variants", Node({}, rule.place))
    named = [(name, variants.keys.get(name, variants.place)) for name in variants.map]
    tested = [test.map["variant"] for test in _list(rule, "tests") if "variant" in test.map]
    named += [(node.text, node.place) for node in tested]
    for name, place in named:
        if name not in kind.VARIANTS:
            mistakes.add(place, f"种类“{kind.NAME}”没有情形“{name}”{nearest(name, kind.VARIANTS)}")


def _check_where(rule: Node, parts: Mapping[str, Node] | None, mistakes: Mistakes) -> None:
    """`parts` is None in a pack, whose rules may look at parts of the template that extends it."""
    where = rule.map.get("in")
    if where is None:
        return
    if all(name.startswith("-") for name, _ in names(where)):
        mistakes.add(where.place, "“in”没有写查哪里，这条规则永远不会查；例如 in: body")
    for name, node in unknown(where, parts) if parts is not None else ():
        known = (*PLACES, *(parts or ()))
        mistakes.add(node.place, f"“in”里的“{name}”不是位置，也不是部分{nearest(name, known)}")


def _check_off(rule: Node, mistakes: Mistakes) -> None:
    severity = rule.map.get("severity")
    if severity is None or severity.text != "off" or "id" not in rule.map:
        return
    louder = any(_text(v, "severity") not in ("", "off") for v in rule.map.get("variants", severity).map.values())
    if severity.place.file == rule.map["id"].place.file and not louder:
        mistakes.warn(severity.place, f"规则“{_text(rule, 'id')}”写出来就是 off，永远不会查")


def _check_examples(rule: Node, mistakes: Mistakes) -> None:
    expected = {_text(example, "expect") for example in _list(rule, "tests")}
    if expected == {"na"}:
        return  # it looks at what a text cannot show: fonts, margins
    if "pass" not in expected or not expected & {"fail", "review"}:
        lack = " 和 ".join(word for word, there in (
            ("pass", "pass" in expected), ("fail", bool(expected & {"fail", "review"}))) if not there)  # fmt: skip
        mistakes.warn(rule.place, f"规则“{_text(rule, 'id')}”的 tests 缺少 expect: {lack} 的例子")


def _check_tables(rule: Node, sizes: dict[str, int], root: Node, mistakes: Mistakes) -> None:
    """A rule that names a table must find rows in it."""
    known = root.map["tables"].map if "tables" in root.map else {}
    for node in _named_tables(rule):
        if node.text not in known:
            mistakes.add(node.place, f"tables 里没有“{node.text}”{nearest(node.text, known)}")
        elif not sizes.get(node.text, 1) and not mistakes.broken:
            mistakes.add(node.place, f"表“{node.text}”没有一行，这条规则永远不会查")


def _named_tables(rule: Node) -> Iterator[Node]:
    for key in ("table", "tables"):
        if key in rule.map:
            node = rule.map[key]
            yield from (entry for entry in (node.list or (node,)) if entry.text)


def _list(node: Node, key: str) -> tuple[Node, ...]:
    return node.map[key].list if key in node.map else ()


def _text(node: Node, key: str) -> str:
    return node.map[key].text if key in node.map else ""
