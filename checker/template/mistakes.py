"""All mistakes of a template in one run."""

from dataclasses import dataclass, field

from checker.errors import TemplateError, TemplateErrors
from checker.strict_yaml import Place


@dataclass(slots=True)
class Mistakes:
    """Collects what is wrong while a template is read; a warning stops nobody from using the template."""

    errors: list[TemplateError] = field(default_factory=list)
    warnings: list[TemplateError] = field(default_factory=list)
    broken: bool = False  # a file could not be read: what is missing may stand in it

    def add(self, place: Place, message: str) -> None:
        _note(self.errors, place, message)

    def warn(self, place: Place, message: str) -> None:
        _note(self.warnings, place, message)

    def adopt(self, found: TemplateErrors) -> None:
        """Takes over what is wrong with a file that could not be read."""
        self.broken = True
        for error in found.errors:
            _keep(self.errors, error)

    def take(self, found: "Mistakes") -> None:
        """Takes over errors that were collected apart."""
        for error in found.errors:
            _keep(self.errors, error)

    def raise_any(self) -> None:
        """Raises TemplateErrors when there is an error."""
        if self.errors:
            raise TemplateErrors(tuple(self.errors))


def _note(errors: list[TemplateError], place: Place, message: str) -> None:
    _keep(errors, TemplateError(message, file=place.file, line=place.line, column=place.column))


def _keep(errors: list[TemplateError], error: TemplateError) -> None:
    if all(str(error) != str(known) for known in errors):
        errors.append(error)
