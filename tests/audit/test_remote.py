"""Results go to an address, and an audit that began on another machine goes on from there."""

import json
import shutil
from pathlib import Path

import fsspec
import pytest

from checker.audit.remote import workplace
from checker.cli import run
from checker.errors import OptionError
from tests.audit.support import laid_out
from tests.support.county import county


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def audit(folder: Path, address: str) -> int:
    return run(["audit", str(folder), "-o", address, "--as-of", "2024-03-01", "-f", "json", "-f", "csv", "--no-sheets"])


def test_results_are_written_to_an_address(tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "reports", county(4))
    assert audit(folder, "memory://out/2023") in (0, 1)
    system = fsspec.filesystem("memory")
    summary = json.loads(system.cat("/out/2023/汇总.json"))
    assert summary["files"] == 4
    assert system.exists("/out/2023/结果.sqlite")
    assert any(name.endswith(".csv") for name in system.find("/out/2023/表"))
    assert not [name for name in system.find("/out/2023") if name.endswith(("-wal", "-shm"))]


def test_another_machine_goes_on_from_the_store_at_the_address(
    tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid_out(tmp_path / "reports", county(4))
    audit(folder, "memory://out/again")
    first = fsspec.filesystem("memory").cat("/out/again/汇总.json")
    shutil.rmtree(cache)
    laid_out(folder, list(county(6))[4:])
    audit(folder, "memory://out/again")
    assert "上次已查4份，还有2份" in capsys.readouterr().err
    assert json.loads(fsspec.filesystem("memory").cat("/out/again/汇总.json"))["files"] == 6
    assert json.loads(first)["files"] == 4


def test_an_address_of_no_known_kind_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="打不开"), workplace("nowhere://x", tmp_path, print):
        pass
