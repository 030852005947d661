"""Old and foreign formats go through LibreOffice, which is found, limited in time and cleaned up after."""

import os
import stat
import time
from pathlib import Path

import pytest

from checker.errors import UnreadableError
from checker.readers import office
from tests.readers.build_docx import docx, field, level, levels, num, p, r, strict, style, table, text_box, tr
from tests.readers.build_report import REPORT, TEXTS
from tests.readers.build_rtf import rtf
from tests.readers.samples import by_libreoffice

needs_libreoffice = pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(os.name != "posix", reason="the program that stands in for LibreOffice is a shell script")


WORDS = p("全年办理案件12件。", number=(1, 0))
SAMPLES = {
    "lists and styles": docx(
        WORDS,
        parts={
            "numbering": levels(level("chineseCountingThousand", "%1、")) + num(1),
            "styles": style("heading 1", "1") + style("Normal", "a", default=True),
        },
    ),
    "fields, text boxes, tables": docx(
        p(field("DATE", "2025年1月15日"), text_box(p("框"))), table(tr("村", "件数"), tr("下坪村", "61")), WORDS
    ),
    "revisions and comments": docx(
        p(f'<w:ins w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z">{r("入")}</w:ins>', "全年办理案件"),
        parts={
            "comments": f'<w:comment w:id="0" w:author="甲">{p("请核实")}</w:comment>',
            "footer": p(field("PAGE", "1")),
        },
    ),
    "strict": strict(docx(WORDS)),
}


def program(folder: Path, script: str) -> str:
    """A program that does what `script` says, in the place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_without_libreoffice_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "PLACES", ())
    with pytest.raises(UnreadableError, match=r"读取 \.rtf 需要 LibreOffice；没有的，请用 Word 或 WPS 另存为"):
        office.read(rtf(REPORT), "报告.rtf")


@posix
def test_it_is_found_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = program(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.find() == there


@posix
def test_a_program_that_makes_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="打不开"):
        office.convert(b"x", "doc", program(tmp_path, "exit 1"))


@posix
def test_a_program_that_takes_too_long_is_ended_with_all_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    slow = program(tmp_path, f"(sleep 1; touch {mark}) & sleep 30")
    with pytest.raises(UnreadableError, match=r"超过0\.2秒"):
        office.convert(b"x", "doc", slow, seconds=0.2)
    time.sleep(1.2)  # long enough for what it started to show that it lives
    assert not mark.exists()


@posix
def test_nothing_is_left_behind_and_the_profile_is_its_own(tmp_path: Path) -> None:
    seen = tmp_path / "arguments"
    with pytest.raises(UnreadableError):
        office.convert(b"x", "doc", program(tmp_path, f'echo "$@" > {seen}'))
    profile = seen.read_text("utf-8").split("-env:UserInstallation=file://")[1].split()[0]
    assert not Path(profile).exists()


@posix
def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="启动不了"):
        office.convert(b"x", "doc", str(tmp_path / "soffice"))


@needs_libreoffice
def test_an_old_file_keeps_its_list_numbers_and_says_that_it_was_converted(tmp_path: Path) -> None:
    numbering = levels(level("chineseCountingThousand", "%1、")) + num(1)
    new = docx(p("情况", number=(1, 0)), p("打算", number=(1, 0)), parts={"numbering": numbering})
    document = office.read(by_libreoffice(new, "doc", tmp_path), "旧.doc")
    assert [block.text for block in document.blocks] == ["一、情况", "二、打算"]
    assert document.source.format == "doc"
    assert document.notes[0].message.startswith("由 LibreOffice 转换后读取")


@needs_libreoffice
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_kind_of_docx_sample_opens_in_libreoffice_too(sample: str, tmp_path: Path) -> None:
    text = by_libreoffice(SAMPLES[sample], "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")
    assert "全年办理案件" in text


@needs_libreoffice
def test_a_new_file_under_an_old_name_and_the_reverse_are_read(tmp_path: Path) -> None:
    from checker.readers import read

    new = docx(*(p(text) for text in TEXTS[:3]))
    old = by_libreoffice(new, "doc", tmp_path)
    assert [block.text for block in read(new, "报告.doc").blocks] == list(TEXTS[:3])
    assert [block.text for block in read(old, "报告.docx").blocks] == list(TEXTS[:3])
