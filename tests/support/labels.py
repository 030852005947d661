"""Labelled reports: what a careful officer says of them, and how far a result agrees.

A defect counts as found when a finding of its rule quotes it, is quoted by it, or stands on its line with four equal
characters; for rules that speak of the whole document the place does not matter. A certain error or warning that no
defect and no `allowed` entry explains is a false alarm; one on a trap's words is a trap hit.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.model.result import CheckResult, Finding
from tests.support.desk import judge

CORPUS = Path(__file__).parents[1] / "corpus"
ANYWHERE = (
    "achievements.", "shortcomings.", "duty.", "plan.missing", "plan.merged", "plan.thin", "plan.no-year", "title.",
    "addressee.", "signature.", "date.", "length.", "evidence.", "numbering.style", "punctuation.", "year.relative",
    "enumeration.separator",
)  # fmt: skip


@dataclass(slots=True)
class Agreement:
    """Counts over a set of reports, and every disagreement in words."""

    defects: int = 0
    found: int = 0
    alarms: list[str] = field(default_factory=list)
    loud: int = 0
    missed: list[str] = field(default_factory=list)
    traps: list[str] = field(default_factory=list)
    structure: list[str] = field(default_factory=list)
    asked: int = 0
    headings: int = 0
    headings_right: int = 0
    headings_said: int = 0

    @property
    def recall(self) -> float:
        return self.found / max(1, self.defects)

    @property
    def precision(self) -> float:
        return 1 - len(self.alarms) / max(1, self.loud)

    @property
    def structure_share(self) -> float:
        return 1 - len(self.structure) / max(1, self.asked)

    @property
    def headings_share(self) -> float:
        """The smaller one of recall and precision."""
        return self.headings_right / max(1, self.headings, self.headings_said)

    def __str__(self) -> str:
        listed = [*self.missed, *self.alarms, *self.traps, *self.structure]
        return "\n".join([f"recall {self.recall:.3f} precision {self.precision:.3f}", *listed])


def labelled(folder: str) -> list[Path]:
    """The label files of one set, in order."""
    return sorted((CORPUS / folder).glob("*.json"))


def compare(paths: list[Path]) -> Agreement:
    """All reports of a set, judged and held against their labels."""
    total = Agreement()
    for path in paths:
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_name(gold["file"]).read_text("utf-8-sig")
        _compare(gold, text, judge(text, gold["file"]), total)
    return total


def _compare(gold: dict[str, Any], text: str, result: CheckResult, total: Agreement) -> None:
    name = gold["file"]
    used: set[int] = set()
    for label in gold["defects"]:
        hits = [i for i, finding in enumerate(result.findings) if _touches(finding, label, text)]
        used.update(hits)
        total.defects += 1
        total.found += bool(hits)
        if not hits:
            total.missed.append(f"missed {name}: {label['rule']} {label['quote']}")
    for i, finding in enumerate(result.findings):
        if not (finding.certain and finding.severity in ("error", "warning")):
            continue
        total.loud += 1
        if i not in used and not any(_touches(finding, label, text) for label in gold.get("allowed", ())):
            total.alarms.append(f"alarm {name}:{finding.line}: {finding.rule} {finding.quote} {finding.message}")
        for trap in gold.get("traps", ()):
            if trap["rule"] == finding.rule and trap.get("quote") and i not in used and _touches(finding, trap, text):
                total.traps.append(f"trap {name}: {finding.rule} {trap['quote']}")
    _compare_structure(gold, result, total)


def _compare_structure(gold: dict[str, Any], result: CheckResult, total: Agreement) -> None:
    said = result.structure
    pairs: list[tuple[str, object, object]] = [
        ("title", said and _squeeze(said.title), _squeeze(gold["title"])),
        ("year", said and said.year, gold["year"]),
        ("addressee", said and _squeeze(said.addressee), _squeeze(gold["addressee"])),
        ("signature", said and [_squeeze(line) for line in said.signature], [_squeeze(s) for s in gold["signature"]]),
        ("date", said and said.date, gold["date"]),
    ]
    states = {part.part: part for part in said.parts} if said else {}
    for part, wanted in gold["parts"].items():
        pairs.append((f"{part}.state", states[part].state if part in states else None, wanted["state"]))
        if wanted["heading"]:
            heads = [_squeeze(heading) for heading in states[part].headings] if part in states else []
            pairs.append((f"{part}.heading", any(_squeeze(wanted["heading"]) in head for head in heads), True))
    for what, have, want in pairs:
        total.asked += 1
        if (have or None) != (want or None):
            total.structure.append(f"structure {gold['file']}: {what}: {have!r} for {want!r}")
    if gold.get("headings"):
        have_all = [(heading.level, _squeeze(heading.text)) for heading in said.headings] if said else []
        want_all = [(level, _squeeze(text)) for level, text in gold["headings"]]
        total.headings += len(want_all)
        total.headings_said += len(have_all)
        total.headings_right += sum(_taken(have_all, want) for want in want_all)


def _taken(have: list[tuple[int, str]], want: tuple[int, str]) -> bool:
    if want in have:
        have.remove(want)
        return True
    return False


def _touches(finding: Finding, label: dict[str, Any], text: str) -> bool:
    if finding.rule != label["rule"]:
        return False
    if not label.get("quote") or finding.rule.startswith(ANYWHERE):
        return True
    said, meant = _squeeze(finding.quote), _squeeze(label["quote"])
    if said and (said in meant or meant in said):
        return True
    lines = set(range(finding.line or 0, (finding.end_line or finding.line or 0) + 1))
    if not lines & set(_lines(text, label["quote"])):
        return False
    return not said or len(said) < 4 or len(meant) < 4 or any(meant[i : i + 4] in said for i in range(len(meant) - 3))


def _lines(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        first = text.count("\n", 0, at) + 1
        yield from range(first, first + quote.count("\n") + 1)
        at = text.find(quote, at + 1)


def _squeeze(text: str | None) -> str:
    return "".join((text or "").split())
