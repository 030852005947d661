"""起: an empty report to begin with, from the words of a template. One format, one file.

A drafter is a module with `draft(lines) -> bytes`.
"""

from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from checker.drafts.lines import Line, lines
from checker.errors import OptionError
from checker.model.template import Template

DRAFTERS: dict[str, str] = {".docx": "checker.drafts.docx", ".txt": "checker.drafts.plain_text"}


class Drafter(Protocol):
    def draft(self, lines: tuple[Line, ...]) -> bytes: ...


def draft(template: Template, year: int, name: str) -> bytes:
    """An empty report of the year, in the format that the file `name` asks for.

    Raises OptionError for another format, and for a template that says nothing about drafts.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in DRAFTERS:
        raise OptionError(f"{name}: 空白报告只能写成 {'、'.join(DRAFTERS)} 文件")
    if not template.draft.title:
        raise OptionError(f"模板“{template.id}”没有写空白报告的内容（draft），写不出来")
    drafter = cast(Drafter, import_module(DRAFTERS[suffix]))
    return drafter.draft(tuple(lines(template, year)))
