"""Every error that a user may meet: one Chinese line each, never a traceback."""


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


class TemplateErrors(CheckerError):
    """All mistakes of a template in one run, in the order of their places."""

    def __init__(self, errors: tuple[TemplateError, ...]) -> None:
        self.errors = tuple(sorted(errors, key=lambda e: (e.file, e.line, e.column, e.message)))
        super().__init__("\n".join(str(error) for error in self.errors))
