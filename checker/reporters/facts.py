"""What machine formats share: which findings count, how severe each is, and the address of a file."""

import re
from pathlib import PurePath
from urllib.parse import quote

from checker.model.result import CheckResult, Finding
from checker.model.severity import Severity
from checker.reporters.wording import LINES, SUSPECT, place

_AS_WRITTEN = ("txt", "md")  # formats whose text is the file, character by character
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def level(finding: Finding) -> Severity:
    """The severity a machine should see: what is only suspected is never more than a hint."""
    return finding.severity if finding.certain else Severity.INFO


def text(finding: Finding) -> str:
    """Message and remedy in one line; a suspicion says that it is one."""
    doubt = "" if finding.certain else f"（{SUSPECT}）"
    return f"{finding.message}{doubt}" + (f"；{finding.hint}" if finding.hint else "")


def has_lines(report: CheckResult) -> bool:
    """Whether a finding's line is a line of the file, which an editor can jump to."""
    return report.format in LINES


def has_columns(report: CheckResult, finding: Finding) -> bool:
    """Whether the finding's columns and last line are those of the file; in a web page, tags stand between."""
    return report.format in _AS_WRITTEN and finding.quote is not None and finding.line is not None


def where(report: CheckResult, finding: Finding) -> str:
    """The place for people: 第12行 or 第27段, and the heading above."""
    return f"{place(report.format, finding.line, finding.page)} {finding.where}".strip()


def placed_text(report: CheckResult, finding: Finding) -> str:
    """`text` after the place, for where a machine has no room for the place."""
    there = where(report, finding)
    return f"{there}：{text(finding)}" if there else text(finding)


def in_one_piece(finding: Finding) -> bool:
    """Whether line, column and end enclose the quoted words and nothing else; words in several places have others
    between them."""
    return finding.quote is not None and len(finding.spans) == 1


def xml_text(value: str) -> str:
    """The text with U+FFFD for every character that XML cannot hold, among them those that steer a terminal."""
    return _NOT_IN_XML.sub("\ufffd", value)


def address(path: str) -> str:
    """A relative URL of the file: `/` between folders, everything else percent-encoded."""
    return quote(PurePath(path).as_posix(), safe="/", errors="replace")
