"""checker.yaml, waivers and the baseline on the command line."""

import json
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.cli.output import save, say
from checker.engine.waive import Waiver
from checker.model.result import Batch, CheckResult
from checker.settings import PROJECT, Project


def project(config: str | None) -> Project:
    """The named configuration, else checker.yaml of the current folder, else an empty one."""
    path = Path(config or PROJECT)
    if not config and not path.is_file():
        return Project(base="")
    found: Project = _reader().read_project(path)
    return found


def _reader() -> Any:
    return import_module("checker.project")  # imported when needed: it brings yaml and jsonschema


def agreed(found: Project, waivers: str | None, baseline: str | None, *, growing: bool) -> dict[str, Any]:
    """Fields of Settings. A baseline that is about to be written for the first time need not be there."""
    waiver_file, baseline_file = waivers or found.waivers, baseline or found.baseline
    known: dict[str, Any] = {"base": found.base, "table": found.table, "names": (*found.places, *found.issuers)}
    if waiver_file:
        known["waivers"] = _reader().read_waivers(Path(waiver_file))
    if baseline_file and not (growing and not Path(baseline_file).exists()):
        known["baseline"] = _reader().read_baseline(Path(baseline_file))
    return known


def report_waivers(waivers: tuple[Waiver, ...], batch: Batch, as_of: date) -> tuple[str, ...]:
    """A sentence for every waiver that has run out, and for every one that covered nothing."""
    used = {finding.waived.source for report in batch.reports for finding in report.findings if finding.waived}
    said = []
    for waiver in waivers:
        if waiver.expires < as_of:
            said.append(f"{waiver.source}: {waiver.rule} 的豁免已于 {waiver.expires.isoformat()} 到期，不再起作用")
        elif waiver.source not in used:
            said.append(f"{waiver.source}: {waiver.rule} 的豁免没有用上，请删去")
    return tuple(said)


def write_baseline(
    path: str, old: frozenset[tuple[str, str]], reports: tuple[CheckResult, ...], place: Any, *, grow: bool
) -> None:
    """The findings of this run as a baseline: sorted, one a line, without gates and hints of files not checked.

    Unless it may `grow`, only what was known already stays. Files that were not part of this run keep their lines.
    """
    seen = {place(report.path) for report in reports}
    rows: dict[tuple[str, str], str] = {row: "" for row in old if row[0] not in seen}
    for report in reports:
        for finding in report.findings:
            row = (place(report.path), finding.fingerprint)
            covered = finding.waived is not None and finding.waived.kind == "waiver"
            if not finding.gate and not covered and (grow or row in old):
                rows[row] = finding.rule
    lines = [
        json.dumps({"file": file, "fingerprint": print_, **({"rule": rule} if rule else {})}, ensure_ascii=False)
        for (file, print_), rule in sorted(rows.items())
    ]
    save(path, "".join(line + "\n" for line in lines))
    say(f"基线 {path}：{len(lines)} 条（原有 {len(old)} 条）")
