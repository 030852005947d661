"""Empty reports: what the checker still finds in them is only what has to be written."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from checker.app import Examination, examine
from checker.batch import desk_for
from checker.drafts import draft
from checker.errors import OptionError
from checker.model.alignment import PartState
from checker.settings import Settings
from tests.support.desk import AS_OF, template

LEVELS = ("fazhi-township", "fazhi-street", "fazhi-county", "fazhi-department")
CONTENT = ("achievements.thin", "shortcomings.thin", "duty.thin", "plan.thin", "duty.evidence", "duty.coverage")
OFFICE = shutil.which("soffice")


def checked(name: str, level: str = "fazhi-township") -> Examination:
    content = draft(template(level), 2025, name)
    settings = Settings(as_of=AS_OF, template=level, packs=("base/layout",))
    return examine(content, name, desk_for(settings, name))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ["a.docx", "a.txt"])
def test_only_placeholders_and_content_are_found_in_an_empty_report(name: str, level: str) -> None:
    found = {finding.rule for finding in checked(name, level).result.findings}
    assert "residue.placeholder" in found
    assert found - {*CONTENT, "residue.placeholder", "length.short"} == set()


@pytest.mark.parametrize("level", LEVELS)
def test_every_required_part_has_its_place(level: str) -> None:
    whole = checked("a.docx", level)
    assert whole.result.structure is not None
    states = {part.part: part.state for part in whole.result.structure.parts if part.part != "other"}
    assert set(states.values()) == {PartState.SEPARATE}
    assert len(states) == 4


def test_every_paragraph_that_must_be_written_is_caught() -> None:
    whole = checked("a.docx")
    assert whole.structure is not None
    caught = {
        span.block
        for finding in whole.result.findings
        if finding.rule == "residue.placeholder"
        for span in finding.spans
    }
    to_write = {block.index for block in whole.structure.document.blocks if "×" in block.text or "填写" in block.text}
    assert to_write <= caught
    assert len(to_write) > 12


def test_the_layout_is_clean() -> None:
    result = checked("a.docx").result
    layout = {entry.rule: str(entry.outcome) for entry in result.rules if entry.rule.startswith("layout.")}
    assert len(layout) == 8
    assert set(layout.values()) == {"pass"}


def test_the_year_stands_where_it_belongs() -> None:
    whole = checked("a.docx")
    assert whole.result.structure is not None
    assert whole.result.structure.year == 2025
    assert whole.result.structure.title == "××镇人民政府关于2025年度法治政府建设情况的报告"


def test_the_same_template_gives_the_same_bytes() -> None:
    assert draft(template("fazhi-street"), 2025, "a.docx") == draft(template("fazhi-street"), 2025, "b.docx")


def test_the_package_names_every_part_that_it_has() -> None:
    with zipfile.ZipFile(BytesIO(draft(template("fazhi-township"), 2025, "a.docx"))) as archive:
        types = ElementTree.fromstring(archive.read("[Content_Types].xml"))
        named = {entry.get("PartName", "")[1:] for entry in types if entry.get("PartName")}
        parts = {name for name in archive.namelist() if name.endswith(".xml") and name != "[Content_Types].xml"}
        roots = [ElementTree.fromstring(archive.read(name)).tag for name in archive.namelist()]
    assert named == parts
    assert len(roots) == 9


def test_another_format_is_refused() -> None:
    with pytest.raises(OptionError, match="只能写成"):
        draft(template("fazhi-township"), 2025, "a.pdf")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_sets_it_on_a4_with_page_numbers(tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    (tmp_path / "a.docx").write_bytes(draft(template("fazhi-township"), 2025, "a.docx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE or "", profile, "--headless", "--convert-to", "pdf", "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    pages = pdfium.PdfDocument(tmp_path / "a.pdf")
    width, height = pages[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    assert pages[0].get_textpage().get_text_range().rstrip().endswith("— 1 —")
