"""What `json_object` wrote, `json_reader` reads back, to the last field."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model.result import (
    Batch,
    Cap,
    CheckResult,
    Finding,
    PartSummary,
    Repair,
    Score,
    ScoreItem,
    StructureSummary,
    Waived,
)
from checker.model.template import LegalBasis
from checker.reporters import render
from checker.reporters.json_reader import batch_from
from tests.reporters.golden import BATCH
from tests.reporters.real import batch

POINTS = st.floats(allow_nan=False, allow_infinity=False)


def _any(kind: type[Any], **known: Any) -> Any:
    """Any value of a dataclass; `builds` alone would leave every field that has a default at it."""
    fields = {field.name: POINTS if field.type is float else ... for field in dataclasses.fields(kind)}
    return st.builds(kind, **{**fields, **known})


def _some(values: Any, **limits: Any) -> Any:
    return st.lists(values, max_size=2, **limits).map(tuple)


FINDINGS = _any(Finding, basis=_some(_any(LegalBasis)), waived=st.none() | _any(Waived))
STRUCTURES = _any(StructureSummary, parts=_some(_any(PartSummary), unique_by=lambda part: part.part))
SCORES = _any(Score, caps=_some(_any(Cap)), items=_some(_any(ScoreItem)), repairs=_some(_any(Repair)))
REPORTS = _any(CheckResult, findings=_some(FINDINGS), structure=st.none() | STRUCTURES, score=st.none() | SCORES)
BATCHES = _any(Batch, reports=_some(REPORTS))


@pytest.mark.parametrize("judged", [BATCH, batch()], ids=["golden", "real"])
def test_a_batch_comes_back_from_its_json_as_it_was(judged: Batch) -> None:
    assert batch_from(json.loads(render("json", judged))) == judged


@settings(max_examples=50, deadline=None, derandomize=True)
@given(judged=BATCHES)
def test_any_batch_comes_back_from_its_json_as_it_was(judged: Batch) -> None:
    assert batch_from(json.loads(render("json", judged))) == judged


def test_real_batches_hold_what_could_get_lost() -> None:
    findings = [finding for report in batch().reports for finding in report.findings]
    assert any(finding.edits for finding in findings)
    assert any(finding.variant for finding in findings)
    assert any(report.notes for report in batch().reports)


@pytest.mark.parametrize(
    "other", [[], {}, {"reports": []}, {"tool": {"version": "1"}, "reports": [{}], "warnings": []}, None]
)
def test_other_json_is_refused(other: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        batch_from(other)
