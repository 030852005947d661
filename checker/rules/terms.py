"""按带日期的词表检查用词：错别字、旧提法、过期规划、过早的提法、别类机关的用语。

参数：table 词表名；when 何时算错——listed 词表适用于该年度，before 报告成文时还没有，after 报告年度之前已经结束；
titles 为假时不查书名号里的文字；future 为假时不查下一年度部分；quoted 为假时不查引号里的文字；
segment 为真时命中处必须是一个词的开头（用 jieba 分词：学法制度里没有“法制”）。
消息可用的占位：{quote} 命中的文字 {right} 应为 {note} 说明 {name} 名称 {since} 起 {until} 止。
例：{kind: terms, table: typos, in: body}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from checker.model.structure import Passage
from checker.model.tables import Term
from checker.rules.base import Problem, Scope, sub
from checker.text.patterns import compiled

NAME = "terms"
PARAMS = {
    "table": {"type": "string", "description": "词表名"},
    "when": {"enum": ["listed", "before", "after"], "default": "listed", "description": "何时算错"},
    "titles": {"type": "boolean", "default": True, "description": "书名号里也查"},
    "future": {"type": "boolean", "default": True, "description": "下一年度部分也查"},
    "segment": {"type": "boolean", "default": False, "description": "命中处须是一个词的开头"},
}
VALUES = ("right", "note", "name", "since", "until")
VARIANTS = ("info", "warning", "error")
_TITLE = re.compile(r"《[^《》]*》")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    table: str
    when: str = "listed"
    titles: bool = True
    future: bool = True
    segment: bool = False


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    rows = [row for row in scope.tables.terms.get(params.table, ()) if _applies(params, row, scope)]
    whole = "\n".join(scope.text(passage) for passage in scope.passages)
    for row in rows:
        if row.literal and row.literal not in whole:
            continue
        if not compiled(row.pattern).search(whole):
            continue
        for passage in scope.passages:
            if not params.future and scope.is_future(passage.block):
                continue
            yield from _hits(params, row, scope, passage)


def _applies(params: Params, row: Term, scope: Scope) -> bool:
    if row.levels and scope.level not in row.levels:
        return False
    if params.when == "listed":
        if scope.year is None:
            return row.since is None and row.until is None
        starts = row.since is None or row.since <= date(scope.year, 12, 31)
        return starts and (row.until is None or row.until >= date(scope.year, 1, 1))
    if scope.year is None or scope.signed is None:
        return False
    if params.when == "before":
        return row.since is not None and row.since > max(date(scope.year, 12, 31), scope.signed)
    return row.until is not None and row.until < date(scope.year, 1, 1)


def _hits(params: Params, row: Term, scope: Scope, passage: Passage) -> Iterator[Problem]:
    text = scope.text(passage)
    if row.literal and row.literal not in text:
        return
    titles = [match.span() for match in _TITLE.finditer(text)] if not params.titles and "《" in text else []
    found = [
        match
        for match in compiled(row.pattern).finditer(text)
        if not any(start < match.start() < end for start, end in titles)
        and not _guarded(row, text, match.start(), match.end())
        and (not params.segment or _starts_word(text, match.start()))
    ]
    if found:
        first = found[0]
        variant = str(row.severity) if row.severity else ""
        yield Problem(
            at=sub(passage, first.start(), first.end()),
            values={
                "right": row.right,
                "note": row.note,
                "name": row.name or first[0],
                "since": str(row.since or ""),
                "until": str(row.until or ""),
            },
            variant=variant,
            certain=not row.suspect and (not row.levels or _known(scope)),
            count=len(found),
            fix=row.right if row.safe_fix else None,
            edits=tuple(_edits(row, scope, passage, found)) if row.safe_fix else (),
        )


def _edits(row: Term, scope: Scope, passage: Passage, found: list[re.Match[str]]) -> Iterator[tuple[Passage, str]]:
    """Only where the words stand as they were read: not in traditional script, not with a line break inside."""
    for match in found:
        at = sub(passage, match.start(), match.end())
        if scope.written(at) == match[0]:
            yield at, row.right


def _known(scope: Scope) -> bool:
    """Whether the paper names its body; else the level is a guess, and so is what does not befit it."""
    return bool(scope.structure.issuer or scope.structure.signature)


def _guarded(row: Term, text: str, start: int, end: int) -> bool:
    if row.before and compiled(f"(?:{row.before})$").search(text[max(0, start - 40) : start]):
        return True
    return bool(row.after) and compiled(row.after).match(text[end : end + 60]) is not None


def _starts_word(text: str, at: int) -> bool:
    segment: Any = import_module("checker.text.segment")  # loads jieba: only when a hit must be confirmed
    return bool(segment.starts_word(text, at))
