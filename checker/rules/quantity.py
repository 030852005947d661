"""检查同一个量在全文是否只有一个数（待核：也可能是两件事）。

为什么：条例第二十条（四）数字准确。
参数：total 表示总量的词（正则，紧靠在名目之前）；nouns 只查这些名目（正则）。
消息可用的占位：{name} 名目 {first} 先前的数 {here} 此处的数 {line} 先前所在行。
例：前文“共调解矛盾纠纷86件”，后文“共调解矛盾纠纷68件”
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.rules.base import Problem, Scope, sub
from checker.text.patterns import compiled

NAME = "quantity"
_REGEX = {"type": "string", "format": "regex"}
PARAMS = {
    "noun": {**_REGEX, "description": "名目和数：命名组 name、digits、measure"},
    "drop": {**_REGEX, "description": "名目里可以去掉的词"},
    "exempt": {**_REGEX, "description": "数前后有这些词则不比"},
}
VALUES = ("name", "first", "here", "line")
VARIANTS = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    noun: str
    drop: str
    exempt: str


def check(params: Params, scope: Scope) -> Iterator[Problem]:
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
