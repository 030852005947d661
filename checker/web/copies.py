"""The copies that a result offers: Word with comments, Word with corrections, the sheet as PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath

from checker import __version__
from checker.batch import examine_file
from checker.model.result import Batch, CheckResult, Status
from checker.settings import Settings

Make = Callable[[bytes, str, Settings], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """`make` is done in a worker; it takes the uploaded content, its name, and the settings it was judged by."""

    id: str
    label: str
    module: str  # where it comes from: not every installation has it
    formats: tuple[str, ...]  # () for all
    mark: str  # in the copy's name, behind the stem of the original
    make: Make
    suffix: str = ""  # "" for that of the original
    worth: Callable[[CheckResult], bool] = lambda _: True

    def file_name(self, name: str) -> str:
        path = PurePath(name)
        return f"{path.stem}（{self.mark}）{self.suffix or path.suffix}"


def offered(result: CheckResult) -> tuple[Copy, ...]:
    """What can be made of a judged report on this installation."""
    if result.status is Status.NOT_CHECKED:
        return ()
    return tuple(copy for copy in COPIES if _fits(copy, result) and copy.worth(result) and _is_there(copy.module))


def _fits(copy: Copy, result: CheckResult) -> bool:
    return not copy.formats or result.format in copy.formats


def _annotated(content: bytes, name: str, settings: Settings) -> bytes:
    examined = examine_file(name, settings, content)
    made: bytes = import_module("checker.annotators").annotate(content, examined.result, examined.structure)
    return made


def _corrected(content: bytes, name: str, settings: Settings) -> bytes:
    examined = examine_file(name, settings, content)
    made: bytes = import_module("checker.correctors").correct(content, examined.result, examined.structure).content
    return made


def _can_be_corrected(result: CheckResult) -> bool:
    return any(finding.edits for finding in result.findings if finding.waived is None)


def _sheet(content: bytes, name: str, settings: Settings) -> bytes:
    batch = Batch(version=__version__, reports=(examine_file(name, settings, content).result,))
    made: bytes = import_module("checker.reporters.pdf").render(batch)
    return made


COPIES = (
    Copy(
        id="annotated",
        label="批注版 Word",
        module="checker.annotators",
        formats=("docx",),
        mark="批注",
        suffix=".docx",
        make=_annotated,
    ),
    Copy(
        id="corrected",
        label="改正版 Word",
        module="checker.correctors",
        formats=("docx",),
        mark="改正",
        suffix=".docx",
        make=_corrected,
        worth=_can_be_corrected,
    ),
    Copy(
        id="corrected",
        label="改正版文本",
        module="checker.correctors",
        formats=("txt", "md"),
        mark="改正",
        make=_corrected,
        worth=_can_be_corrected,
    ),
    Copy(
        id="sheet",
        label="扣分单 PDF",
        module="checker.reporters.pdf",
        formats=(),
        mark="扣分单",
        suffix=".pdf",
        make=_sheet,
    ),
)


def _is_there(module: str) -> bool:
    return find_spec(module) is not None
