"""Defaults < checker.yaml < environment < options → one frozen Settings. The only place that reads the environment."""

import os
import re
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from checker.engine.waive import Waiver
from checker.model.severity import Severity

PROJECT = "checker.yaml"
SECONDS = 60.0  # for one file; a report takes some tens of milliseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRule:
    """A row of the path table: reports whose path matches one of `paths` are judged by `template` with `params`."""

    paths: tuple[str, ...]
    template: str
    params: tuple[tuple[str, bool | int | float | str], ...] = ()


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
    packs: tuple[str, ...] = ()  # shipped packs of rules that are checked besides those of the template
    names: tuple[str, ...] = ()  # places and organs that are known to be right
    waivers: tuple[Waiver, ...] = ()
    baseline: frozenset[tuple[str, str]] = frozenset()  # path and fingerprint of findings that are known
    base: str = ""  # the folder that `table`, `waivers` and `baseline` speak of, where checker.yaml lies

    def row_of(self, name: str) -> PathRule | None:
        """The row of the path table for a file."""
        path = self.inside(name)
        return next((row for row in self.table if any(matches(path, pattern) for pattern in row.paths)), None)

    def inside(self, name: str) -> str:
        """The path as seen from `base`, with `/`."""
        path = Path(os.path.relpath(name, self.base)) if self.base else Path(name)
        return path.as_posix()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What checker.yaml says; paths in it are seen from `base`, its folder. Empty values were not given."""

    base: str
    table: tuple[PathRule, ...] = ()
    fail_on: str = ""
    min_score: float | None = None
    skip: tuple[str, ...] = ()
    waivers: str = ""
    baseline: str = ""
    places: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()


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


def step_summary() -> Path | None:
    """The file in which GitHub Actions collects a step's summary."""
    given = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(given) if given else None


def wants_colour() -> bool | None:
    """NO_COLOR and FORCE_COLOR as everybody reads them; None when neither is set."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None
