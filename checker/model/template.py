"""A template as the engine sees it: merged, checked, without YAML."""

from dataclasses import dataclass, field

from checker.model.severity import Severity
from checker.model.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """One 依据. What is not verified is printed as usage (惯例), never as law."""

    source: str
    clause: str = ""
    number: str = ""
    verified: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """How a rule speaks of one variant of its problem; empty fields are the rule's own."""

    severity: Severity | None = None
    certain: bool | None = None
    message: str = ""
    hint: str = ""
    gate: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A passing or failing example that stands beside its rule and runs as a test.

    `text` is put where the rule looks (a document with `#` marks where it starts with one); `year` is the report
    year; `times` repeats the text, for rules about length.
    """

    text: str
    expect: str  # pass | fail | review | na
    quote: str = ""
    year: int | None = None
    times: int = 1
    variant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`options` are the kind's own, as its `Params` take them; `where` is the `in:` of the template."""

    id: str
    kind: str
    title: str
    category: str
    severity: Severity
    message: str
    where: str = "body"
    certain: bool = True
    gate: bool = False
    locked: bool = False
    hint: str = ""
    why: str = ""
    basis: tuple[LegalBasis, ...] = ()
    variants: dict[str, Variant] = field(default_factory=dict)
    options: dict[str, object] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingPattern:
    """Regular expressions over a heading's words (number and blanks removed): one of `any`, none of `none`."""

    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredPart:
    """One statutory part. `min_chars` counts characters without blanks; `points` are its item in the score.

    `generic` are headings that mean this part only when they mean no other (工作情况); `opening` are first sentences
    of a section whose thematic heading names no part; `implicit`: thematic headings
    before the shortcomings count as this part; `future`: the part speaks of the year after the report year.
    """

    id: str
    name: str
    required: bool
    points: float
    heading: HeadingPattern
    generic: HeadingPattern
    opening: HeadingPattern
    mention: HeadingPattern
    min_chars: int
    implicit: bool
    future: bool
    lose: dict[str, float]  # points that other rules take from this item


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of the 扣分表: `lose[rule]` points for a certain finding of the rule, at most `points` in all."""

    id: str
    title: str
    points: float
    lose: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """每处扣 `each` 分，扣完为止: every certain warning or error of the categories that no item has claimed."""

    id: str
    title: str
    points: float
    each: float
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    name: str
    at_least: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """`cap` is the ceiling when one gated part is missing, `each_more` what every further one takes from it."""

    items: tuple[Item, ...]
    pools: tuple[Pool, ...]
    cap: float
    each_more: float
    bands: tuple[Band, ...]  # best first; the last one is also the band of a fired gate
    min_chars: int  # below it the report gets no score at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Words of an empty report, with {year} and {next_year} to be filled in; "" where the template has none.

    `parts` are the paragraphs under the heading of a part, by its id; a part without gets the hint of its rule.
    """

    title: str = ""
    addressee: str = ""
    opening: str = ""
    signature: str = ""
    date: str = ""
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    id: str
    version: str
    title: str
    sha256: str
    level: str  # township | street | county | department
    years: str  # the report years it is meant for, e.g. ">=2019"; "" for all
    params: dict[str, object]
    parts: tuple[RequiredPart, ...]
    rules: tuple[Rule, ...]
    scoring: Scoring
    tables: Tables
    draft: Draft = field(default_factory=Draft)
