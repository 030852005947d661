"""检查同一个量在全文是否只有一个数（待核：也可能是两件事）。

为什么：条例第二十条（四）数字准确。
参数：noun 名目和它的总量；drop 名目里可以去掉的词；exempt 不比的；
most 本地共有多少（命名组 digits、measure、name，或带2的另一组），mention 别处提到的同一名目，多于总量就矛盾；
outside 提到处前后有这些词，说的就不是本地。
消息可用的占位：{name} 名目 {first} 先前的数 {here} 此处的数 {line} 先前所在行。
例：前文“共调解矛盾纠纷86件”，后文“共调解矛盾纠纷68件”
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.structure import Passage
from checker.rules.base import Problem, Scope, sub
from checker.text.patterns import compiled
from checker.text.sentences import clause

NAME = "quantity"
_REGEX = {"type": "string", "format": "regex"}
PARAMS = {
    "noun": {**_REGEX, "description": "名目和数：命名组 name、digits、measure"},
    "drop": {**_REGEX, "description": "名目里可以去掉的词"},
    "exempt": {**_REGEX, "description": "数前后有这些词则不比"},
    "most": {**_REGEX, "default": "", "description": "本地共有多少：命名组 digits、measure、name"},
    "mention": {**_REGEX, "default": "", "description": "别处提到的同一名目：命名组同上"},
    "outside": {**_REGEX, "default": "", "description": "前后有这些词，说的不是本地"},
}
VALUES = ("name", "first", "here", "line")
VARIANTS = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    noun: str
    drop: str
    exempt: str
    most: str = ""
    mention: str = ""
    outside: str = ""


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    yield from _unequal(params, scope)
    if params.most and params.mention:
        yield from _exceeded(params, scope)


def _exceeded(params: Params, scope: Scope) -> Iterator[Problem]:
    """全镇12个行政村, and elsewhere 13个行政村: a part cannot be more than the whole."""
    wholes: dict[tuple[str, str], tuple[int, Passage]] = {}
    for passage in scope.passages:
        for match in compiled(params.most).finditer(scope.text(passage)):
            groups = match.groupdict()
            name, measure, digits = (groups[key] or groups[f"{key}2"] for key in ("name", "measure", "digits"))
            start = match.start("digits") if groups["digits"] else match.start("name2")
            wholes.setdefault((name, measure), (int(digits), sub(passage, start, match.end())))
    for passage in scope.passages:
        text = scope.text(passage)
        for match in compiled(params.mention).finditer(text):
            key = (match["name"], match["measure"])
            near = text[max(clause(text, match.start())[0], match.start() - 10) : match.start()]
            if key not in wholes or (params.outside and compiled(params.outside).search(near)):
                continue
            whole, at = wholes[key]
            if int(match["digits"]) > whole:
                del wholes[key]
                here = sub(passage, match.start(), match.end())
                (first, before), (later, after) = sorted(
                    ((at, str(whole)), (here, match["digits"])), key=lambda one: (one[0].block, one[0].start)
                )
                line = scope.structure.document.position(first.block, 0).line
                values = {"name": key[0], "first": before, "here": after, "line": str(line)}
                yield Problem(at=later, values=values, certain=False)


def _unequal(params: Params, scope: Scope) -> Iterator[Problem]:
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    told: set[tuple[str, str]] = set()
    for passage in scope.passages:
        if scope.is_future(passage.block):
            continue
        text = scope.text(passage)
        for match in compiled(params.noun).finditer(text):
            name = re.sub(params.drop, "", match["name"])
            near = text[max(0, match.start() - 12) : match.end() + 6]
            if len(name) < 2 or compiled(params.exempt).search(near):
                continue
            key = (name, match["measure"])
            line = scope.structure.document.position(passage.block, 0).line
            first, where = seen.setdefault(key, (match["digits"], line))
            if first != match["digits"] and key not in told:
                told.add(key)
                values = {"name": name, "first": first, "here": match["digits"], "line": str(where)}
                yield Problem(at=sub(passage, match.start("name"), match.end()), values=values, certain=False)
