"""检查并列的书名号之间、引号之间的顿号。

为什么：GB/T 15834—2011 4.5.3.5——通常不用顿号；有括注插在中间的宜用。同一句两种写法混用才算错，全文一致的只提示。
参数：pairs 成对的标点。
变体：mixed 同一句混用。
例：{kind: listing, in: body, pairs: ['《》', '“”']}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.structure import Passage
from checker.rules.base import Problem, Scope, sub
from checker.text.sentences import sentences

NAME = "listing"
PARAMS = {
    "pairs": {"type": "array", "items": {"type": "string", "minLength": 2, "maxLength": 2}, "description": "成对标点"}
}
VALUES = ()
VARIANTS = ("mixed",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    pairs: tuple[str, ...]


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    plain: list[Passage] = []
    for pair in params.pairs:
        opening, closing = pair[0], pair[1]
        item = f"{opening}[^{opening}{closing}]*{closing}"
        border = re.compile(f"(?<={closing})(、?)(?={opening})")
        run = re.compile(f"{item}(?:、?{item})+")
        for passage in scope.passages:
            text = scope.text(passage)
            if closing not in text:
                continue
            for begin, end in sentences(text):
                runs = list(run.finditer(text, begin, end))
                borders = [
                    (match[1], match.start()) for one in runs for match in border.finditer(text, one.start(), one.end())
                ]
                with_mark = [at for mark, at in borders if mark]
                if with_mark and len(with_mark) < len(borders):
                    usual = len(with_mark) * 2 >= len(borders)
                    odd = next(at for mark, at in borders if bool(mark) != usual)
                    yield Problem(at=_around(passage, text, odd, opening, closing), variant="mixed")
                elif with_mark:
                    plain.append(_around(passage, text, with_mark[0], opening, closing))
    if plain:
        yield Problem(at=plain[0], count=len(plain))


def _around(passage: Passage, text: str, at: int, opening: str, closing: str) -> Passage:
    """From the opening mark of the item before the border to the closing mark of the one after it."""
    start = text.rfind(opening, 0, at)
    end = text.find(closing, at + 1)
    return sub(passage, max(start, 0), end + 1 if end >= 0 else at + 2)
