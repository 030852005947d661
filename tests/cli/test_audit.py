"""The commands audit and merge, from the command line to the files they leave."""

import json
from pathlib import Path

import duckdb
import pytest

from checker.cli import run
from tests.audit.support import laid_out
from tests.support.county import county

AS_OF = ("--as-of", "2024-03-01")


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "reports", county(8, copies=1))


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_an_audit_leaves_summary_sheets_and_store(
    tmp_path: Path, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("县,单位\n清源县,白石镇\n清源县,青松镇\n", encoding="utf-8-sig")
    out = tmp_path / "out"
    assert run(["audit", str(reports), "-o", str(out), "--roster", str(roster), *AS_OF]) == 1
    said = capsys.readouterr().out
    assert "应报：2个单位　已报：1个单位　未报：1个单位" in said
    assert "未报：清源县青松镇" in said
    left = files(out)
    assert {"汇总.html", "汇总.json", "汇总.pdf", "汇总.xlsx", "结果.sqlite", "检查单/00001-00008.pdf"} <= left
    assert "表/02-未报.csv" in left
    assert all(not path.read_bytes().startswith(b"\0") for path in out.rglob("*") if path.is_file())


def test_only_what_was_asked_for_is_written(tmp_path: Path, reports: Path) -> None:
    out = tmp_path / "out"
    assert run(["audit", str(reports), "-o", str(out), "-f", "json", "--no-sheets", *AS_OF]) == 1
    assert files(out) == {"汇总.json", "结果.sqlite"}


def test_shards_from_the_command_line_merge_into_the_same_summary(tmp_path: Path, reports: Path) -> None:
    for share in ("1/2", "2/2"):
        assert run(["audit", str(reports), "-o", str(tmp_path / "parts"), "--shard", share, *AS_OF]) == 0
    options = ["-f", "json", "--no-sheets", *AS_OF]
    assert run(["merge", str(tmp_path / "parts"), "-o", str(tmp_path / "merged"), *options]) == 1
    assert run(["audit", str(reports), "-o", str(tmp_path / "whole"), *options]) == 1
    merged, whole = ((tmp_path / name / "汇总.json").read_bytes() for name in ("merged", "whole"))
    assert merged == whole


def test_a_merge_without_all_shards_says_so(tmp_path: Path, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", str(reports), "-o", str(tmp_path / "parts"), "--shard", "1/2", *AS_OF]) == 0
    merged = ["merge", str(tmp_path / "parts"), "-o", str(tmp_path / "m"), "-f", "json", "--no-sheets", *AS_OF]
    assert run(merged) == 2
    assert "还有4份没有查" in capsys.readouterr().err


def test_the_day_of_the_first_run_is_kept(tmp_path: Path, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    options = ["-o", str(out), "-f", "json", "--no-sheets"]
    run(["audit", str(reports), *options, *AS_OF])
    first = json.loads((out / "汇总.json").read_text("utf-8"))
    run(["audit", str(reports), *options])
    assert "沿用上次的检查日期 2024-03-01" in capsys.readouterr().err
    assert json.loads((out / "汇总.json").read_text("utf-8")) == first


def test_parquet_files_hold_the_tables(tmp_path: Path, reports: Path) -> None:
    out = tmp_path / "out"
    run(["audit", str(reports), "-o", str(out), "-f", "json", "--no-sheets", "--parquet", *AS_OF])
    report, part = ((out / f"数据/{name}.parquet").as_posix() for name in ("report", "part"))
    with duckdb.connect() as connection:
        rows = connection.execute(
            f"SELECT county, sum((state = 'absent')::int) FROM '{report}' JOIN '{part}' ON report = id"
            " WHERE part = 'plan' GROUP BY county ORDER BY county"
        ).fetchall()
    assert dict(rows) == {p.county: int("plan" in p.parts) for p in county(8)}


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "a/b"])
def test_a_wrong_shard_is_refused(
    shard: str, tmp_path: Path, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", str(reports), "-o", str(tmp_path / "o"), "--shard", shard]) == 2
    assert "写作 i/n" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", str(tmp_path / "没有"), "-o", str(tmp_path / "o")]) == 2
    assert "找不到这个文件或文件夹" in capsys.readouterr().err


def test_a_store_that_is_something_else_is_said(
    tmp_path: Path, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o"
    out.mkdir()
    (out / "结果.sqlite").write_text("不是数据库，是别的东西" * 100, encoding="utf-8")
    assert run(["audit", str(reports), "-o", str(out)]) == 2
    assert "打不开结果库" in capsys.readouterr().err
