"""检查不应公开的个人号码：居民身份证号、手机号、银行卡号（都验校验位或号段，不靠长度猜）。

为什么：报告要向社会公开。
参数：check；not_after 号码前表明是别的号码的词（正则）。
例：{kind: identifier, in: all, check: id-number}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checker.rules.base import Problem, Scope, sub
from checker.text.patterns import compiled

NAME = "identifier"
PARAMS = {
    "check": {"enum": ["id-number", "phone", "bank-card"], "description": "检查什么"},
    "not_after": {"type": "string", "format": "regex", "default": "", "description": "紧靠其前有这些词的是别的号码"},
}
VALUES = ()
VARIANTS = ()
_ID = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_PHONE = re.compile(r"(?<![\d-])1[3-9]\d([ -]?)\d{4}\1\d{4}(?!\d)")
_CARD = re.compile(r"(?<!\d)[3-6]\d{15,18}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    check: str
    not_after: str = ""


def check(params: Params, scope: Scope) -> Iterator[Problem]:
    pattern = {"id-number": _ID, "phone": _PHONE, "bank-card": _CARD}[params.check]
    valid = {"id-number": is_id_number, "phone": lambda _: True, "bank-card": is_bank_card}[params.check]
    for passage in scope.passages:
        text = scope.text(passage)
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 12) : match.start()]
            other = params.not_after and compiled(f"(?:{params.not_after})$").search(before)
            if valid(match[0]) and not other:
                yield Problem(at=sub(passage, *match.span()))


def is_id_number(text: str) -> bool:
    """GB 11643—1999: seventeen digits weighted 2^(17-i) mod 11, and a date of birth that exists."""
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(char) * pow(2, 17 - i, 11) for i, char in enumerate(text[:17]))
    return "10X98765432"[total % 11] == text[17].upper()


def is_bank_card(text: str) -> bool:
    """ISO/IEC 7812: the Luhn check digit; identity numbers are not cards."""
    if is_id_number(text) if len(text) == 18 else False:
        return False
    digits = [int(char) for char in reversed(text)]
    doubled = sum(sum(divmod(digit * 2, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + doubled) % 10 == 0
