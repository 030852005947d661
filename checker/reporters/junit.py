"""JUnit XML as Jenkins and Surefire read it: a suite is a report, a case is a rule, and the first case the verdict."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.model.result import Batch, CheckResult, Finding, Outcome, Status
from checker.model.severity import Severity
from checker.reporters.facts import placed_text, xml_text
from checker.reporters.wording import STATUS, VERDICT

NAME = "junit"
SUFFIX = ".xml"
_COUNTS = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}


def render(batch: Batch) -> str:
    """A suite is red exactly when its report did not pass. Certain errors and fired gates of a failed report are
    failures; all other findings stand in the case's output; what could not be checked is an error."""
    suites = Element("testsuites", name="checker")
    for report in batch.reports:
        suites.append(_suite(report))
    for name in ("tests", "failures", "errors"):  # Jenkins' schema has no `skipped` here
        suites.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suite(report: CheckResult) -> Element:
    suite = Element("testsuite", name=xml_text(report.path))
    _verdict(_case(suite, report, VERDICT), report)
    for rule in report.rules:
        found = [report.findings[i] for i in rule.findings]
        _fill(_case(suite, report, rule.rule), report, found, rule.outcome, rule.because)
    for name, tag in _COUNTS.items():
        suite.set(name, str(sum(1 for _ in suite.iter(tag))))
    return suite


def _case(suite: Element, report: CheckResult, name: str) -> Element:
    # Surefire's schema wants a time; a measured one would make two runs of the same report differ
    return SubElement(suite, "testcase", classname=xml_text(report.path), name=name, time="0")


def _verdict(case: Element, report: CheckResult) -> None:
    score = report.score
    said = STATUS[report.status] + (f"，{score.shown:g}分，{score.band}" if score else "")
    if report.status is Status.FAILED:
        SubElement(case, "failure", message=said, type=report.status.value)
    elif report.status is Status.NOT_CHECKED:
        SubElement(case, "error", message=xml_text(report.reason or ""), type=report.status.value)
    else:
        SubElement(case, "system-out").text = said


def _fill(case: Element, report: CheckResult, found: list[Finding], outcome: Outcome, because: str) -> None:
    if outcome is Outcome.NA:
        SubElement(case, "skipped", message=xml_text(because))
        return
    red = report.status is Status.FAILED
    failed = [f for f in found if red and f.certain and f.waived is None and (f.severity is Severity.ERROR or f.gate)]
    if failed:
        failure = SubElement(case, "failure", message=xml_text(failed[0].message), type=failed[0].severity.value)
        failure.text = xml_text("\n".join(placed_text(report, finding) for finding in failed))
    if outcome is Outcome.ERROR:
        SubElement(case, "error", message=xml_text(because), type=outcome.value)
    rest = [finding for finding in found if finding not in failed]
    if rest:
        SubElement(case, "system-out").text = xml_text("\n".join(placed_text(report, finding) for finding in rest))
