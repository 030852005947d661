"""Copies of a report: judged as `check` does, written beside the original, never over it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.app import Examination
from checker.batch import examine_file
from checker.cli.agreements import project
from checker.cli.options import settings
from checker.cli.output import save
from checker.errors import CheckerError, OptionError
from checker.files import STDIN, read


def examined(file: str, given: dict[str, Any]) -> tuple[bytes, Examination]:
    """A file's content and what judging it brought. Raises CheckerError when it cannot be read."""
    if file == STDIN:
        raise OptionError("要写副本的命令不能用标准输入，请写文件名")
    try:
        content = read(file)
    except CheckerError as error:
        raise OptionError(f"{file}: {error}") from None
    return content, examine_file(file, settings(project(given["config"]), **given), content)


def save_copy(file: str, output: str | None, mark: str, content: bytes) -> str:
    """Writes `content` to `output`, by default to 报告.`mark`.docx beside 报告.docx; gives the name written to.

    A file of the default name is not overwritten: someone may be working in it. Raises OptionError.
    """
    original = Path(file)
    target = Path(output) if output else next(path for path in _names(original, mark) if not path.exists())
    if target.exists() and target.samefile(original):
        raise OptionError(f"{target.as_posix()}: 这是原件，不能覆盖；请用 -o 另写一个文件名")
    save(str(target), content)
    return target.as_posix()


def _names(original: Path, mark: str) -> Iterator[Path]:
    """报告.批注.docx, 报告.批注2.docx, …"""
    yield original.with_name(f"{original.stem}.{mark}{original.suffix}")
    for number in range(2, 1000):
        yield original.with_name(f"{original.stem}.{mark}{number}{original.suffix}")
