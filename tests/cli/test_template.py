"""checker template: what an author sees, and the exit codes."""

from pathlib import Path

import pytest

from checker.cli import run
from tests.template.find import HEAD, WORK

ROOT = Path(__file__).parents[2]
COUNTY = str(ROOT / "examples/county/清源县-2023.yaml")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))


def written(folder: Path, text: str) -> str:
    path = folder / "ours.yaml"
    path.write_text(text, "utf-8")
    return str(path)


def test_list_names_templates_and_packs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("fazhi-township ") and "乡镇" in line for line in lines)
    assert any(line.startswith("base/gongwen ") and "规则包" in line for line in lines)


def test_show_with_origin_names_the_file_of_each_value(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "show", COUNTY, "--origin"]) == 0
    shown = capsys.readouterr().out
    assert f"    severity: error  # {COUNTY}:11\n" in shown
    assert "  # 内置:base/fazhi.yaml:" in shown


def test_lint_prints_every_mistake_and_ends_in_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = written(tmp_path, (HEAD + WORK).replace("severity: warning", "serverity: warning").replace("100", "90"))
    assert run(["template", "lint", name]) == 2
    assert capsys.readouterr().out.splitlines() == [
        f"{name}:8:36: 分数合计应为 100，现为 90（部分 90 + 项目 0 + 扣分池 0）",
        f"{name}:10:5: “words.slogan”缺少“severity”",
        f"{name}:13:5: 不认识的键“serverity”，是否为“severity”？",
        f"提醒：{name}:10:5: 规则“words.slogan”的 tests 缺少 expect: pass 和 fail 的例子",
        f"{name}：3 处错误，1 处提醒",
    ]


def test_lint_without_a_name_looks_at_everything_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "lint"]) == 0
    assert "fazhi-department：0 处错误" in capsys.readouterr().out


def test_lint_takes_a_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "lint", "base/fazhi"]) == 0


def test_a_failing_example_ends_in_1_at_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = written(tmp_path, HEAD + WORK + "overrides:\n  - {id: words.slogan, tests: [{text: 无, expect: fail}]}\n")
    assert run(["template", "test", name]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{name}:19:32: 规则“words.slogan”的第 1 个例子应为 fail，结果是 pass",
        f"{name}：1 个例子，7 次改动，1 处不符",
    ]


def test_a_broken_template_is_not_tested(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = written(tmp_path, HEAD + WORK.replace("100", "90"))
    assert run(["template", "test", name]) == 2
    assert "分数合计应为 100" in capsys.readouterr().err


def test_a_pack_is_not_tested_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "test", "base/gongwen"]) == 2
    assert "base/gongwen 是规则包" in capsys.readouterr().err


def test_diff_tells_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "diff", "fazhi-township", COUNTY]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "参数 deadline  “{year+1}-03-01” → “{year+1}-02-15”",
        "参数 max_length  8000 → 5000",
        "部分 duty heading any  增加 “领导责任落实情况”",
        "部分 duty min_chars  100 → 200",
        "规则 date.late severity  “warning” → “error”",
        "规则 date.late options deadline  “{year+1}-03-01” → “{year+1}-02-15”",
        "规则 length.long options max  8000 → 5000",
        "共 7 处不同",
    ]


def test_diff_on_reports_tells_whose_verdict_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = (ROOT / "examples/township/01-good.txt").read_text("utf-8")
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "早.txt").write_text(good, "utf-8")
    (reports / "迟.txt").write_text(good.replace("2024年1月18日", "2024年2月20日"), "utf-8")
    assert run(["template", "diff", "fazhi-township", COUNTY, "--on", str(reports), "--as-of", "2026-01-01"]) == 0
    told = capsys.readouterr().out.splitlines()[-2:]
    assert told == [f"{reports / '迟.txt'}: 通过 100分 优秀 → 不通过 99分 优秀", "2 份报告，1 份的结论或分数不同"]


def test_the_schema_for_editors_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "schema"]) == 0
    assert capsys.readouterr().out == (ROOT / "docs/template.schema.json").read_text("utf-8")


def test_a_template_that_is_not_there_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "show", "fazhi-twonship"]) == 2
    assert capsys.readouterr().err.startswith("错误：没有叫“fazhi-twonship”的内置模板，是否为“fazhi-township”？")
