"""The templates that the page offers."""

from dataclasses import dataclass
from pathlib import PurePath

from checker.settings import Settings
from checker.template.builtin import names
from checker.template_cache import open_template


@dataclass(frozen=True, slots=True)
class Choice:
    """`name` is what Settings takes; "" lets the issuer decide, or the template that the page was opened with."""

    name: str
    title: str


def choices(settings: Settings) -> tuple[Choice, ...]:
    """The default first, then every shipped template. Raises TemplateErrors for mistakes in the template asked for."""
    if settings.template:
        title = open_template(settings.template, settings.cache).title
        first = Choice("", f"{title}（{PurePath(settings.template).name}）")
    else:
        first = Choice("", "自动：按发文机关选")
    shipped = tuple(Choice(name, open_template(name, settings.cache).title) for name in names() if "/" not in name)
    return (first, *(choice for choice in shipped if choice.name != settings.template))
