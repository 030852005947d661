"""A child's values over its parent's: maps merge, scalars and lists replace, lists of things with an id merge by id.

`key+` appends to a list (or merges into a map), `key-` removes from it.
"""

from checker.strict_yaml import Node, Place
from checker.template.mistakes import Mistakes
from checker.template.wording import nearest

BY_ID = frozenset({("parts",), ("rules",), ("score", "items"), ("score", "pools")})
Path = tuple[str, ...]


def merge(base: Node | None, over: Node, mistakes: Mistakes, *, path: Path = ()) -> Node:
    """`over` laid upon `base`; every value keeps the place of the file that set it."""
    if len(path) == 2 and path[0] == "params" and not isinstance(over.value, dict):
        return _set_default(base, over, mistakes, name=path[1])
    if isinstance(over.value, dict):
        return _merge_maps(base or Node({}, over.place), over, mistakes, path=path)
    if isinstance(over.value, tuple) and path in BY_ID:
        return _merge_by_id(base or Node((), over.place), over, mistakes, path=path)
    return over


def index(nodes: tuple[Node, ...]) -> dict[str, Node]:
    """Nodes by their `id`; those without one are left out."""
    return {node.map["id"].text: node for node in nodes if "id" in node.map and node.map["id"].text}


def with_entries(node: Node, entries: dict[str, Node]) -> Node:
    """The map with these entries set; new keys stand where their values do."""
    keys = {key: node.keys.get(key, value.place) for key, value in entries.items()}
    return Node({**node.map, **entries}, node.place, {**node.keys, **keys})


def without_entries(node: Node, names: frozenset[str] | set[str]) -> Node:
    """The map without these keys."""
    kept = {key: value for key, value in node.map.items() if key not in names}
    return Node(kept, node.place, {key: node.keys[key] for key in kept if key in node.keys})


def _merge_maps(base: Node, over: Node, mistakes: Mistakes, *, path: Path) -> Node:
    if path[:1] == ("tables",) and len(path) == 2 and "rows" in over.map and "file" not in over.map:
        base = without_entries(base, {"file", "rows", "rows-"})  # rows of its own replace the table, `rows+` adds to it
    entries = dict(base.map)
    keys = dict(base.keys)
    for key in sorted(over.map, key=lambda key: _order(key)):
        node = over.map[key]
        name, sign = (key[:-1], key[-1]) if _order(key) else (key, "")
        if sign == "-" and not (path[:1] == ("tables",) and name == "rows"):
            merged = _remove(entries.get(name), node, mistakes, name=name, by_id=(*path, name) in BY_ID)
        elif sign == "+":
            merged = _append(entries.get(name), node, mistakes, path=(*path, name))
        elif sign:  # the rows of a table stand in its file: what to leave out is remembered until it is read
            name = key
            merged = Node((*entries[key].list, *node.list) if key in entries else node.value, node.place)
        else:
            merged = merge(entries.get(name), node, mistakes, path=(*path, name))
        if merged is not None:
            entries[name] = merged
            keys[name] = over.keys.get(key, node.place)
    return Node(entries, base.place if path else over.place, keys)


def _order(key: str) -> int:
    """0 for a plain key, then what removes, then what appends."""
    return {"-": 1, "+": 2}.get(key[-1:], 0) if len(key) > 1 else 0


def _merge_by_id(base: Node, over: Node, mistakes: Mistakes, *, path: Path) -> Node:
    merged = list(base.list)
    places = {node.map["id"].text: number for number, node in enumerate(merged) if "id" in node.map}
    own: dict[str, Place] = {}
    for node in over.list:
        name = node.map.get("id")
        if name is None or not name.text:
            merged.append(node)
            continue
        if name.text in own:
            mistakes.add(name.place, f"“{name.text}”重复，第一次在第 {own[name.text].line} 行")
            continue
        own[name.text] = name.place
        if name.text in places:
            merged[places[name.text]] = merge(merged[places[name.text]], node, mistakes, path=(*path, name.text))
        else:
            places[name.text] = len(merged)
            merged.append(merge(None, node, mistakes, path=(*path, name.text)))
    return Node(tuple(merged), over.place)


def _append(base: Node | None, node: Node, mistakes: Mistakes, *, path: Path) -> Node | None:
    if isinstance(node.value, dict) or path in BY_ID:
        return merge(base, node, mistakes, path=path)
    if not isinstance(node.value, tuple):
        mistakes.add(node.place, f"“{path[-1]}+”后面应为列表")
        return base
    if base is not None and len(path) == 2 and path[0] == "params":
        default = base.map.get("default")
        return with_entries(base, {"default": Node((*(default.list if default else ()), *node.list), node.place)})
    if base is not None and not isinstance(base.value, tuple):
        mistakes.add(node.place, f"“{path[-1]}”不是列表，不能用“{path[-1]}+”追加")
        return base
    return Node((*(base.list if base else ()), *node.list), base.place if base else node.place)


def _remove(base: Node | None, node: Node, mistakes: Mistakes, *, name: str, by_id: bool) -> Node | None:
    if not isinstance(node.value, tuple):
        mistakes.add(node.place, f"“{name}-”后面应为列表")
        return base
    if base is None or not isinstance(base.value, tuple | dict):
        mistakes.add(node.place, f"上级没有可删的“{name}”")
        return base
    known = [str(key) for key in base.map] or [str(_label(entry, by_id=by_id)) for entry in base.list]
    gone = {str(entry.value) if not isinstance(entry.value, tuple | dict) else "" for entry in node.list}
    for entry in node.list:
        if str(entry.value) not in known:
            mistakes.add(entry.place, f"“{name}”里没有“{entry.value}”可删{nearest(str(entry.value), known)}")
    if isinstance(base.value, dict):
        return without_entries(base, gone)
    return Node(tuple(entry for entry in base.list if str(_label(entry, by_id=by_id)) not in gone), base.place)


def _label(entry: Node, *, by_id: bool) -> object:
    return entry.map["id"].value if by_id and "id" in entry.map else entry.value


def _set_default(base: Node | None, over: Node, mistakes: Mistakes, *, name: str) -> Node:
    if base is None:
        mistakes.add(over.place, f"没有叫“{name}”的参数；新参数要写 {{type: …, default: …, about: …}}")
        return Node({}, over.place)
    return with_entries(base, {"default": over})
