"""The disk: find reports, read them, write results whole or not at all."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checker.errors import OptionError, UnreadableError
from checker.readers import LIMIT, is_readable

STDIN = "-"
_NOT_REPORTS = ("readme", "changelog", "contributing", "license")  # only where a folder is walked
_HIDDEN = (".", "~$", "__")
_FOLDERS = ("node_modules", "venv")


@dataclass(frozen=True, slots=True)
class Found:
    """Files to check, in order, without repetition; names are as given, with `/` between folders."""

    files: tuple[str, ...]


def find(paths: tuple[str, ...]) -> Found:
    """The reports that files, folders and glob patterns name. A named file is taken whatever it is called.

    Raises OptionError when a pattern or a folder holds nothing: a run that checks nothing must not look green.
    """
    found: dict[str, None] = {}
    for given in paths:
        path = Path(given)
        if given == STDIN or path.is_file():
            names = [given if given == STDIN else path.as_posix()]
        elif path.is_dir():
            names = [file.as_posix() for file in walk(path)]
            if not names:
                raise OptionError(f"{given}: 文件夹里没有可检查的报告（docx、doc、wps、pdf、html、txt、md、odt、ofd）")
        elif any(mark in given for mark in "*?["):
            names = _matching(given)
            if not names:
                raise OptionError(f"{given}: 没有文件与之相符")
        else:
            names = [path.as_posix()]  # not there: reported as not checked, the others go on
        found |= dict.fromkeys(names)
    return Found(tuple(found))


def walk(folder: Path, more: tuple[str, ...] = ()) -> Iterator[Path]:
    """The reports in a folder and its folders, sorted; and files of the suffixes in `more`."""
    for path in sorted(folder.rglob("*")):
        if is_report(path.relative_to(folder), more) and path.is_file():
            yield path


def is_report(inside: Path, more: tuple[str, ...] = ()) -> bool:
    """Whether a file of that name, seen from the folder that is walked, is taken for a report."""
    if any(part.startswith(_HIDDEN) or part in _FOLDERS for part in inside.parts):
        return False
    suffix = inside.suffix.lower()
    return suffix in more or (not inside.stem.lower().startswith(_NOT_REPORTS) and is_readable(suffix))


def _matching(pattern: str) -> list[str]:
    base = Path(pattern)
    anchor = Path(base.anchor) if base.anchor else Path()
    inside = base.relative_to(base.anchor) if base.anchor else base
    found = sorted(anchor.glob(inside.as_posix()))
    return [path.as_posix() for path in found if path.is_file() and not path.name.startswith("~$")]


def read(name: str) -> bytes:
    """The content of a file, or of stdin for `-`. Raises UnreadableError in one sentence."""
    if name == STDIN:
        return _stdin()
    path = Path(name)
    try:
        if path.stat().st_size > LIMIT:
            raise UnreadableError(
                f"文件有 {path.stat().st_size // 1048576} MB，超过 {LIMIT // 1048576} MB，不像一份报告"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("找不到这个文件") from None
    except IsADirectoryError:
        raise UnreadableError("这是文件夹，不是文件") from None
    except PermissionError:
        raise UnreadableError("没有权限读取这个文件（可能正在 Word 或 WPS 中打开）") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"读不出来：{getattr(error, 'strerror', None) or error}") from None


@cache
def _stdin() -> bytes:
    """Kept, because an output with the report's own text reads it a second time."""
    return sys.stdin.buffer.read(LIMIT + 1)


def write(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Writes the whole file or leaves the old one: a temporary file in the same folder, then one rename.

    Content in pieces is never in memory as a whole.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in (content,) if isinstance(content, bytes) else content:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mode(path: Path) -> int:
    """The mode the file had, or the one that a new file would get."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
