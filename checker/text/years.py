"""Which years an expression of a template means."""

import operator

_SIGNS = {">=": operator.ge, "<=": operator.le, "==": operator.eq, ">": operator.gt, "<": operator.lt}


def covers(years: str, year: int) -> bool:
    """`covers(">=2018, <2026", 2023)`; True for "", which means all years."""
    for condition in filter(None, (part.strip() for part in years.split(","))):
        sign = next(sign for sign in _SIGNS if condition.startswith(sign))  # two characters before one
        if not _SIGNS[sign](year, int(condition[len(sign) :])):
            return False
    return True
