"""JUnit XML as Jenkins and Surefire read it: a suite is a report, a case is a rule."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.model.result import Batch, CheckResult, Finding, Outcome, Status
from checker.model.template import Severity
from checker.reporters.facts import text, where

NAME = "junit"
SUFFIX = ".xml"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def render(batch: Batch) -> str:
    """Certain errors and fired gates are failures; warnings and hints stand in the case's output; a file that could
    not be checked is an error."""
    suites = Element("testsuites", name="checker")
    for report in batch.reports:
        suites.append(_suite(report))
    for name in ("tests", "failures", "errors", "skipped"):
        suites.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suite(report: CheckResult) -> Element:
    suite = Element("testsuite", name=_legal(report.path))
    if report.status is Status.NOT_CHECKED:
        case = SubElement(suite, "testcase", classname=_legal(report.path), name="check")
        SubElement(case, "error", message=_legal(report.reason or ""), type="not_checked")
    else:
        for rule in report.rules:
            found = [report.findings[i] for i in rule.findings]
            case = SubElement(suite, "testcase", classname=_legal(report.path), name=rule.rule)
            _fill(case, report, found, rule.outcome, rule.because)
    cases = list(suite)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", str(sum(case.find("error") is not None for case in cases)))
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    return suite


def _fill(case: Element, report: CheckResult, found: list[Finding], outcome: Outcome, because: str) -> None:
    if outcome is Outcome.NA:
        SubElement(case, "skipped", message=_legal(because))
        return
    failed = [f for f in found if f.certain and f.waived is None and (f.severity is Severity.ERROR or f.gate)]
    if failed:
        failure = SubElement(case, "failure", message=_legal(failed[0].message), type=failed[0].severity.value)
        failure.text = _legal("\n".join(_line(report, finding) for finding in failed))
    rest = [finding for finding in found if finding not in failed]
    if rest:
        SubElement(case, "system-out").text = _legal("\n".join(_line(report, finding) for finding in rest))


def _line(report: CheckResult, finding: Finding) -> str:
    return f"{where(report, finding)}: {text(finding)}"


def _legal(value: str) -> str:
    """Without the characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", value)
