"""检查引用的法律、法规、文件：已废止（repealed）、当时尚未出台（not-adopted）、标题有误（title）。

为什么：条例第二十条（四）引文准确。只按整个标题比对，不按子串：《劳动合同法》不是《合同法》，
地方性法规（《××省信访条例》）不是同名的国家条例；同名修订的法律不算旧法。
参数：check；history 表示历史叙述的词（正则，在引用前后找）；local 标题前若是地名就不是它（正则）；
law_like 像法律的标题（正则）；bare 书名号外也查。
变体（repealed）：year 报告年度内废止；successor 年度内废止而文中已引用接替者。（title）：near 与某标题相近（待核）。
消息可用的占位：{title} 引用的标题 {right} 正确标题 {until} 废止日 {successor} 接替者 {adopted} 出台日。
例：{kind: citation, in: body, check: repealed}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from checker.model.structure import Passage
from checker.model.tables import Law
from checker.rules.base import Problem, Scope, sub
from checker.text.patterns import compiled
from checker.text.wording import day

NAME = "citation"
_REGEX = {"type": "string", "format": "regex", "default": ""}
PARAMS = {
    "check": {"enum": ["repealed", "not-adopted", "title"], "description": "检查什么"},
    "history": {**_REGEX, "description": "引用前后有这些词则是历史叙述"},
    "local": {**_REGEX, "description": "标题以此开头的是地方文件"},
    "prefix": {**_REGEX, "description": "比对前去掉的前缀"},
    "bare_not_after": {**_REGEX, "description": "书名号外的法名，前一字是它就不是法名"},
    "bare_not_before": {**_REGEX, "description": "书名号外的法名，后一字是它就不是法名"},
    "bare": {"type": "boolean", "default": True, "description": "书名号外的法名也查"},
    "law_like": {**_REGEX, "description": "像法律法规的标题才比对相近"},
}
VALUES = ("title", "right", "until", "successor", "adopted")
VARIANTS = ("year", "successor", "near")
_CITED = re.compile(r"《([^《》]{2,60})》")
_DASH = re.compile("[—－-]+")
_YEARS = re.compile(r"(20\d\d)年?(?:[—－～~-]{1,2}|至)(20\d\d)年?")  # (2021-2025年): another dash is no other title
_SENTENCE_END = re.compile("[。；]")
_CLOSE = 0.86  # similarity from which an unknown title is taken for a slip
_LONG = 30
_LEAD = timedelta(days=400)  # a law may be adopted, and studied, this long before it is in force


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    check: str
    history: str = ""
    local: str = ""
    prefix: str = ""
    bare_not_after: str = ""
    bare_not_before: str = ""
    bare: bool = True
    law_like: str = ""


@dataclass(frozen=True, slots=True)
class _Citation:
    at: Passage
    title: str
    near: str
    bare: bool = False


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    known = {_plain(name): law for law in scope.tables.laws for name in (law.name, *law.aliases)}
    citations = list(_citations(params, scope))
    if params.check == "title":
        yield from _title(params, scope, citations, known)
        return
    judge = _repealed if params.check == "repealed" else _not_adopted
    if params.bare:
        citations += _bare(params, scope, known)
    told: set[tuple[int, str]] = set()
    for citation in citations:
        law = known.get(citation.title)
        if law is None or (params.history and compiled(params.history).search(citation.near)):
            continue
        problem = judge(scope, citation, law, citations)
        if problem is not None and (citation.at.block, citation.title) not in told:
            told.add((citation.at.block, citation.title))
            yield problem


def _plain(title: str) -> str:
    """The title with its years written in one way, as they are in the table."""
    return _YEARS.sub(r"\1—\2年", title) if "20" in title else title


def _citations(params: Params, scope: Scope) -> Iterator[_Citation]:
    for passage in scope.passages:
        text = scope.text(passage)
        for match in _CITED.finditer(text):
            title = _plain(re.sub(params.prefix, "", match[1]) if params.prefix else match[1])
            near = _near(text, *match.span())
            yield _Citation(sub(passage, *match.span()), title, near)


def _bare(params: Params, scope: Scope, known: dict[str, Law]) -> list[_Citation]:
    """Titles of laws outside 《》, by longest match, never inside a longer word or a local title."""
    dated = {name for name, law in known.items() if (law.until or law.adopted) and len(name) >= 3}
    whole = "\n".join(scope.text(passage) for passage in scope.passages)
    looked = [name for name in dated if name in whole]
    if not looked:
        return []
    names = sorted({*known, *scope.tables.lookalikes}, key=len, reverse=True)
    names = [name for name in names if any(short in name for short in looked)]
    pattern = compiled("|".join(map(re.escape, names)))
    found: list[_Citation] = []
    for passage in scope.passages:
        text = scope.text(passage)
        cited = [match.span() for match in _CITED.finditer(text)]
        for match in pattern.finditer(text):
            if match[0] not in dated or any(start <= match.start() < end for start, end in cited):
                continue
            before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
            if _is(params.bare_not_after, before) or _is(params.bare_not_before, after):
                continue
            near = _near(text, *match.span())
            found.append(_Citation(sub(passage, *match.span()), match[0], near, bare=True))
    return found


def _near(text: str, start: int, end: int) -> str:
    """The words of the same sentence around a citation, □ in its place."""
    before, after = text[max(0, start - 20) : start], text[end : end + 20]
    return _SENTENCE_END.split(before)[-1] + "□" + _SENTENCE_END.split(after)[0]


def _is(pattern: str, text: str) -> bool:
    return bool(pattern) and compiled(pattern).search(text) is not None


def _repealed(scope: Scope, citation: _Citation, law: Law, citations: list[_Citation]) -> Problem | None:
    if law.until is None or scope.year is None or law.until > date(scope.year, 12, 31):
        return None
    if scope.signed is not None and law.until > scope.signed:
        return None
    values = {
        "title": citation.title,
        "until": day(law.until),
        "successor": f"《{law.successor}》" if law.successor else "",
    }
    if law.until <= date(scope.year, 1, 1):
        return Problem(at=citation.at, values=values)
    knows = any(other.title == law.successor for other in citations)
    return Problem(at=citation.at, values=values, variant="successor" if knows else "year")


def _not_adopted(scope: Scope, citation: _Citation, law: Law, citations: list[_Citation]) -> Problem | None:
    signed = scope.signed
    if signed is None or scope.year is None:
        return None
    limit = max(signed, date(scope.year, 12, 31))
    adopted = law.adopted
    if adopted is None:
        if law.since is None or law.since <= limit + _LEAD:
            return None
        adopted = law.since
    if adopted <= limit:
        return None
    return Problem(at=citation.at, values={"title": citation.title, "adopted": day(adopted)})


def _title(params: Params, scope: Scope, citations: list[_Citation], known: dict[str, Law]) -> Iterator[Problem]:
    undashed = {_DASH.sub("", name) for name in known} if scope.structure.condition.dashes_lost else set()
    wrong = {title: law for law in scope.tables.laws for title in law.wrong}
    told: set[str] = set()
    for citation in citations:
        if citation.title in known or citation.title in told or _DASH.sub("", citation.title) in undashed:
            continue
        law = wrong.get(citation.title)
        if law is not None:
            told.add(citation.title)
            yield _wrong(citation, law.name, certain=True)
            continue
        if params.local and compiled(params.local).search(citation.title):
            continue
        if params.law_like and not compiled(params.law_like).search(citation.title):
            continue
        near = _nearest(citation.title, known, scope)
        if near:
            told.add(citation.title)
            yield _wrong(citation, near, certain=_sure(citation.title, near))


def _wrong(citation: _Citation, right: str, *, certain: bool) -> Problem:
    values = {"title": citation.title, "right": f"《{right}》"}
    return Problem(at=citation.at, values=values, certain=certain, variant="" if certain else "near")


def _nearest(title: str, known: dict[str, Law], scope: Scope) -> str:
    """The one known title that differs from this one by a slip; "" when there is none."""
    if len(title) < 5 or title in scope.tables.lookalikes:
        return ""
    best, score = "", 0.0
    for name in known:
        if abs(len(name) - len(title)) > 3:
            continue
        if len(set(name) & set(title)) * 5 < len(set(title)) * 3:
            continue
        ratio = SequenceMatcher(None, title, name, autojunk=False).ratio()
        if ratio > score:
            best, score = name, ratio
    return best if score >= _CLOSE else ""


def _sure(title: str, right: str) -> bool:
    """One character changed or left out in a long title; anything else may be another document."""
    if len(right) < 10:
        return False
    if len(title) > _LONG:
        return False  # the exact words of a long title are nothing we have surely in the table
    blocks = SequenceMatcher(None, title, right, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return max(len(title), len(right)) - same <= 1 and title[-2:] == right[-2:]
