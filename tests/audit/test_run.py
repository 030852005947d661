"""Audits start, stop, go on and are split without a difference in the result."""

import os
import zipfile
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from checker.audit.merge import merge
from checker.audit.papers import conclude, write_sheets
from checker.audit.run import Plan, judge, start
from checker.audit.store import Store
from checker.engine.waive import Waiver
from checker.errors import OptionError
from checker.model.audit import Summary
from checker.model.severity import Severity
from checker.settings import Settings
from tests.audit.support import AS_OF, audited, held, laid_out, settings
from tests.support.county import county

COUNT = 48


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_out(tmp_path_factory.mktemp("reports"), county(COUNT, copies=8))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, folder: Path, chosen: Settings) -> Summary:
    return audited(tmp_path_factory.mktemp("whole") / "s.sqlite", folder, chosen=chosen)


def _killed(store: Path, folder: Path, chosen: Settings, after: int) -> None:
    """Dies without a word after so many reports."""
    plan = Plan(paths=(str(folder),))
    with Store(store) as open_store:
        for count, _ in enumerate(judge(open_store, start(open_store, plan, chosen), plan, chosen), 1):
            if count == after:
                open_store.commit()
            if count == after + 5:
                os._exit(9)


def test_a_killed_audit_goes_on_where_it_stopped(
    tmp_path: Path, folder: Path, chosen: Settings, undisturbed: Summary
) -> None:
    store = tmp_path / "s.sqlite"
    process = get_context("spawn").Process(target=_killed, args=(store, folder, chosen, 20))
    process.start()
    process.join()
    assert process.exitcode == 9
    with Store(store) as open_store:
        assert len(start(open_store, Plan(paths=(str(folder),)), chosen)) == COUNT - 20
    assert audited(store, folder, chosen=chosen) == undisturbed


def test_a_second_run_judges_only_what_has_changed(tmp_path: Path, chosen: Settings) -> None:
    here = laid_out(tmp_path / "reports", county(6))
    store = tmp_path / "s.sqlite"
    audited(store, here, chosen=chosen)
    changed = sorted(here.rglob("*.txt"))[2]
    changed.write_text(changed.read_text("utf-8").replace("2023", "2022"), encoding="utf-8")
    with Store(store) as open_store:
        todo = start(open_store, Plan(paths=(str(here),)), chosen)
    assert [entry.name for entry in todo] == [changed.as_posix()]


def test_other_settings_judge_everything_anew(tmp_path: Path, chosen: Settings) -> None:
    here = laid_out(tmp_path / "reports", county(6))
    store = tmp_path / "s.sqlite"
    audited(store, here, chosen=chosen)
    with Store(store) as open_store:
        assert len(start(open_store, Plan(paths=(str(here),)), replace(chosen, min_score=60.0))) == 6


def test_a_report_that_is_gone_leaves_the_summary(tmp_path: Path, chosen: Settings) -> None:
    here = laid_out(tmp_path / "reports", county(6))
    store = tmp_path / "s.sqlite"
    assert audited(store, here, chosen=chosen).files == 6
    sorted(here.rglob("*.txt"))[0].unlink()
    assert audited(store, here, chosen=chosen).files == 5


def test_a_report_whose_twin_is_gone_is_alike_no_more(tmp_path: Path, chosen: Settings) -> None:
    planted = list(county(12, copies=1))
    here = laid_out(tmp_path / "reports", planted)
    store = tmp_path / "s.sqlite"
    strict = replace(chosen, fail_on=Severity.WARNING)
    first = audited(store, here, chosen=strict)
    (here / planted[11].path).unlink()
    second = audited(store, here, chosen=strict)
    assert [defect.reports for defect in first.defects if defect.rule == "similarity.other"] == [2]
    assert [defect.reports for defect in second.defects if defect.rule == "similarity.other"] == []
    assert second.passed == first.passed + 1


def test_a_waived_likeness_fails_nobody(tmp_path: Path, chosen: Settings) -> None:
    planted = list(county(12, copies=1))
    here = laid_out(tmp_path / "reports", planted)
    waiver = Waiver(rule="similarity.other", reason="两镇合署办公", approved_by="县司法局", expires=date(2025, 1, 1))
    strict = replace(chosen, fail_on=Severity.WARNING)
    told = audited(tmp_path / "a.sqlite", here, chosen=strict)
    waived = audited(tmp_path / "b.sqlite", here, chosen=replace(strict, waivers=(waiver,)))
    assert waived.passed == told.passed + 1
    assert [defect for defect in waived.defects if defect.rule == "similarity.other"] == []


def test_worker_processes_change_nothing_but_time(
    tmp_path: Path, folder: Path, cache_folder: Path, undisturbed: Summary
) -> None:
    assert audited(tmp_path / "s.sqlite", folder, chosen=settings(cache_folder, jobs=2)) == undisturbed


def test_shards_merge_into_the_same_result(
    tmp_path: Path, folder: Path, chosen: Settings, undisturbed: Summary
) -> None:
    parts = tuple(tmp_path / f"{share}.sqlite" for share in (1, 2, 3))
    for share, part in enumerate(parts, 1):
        plan = Plan(paths=(str(folder),), shard=(share, 3))
        with Store(part) as store:
            for _ in judge(store, start(store, plan, chosen), plan, chosen):
                pass
    with Store(tmp_path / "all.sqlite") as store:
        assert merge(store, parts) == 0
        assert held(conclude(store, chosen, (), None)) == undisturbed


