"""A cluster of two workers gives the same numbers as one machine, also when a worker dies in the middle."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import pytest

from checker.audit.papers import conclude
from checker.audit.run import Plan, judge, start
from checker.audit.store import Store
from checker.errors import OptionError
from checker.model.audit import Summary
from checker.settings import Settings
from tests.audit.support import audited, held, laid_out
from tests.support.county import county

pytestmark = pytest.mark.filterwarnings("default")  # the warnings of the cluster's own shutdown are not ours


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_out(tmp_path_factory.mktemp("reports"), county(48, copies=8))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, folder: Path, chosen: Settings) -> Summary:
    return audited(tmp_path_factory.mktemp("whole") / "s.sqlite", folder, chosen=chosen)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as running:
        yield running


def on(cluster: Any, store: Path, folder: Path, chosen: Settings, *, kill: bool) -> Summary:
    plan = Plan(paths=(str(folder),), cluster=cluster.scheduler_address, batch=4)
    with Store(store) as open_store:
        for count, _ in enumerate(judge(open_store, start(open_store, plan, chosen), plan, chosen), 1):
            if kill and count == 6:
                os.kill(next(iter(cluster.workers.values())).process.process.pid, signal.SIGKILL)
        return held(conclude(open_store, chosen, (), None))


def test_a_cluster_gives_the_same_numbers(
    tmp_path: Path, cluster: Any, folder: Path, chosen: Settings, undisturbed: Summary
) -> None:
    assert on(cluster, tmp_path / "s.sqlite", folder, chosen, kill=False) == undisturbed


def test_a_worker_that_dies_in_the_middle_changes_nothing(
    tmp_path: Path, cluster: Any, folder: Path, chosen: Settings, undisturbed: Summary
) -> None:
    assert on(cluster, tmp_path / "s.sqlite", folder, chosen, kill=True) == undisturbed


def test_a_cluster_that_is_not_there_is_said_in_one_sentence(tmp_path: Path, folder: Path, chosen: Settings) -> None:
    plan = Plan(paths=(str(folder),), cluster="tcp://127.0.0.1:9")
    with Store(tmp_path / "s.sqlite") as store, pytest.raises(OptionError, match="连不上"):
        list(judge(store, start(store, plan, chosen), plan, chosen))
