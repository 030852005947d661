"""Take out of a text what a copier changes: places, years, figures. What is left tells whether it is copied."""

import re
from collections.abc import Iterator
from functools import lru_cache

_LEVELS = "自治区|自治州|自治县|开发区|新区|省|市|州|盟|地区|县|区|旗|民族乡|镇|乡|苏木|街道"
# 清源县白石镇人民政府 → 清源县, 白石镇
_DIVISION = re.compile(rf"([一-鿿]{{2,8}}?)(?:{_LEVELS})")
# words that stand before a place and are no part of its name (在东沟村, 全镇, 各村)
_NOT_NAME = "在到与和及对为将由从向了于各全我本该某每个的是一二三四五六七八九十两"
# 东沟村 is one, and not 全镇; a name of four characters at most, so that a whole clause is never taken for one
_PLACE = re.compile(
    rf"[^{_NOT_NAME}\W\d_a-zA-Z]{{1,3}}?(?:村委会|居委会|社区|街道|苏木|嘎查|村|镇|乡|县)(?![级域情史居民规长党政人委纪两])"
)
_FIGURE = re.compile(r"\d+(?:[.,:·—-]\d+)*(?:余|多)?%?")
# 三次, 两个 count things; 一是, 第一责任人 do not
_NUMERAL = re.compile(r"[一二三四五六七八九十百千万两〇零]+(?=[次场个件人名份起期项条年月日届批户家处台辆元字])")
_CLAUSE = re.compile(r"[^，。；、：！？\n]+")

PLACE, NUMBER = "※", "#"


def divisions(organ: str) -> tuple[str, ...]:
    """The names in an organ's name, long forms first: `divisions("清源县白石镇人民政府")` has 白石镇, 清源, …"""
    found = list(_DIVISION.finditer(organ))
    whole = "".join(match[0] for match in found)
    names = {whole} | {form for match in found for form in (match[0], match[1])}
    return tuple(sorted((name for name in names if len(name) >= 2), key=lambda name: (-len(name), name)))


@lru_cache(64)
def _own(names: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, names))) if names else None


def mask(text: str, names: tuple[str, ...] = ()) -> str:
    """The text with `names`, other places and all figures replaced by one sign each; `names` long forms first.

    `mask("白石镇东沟村调解纠纷12件", ("白石镇",)) == "※※调解纠纷#件"`
    """
    own = _own(names)
    if own is not None:
        text = own.sub(PLACE, text)
    return _NUMERAL.sub(NUMBER, _FIGURE.sub(NUMBER, _PLACE.sub(PLACE, text)))


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end (half open) of what stands between commas and stops."""
    for match in _CLAUSE.finditer(text):
        yield match.span()


def figures(text: str) -> tuple[str, ...]:
    """The figures of a text as written, years left out: `figures("2023年调解12件") == ("12",)`"""
    return tuple(match[0] for match in _FIGURE.finditer(text) if not re.fullmatch(r"(?:19|20)\d\d", match[0]))
