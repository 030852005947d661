"""Words of official writing, true for any report, as the lexicon's YAML files hold them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Named pattern sources (regular expressions as text), keyed by their name in `lexicon/*.yaml`."""

    patterns: dict[str, str]
