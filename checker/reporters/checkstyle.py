"""Checkstyle XML, which many review tools read."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.model.result import Batch, CheckResult, Status
from checker.reporters.facts import has_columns, has_lines, level, placed_text, text, xml_text

NAME = "checkstyle"
SUFFIX = ".xml"


def render(batch: Batch) -> str:
    """Waived findings are left out; places in Word files stand in the message, as Checkstyle knows only lines."""
    root = Element("checkstyle", version="4.3")
    for report in batch.reports:
        file = SubElement(root, "file", name=xml_text(report.path))
        _fill(file, report)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _fill(file: Element, report: CheckResult) -> None:
    if report.status is Status.NOT_CHECKED:
        SubElement(file, "error", severity="error", message=xml_text(report.reason or ""), source="checker.not_checked")
    for finding in report.findings:
        if finding.waived:
            continue
        place: dict[str, str] = {}
        if has_lines(report) and finding.line is not None:
            place["line"] = str(finding.line)
            if has_columns(report, finding):
                place["column"] = str(finding.column)
        message = text(finding) if place else placed_text(report, finding)
        SubElement(
            file,
            "error",
            {
                **place,
                "severity": level(finding).value,
                "message": xml_text(message),
                "source": f"checker.{finding.rule}",
            },
        )
