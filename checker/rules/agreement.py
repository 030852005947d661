"""检查署名机关与标题中的发文机关是否一致。

为什么：条例第九条（七）（十一）——标题的发文机关与署名是同一机关。全称与简称、党委与政府联合署名都算一致。
参数：strip 去掉的机关尾巴（正则），余下是地名；office 不能代替本机关署名的内设机构（正则）。
变体：place 属于别处；kind 是另一种机关；party 一个是党委、一个是政府（待核）。
消息可用的占位：{signed} 署名 {issuer} 标题中的机关。
例：{kind: agreement, in: signature}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.rules.base import Problem, Scope
from checker.text.patterns import compiled

NAME = "agreement"
_REGEX = {"type": "string", "format": "regex"}
PARAMS = {
    "strip": {**_REGEX, "description": "机关名称去掉它之后是地名"},
    "party": {**_REGEX, "description": "党的机关"},
    "government": {**_REGEX, "description": "政府机关"},
    "office": {**_REGEX, "description": "内设机构、其他机关"},
    "head": {**_REGEX, "description": "标题中发文机关到此为止"},
    "unit": {**_REGEX, "description": "一级地名"},
    "place": {**_REGEX, "description": "地名的最后一级"},
}
VALUES = ("signed", "issuer")
VARIANTS = ("place", "kind", "party")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    strip: str
    party: str
    government: str
    office: str
    head: str
    unit: str
    place: str


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    title = scope.structure.title
    if title is None:
        return
    issuer = compiled(params.head).split(title.value, maxsplit=1)[0]
    home = _place(params, issuer)
    if not home:
        return
    for passage in scope.passages:
        signed = scope.text(passage)
        if signed in scope.names:
            continue
        values = {"signed": signed, "issuer": issuer}
        there = _place(params, signed)
        if there and not _same(params, home, there) and there not in issuer and home not in signed:
            yield Problem(at=passage, variant="place", values=values)
        elif _is(params.office, signed) and not _is(params.office, issuer) and _names_organ(params, issuer):
            yield Problem(at=passage, variant="kind", values=values)
        elif len(scope.passages) == 1 and _names_organ(params, issuer) and _party_differs(params, issuer, signed):
            yield Problem(at=passage, variant="party", values=values, certain=False)


def _place(params: Params, organ: str) -> str:
    """The chain of places in front of the organ: 清源县白石镇."""
    found = compiled(params.place).match(re.sub(params.strip, "", organ))
    return found[0] if found else ""


def _same(params: Params, one: str, other: str) -> bool:
    """清源县白石镇 and 白石镇 are the same place; so are two chains of which the last links are, and those before."""
    chains = [compiled(params.unit).findall(place) or [place] for place in (one, other)]
    if one in other or other in one:
        return True
    pairs = list(zip(*(reversed(chain) for chain in chains), strict=False))
    return all(_short(a, b) or _short(b, a) for a, b in pairs)


def _short(name: str, full: str) -> bool:
    """林草局 is 林业和草原局: its characters stand in the full name, in that order."""
    rest = iter(full)
    return all(char in rest for char in name)


def _is(pattern: str, organ: str) -> bool:
    return compiled(pattern).search(organ) is not None


def _names_organ(params: Params, issuer: str) -> bool:
    return re.sub(params.strip, "", issuer) != issuer


def _party_differs(params: Params, issuer: str, signed: str) -> bool:
    return _is(params.party, signed) != _is(params.party, issuer) and not _both(params, issuer, signed)


def _both(params: Params, issuer: str, signed: str) -> bool:
    """Party and government together on one side."""
    return any(_is(params.party, organ) and _is(params.government, organ) for organ in (issuer, signed))
