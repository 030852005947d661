"""Where the shipped templates lie, and what they are called."""

from functools import cache
from pathlib import Path

PREFIX = "内置:"  # before the path of a shipped file in messages


@cache
def home() -> Path:
    """The folder of the shipped templates: inside the installed package, else in the repository."""
    packed = Path(__file__).parents[1] / "_templates"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "templates"


def names() -> tuple[str, ...]:
    """Every shipped template and pack by the name that `extends` and `--template` take, tables left out."""
    found = (path.relative_to(home()).with_suffix("").as_posix() for path in home().rglob("*.yaml"))
    return tuple(sorted(name for name in found if not name.startswith("tables/")))
