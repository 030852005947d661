"""Rows of a dated table → rows of the model, as plain JSON."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from checker.strict_yaml import Json, Node
from checker.template.mistakes import Mistakes
from checker.template.regex_tree import fixed_text
from checker.template.regexes import explain_regex
from checker.template.safety import danger
from checker.template.wording import nearest

Row = dict[str, Json]

_ANY = ("source", "verified", "unverified", "note", "about")
COLUMNS: dict[str, tuple[str, ...]] = {  # of each type of table; all but `_ANY`
    "terms": (
        "name", "wrong", "pattern", "right", "not_before", "not_after", "from", "until", "successor", "levels",
        "severity", "suspect", "safe_fix",
    ),
    "laws": ("name", "type", "aliases", "wrong", "adopted", "from", "revised", "until", "successor"),
    "places": (
        "old_name", "province", "old_parent", "kind", "approved", "successor", "successor_parent", "still_used_as",
        "guard_before", "guard_after", "parent_required", "confidence",
    ),
    "divisions": ("name",),
    "topics": ("code", "title", "pattern"),
}  # fmt: skip
REQUIRED = {
    "terms": (), "laws": ("name",), "places": ("old_name", "old_parent", "kind", "approved", "successor"),
    "divisions": ("name",), "topics": ("code", "title", "pattern"),
}  # fmt: skip
_LISTS = ("levels", "aliases", "unverified")
_FLAGS = ("verified", "suspect", "safe_fix", "parent_required")
_LEVELS = ("township", "street", "county", "department")
_SEVERITIES = ("error", "warning", "info", "off")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


def read_row(row: Node, sort: str, mistakes: Mistakes) -> Row | None:
    """A row as the model has it; None, and every mistake reported, when something is wrong with it."""
    if not isinstance(row.value, dict):
        mistakes.add(row.place, "表的一行应为“列: 值”")
        return None
    own = Mistakes()
    _check_columns(row, sort, own)
    read = _READERS[sort](row, own) if not own.errors else None
    mistakes.take(own)
    return None if own.errors else read


def _check_columns(row: Node, sort: str, mistakes: Mistakes) -> None:
    known = (*COLUMNS[sort], *_ANY)
    for key, node in row.map.items():
        if key not in known:
            mistakes.add(row.keys.get(key, node.place), f"不认识的列“{key}”{nearest(key, known)}")
        elif key in _FLAGS and not isinstance(node.value, bool):
            mistakes.add(node.place, f"“{key}”应为 true 或 false，写的是“{node.value}”")
        elif key in _LISTS or (sort == "laws" and key == "wrong"):
            if not isinstance(node.value, tuple) or not all(entry.text for entry in node.list):
                mistakes.add(node.place, f"“{key}”应为文字的列表")
        elif key not in _FLAGS and key != "revised" and not isinstance(node.value, str):
            mistakes.add(node.place, f"“{key}”应为文字；数和日期请加引号")
    head = next(iter(row.keys.values()), row.place)
    for key in REQUIRED[sort]:
        if key in row.map:
            continue
        if key not in row.keys and head.line < row.place.line:  # the head of a CSV file
            mistakes.add(head, f"表头缺少“{key}”")
        else:
            mistakes.add(row.place, f"这一行缺少“{key}”")


def _term(row: Node, mistakes: Mistakes) -> Row:
    literal, core = _text(row, "wrong"), _regex(row, "pattern", mistakes)
    if bool(literal) == bool(_text(row, "pattern")):
        mistakes.add(row.place, "“wrong”和“pattern”要写且只写一个")
    read: Row = {"literal": literal, "pattern": core or re.escape(literal)}
    if core:
        read["literal"] = fixed_text(core)
    read["right"] = _text(row, "right") or _text(row, "successor")
    for key, name in (("not_before", "before"), ("not_after", "after")):
        if key in row.map:
            read[name] = _regex(row, key, mistakes)
    for key, name in (("from", "since"), ("until", "until")):
        if key in row.map:
            read[name] = _date(row.map[key], mistakes, last=key == "until")
    for node in row.map["levels"].list if "levels" in row.map else ():
        _one_of(node, _LEVELS, mistakes)
    if "severity" in row.map:
        _one_of(row.map["severity"], _SEVERITIES, mistakes)
        read["severity"] = _text(row, "severity")
    return {**read, **_given(row, "name", "levels", "suspect", "safe_fix", "note", "verified")}


def _law(row: Node, mistakes: Mistakes) -> Row:
    doubted = row.map["unverified"].list if "unverified" in row.map else ()
    for node in doubted:
        _one_of(node, (*COLUMNS["laws"], "revised.adopted", "revised.from"), mistakes)
    unverified = {node.text for node in doubted}
    read = _given(row, "name", "aliases", "wrong", "successor", "note", "verified")
    for key, name in (("adopted", "adopted"), ("from", "since"), ("until", "until")):
        if key in row.map:
            value = _date(row.map[key], mistakes, last=False)
            if key not in unverified:
                read[name] = value
    return read


def _place(row: Node, mistakes: Mistakes) -> Row:
    read = _given(row, "kind", "successor", "parent_required")
    return {
        **read,
        "name": _text(row, "old_name"),
        "parent": _text(row, "old_parent"),
        "before": _regex(row, "guard_before", mistakes),
        "after": _regex(row, "guard_after", mistakes),
        "approved": _date(row.map["approved"], mistakes, last=False),
    }


def _division(row: Node, mistakes: Mistakes) -> Row:
    return _given(row, "name")


def _topic(row: Node, mistakes: Mistakes) -> Row:
    return {**_given(row, "code", "title"), "pattern": _regex(row, "pattern", mistakes)}


_READERS: dict[str, Callable[[Node, Mistakes], Row]] = {
    "terms": _term, "laws": _law, "places": _place, "divisions": _division, "topics": _topic,
}  # fmt: skip


def _text(row: Node, key: str) -> str:
    return row.map[key].text if key in row.map else ""


def _given(row: Node, *keys: str) -> Row:
    return {key: row.map[key].plain() for key in keys if key in row.map}


def _regex(row: Node, key: str, mistakes: Mistakes) -> str:
    pattern = _text(row, key)
    if "{{" in pattern:
        mistakes.add(row.map[key].place, "表里的正则不能用“{{…}}”，请写全")
    elif not pattern or not _compiles(pattern, row.map[key], mistakes):
        return ""
    elif fault := danger(pattern):
        mistakes.add(row.map[key].place, f"正则“{pattern[:40]}”可能极慢：{fault}")
    return pattern


def _compiles(pattern: str, node: Node, mistakes: Mistakes) -> bool:
    try:
        re.compile(pattern)
        return True
    except re.error as error:
        mistakes.add(node.place, f"正则“{pattern[:40]}”写错了：{explain_regex(error)}")
        return False


def _one_of(node: Node, known: tuple[str, ...], mistakes: Mistakes) -> None:
    if node.text not in known:
        mistakes.add(node.place, f"不能是“{node.text}”{nearest(node.text, known)}")


def _date(node: Node, mistakes: Mistakes, *, last: bool) -> str | None:
    """The first (or last) day of a day, month or year."""
    found = _DATE.fullmatch(node.text)
    try:
        if found is None:
            raise ValueError
        year, month, day = int(found[1]), int(found[2] or (12 if last else 1)), int(found[3] or 1)
        first = date(year, month, day)
        if last and not found[3]:
            following = date(year + month // 12, month % 12 + 1, 1)
            first = following - timedelta(days=1)
        return first.isoformat()
    except ValueError:
        mistakes.add(node.place, f"“{node.text}”不是日期；应为 '2024-01-15'、'2024-01' 或 '2024'")
        return None
