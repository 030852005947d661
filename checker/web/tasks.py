"""What the page has done in a worker: judge a file, and make the copies that its buttons offer."""

from dataclasses import dataclass

from checker.batch import examine_file
from checker.model.result import CheckResult
from checker.reporters import html
from checker.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A result and its sheet of the report page. The document stays in the worker."""

    result: CheckResult
    sheet: str


def judge(content: bytes, name: str, settings: Settings, number: int) -> Judged:
    """The verdict on one file. Raises TemplateErrors for a broken template."""
    examined = examine_file(name, settings, content)
    return Judged(result=examined.result, sheet=html.sheet(examined, number))
