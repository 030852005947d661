"""Words of official writing, as data: YAML files of named patterns → Lexicon."""

import re
from importlib.resources import files

from checker.model.lexicon import Lexicon
from checker.strict_yaml import parse

_NAME = re.compile(r"\{([a-z_]+)\}")
FILES = ("organisations", "report_names", "headings", "closings")


def sources() -> dict[str, str]:
    """The text of every lexicon file, by its name."""
    return {f"{name}.yaml": files(__name__).joinpath(f"{name}.yaml").read_text("utf-8") for name in FILES}


def load() -> Lexicon:
    """All patterns, with `{name}` replaced by the pattern of that name."""
    named: dict[str, str] = {}
    for file, text in sources().items():
        value = parse(text, f"lexicon/{file}").value
        assert isinstance(value, dict)
        named |= {str(key): str(pattern) for key, pattern in value.items()}
    return Lexicon(patterns={name: _expand(pattern, named) for name, pattern in named.items()})


def _expand(pattern: str, named: dict[str, str]) -> str:
    return _NAME.sub(lambda match: _expand(named[match[1]], named), pattern)
