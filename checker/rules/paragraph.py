"""检查段落：没有写完（broken），同一句话出现两次（duplicate）。

参数：check；least 重复的句子至少多少字；formula 固定提法（正则），含它的不算重复。
消息可用的占位：{line} 第一次出现的行号。
例：{kind: paragraph, in: body, check: broken}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.model.document import BlockKind
from checker.model.structure import Passage
from checker.rules.base import Problem, Scope, sub
from checker.text.patterns import compiled
from checker.text.sentences import sentence_at

NAME = "paragraph"
PARAMS = {
    "check": {"enum": ["broken", "duplicate"], "description": "检查什么"},
    "least": {"type": "integer", "minimum": 5, "default": 20, "description": "重复的话至少多少字"},
    "formula": {"type": "string", "format": "regex", "default": "", "description": "固定提法，不算重复"},
}
VALUES = ("line",)
VARIANTS = ("many",)
_CLAUSE = re.compile("[^，。；：！？]+")
_MANY = 5  # paragraphs that end in a comma: the copy was wrapped, one finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    check: str
    least: int = 20
    formula: str = ""


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    yield from _broken(scope) if params.check == "broken" else _duplicate(params, scope)


def _broken(scope: Scope) -> Iterator[Problem]:
    hits: list[Passage] = []
    blocks = scope.structure.document.blocks
    for passage in scope.passages:
        text = scope.text(passage)
        if blocks[passage.block].kind is BlockKind.TABLE or len(text) < 8 or text[-1] not in "，、":
            continue
        start = max(text.rfind(mark, 0, len(text) - 1) for mark in "。；，、：") + 1
        hits.append(sub(passage, max(start, len(text) - 20), len(text)))
    if len(hits) >= _MANY:
        yield Problem(at=hits[0], variant="many", count=len(hits))
    else:
        yield from (Problem(at=hit) for hit in hits)


def _duplicate(params: Params, scope: Scope) -> Iterator[Problem]:
    seen: dict[str, tuple[int, int]] = {}  # block and offset where the words stood first
    told: set[tuple[int, int]] = set()
    for passage in scope.passages:
        text = scope.text(passage)
        for begin, end in _pieces(text):
            piece = text[begin:end]
            if len(piece) < params.least:
                continue
            here = (passage.block, passage.start + begin)
            first = seen.setdefault(piece, here)
            start, stop = sentence_at(text, begin)
            if first != here and (passage.block, start) not in told and not _is_formula(params, text[start:stop]):
                told.add((passage.block, start))
                line = scope.structure.document.position(first[0], 0).line
                yield Problem(at=sub(passage, start, stop), values={"line": str(line)})


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Clauses between commas and stops, then pairs of clauses that a comma joins."""
    clauses = [match.span() for match in _CLAUSE.finditer(text)]
    yield from clauses
    for (start, end), (begin, stop) in pairwise(clauses):
        if text[end] == "，" and begin == end + 1:
            yield start, stop


def _is_formula(params: Params, sentence: str) -> bool:
    return bool(params.formula) and compiled(params.formula).search(sentence) is not None
