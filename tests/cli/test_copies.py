"""annotate, fix and new: always another file than the original, and told in one line."""

from pathlib import Path

import pytest

from checker.cli import run
from tests.annotators.comments import comments
from tests.readers.build_docx import docx, p
from tests.readers.build_report import TEXTS

SLIP = "截止目前,全镇调解纠纷30件。"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with one report in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / ".cache"))
    (tmp_path / "报告.docx").write_bytes(docx(*map(p, (*TEXTS[:6], SLIP, *TEXTS[6:]))))
    (tmp_path / "报告.txt").write_bytes("\r\n".join((*TEXTS[:6], SLIP, *TEXTS[6:])).encode("gb18030"))
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_the_annotated_copy_lies_beside_the_original(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (desk / "报告.docx").read_bytes()
    assert run(["annotate", "报告.docx"]) == 0
    assert capsys.readouterr().err == "已写入 报告.批注.docx\n"
    assert (desk / "报告.docx").read_bytes() == before
    assert "截止目前" in [one.anchored for one in comments((desk / "报告.批注.docx").read_bytes()).values()]


def test_a_second_copy_does_not_overwrite_the_first(desk: Path) -> None:
    assert run(["annotate", "报告.docx"]) == 0
    assert run(["annotate", "报告.docx"]) == 0
    assert names(desk) == ["报告.docx", "报告.txt", "报告.批注.docx", "报告.批注2.docx"]


@pytest.mark.parametrize("command", ["annotate", "fix"])
def test_the_original_is_never_overwritten(desk: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = (desk / "报告.docx").read_bytes()
    assert run([command, "报告.docx", "-o", "./报告.docx"]) == 2
    assert "这是原件，不能覆盖" in capsys.readouterr().err
    assert (desk / "报告.docx").read_bytes() == before


def test_a_text_file_cannot_be_annotated(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annotate", "报告.txt"]) == 2
    assert capsys.readouterr().err.startswith("错误：报告.txt: 只能在 .docx 文件里加批注")
    assert names(desk) == ["报告.docx", "报告.txt"]


def test_fix_lists_what_it_changed_and_what_it_left(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "报告.txt"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(
        "改了2处\n  第7行　[截止目前 → 截至目前],全镇调解纠　（typo）\n"
        "  第7行　截止目前[, → ，]全镇调解纠纷　（punctuation.halfwidth）\n没有改的"
    )
    assert "要由人来改：" in said.out
    assert said.err == "已写入 报告.改正.txt\n"
    assert "截至目前，全镇调解纠纷30件。\r\n" in (desk / "报告.改正.txt").read_bytes().decode("gb18030")


def test_fixing_what_is_fixed_writes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "报告.docx", "-o", "改正.docx"]) == 0
    capsys.readouterr()
    assert run(["fix", "改正.docx"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("改了0处\n")
    assert said.err == "没有可以自动改的，没有写文件\n"
    assert names(desk) == ["报告.docx", "报告.txt", "改正.docx"]


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "没有.docx"]) == 2
    assert capsys.readouterr().err == "错误：没有.docx: 找不到这个文件\n"


def test_new_writes_an_empty_report_for_the_year(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "fazhi-street", "--year", "2024"]) == 0
    assert capsys.readouterr().err == "已写入 街道法治政府建设年度报告.docx\n"
    assert run(["check", "街道法治政府建设年度报告.docx", "--layout"]) == 1


def test_new_does_not_overwrite(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "-o", "报告.docx"]) == 2
    assert "已经有这个文件，不覆盖" in capsys.readouterr().err


@pytest.mark.parametrize(("day", "year"), [("2026-02-10", "2025"), ("2026-12-20", "2026")])
def test_new_is_about_the_year_that_is_to_be_reported(desk: Path, day: str, year: str) -> None:
    assert run(["new", "-o", "a.txt", "--as-of", day]) == 0
    assert f"关于{year}年度" in (desk / "a.txt").read_text("utf-8-sig")
