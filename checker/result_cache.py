"""Results of earlier runs, kept by content, template, settings and version; an interrupted run leaves no half entry."""

import contextlib
import hashlib
import json
import time
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from checker import __version__
from checker.files import write
from checker.model.result import CheckResult
from checker.model.template import Template
from checker.reporters.json_object import SCHEMA, report_object
from checker.reporters.json_reader import report_from
from checker.settings import Settings

FOLDER = "results"
MOST = 20_000  # entries; beyond it the oldest half goes
UNFINISHED = 3600.0  # seconds after which nobody is still writing a temporary file


def key_of(content: bytes, name: str, settings: Settings) -> str:
    """What the result depends on, except the template's own text, which `load` compares."""
    parts = (
        __version__,
        _build(),
        str(SCHEMA),
        hashlib.sha256(content).hexdigest(),
        name,
        settings.inside(name),
        repr((settings.template, settings.packs, settings.row_of(name), settings.as_of, settings.fail_on)),
        repr((settings.min_score, settings.only, settings.skip, settings.names, settings.waivers)),
        repr(sorted(settings.baseline)),
    )
    # file names of old archives may hold bytes that are no UTF-8, which Python gives as halves of characters
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _build() -> str:
    """What stands for the program beside its version: in a source tree, where it changes under one version."""
    home = Path(__file__).parent
    if not (home.parent / "pyproject.toml").is_file():
        return ""
    files = (path for pattern in ("*.py", "*.yaml") for path in home.rglob(pattern))
    known = sorted((path.as_posix(), path.stat().st_mtime_ns) for path in files)
    return hashlib.sha256(repr(known).encode("utf-8")).hexdigest()


def load(folder: Path, key: str, template: Callable[[str], Template]) -> CheckResult | None:
    """The kept result, if the template that made it still reads the same; None otherwise."""
    try:
        kept = json.loads(zlib.decompress(_entry(folder, key).read_bytes()))
        result = report_from(kept["report"])
    except (OSError, ValueError, KeyError, TypeError, zlib.error):
        return None  # not there, or from another hand: judged anew
    stamp = result.template
    return result if stamp is not None and template(kept["template"]).sha256 == stamp.sha256 else None


def keep(folder: Path, key: str, template: str, result: CheckResult) -> None:
    """Writes an entry whole or not at all; a full or read-only disk costs time, not the result."""
    entry = _entry(folder, key)
    written = json.dumps({"template": template, "report": report_object(result)})
    with contextlib.suppress(OSError):
        entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write(entry, zlib.compress(written.encode("ascii"), 1))


def prune(folder: Path) -> None:
    """Takes the oldest half away when there are too many entries, and what killed runs left unfinished."""
    with contextlib.suppress(OSError):
        entries = list((folder / FOLDER).glob("*/*.z"))
        for left in (*folder.glob("*.tmp"), *(folder / FOLDER).glob("*/*.tmp")):
            if time.time() - left.stat().st_mtime > UNFINISHED:  # else another run may be writing it
                left.unlink(missing_ok=True)
        if len(entries) > MOST:
            entries.sort(key=lambda path: path.stat().st_mtime)
            for path in entries[: len(entries) // 2]:
                path.unlink(missing_ok=True)


def _entry(folder: Path, key: str) -> Path:
    return folder / FOLDER / key[:2] / f"{key}.z"
