"""检查一个要素在不在：标题、主送机关、署名、成文日期。

为什么：公文处理工作条例第九条列出了公文的要素。
参数：element 要素；full_name 标题写明发文机关全称时，署名缺失按变体 named 处理（正则）。
变体：named 标题已写明机关全称；meta 正文没有、网页元数据里有。
例：{kind: presence, element: date}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.structure import Passage
from checker.rules.base import Problem, Scope
from checker.text.patterns import compiled

NAME = "presence"
PARAMS = {
    "element": {"enum": ["title", "addressee", "signature", "date"], "description": "要素"},
    "full_name": {"type": "string", "format": "regex", "default": "", "description": "标题里的机关全称"},
    "metadata": {"type": "array", "items": {"type": "string"}, "default": [], "description": "可作旁证的元数据名"},
}
VALUES = ()
VARIANTS = ("named", "meta")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    element: str
    full_name: str = ""
    metadata: tuple[str, ...] = ()


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    structure = scope.structure
    present: object = {
        "title": structure.title,
        "addressee": structure.addressee,
        "signature": structure.signature or None,
        "date": structure.date,
    }[params.element]
    if present is not None:
        return
    variant = ""
    title = structure.title.value if structure.title else ""
    if params.full_name and compiled(params.full_name).search(title):
        variant = "named"
    if any(entry.name in params.metadata for entry in structure.document.metadata):
        variant = "meta"
    yield Problem(variant=variant, instead=_place(params.element, scope))


def _place(element: str, scope: Scope) -> Passage | None:
    body = scope.structure.body
    if not body:
        return None
    if element == "title":
        return Passage(block=body[0], start=0, end=0)
    if element == "addressee":
        return Passage(block=body[0], start=0, end=0)
    last = body[-1]
    end = len(scope.structure.readings[last].text)
    return Passage(block=last, start=end, end=end)
