"""Defaults < checker.yaml < environment < options → one frozen Settings. The only place that reads the environment."""

import os
import re
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from checker.model.template import Severity

SECONDS = 60.0  # for one file; a report takes some tens of milliseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRule:
    """A row of the path table: reports whose path matches one of `paths` are judged by `template`."""

    paths: tuple[str, ...]
    template: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run judges. `jobs` 0 means as many as there are processors; `seconds` is the time for one file."""

    as_of: date
    template: str = ""
    fail_on: Severity | None = Severity.ERROR
    min_score: float | None = None
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    jobs: int = 0
    seconds: float = SECONDS
    cache: Path | None = None
    table: tuple[PathRule, ...] = ()
    base: str = ""  # the folder that `table` speaks of, where checker.yaml lies

    def template_of(self, name: str) -> tuple[str, str]:
        """The template for a file and who asked for it: the option, the path table, or nobody ("", by issuer)."""
        if self.template:
            return self.template, "by option"
        path = _inside(name, self.base)
        for row in self.table:
            if any(matches(path, pattern) for pattern in row.paths):
                return row.template, "by config"
        return "", "by issuer"


def _inside(name: str, base: str) -> str:
    """The path as seen from the folder of checker.yaml, with `/`."""
    path = Path(os.path.relpath(name, base)) if base else Path(name)
    return path.as_posix()


@cache
def _glob(pattern: str) -> re.Pattern[str]:
    """`*` and `?` stay within a folder, `**/` spans any number of them."""
    out, i = "", 0
    while i < len(pattern):
        if pattern.startswith("**/", i):
            out, i = out + "(?:[^/]+/)*", i + 3
        elif pattern.startswith("**", i):
            out, i = out + ".*", i + 2
        else:
            char = pattern[i]
            out, i = out + {"*": "[^/]*", "?": "[^/]"}.get(char, re.escape(char)), i + 1
    return re.compile(out)


def matches(path: str, pattern: str) -> bool:
    """Whether a path with `/` fits a glob; a pattern without `/` fits the file's name in any folder."""
    if "/" not in pattern:
        path = path.rpartition("/")[2]
    return _glob(pattern).fullmatch(path) is not None


def cache_folder() -> Path:
    """Where compiled templates are kept: CHECKER_CACHE_DIR, else the user's own cache folder."""
    given = os.environ.get("CHECKER_CACHE_DIR")
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "checker" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "checker"


def wants_colour() -> bool | None:
    """NO_COLOR and FORCE_COLOR as everybody reads them; None when neither is set."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None
