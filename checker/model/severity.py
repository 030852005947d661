"""How bad a finding is."""

from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """3 for an error, 0 for a rule that is switched off."""
        return {"error": 3, "warning": 2, "info": 1, "off": 0}[self.value]
