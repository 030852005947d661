"""One county of three hundred reports, judged once for all tests of audits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.audit.papers import conclude
from checker.audit.store import Store
from checker.model.audit import Summary
from checker.settings import Settings
from tests.audit.support import audited, laid_out, settings
from tests.support.county import Planted, county

COUNT, COPIES = 300, 60


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def chosen(cache_folder: Path) -> Settings:
    return settings(cache_folder)


@pytest.fixture(scope="session")
def planted() -> tuple[Planted, ...]:
    return tuple(county(COUNT, copies=COPIES))


@pytest.fixture(scope="session")
def county_folder(tmp_path_factory: pytest.TempPathFactory, planted: tuple[Planted, ...]) -> Path:
    return laid_out(tmp_path_factory.mktemp("county"), planted)


@pytest.fixture(scope="session")
def county_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store") / "store.sqlite"


@pytest.fixture(scope="session")
def summary(county_store: Path, county_folder: Path, cache_folder: Path) -> Iterator[Summary]:
    """As reporters get it: what grows with the number of reports is read from the open store."""
    chosen = settings(cache_folder, jobs=2)
    audited(county_store, county_folder, chosen=chosen)
    with Store(county_store) as store:
        yield conclude(store, chosen, (), None)
