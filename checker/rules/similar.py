"""检查与另一份报告雷同：隐去地名、年份、数字后相同的语句，多数报告都有的套话不算。只在批量审查（checker audit）时查。

为什么：年度报告应当写本地本年的情况；照抄别处或往年的报告，写的就不是本地本年的事。
参数：against 与谁比——other 别的单位的报告，previous 同一单位往年的报告；clauses 至少几个分句相同；
share 相同的字数至少占较短一份的几分之几；common、common_share 多少份（占几成）报告都有的分句算套话；
figures 相同语句里的数字有几成也相同，就算连数字一起照搬。
消息可用的占位：{other} 另一份报告的单位和年度 {characters} 相同的字数 {percent} 占全文的百分之几
{figures} 相同的数字有几个。
例：{kind: similar, against: other, clauses: 3, share: 0.15}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.rules.base import Problem, Scope

NAME = "similar"
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
PARAMS = {
    "against": {"enum": ["other", "previous"], "description": "与别的单位比，还是与本单位往年的比"},
    "clauses": {"type": "integer", "minimum": 1, "default": 3, "description": "至少几个分句相同"},
    "share": {**_SHARE, "default": 0.15, "description": "相同的字数至少占较短一份的几分之几"},
    "common": {"type": "integer", "minimum": 2, "default": 20, "description": "超过几份报告都有的分句算套话"},
    "common_share": {**_SHARE, "default": 0.005, "description": "且超过几成的报告"},
    "figures": {**_SHARE, "default": 0.5, "description": "数字有几成也相同，算连数字照搬（情形 figures）"},
}
VALUES = ("other", "characters", "percent", "figures")
VARIANTS = ("figures",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    against: str
    clauses: int = 3
    share: float = 0.15
    common: int = 20
    common_share: float = 0.005
    figures: float = 0.5


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    """Nothing: one report alone is like no other. The audit of a batch finds what this kind asks for."""
    yield from ()
