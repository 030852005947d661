"""Every error that a user may meet: one Chinese line each, never a traceback."""

from collections.abc import Iterable


class CheckerError(Exception):
    """Something in the user's files or options; `str()` is the whole message, ready to print."""


class UnreadableError(CheckerError):
    """The report cannot be judged (no text, broken, encrypted, not this kind of report). Never a pass, never a 0."""


class OptionError(CheckerError):
    """A command-line option or a setting that cannot be."""


class TemplateError(CheckerError):
    """One mistake in a template or table: `file:line:column: what; what instead`."""

    def __init__(self, message: str, *, file: str = "", line: int = 0, column: int = 0) -> None:
        self.file, self.line, self.column, self.message = file, line, column, message
        place = ":".join(str(part) for part in (file, line, column) if part)
        super().__init__(f"{place}: {message}" if place else message)


class TemplateErrors(CheckerError):  # noqa: N818 - it is several of them
    """All mistakes of a template in one run, in the order of their places."""

    def __init__(self, errors: tuple[TemplateError, ...]) -> None:
        self.errors = in_order(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


def in_order(errors: Iterable[TemplateError]) -> tuple[TemplateError, ...]:
    """Mistakes in the order of their places."""
    return tuple(sorted(errors, key=lambda error: (error.file, error.line, error.column, error.message)))
