"""`check -o html:结果.html`: the page with each report's own text."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as Parsed

from checker.cli import run
from tests.reporters.build_page import REPORT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a cache of its own."""
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _page(path: Path) -> Parsed:
    return Parsed(path.read_text("utf-8"))


def test_the_page_shows_the_text_of_the_report(folder: Path) -> None:
    (folder / "报告.txt").write_text(REPORT, "utf-8")
    run(["check", "报告.txt", "-o", "html:结果.html"])
    shown = [line.text() for line in _page(folder / "结果.html").css(".paper .line")]
    assert shown == [line for line in REPORT.splitlines() if line]


def test_a_folder_becomes_one_page_with_a_table(folder: Path) -> None:
    (folder / "报告").mkdir()
    for name in ("甲", "乙", "丙"):
        (folder / "报告" / f"{name}.txt").write_text(REPORT.replace("白石", name), "utf-8")
    (folder / "报告" / "坏.pdf").write_bytes(b"%PDF-")
    run(["check", "报告", "-o", "html:页/结果.html"])
    page = _page(folder / "页" / "结果.html")
    names = [row.text() for row in page.css(".overview tbody th")]
    assert names == [f"报告/{name}" for name in ("丙.txt", "乙.txt", "坏.pdf", "甲.txt")]
    assert len(page.css("article")) == 4
    assert len(page.css(".paper")) == 3


def test_what_was_waived_is_shown_as_waived(folder: Path) -> None:
    (folder / "报告.txt").write_text(REPORT.replace("县委、县政府：\n\n", ""), "utf-8")
    (folder / "checker.yaml").write_text("checker: 1\nwaivers: 豁免.yaml\n", "utf-8")
    (folder / "豁免.yaml").write_text(
        "waivers:\n- {rule: addressee.missing, file: 报告.txt, reason: 县里同意不写, approved_by: 县司法局, expires: 2099-01-01}\n",
        "utf-8",
    )
    run(["check", "报告.txt", "-o", "html:结果.html"])
    assert "县里同意不写" in _page(folder / "结果.html").css_first(".finding.waived").text()


def test_the_page_can_be_printed_to_stdout(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "报告.txt").write_text(REPORT, "utf-8")
    run(["check", "报告.txt", "-f", "html"])
    assert Parsed(capsys.readouterr().out).css_first(".paper") is not None
