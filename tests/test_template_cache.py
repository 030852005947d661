"""Templates from the disk: found, kept compiled, compiled anew when anything they were made of has changed."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from checker.errors import TemplateError, TemplateErrors
from checker.template_cache import open_template

ROOT = Path(__file__).parents[1]
CHILD = 'checker: 1\nid: ours\nversion: "1"\ntitle: 我县\nextends: [fazhi-township]\n'


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return str(path)


def test_a_kept_template_is_the_same_template(tmp_path: Path) -> None:
    name = write(tmp_path / "ours.yaml", CHILD)
    cache = tmp_path / "cache"
    first = open_template(name, cache)
    assert list(cache.iterdir())
    assert open_template(name, cache) == first == open_template(name, None)


def test_a_change_of_the_file_is_seen(tmp_path: Path) -> None:
    name = write(tmp_path / "ours.yaml", CHILD)
    open_template(name, tmp_path / "cache")
    write(tmp_path / "ours.yaml", CHILD.replace("我县", "清源县"))
    assert open_template(name, tmp_path / "cache").title == "清源县"


def test_a_change_of_a_table_beside_it_is_seen(tmp_path: Path) -> None:
    name = write(tmp_path / "ours.yaml", CHILD + "tables: {words: {type: terms, file: words.yaml}}\n")
    write(tmp_path / "words.yaml", "rows: [{wrong: 甲, right: 乙}]\n")
    assert open_template(name, tmp_path / "cache").tables.terms["words"][0].right == "乙"
    write(tmp_path / "words.yaml", "rows: [{wrong: 甲, right: 丙}]\n")
    assert open_template(name, tmp_path / "cache").tables.terms["words"][0].right == "丙"


def test_a_table_that_appears_beside_the_template_comes_before_the_shipped_one(tmp_path: Path) -> None:
    name = write(tmp_path / "ours.yaml", CHILD + "tables: {words: {type: terms, file: typos.yaml}}\n")
    assert len(open_template(name, tmp_path / "cache").tables.terms["words"]) > 100
    write(tmp_path / "typos.yaml", "rows: [{wrong: 甲, right: 乙}]\n")
    assert len(open_template(name, tmp_path / "cache").tables.terms["words"]) == 1


def test_a_spoilt_entry_is_made_anew(tmp_path: Path) -> None:
    name = write(tmp_path / "ours.yaml", CHILD)
    cache = tmp_path / "cache"
    first = open_template(name, cache)
    for entry in cache.iterdir():
        entry.write_text('{"files": {}, "compiled": {"id": 1}}', "utf-8")
    assert open_template(name, cache) == first
    for entry in cache.iterdir():
        entry.write_bytes(b"\xff{")
    assert open_template(name, cache) == first


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    name = write(tmp_path / "ours.yaml", CHILD)
    blocked = Path(write(tmp_path / "cache", "a file where the folder should be"))
    assert open_template(name, blocked).id == "ours"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    open_template("fazhi-township", tmp_path / "cache")
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700


def test_parameters_given_from_outside_are_kept_apart(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert open_template("fazhi-township", cache, (("min_duty", 150),)).params["min_duty"] == 150
    assert open_template("fazhi-township", cache).params["min_duty"] == 100


def test_a_parameter_that_nobody_knows_is_told() -> None:
    with pytest.raises(TemplateErrors, match="没有叫“min_dutty”的参数，是否为“min_duty”？"):
        open_template("fazhi-township", None, (("min_dutty", 150),))


def test_a_kept_template_needs_neither_yaml_nor_its_schema(tmp_path: Path) -> None:
    open_template("fazhi-township", tmp_path)
    code = (
        "import sys; from pathlib import Path; from checker.template_cache import open_template; "
        f"open_template('fazhi-township', Path({str(tmp_path)!r})); print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert not {"yaml", "jsonschema", "checker.template.load"} & set(run.stdout.split())


def test_a_file_that_is_not_utf8_is_told_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_bytes(b"checker: 1\nid: ours\ntitle: " + "我县".encode("gb18030") + b"\n")
    with pytest.raises(TemplateErrors, match=r"ours\.yaml:3:1: 不是 UTF-8 编码；请另存为 UTF-8"):
        open_template(str(tmp_path / "ours.yaml"), None)


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="找不到文件“"):
        open_template(str(tmp_path / "none.yaml"), None)
    with pytest.raises(TemplateError, match="没有叫“fazhi-town”的内置模板，是否为“fazhi-township”？"):
        open_template("fazhi-town", None)


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").mkdir()
    with pytest.raises(TemplateError, match="找不到文件“"):
        open_template(str(tmp_path / "ours.yaml"), None)


def test_a_template_that_extends_itself_by_another_path_is_seen(tmp_path: Path) -> None:
    name = write(tmp_path / "county" / "ours.yaml", CHILD.replace("fazhi-township", "../county/ours.yaml"))
    with pytest.raises(TemplateErrors, match="继承成环："):
        open_template(name, None)


def test_opening_does_not_depend_on_the_order_of_runs(tmp_path: Path) -> None:
    once = [open_template("fazhi-street", tmp_path / str(i)).sha256 for i in range(2)]
    assert once[0] == once[1]
