"""What there is to audit: every report once, in a fixed order, with a mark that changes when it does."""

import zipfile
from pathlib import Path

import fsspec
import pytest

from checker.audit.entries import content, entries
from checker.errors import OptionError, UnreadableError
from checker.settings import Settings
from tests.audit.support import audited
from tests.support.county import county


def test_folders_and_archives_are_walked(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/一.txt").write_text("一", encoding="utf-8")
    (tmp_path / "a/readme.md").write_text("说明", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("镇/二.docx", b"x")
        archive.writestr("__MACOSX/镇/._二.docx", b"x")
        archive.writestr("镇/照片.jpg", b"x")
    base = tmp_path.as_posix()
    found = entries((str(tmp_path), str(tmp_path / "a")))
    assert [entry.name for entry in found] == [f"{base}/a/一.txt", f"{base}/b.zip/镇/二.docx"]
    assert [content(entry) for entry in found] == ["一".encode(), b"x"]


def test_an_archive_in_an_archive_is_named_and_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("里面.zip", b"PK")
    (entry,) = entries((str(tmp_path / "b.zip"),))
    with pytest.raises(UnreadableError, match="压缩包里又有压缩包"):
        content(entry)


def test_an_archive_that_claims_little_and_holds_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("大.txt", b"0" * (80 << 20))
    (entry,) = entries((str(tmp_path / "b.zip"),))
    with pytest.raises(UnreadableError, match="超过"):
        content(entry)


@pytest.mark.parametrize("given", ["没有这里", "memory://nothing/here"])
def test_a_path_without_reports_is_an_error(given: str) -> None:
    with pytest.raises(OptionError, match=given.partition("/")[0]):
        entries((given,))


def test_reports_behind_an_address_are_audited(tmp_path: Path, chosen: Settings) -> None:
    system = fsspec.filesystem("memory")
    for report in county(3):
        system.pipe(f"/bucket/{report.path}", report.text.encode("utf-8"))
    found = audited(tmp_path / "s.sqlite", "memory://bucket", chosen=chosen)
    assert sorted(row.shown for row in found.boards[0].ranking) == sorted(report.score for report in county(3))
    assert all(row.path.startswith("memory:///bucket/") for row in found.boards[0].ranking)


def test_an_archive_behind_an_address_is_opened(tmp_path: Path, chosen: Settings) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for report in county(3):
            archive.writestr(report.path, report.text)
    fsspec.filesystem("memory").pipe("/archives/b.zip", (tmp_path / "b.zip").read_bytes())
    found = audited(tmp_path / "s.sqlite", "memory://archives", chosen=chosen)
    assert len(found.boards[0].ranking) == 3


def test_a_chained_address_names_members_of_an_archive(tmp_path: Path, chosen: Settings) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for report in county(3):
            archive.writestr(report.path, report.text)
    found = audited(tmp_path / "s.sqlite", f"zip://**/*.txt::{tmp_path / 'b.zip'}", chosen=chosen)
    assert len(found.boards[0].ranking) == 3
