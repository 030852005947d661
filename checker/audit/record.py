"""One report as a worker hands it back: rows for the store, the result and the fingerprint packed small."""

import hashlib
import json
import zlib
from array import array
from dataclasses import dataclass

from checker.app import not_checked
from checker.audit.entries import Entry, content
from checker.batch import examine_file
from checker.engine.similarity import fingerprint, keys_of
from checker.errors import CheckerError
from checker.model.result import CheckResult, Status
from checker.model.severity import Severity
from checker.model.similarity import Clause, Fingerprint, Keys
from checker.parallel import DIED
from checker.reporters.json_object import report_object
from checker.reporters.json_reader import report_from
from checker.settings import Settings
from checker.text.organs import county_and_unit, year_in

Row = tuple[object, ...]
NOT_CHECKED = Status.NOT_CHECKED.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Rows in the order of the columns in docs/store.md, without the report's id; a few kilobytes in all."""

    report: Row
    parts: tuple[Row, ...]
    items: tuple[Row, ...]
    findings: tuple[Row, ...]
    result: bytes
    keys: bytes
    lengths: bytes
    clauses: bytes


def record(entry: Entry, settings: Settings) -> Record:
    """Reads and judges one report. What goes wrong is in the record, as a report that was not checked."""
    try:
        data = content(entry)
    except CheckerError as error:
        return record_of(entry.name, not_checked(b"", entry.name, str(error)), None)
    examination = examine_file(entry.name, settings, data)
    structure = examination.structure
    print_ = fingerprint(structure) if structure is not None and examination.result.score is not None else None
    return record_of(entry.name, examination.result, print_)


def lost(entry: Entry) -> Record:
    """The record of a report that killed the process which judged it."""
    return record_of(entry.name, not_checked(b"", entry.name, DIED), None)


def record_of(name: str, result: CheckResult, print_: Fingerprint | None) -> Record:
    """The rows of a result."""
    keys = keys_of(print_) if print_ is not None else Keys(array("Q"), array("H"))
    clauses = print_.clauses if print_ is not None else ()
    places = [(clause.line, clause.text, clause.key, clause.length) for clause in clauses]
    return Record(
        report=_report(name, result),
        parts=tuple(
            (part.part, part.name, str(part.state), part.characters, part.line, "\n".join(part.headings))
            for part in (result.structure.parts if result.structure else ())
        ),
        items=tuple(
            (item.id, item.title, item.possible, item.earned, item.outcome.value, item.because)
            for item in (result.score.items if result.score else ())
        ),
        findings=tuple(finding_rows(result)),
        result=_packed(report_object(result)),
        keys=keys.keys.tobytes(),
        lengths=keys.lengths.tobytes(),
        clauses=_packed(places),
    )


def finding_rows(result: CheckResult) -> list[Row]:
    """One row per finding, in the order of the result."""
    return [
        (number, f.rule, f.severity.value, f.certain, f.gate, f.waived is not None, f.category, f.part, f.message,
         f.quote, f.line, f.page, f.where, f.count, f.fingerprint)
        for number, f in enumerate(result.findings)
    ]  # fmt: skip


def _report(name: str, result: CheckResult) -> Row:
    structure, score, stamp = result.structure, result.score, result.template
    county, unit = county_and_unit((structure.issuer if structure else None) or "")
    year = structure.year if structure and structure.year else year_in(name)
    counted = [finding for finding in result.findings if finding.waived is None]
    loud = {severity: sum(f.certain and f.severity is severity for f in counted) for severity in Severity}
    return (
        result.sha256, result.format, result.status.value, result.reason, county, unit,
        structure.issuer if structure else None, year, structure.title if structure else None,
        structure.date if structure else None,
        stamp.id if stamp else None, stamp.title if stamp else None, stamp.version if stamp else None,
        stamp.sha256 if stamp else None,
        score.value if score else None, score.shown if score else None, score.band if score else None,
        score.pending if score else None, len(score.gates) if score else 0,
        loud[Severity.ERROR], loud[Severity.WARNING], loud[Severity.INFO], sum(not f.certain for f in counted),
    )  # fmt: skip


def _packed(plain: object) -> bytes:
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 6)


def unpacked_result(packed: bytes) -> CheckResult:
    return report_from(json.loads(zlib.decompress(packed)))


def unpacked_print(packed: bytes) -> Fingerprint:
    return Fingerprint(clauses=tuple(Clause(*clause) for clause in json.loads(zlib.decompress(packed))))


def unpacked_keys(keys: bytes, lengths: bytes) -> Keys:
    return Keys(array("Q", keys), array("H", lengths))


def digest_of(settings: Settings, templates: tuple[str, ...], version: str) -> str:
    """What results depend on besides the report: kept results of another digest are judged anew."""
    parts = (
        version, *templates, settings.as_of.isoformat(), settings.template, str(settings.fail_on),
        str(settings.min_score), repr(settings.only), repr(settings.skip), repr(settings.packs), repr(settings.table),
        repr(settings.names), repr(settings.waivers), repr(sorted(settings.baseline)), settings.base,
    )  # fmt: skip
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()
