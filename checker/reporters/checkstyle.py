"""Checkstyle XML, which many review tools read."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.model.result import Batch, CheckResult, Status
from checker.reporters.facts import has_lines, level, text, where

NAME = "checkstyle"
SUFFIX = ".xml"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def render(batch: Batch) -> str:
    """Waived findings are left out; places in Word files stand in the message, as Checkstyle knows only lines."""
    root = Element("checkstyle", version="4.3")
    for report in batch.reports:
        file = SubElement(root, "file", name=_legal(report.path))
        _fill(file, report)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _fill(file: Element, report: CheckResult) -> None:
    if report.status is Status.NOT_CHECKED:
        SubElement(file, "error", severity="error", message=_legal(report.reason or ""), source="checker.not_checked")
    for finding in report.findings:
        if finding.waived:
            continue
        place: dict[str, str] = {}
        if has_lines(report) and finding.line is not None:
            place["line"] = str(finding.line)
            if finding.quote is not None and finding.column is not None:
                place["column"] = str(finding.column)
        message = text(finding) if place else f"{where(report, finding)}: {text(finding)}"
        SubElement(
            file,
            "error",
            {
                **place,
                "severity": level(finding).value,
                "message": _legal(message),
                "source": f"checker.{finding.rule}",
            },
        )


def _legal(value: str) -> str:
    """Without the characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", value)
