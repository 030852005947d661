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

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Make = Callable[[bytes, str, Settings], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """`make` is done in a worker; it takes the uploaded content, its name, and the settings it was judged by."""

    id: str
    label: str
    module: str  # where it comes from: not every installation has it
    formats: tuple[str, ...]  # () for all
    suffix: str  # of the copy's name, behind the stem of the original
    mimetype: str
    make: Make

    def file_name(self, name: str) -> str:
        return f"{PurePath(name).stem}{self.suffix}"


def offered(result: CheckResult) -> tuple[Copy, ...]:
    """What can be made of a judged report on this installation."""
    if result.status is Status.NOT_CHECKED:
        return ()
    return tuple(
        copy for copy in COPIES if (not copy.formats or result.format in copy.formats) and _is_there(copy.module)
    )


def _annotated(content: bytes, name: str, settings: Settings) -> bytes:
    examined = examine_file(name, settings, content)
    made: bytes = import_module("checker.annotators").annotate(content, examined.result, examined.structure)
    return made


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
        suffix="（批注）.docx",
        mimetype=_WORD,
        make=_annotated,
    ),
    Copy(
        id="sheet",
        label="扣分单 PDF",
        module="checker.reporters.pdf",
        formats=(),
        suffix="（扣分单）.pdf",
        mimetype="application/pdf",
        make=_sheet,
    ),
)


def _is_there(module: str) -> bool:
    return find_spec(module) is not None
