"""检查地名：已撤销、更名的行政区划（abolished），别处的地名（foreign）。

为什么：条例第二十条（四）地名准确；行政区划管理条例。
参数：check；history 表示历史叙述的词（正则，紧靠地名之前）；outlives 名称还在用的单位（正则，紧靠地名之后）；
slot 套话里填地名的位置（正则，命名组 name）；common 不是地名的词（正则，整词）；
own 自称的说法（正则，命名组 name、unit）；
context 提到别处是正常的词（正则）。
变体（abolished）：recent 撤销不久（待核）；（foreign）：slot 只有套话为证（待核）。
消息可用的占位：{place} 地名 {successor} 现名 {approved} 批准日 {home} 本地。
例：{kind: place, in: text, check: abolished}
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import import_module
from typing import Any

from checker.model.tables import Place
from checker.rules.base import Problem, Scope, sub
from checker.text.organs import county_and_unit
from checker.text.patterns import compiled
from checker.text.sentences import clause
from checker.text.wording import month

NAME = "place"
_REGEX = {"type": "string", "format": "regex", "default": ""}
PARAMS = {
    "check": {"enum": ["abolished", "foreign"], "description": "检查什么"},
    "history": {**_REGEX, "description": "紧靠地名之前，表示历史的词"},
    "outlives": {**_REGEX, "description": "紧靠地名之后，仍沿用旧名的单位"},
    "slot": {**_REGEX, "description": "套话里填地名的位置，命名组 name"},
    "common": {**_REGEX, "description": "不是地名的词"},
    "own": {**_REGEX, "description": "把某地说成本地的写法，命名组 name 和 unit"},
    "context": {**_REGEX, "description": "提到别处是正常的词"},
    "units": {**_REGEX, "description": "本级地名的结尾"},
}
VALUES = ("place", "successor", "approved", "home")
VARIANTS = ("recent", "slot")
_GRACE = timedelta(days=183)  # signs and seals change months after the reply
_FIRM = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    check: str
    history: str = ""
    outlives: str = ""
    slot: str = ""
    common: str = ""
    own: str = ""
    context: str = ""
    units: str = ""


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    yield from _abolished(params, scope) if params.check == "abolished" else _foreign(params, scope)


def _abolished(params: Params, scope: Scope) -> Iterator[Problem]:
    if scope.year is None or scope.signed is None:
        return
    whole = "\n".join(scope.text(passage) for passage in scope.passages)
    told: set[str] = set()
    for place in scope.tables.places:
        if place.name not in whole or place.approved + _GRACE > scope.signed or place.name in told:
            continue
        if place.approved > date(scope.year, 12, 31):
            continue
        for passage in scope.passages:
            found = _old_name(params, scope, place, scope.text(passage))
            if found is None:
                continue
            told.add(place.name)
            firm = place.approved + _FIRM <= scope.signed and place.approved < date(scope.year, 1, 1)
            yield Problem(
                at=sub(passage, *found),
                variant="" if firm else "recent",
                certain=firm,
                values={
                    "place": place.name,
                    "successor": place.successor,
                    "approved": month(place.approved),
                },
            )
            break


def _old_name(params: Params, scope: Scope, place: Place, text: str) -> tuple[int, int] | None:
    """Where the old name stands as a present place, by the guards of the data file."""
    start = text.find(place.name)
    while start >= 0:
        end = start + len(place.name)
        before, after = text[max(0, start - 12) : start], text[end : end + 12]
        if not (
            (place.before and compiled(f"(?:{place.before})$").search(before))
            or (place.after and compiled(place.after).match(after))
            or (params.history and compiled(f"(?:{params.history})$").search(before))
            or (params.outlives and compiled(params.outlives).match(after))
            or (place.parent_required and not before.endswith((place.parent, place.parent[:-1])))
            or _inside_current(scope, text, start, end)
            or text.rfind("《", 0, start) > text.rfind("》", 0, start)
        ):
            return start, end
        start = text.find(place.name, end)
    return None


def _inside_current(scope: Scope, text: str, start: int, end: int) -> bool:
    """The name is part of a longer name that exists: 安县 in 成安县."""
    for left in range(max(0, start - 6), start + 1):
        for right in range(end, min(len(text), end + 4) + 1):
            if (left, right) != (start, end) and text[left:right] in scope.tables.divisions:
                return True
    return False


def _foreign(params: Params, scope: Scope) -> Iterator[Problem]:
    home = _home(params, scope)
    if not home:
        return
    county = _names_county(scope)
    told: set[str] = set()
    for passage in scope.passages:
        text = scope.text(passage)
        for pattern, variant in ((params.own, ""), (params.slot, "slot")):
            for match in compiled(pattern).finditer(text) if pattern else ():
                name = match["name"]
                unit = match.groupdict().get("unit") or ""
                left = clause(text, match.start())[0] if variant else max(0, match.start() - 14)
                near = text[left : match.start() if variant else match.end() + 10]
                if (
                    name in told
                    or name in home
                    or any(name in known for known in scope.names)
                    or any(name.endswith(part) or part.endswith(name) for part in _parts(params, home))
                    or compiled(params.common).fullmatch(name)
                    or (params.context and compiled(params.context).search(near))
                ):
                    continue
                listed = bool(variant) and name in _gazetteer(scope)
                if listed and not county:
                    continue  # 观胜镇 …推进法治荣昌建设: most likely the town's own county
                told.add(name)
                certain = listed if variant else not _holds_word(name)
                start = match.start("name") if not variant else match.start()
                stop = match.end("unit") if unit else match.end("name")
                yield Problem(
                    at=sub(passage, start, stop),
                    variant=variant,
                    certain=certain,
                    values={"place": name + unit, "home": scope.structure.issuer or home},
                )


def _home(params: Params, scope: Scope) -> str:
    """The places of the reporting body: from the title, with the longer names that the signature gives for them; else
    from the signature; else the town that the text names most. A signature of another town is not home."""
    units = compiled(params.units)
    title = scope.structure.title.value if scope.structure.title else ""
    signed = [line.value for line in scope.structure.signature]
    own = units.findall(title)
    if own:
        return title + "".join(line for line in signed if own[-1] in line)
    if any(units.search(line) for line in signed):
        return "".join(signed)
    text = "".join(scope.text(passage) for passage in scope.passages)
    common = Counter(units.findall(text)).most_common(1)
    return title + (common[0][0] if common and common[0][1] >= 2 else "")


def _names_county(scope: Scope) -> bool:
    """Whether the paper says of which county its body is: in title, signature or addressee."""
    structure = scope.structure
    addressee = structure.addressee.value if structure.addressee else ""
    organs = (structure.issuer, *(line.value for line in structure.signature), *addressee.split("、"))
    return any(county_and_unit(organ)[0] for organ in organs)


def _parts(params: Params, home: str) -> list[str]:
    return [part[:-1] for part in compiled(params.units).findall(home)]


def _gazetteer(scope: Scope) -> frozenset[str]:
    """Current county-level names without their last character."""
    return frozenset(name[:-1] for name in scope.tables.divisions if len(name) > 2)


def _holds_word(name: str) -> bool:
    """Part of the name is a word of the language (推动, 今年): what looks like another town may be none."""
    segment: Any = import_module("checker.text.segment")  # loads jieba: only when a hit must be confirmed
    return any(len(word) > 1 for word in segment.words(name))
