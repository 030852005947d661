"""Regular expressions from data, compiled once per process and only when used."""

import re
from functools import cache


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern of `source`; `re` itself keeps only the last 512."""
    return re.compile(source)
