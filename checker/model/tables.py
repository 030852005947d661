"""Dated tables that rules look up: words, laws, places, duties."""

from dataclasses import dataclass, field
from datetime import date

from checker.model.severity import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A row of a dated word list: what must not stand there (or not at that time), and what should.

    `pattern` is a regular expression; `literal` is text that every match contains ("" when there is none), for a quick
    look before the pattern runs. A match does not count where the text right before it ends in `before`, or the text
    right after it begins with `after` (regular expressions; "" guards nothing). `since`, `until`: see the kind.
    """

    literal: str
    pattern: str
    right: str
    name: str = ""
    before: str = ""
    after: str = ""
    since: date | None = None
    until: date | None = None
    levels: tuple[str, ...] = ()
    severity: Severity | None = None
    suspect: bool = False
    safe_fix: bool = False
    note: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law or document by its title without 中华人民共和国; dates as far as they are verified."""

    name: str
    aliases: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    adopted: date | None = None
    since: date | None = None
    until: date | None = None
    successor: str = ""
    note: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A division that was abolished or renamed; `approved` is the day of the reply, `parent` the one it had then."""

    name: str
    parent: str
    kind: str
    approved: date
    successor: str
    before: str = ""
    after: str = ""
    parent_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    code: str
    title: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Everything dated that rules look up, by the name of the table in `templates/tables/`."""

    terms: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    laws: tuple[Law, ...] = ()
    lookalikes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    divisions: frozenset[str] = frozenset()
    topics: tuple[Topic, ...] = ()
