"""The score adds up to 100, and takes points only for rules and categories that exist."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from checker.strict_yaml import Node
from checker.template.merge import index
from checker.template.mistakes import Mistakes
from checker.template.wording import nearest

WHOLE = Decimal(100)
POOLS = Decimal(20)  # the most that all pools together may hold


def check_points(root: Node, mistakes: Mistakes) -> None:
    """Reports sums that are not right, bands out of order, and points lost for nothing."""
    score = root.map.get("score", Node({}, root.place))
    parts, items, pools = _list(root, "parts"), _list(score, "items"), _list(score, "pools")
    _check_ids((*parts, *items, *pools), mistakes)
    _check_total(root, parts, items, pools, mistakes)
    if _sum(pools) > POOLS:
        mistakes.add(score.keys.get("pools", score.place), f"扣分池合计不能超过 {POOLS} 分，现为 {_sum(pools)}")
    _check_bands(_list(score, "bands"), mistakes)
    rules = index(_list(root, "rules"))
    for owner in (*parts, *items):
        _check_lost(owner, rules, mistakes)
    categories = {rule.map["category"].text for rule in rules.values() if "category" in rule.map}
    for pool in pools:
        for node in _list(pool, "categories"):
            if node.text not in categories:
                what = f"没有哪条规则属于“{node.text}”类{nearest(node.text, categories)}"
                mistakes.add(node.place, what)
    _check_shared(root, pools, mistakes)


def _check_total(
    root: Node, parts: tuple[Node, ...], items: tuple[Node, ...], pools: tuple[Node, ...], mistakes: Mistakes
) -> None:
    owners = (*parts, *items, *pools)
    given = [owner.map["points"] for owner in owners if "points" in owner.map]
    total = _sum(owners)
    if "score" not in root.map or total == WHOLE or any((_plain(node) or 0) < 0 for node in given):
        return
    # where the author of this file has set points, else where the score begins
    own = [node.place for node in given if node.place.file == root.place.file]
    place = own[0] if own else root.keys.get("score", root.place)
    shares = f"部分 {_sum(parts)} + 项目 {_sum(items)} + 扣分池 {_sum(pools)}"
    mistakes.add(place, f"分数合计应为 100，现为 {total}（{shares}）")


def _check_ids(owners: tuple[Node, ...], mistakes: Mistakes) -> None:
    seen: set[str] = set()
    for owner in owners:
        name = owner.map.get("id")
        if name is not None and name.text in seen:
            mistakes.add(name.place, f"“{name.text}”在评分表里重复（部分、项目、扣分池不能同名）")
        seen.add(name.text if name else "")


def _check_bands(bands: tuple[Node, ...], mistakes: Mistakes) -> None:
    floors = [(band, value) for band in bands if (value := _number(band, "at_least")) is not None]
    for (_, above), (band, value) in pairwise(floors):
        if value >= above:
            mistakes.add(band.map["at_least"].place, f"等次应从高到低，{value} 不低于上一等的 {above}")
    if floors and floors[-1][1] != 0:
        mistakes.add(floors[-1][0].map["at_least"].place, f"最后一等应从 0 分起，现为 {floors[-1][1]}")


def _check_lost(owner: Node, rules: dict[str, Node], mistakes: Mistakes) -> None:
    lost = owner.map.get("lose", Node({}, owner.place))
    points = _number(owner, "points")
    for name, node in lost.map.items():
        if name not in rules:
            mistakes.add(lost.keys.get(name, node.place), f"“lose”里的规则“{name}”不存在{nearest(name, rules)}")
        share = _plain(node)
        if points is not None and share is not None and share > points:
            mistakes.add(node.place, f"“{name}”要扣 {share} 分，这一项只有 {points} 分")


def _check_shared(root: Node, pools: tuple[Node, ...], mistakes: Mistakes) -> None:
    """A category in two pools is reported in the file at hand, if one of the two stands there."""
    named = [(pool.map["id"].text, node) for pool in pools if "id" in pool.map for node in _list(pool, "categories")]
    owner: dict[str, str] = {}
    for name, node in sorted(named, key=lambda pair: pair[1].place.file == root.place.file):
        if owner.setdefault(node.text, name) != name:
            mistakes.add(node.place, f"“{node.text}”类已在扣分池“{owner[node.text]}”里，同一处不能扣两次")


def _sum(owners: tuple[Node, ...]) -> Decimal:
    return sum(_numbers(owners), Decimal(0))


def _numbers(owners: tuple[Node, ...]) -> Iterator[Decimal]:
    for owner in owners:
        value = _number(owner, "points")
        if value is not None:
            yield value


def _number(owner: Node, key: str) -> Decimal | None:
    return _plain(owner.map[key]) if key in owner.map else None


def _plain(node: Node) -> Decimal | None:
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(str(value))  # as it was written: 0.1 is a tenth


def _list(node: Node, key: str) -> tuple[Node, ...]:
    return node.map[key].list if key in node.map else ()
