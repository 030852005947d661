"""Labelled reports in every layout: what must be found, what must not be said, what must be recognised."""

import pytest

from tests.support.labels import CORPUS, compare, labelled

SETS = sorted(folder.name for folder in CORPUS.iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", SETS)
def test_a_set_of_labelled_reports_is_judged_as_its_officers_would(folder: str) -> None:
    found = compare(labelled(folder))
    assert found.defects > 0
    assert found.recall >= 0.95, str(found)
    assert found.precision >= 0.97, str(found)
    assert not found.traps, str(found)
    assert found.structure_share >= 0.98, str(found)
    assert found.headings_share >= 0.99, str(found)
