"""Copies with comments in another word processor: it opens them, and gives back every comment on the same words."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.annotators.comments import comments
from tests.annotators.test_docx import CONTROL, DELETED, INSERTED, LINK, NOTED, OTHER, annotated, report
from tests.readers.build_docx import field, p, r, table, tc, tr

OFFICE = shutil.which("soffice")
EXTRA = (
    p(r("全镇", "<w:b/>"), r("共调解纠纷XX件，截止", "<w:i/>"), r("目前,办结率高。")),
    p("全年", INSERTED, "调解30件。", DELETED),
    p(LINK.replace(' r:id="rId9"', ' w:anchor="a"'), "开展宣传。"),
    p("全年", CONTROL, NOTED, "。"),
    table(tr("村名", "件数"), tr(tc(p("某某村")), tc(p(r("截止", "<w:b/>"), "目前，XX件")))),
    p("四是加强"),
)


def saved_again(content: bytes, folder: Path) -> bytes:
    """The file as LibreOffice writes it after reading it."""
    (folder / "in").mkdir()
    (folder / "in" / "copy.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE or "", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "out"]
    subprocess.run([*command, "in/copy.docx"], cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / "out" / "copy.docx").read_bytes()


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_keeps_every_comment_on_its_words(tmp_path: Path) -> None:
    copy, _ = annotated(report(*EXTRA, comments=OTHER))
    before = sorted((one.anchored, one.text, one.author) for one in comments(copy).values())
    after = sorted((one.anchored, one.text, one.author) for one in comments(saved_again(copy, tmp_path)).values())
    assert len(before) > 12
    assert after == before


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_a_comment_in_a_field_outlives_the_field(tmp_path: Path) -> None:
    copy, _ = annotated(report(p("全年", field("REF a", "调解XX件"), "。")))
    after = comments(saved_again(copy, tmp_path))
    assert sorted(one.text for one in after.values()) == sorted(one.text for one in comments(copy).values())
