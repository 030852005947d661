"""What `json_object` wrote, `json_reader` reads back, to the last field."""

import json

import pytest

from checker.model.result import Batch
from checker.reporters import render
from checker.reporters.json_reader import batch_from
from tests.reporters.golden import BATCH
from tests.reporters.real import batch


@pytest.mark.parametrize("judged", [BATCH, batch()], ids=["golden", "real"])
def test_a_batch_comes_back_from_its_json_as_it_was(judged: Batch) -> None:
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
