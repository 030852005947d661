"""The lexicon, kept without YAML: read as JSON unless one of its files has changed."""

import contextlib
import hashlib
import json
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from checker.files import write
from checker.model.lexicon import Lexicon

_HOME = Path(__file__).with_name("lexicon")


def open_lexicon(cache: Path | None) -> Lexicon:
    """The shipped lexicon; from `cache` when it holds one made of the same files."""
    if cache is None:
        return _load()
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(_HOME.glob("*.yaml")))).hexdigest()
    entry = cache / f"lexicon-{digest[:32]}.json"
    with contextlib.suppress(OSError, ValueError, TypeError):
        return Lexicon(patterns={str(k): str(v) for k, v in json.loads(entry.read_bytes()).items()})
    lexicon = _load()
    with contextlib.suppress(OSError):
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        write(entry, json.dumps(lexicon.patterns, ensure_ascii=False).encode("utf-8"))
    return lexicon


def _load() -> Lexicon:
    module: Any = import_module("checker.lexicon")  # imported when needed: it brings yaml
    return cast(Lexicon, module.load())
