"""Where results go: stdout and files, whole and in UTF-8."""

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from checker.errors import OptionError
from checker.files import write


def emit(content: str | bytes) -> None:
    """To stdout; a reader that has gone away changes nothing about the verdict."""
    if sys.stdout is None:
        return
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
            sys.stdout.flush()
        else:
            click.echo(content, nl=not content.endswith("\n"))
            sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(message: str) -> None:
    """To stderr: progress, warnings, where files went."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            click.echo(message, err=True)


def save(path: str, content: str | bytes | Iterable[str]) -> None:
    """Into a file, whole or not at all. Raises OptionError in one sentence."""
    data: bytes | Iterable[bytes]
    if isinstance(content, bytes):
        data = content
    else:
        pieces = (content,) if isinstance(content, str) else content
        # a file name that is no UTF-8 must not stop the output that tells of it
        data = (piece.encode("utf-8", "replace") for piece in pieces)
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write(target, data)
    except OSError as error:
        raise OptionError(f"{path}: 写不进去（{error.strerror or error}）") from None
