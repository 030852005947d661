"""What a child may not do to a locked rule or part."""

from checker.strict_yaml import Node
from checker.template.merge import index
from checker.template.mistakes import Mistakes

RANK = {"off": 0, "info": 1, "warning": 2, "error": 3}


def check_locks(before: Node, after: Node, mistakes: Mistakes) -> None:
    """Reports every locked rule or part of `before` that `after` has weakened."""
    for key, what in (("rules", "规则"), ("parts", "部分")):
        if key not in before.map:
            continue
        now = index(after.map[key].list) if key in after.map else {}
        for name, node in index(before.map[key].list).items():
            if not is_locked(node):
                continue
            if name not in now:
                mistakes.add(after.keys.get(key, after.place), f"{what}“{name}”由上级锁定（locked），不能删除")
            elif now[name] is not node:
                check_lock(node, now[name], mistakes, name=name)


def is_locked(node: Node) -> bool:
    return "locked" in node.map and node.map["locked"].value is True


def check_lock(before: Node, after: Node, mistakes: Mistakes, *, name: str) -> None:
    """Reports where `after` is weaker than the locked rule, variant or part `before`."""
    for key, node in after.map.items():
        old = before.map[key].value if key in before.map else None
        if node is before.map.get(key):
            continue
        if key == "severity" and RANK.get(node.text, 0) < RANK.get(str(old), 0):
            what = f"等级不能从 {old} 降为 {node.value}"
        elif key == "suspect" and node.value is True and old is not True:
            what = "不能改为存疑（suspect）"
        elif key in ("gate", "required", "locked") and node.value is False and old is True:
            what = f"不能取消 {key}"
        elif key == "kind" and old is not None and node.value != old:
            what = f"不能改变种类 {old}"
        elif key == "variants":
            known = before.map[key].map if key in before.map else {}
            for variant, changed in node.map.items():
                own = known[variant].map if variant in known else {}
                check_lock(Node({**before.map, **own}, before.place), changed, mistakes, name=name)
            continue
        else:
            continue
        mistakes.add(node.place, f"“{name}”由上级锁定（locked），{what}")
