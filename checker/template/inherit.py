"""A template with everything it inherits: `extends` from left to right, then the file itself, then its overrides."""

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.errors import TemplateError, TemplateErrors
from checker.strict_yaml import Node, Place, parse
from checker.template.locked import check_locks
from checker.template.merge import index, merge, with_entries, without_entries
from checker.template.mistakes import Mistakes
from checker.template.wording import nearest

Find = Callable[[str, str | None], tuple[str, str]]
"""Name or relative path, and the label of the file that names it → label and text. Raises TemplateError."""

LANGUAGE = 1
DEEPEST = 20  # templates one above the other
OWN = frozenset({"checker", "id", "version", "title", "extends", "overrides"})  # never inherited
TOP = (
    "checker", "id", "version", "title", "level", "extends", "effective", "params", "sources", "patterns", "tables",
    "parts", "rules", "overrides", "score", "draft",
)  # fmt: skip
CHECKS = ("missing", "merged", "thin")  # the rules that a part becomes


def inherit(name: str, find: Find, mistakes: Mistakes, packs: tuple[str, ...] = ()) -> Node:
    """The merged file: `generated` holds overrides for rules that parts become. Raises TemplateError if not found.

    `packs` are laid upon it without becoming its name, as an option of the command line asks.
    """
    reading = _Reading(find, mistakes)
    root = reading.read(*find(name, None), ())
    for pack in packs:
        root = _over(root, without_entries(reading.read(*find(pack, None), ()), OWN), mistakes)
    return root


@dataclass(slots=True)
class _Reading:
    find: Find
    mistakes: Mistakes
    done: dict[str, Node] = field(default_factory=dict)

    def read(self, label: str, text: str, above: tuple[str, ...]) -> Node:
        if label in self.done:
            return self.done[label]
        try:
            own = parse(text, label).root
        except TemplateErrors as errors:
            self.mistakes.adopt(errors)
            return Node({}, Place(label, 1, 1))
        own = without_entries(own, _check_head(own, self.mistakes))
        base: Node | None = None
        for parent in _parents(own, self.mistakes):
            inherited = self.parent(parent, label, (*above, label))
            if inherited is not None:
                base = _over(base, without_entries(inherited, OWN), self.mistakes)
        merged = _over(base, without_entries(own, {"extends", "overrides"}), self.mistakes)
        if "overrides" in own.map and not self.mistakes.broken:
            changed = _override(merged, own.map["overrides"], self.mistakes)
            check_locks(merged, changed, self.mistakes)
            merged = changed
        self.done[label] = merged
        return merged

    def parent(self, name: Node, label: str, above: tuple[str, ...]) -> Node | None:
        try:
            found, text = self.find(name.text, label)
        except TemplateError as error:
            self.mistakes.add(name.place, error.message)
            return None
        if len(above) > DEEPEST:
            self.mistakes.add(name.place, f"继承超过 {DEEPEST} 层")
            return None
        if found in above:
            circle = " → ".join((*above[above.index(found) :], found))
            self.mistakes.add(name.place, f"继承成环：{circle}")
            return None
        return self.read(found, text, above)


def _over(base: Node | None, over: Node, mistakes: Mistakes) -> Node:
    merged = merge(base, over, mistakes)
    if base is not None:
        check_locks(base, merged, mistakes)
    return merged


def _check_head(root: Node, mistakes: Mistakes) -> set[str]:
    """The keys that nobody knows, which were reported here and need not be again."""
    if not isinstance(root.value, dict):
        mistakes.add(root.place, "模板应为“键: 值”，例如第一行写 checker: 1")
        mistakes.broken = True
        return set()
    if not root.map:
        mistakes.add(root.place, "模板是空的；第一行应为 checker: 1")
        mistakes.broken = True
        return set()
    unknown = {key for key in root.map if key not in TOP and key.rstrip("+-") not in TOP}
    for key in sorted(unknown):
        mistakes.add(root.keys[key], f"不认识的键“{key}”{nearest(key, TOP)}")
    language = root.map.get("checker")
    if language is None:
        mistakes.add(root.place, f"缺少“checker: {LANGUAGE}”（模板语言的版本）")
    elif language.value != LANGUAGE or language.value is True:
        mistakes.add(language.place, f"本程序只懂模板语言 {LANGUAGE}，这里写的是“{language.value}”")
    if "id" not in root.map:
        mistakes.add(root.place, "缺少“id”")
    return unknown


def _parents(root: Node, mistakes: Mistakes) -> tuple[Node, ...]:
    node = root.map.get("extends")
    if node is None:
        return ()
    names = (node,) if isinstance(node.value, str) else node.list
    if not names or not all(name.text for name in names):
        mistakes.add(node.place, "“extends”应为模板名或相对路径的列表")
    return tuple(name for name in names if name.text)


def _override(merged: Node, overrides: Node, mistakes: Mistakes) -> Node:
    for change in overrides.list:
        name = change.map.get("id")
        if name is None or not name.text:
            mistakes.add(change.place, "每条 overrides 都要写“id”")
            continue
        rules, parts = index(_list(merged, "rules")), index(_list(merged, "parts"))
        generated = {f"{part}.{check}" for part in parts for check in CHECKS}
        if name.text in rules or name.text in parts:
            key = "rules" if name.text in rules else "parts"
            merged = merge(merged, Node({key: Node((change,), change.place)}, merged.place), mistakes)
        elif name.text in generated:
            kept = merged.map.get("generated", Node({}, change.place))
            kept = merge(kept, Node({name.text: change}, change.place), mistakes, path=("generated",))
            merged = with_entries(merged, {"generated": kept})
        else:
            known = (*rules, *parts, *generated)
            mistakes.add(name.place, f"没有叫“{name.text}”的规则或部分{nearest(name.text, known)}")
    if not isinstance(overrides.value, tuple):
        mistakes.add(overrides.place, "“overrides”应为列表：- {id: …, …}")
    return merged


def _list(root: Node, key: str) -> tuple[Node, ...]:
    return root.map[key].list if key in root.map else ()
