"""The shipped rules on a fixed day, for tests: no cache, no clock."""

from datetime import date
from functools import cache

from checker.app import Desk, Examination, examine
from checker.lexicon import load as load_lexicon
from checker.model.result import CheckResult, Finding
from checker.model.structure import Structure
from checker.model.template import Template
from checker.template_cache import open_template

AS_OF = date(2026, 3, 1)


@cache
def template(name: str) -> Template:
    return open_template(name, None)


@cache
def desk(wanted: str = "") -> Desk:
    return Desk(lexicon=load_lexicon(), template=template, as_of=AS_OF, wanted=wanted)


def look(text: str, name: str = "report.txt", wanted: str = "") -> Examination:
    """The examination of a report given as text."""
    return examine(text.encode("utf-8"), name, desk(wanted))


def structure_of(text: str) -> Structure:
    """What is recognised in a report given as text."""
    structure = look(text).structure
    assert structure is not None
    return structure


def judge(text: str, name: str = "report.txt", wanted: str = "") -> CheckResult:
    """The verdict on a report given as text."""
    return look(text, name, wanted).result


def rules_of(result: CheckResult, *, loud: bool = False) -> set[str]:
    """The ids of the rules that found something; `loud` leaves out hints and suspicions."""
    return {finding.rule for finding in result.findings if not loud or finding.loud}


def of_rule(result: CheckResult, rule: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule == rule]
