"""Required parts written out as the rules that they mean."""

from collections.abc import Iterator

from checker.strict_yaml import Node
from checker.template.inherit import CHECKS
from checker.template.locked import check_lock, is_locked
from checker.template.merge import merge, with_entries, without_entries
from checker.template.mistakes import Mistakes

_SEVERITY = {"missing": "error", "merged": "warning", "thin": "warning"}


def expand_parts(root: Node, mistakes: Mistakes) -> Node:
    """The template with the rules of its parts before its own, and the overrides meant for them applied."""
    changes = root.map["generated"].map if "generated" in root.map else {}
    written: list[Node] = []
    used: set[str] = set()
    for part in root.map["parts"].list if "parts" in root.map else ():
        for rule in _rules(part):
            name = rule.map["id"].text
            if name in changes:
                used.add(name)
                change = without_entries(changes[name], {"id"})
                changed = merge(rule, change, mistakes, path=("rules", name))
                if is_locked(rule):
                    check_lock(rule, changed, mistakes, name=name)
                rule = changed
            written.append(rule)
    for name, change in changes.items():
        if name not in used:
            mistakes.add(change.map["id"].place, f"没有规则“{name}”：该部分不是必备，或没有写这一条的说法（messages）")
    own = root.map.get("rules", Node((), root.place))
    entries = {key: node for key, node in root.map.items() if key != "generated"}
    base = Node(entries, root.place, root.keys)
    return with_entries(base, {"rules": Node((*written, *own.list), own.place)}) if written else base


def is_generated(rule: Node) -> bool:
    """True for a rule that stands for a part, not one that an author wrote."""
    return "id" in rule.map and rule.map["id"].place == rule.place


def _rules(part: Node) -> Iterator[Node]:
    name = part.map.get("id")
    if name is None or not name.text or not _flag(part, "required"):
        return
    for check in CHECKS:
        message = _of(part, "messages", check)
        if check != "missing" and message is None:
            continue
        if check == "merged" and not ("mention" in part.map and _patterns(part.map["mention"])):
            continue
        if check == "thin" and not part.map.get("min_chars"):
            continue
        yield _rule(part, name, check, message)


def _rule(part: Node, name: Node, check: str, message: Node | None) -> Node:
    place = message.place if message else name.place

    def said(value: str | bool) -> Node:
        return Node(value, place)

    entries = {
        "id": said(f"{name.text}.{check}"),
        "kind": said("part"),
        "title": _of(part, "titles", check) or part.map.get("title") or part.map.get("name") or name,
        "in": said("body"),
        "severity": _of(part, "severities", check) or said(_SEVERITY[check]),
        "gate": said(check == "missing" and _flag(part, "gate")),
        "locked": said(_flag(part, "locked")),
        "category": part.map.get("category") or said("parts"),
        "hint": _of(part, "hints", check) or part.map.get("hint") or said(""),
        "why": part.map.get("why") or said(""),
        "part": name,
        "check": said(check),
    }
    if message is not None:
        entries["message"] = message
    if "basis" in part.map:
        entries["basis"] = part.map["basis"]
    tests = _of(part, "tests", check)
    if tests is not None:
        entries["tests"] = tests
    # a rule without its message is reported at the part
    return Node(entries, place, {key: node.place for key, node in entries.items()})


def _of(part: Node, key: str, check: str) -> Node | None:
    return part.map[key].map.get(check) if key in part.map else None


def _flag(part: Node, key: str) -> bool:
    return key in part.map and part.map[key].value is True


def _patterns(pattern: Node) -> bool:
    return bool(pattern.map["any"].list) if "any" in pattern.map else False
