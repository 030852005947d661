"""Templates from the disk, kept compiled: the second run of a template needs neither YAML nor its schema."""

import contextlib
import hashlib
import json
import os
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from checker import __version__
from checker.errors import TemplateError, TemplateErrors
from checker.model.template import Template
from checker.template.build import build
from checker.template.builtin import PREFIX, home, names
from checker.template.wording import nearest

SHAPE = 4  # raised when `emit` and `build` change


Given = tuple[tuple[str, bool | int | float | str], ...]  # parameters and their values


def open_template(name: str, cache: Path | None, given: Given = (), packs: tuple[str, ...] = ()) -> Template:
    """A shipped template by its name, or the one in a file (`.yaml`); from `cache` if nothing it read has changed.

    `given` sets parameters of the template; `packs` are shipped packs whose rules are checked besides its own.

    Raises TemplateErrors for its mistakes, TemplateError when there is no such template.
    """
    key = f"{__version__} {SHAPE} {Path.cwd()} {home()} {name} {given} {packs}"
    entry = cache / f"{_digest(key.encode())}.json" if cache else None
    if entry is not None:
        kept = _kept(entry)
        if kept is not None:
            return kept
    disk = Disk()
    compiled = _compile(name, disk, given, packs)
    if entry is not None:
        _keep(entry, {"files": disk.read, "compiled": compiled})
    return build(compiled)


class Disk:
    """Finds templates and tables; `read` remembers the SHA-256 of each file looked at, "" for one that is not there."""

    def __init__(self) -> None:
        self.read: dict[str, str] = {}

    def find(self, name: str, origin: str | None) -> tuple[str, str]:
        """Label and text of a shipped name (`base/gongwen`), or of a file beside `origin` or among the shipped tables.

        Raises TemplateError when there is none, or when it is not UTF-8.
        """
        if not name.endswith((".yaml", ".yml", ".csv", ".txt")):
            if name not in names():
                hint = nearest(name, names())
                raise TemplateError(f"没有叫“{name}”的内置模板{hint}（自己的文件请写全文件名，如 {name}.yaml）")
            return self._text(home() / f"{name}.yaml")
        beside = _folder(origin) / name if origin is not None else Path(name)
        places = [Path(os.path.normpath(beside))]  # one name for one file: what extends itself must be seen
        if "/" not in name:
            places.append(home() / "tables" / name)
        for path in places:
            if path.is_file():
                return self._text(path)
            self.read[str(path)] = ""
        raise TemplateError(f"找不到文件“{name}”")

    def _text(self, path: Path) -> tuple[str, str]:
        label = label_of(path)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise TemplateError(f"打不开“{label}”（{error.strerror or error}）") from None
        self.read[str(path)] = _digest(content)
        try:
            return label, content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise TemplateErrors(
                (TemplateError("不是 UTF-8 编码；请另存为 UTF-8", file=label, line=line, column=1),)
            ) from None


def label_of(path: Path) -> str:
    """What a file is called in messages: shipped ones by their name, others by the path as given."""
    shipped = path.is_relative_to(home())
    return f"{PREFIX}{path.relative_to(home()).as_posix()}" if shipped else path.as_posix()


def _folder(label: str) -> Path:
    return (home() / label.removeprefix(PREFIX) if label.startswith(PREFIX) else Path(label)).parent


def _compile(name: str, disk: Disk, given: Given, packs: tuple[str, ...]) -> dict[str, Any]:
    # imported when needed: they bring yaml and jsonschema, which a cached template does without
    load: Any = import_module("checker.template.load")
    yaml: Any = import_module("checker.strict_yaml")
    place = yaml.Place("checker.yaml", 1, 1)
    params = {key: yaml.Node(value, place) for key, value in given}
    return cast(dict[str, Any], load.compile_template(name, disk.find, params, packs))


def _kept(entry: Path) -> Template | None:
    try:
        kept = json.loads(entry.read_bytes())
        if all(_digest_of(Path(path)) == digest for path, digest in kept["files"].items()):
            return build(kept["compiled"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # not there, cut short, or from another hand: compiled anew
    return None


def _keep(entry: Path, kept: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # a full or read-only disk costs time, not the result
        entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=entry.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(kept, file, ensure_ascii=False, separators=(",", ":"))
            Path(name).replace(entry)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _digest_of(path: Path) -> str:
    return _digest(path.read_bytes()) if path.is_file() else ""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