def test_a_missing_shard_is_counted(tmp_path: Path, folder: Path, chosen: Settings) -> None:
    plan = Plan(paths=(str(folder),), shard=(1, 3))
    with Store(tmp_path / "1.sqlite") as store:
        for _ in judge(store, start(store, plan, chosen), plan, chosen):
            pass
    with Store(tmp_path / "all.sqlite") as store:
        assert merge(store, (tmp_path / "1.sqlite",)) == COUNT - COUNT // 3


def test_shards_of_different_settings_do_not_merge(tmp_path: Path, folder: Path, chosen: Settings) -> None:
    for name, wanted in (("1", chosen), ("2", replace(chosen, min_score=60.0))):
        with Store(tmp_path / f"{name}.sqlite") as store:
            start(store, Plan(paths=(str(folder),), shard=(1, 2)), wanted)
            store.commit()
    with Store(tmp_path / "all.sqlite") as store, pytest.raises(OptionError, match="不能合并"):
        merge(store, (tmp_path / "1.sqlite", tmp_path / "2.sqlite"))


def test_reports_in_an_archive_are_judged_like_those_in_a_folder(tmp_path: Path, chosen: Settings) -> None:
    here = laid_out(tmp_path / "reports", county(6))
    with zipfile.ZipFile(tmp_path / "县.zip", "w") as archive:
        for path in sorted(here.rglob("*.txt")):
            archive.write(path, path.relative_to(here).as_posix())
    plain = audited(tmp_path / "a.sqlite", here, chosen=chosen)
    packed = audited(tmp_path / "b.sqlite", tmp_path / "县.zip", chosen=chosen)
    assert [(row.name, row.shown) for row in packed.boards[0].ranking] == [
        (row.name, row.shown) for row in plain.boards[0].ranking
    ]
    assert packed.boards[0].ranking[0].path.startswith(f"{(tmp_path / '县.zip').as_posix()}/")


def test_names_that_windows_put_into_an_archive_are_read(tmp_path: Path, chosen: Settings) -> None:
    report = next(county(1))
    info = zipfile.ZipInfo("placeholder")
    with zipfile.ZipFile(tmp_path / "县.zip", "w") as archive:
        info.filename = "白石镇.txt".encode("gb18030").decode("cp437")
        archive.writestr(info, report.text)
    content = (tmp_path / "县.zip").read_bytes()
    utf8, raw = info.filename.encode("utf-8"), "白石镇.txt".encode("gb18030")
    assert utf8 in content
    plain = tmp_path / "gbk.zip"
    plain.write_bytes(_with_name(content, utf8, raw))
    found = audited(tmp_path / "s.sqlite", plain, chosen=chosen)
    assert found.boards[0].ranking[0].path == f"{plain.as_posix()}/白石镇.txt"


def _with_name(content: bytes, old: bytes, new: bytes) -> bytes:
    """The archive with one member's name replaced and its UTF-8 flag taken away, as old Windows programs write it."""
    central = content.index(b"PK\x01\x02")
    shrunk = len(old) - len(new)
    local = bytearray(content[:central].replace(old, new))
    local[6:8] = b"\0\0"
    local[26:28] = len(new).to_bytes(2, "little")
    directory = bytearray(content[central:].replace(old, new))
    directory[8:10] = b"\0\0"
    directory[28:30] = len(new).to_bytes(2, "little")
    end = directory.index(b"PK\x05\x06")
    size = int.from_bytes(directory[end + 12 : end + 16], "little") - shrunk
    directory[end + 12 : end + 16] = size.to_bytes(4, "little")
    directory[end + 16 : end + 20] = (central - shrunk).to_bytes(4, "little")
    return bytes(local + directory)


def test_bad_files_never_stop_an_audit(tmp_path: Path, cache_folder: Path) -> None:
    here = laid_out(tmp_path / "reports", county(3))
    (here / "空的.docx").write_bytes(b"")
    (here / "坏的.docx").write_bytes(b"PK\x03\x04 broken")
    (here / "坏的.zip").write_bytes(b"PK broken")
    (here / "通知.txt").write_text("会议通知", encoding="utf-8")
    (here / "老的.rar").write_bytes(b"Rar!")
    found = audited(tmp_path / "s.sqlite", here, chosen=settings(cache_folder, jobs=2))
    assert len(found.boards[0].ranking) == 3
    assert [one.path.rpartition("/")[2] for one in found.unchecked] == [
        "坏的.docx", "坏的.zip", "空的.docx", "老的.rar", "通知.txt"]  # fmt: skip
    assert all(one.reason for one in found.unchecked)


def test_rankings_never_mix_templates(tmp_path: Path, chosen: Settings) -> None:
    here = laid_out(tmp_path / "reports", county(4))
    town = next(county(1))
    street = town.text.replace("白石镇人民政府", "白石街道办事处").replace("白石镇", "白石街道").replace("镇", "街道")
    (here / "街道.txt").write_text(street, encoding="utf-8")
    found = audited(tmp_path / "s.sqlite", here, chosen=chosen)
    assert [(board.template, len(board.ranking)) for board in found.boards] == [
        ("fazhi-township", 4),
        ("fazhi-street", 1),
    ]
    assert [board.ranking[0].place for board in found.boards] == [1, 1]


def test_every_report_gets_its_printed_sheet(tmp_path: Path, chosen: Settings) -> None:
    here = laid_out(tmp_path / "reports", county(3))
    audited(tmp_path / "s.sqlite", here, chosen=chosen)
    with Store(tmp_path / "s.sqlite") as store:
        assert list(write_sheets(tmp_path, store, chosen)) == ["检查单/00001-00003.pdf"]
    assert (tmp_path / "检查单/00001-00003.pdf").read_bytes().startswith(b"%PDF")


def test_the_day_of_the_audit_is_that_of_the_settings(undisturbed: Summary) -> None:
    assert undisturbed.as_of == AS_OF
