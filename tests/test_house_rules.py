"""The house rules that a program can check: size, doors, no judgement in code, kinds complete."""

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.rules import KINDS, kind

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "checker").rglob("*.py"))
CORE = [path for path in FILES if path.relative_to(ROOT).parts[1] in ("rules", "engine", "model")]
WORDS = re.compile("[\u4e00-\u9fff]{2,}")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_no_file_is_longer_than_250_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", [path for path in FILES if path.stat().st_size], ids=_name)
def test_every_module_says_what_it_holds(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def _words(path: Path) -> Iterator[str]:
    """Chinese words in string literals, docstrings and descriptions for template authors left out."""
    tree = ast.parse(path.read_text("utf-8"))
    free: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            free.add(id(body[0].value))
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            free |= {id(value) for key, value in pairs if isinstance(key, ast.Constant) and key.value == "description"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in free:
            # ranges of numerals and characters in patterns are form, not judgement
            yield from WORDS.findall(re.sub(r"\[[^\]]*\]", "", node.value))


@pytest.mark.parametrize("path", CORE, ids=_name)
def test_code_that_judges_holds_no_chinese_words(path: Path) -> None:
    assert list(_words(path)) == []


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_takes_the_options_that_it_describes(name: str) -> None:
    module = kind(name)
    assert name == module.NAME
    fields = {field.name: field for field in dataclasses.fields(module.Params)}
    assert set(fields) == set(module.PARAMS)
    for option, schema in module.PARAMS.items():
        assert schema.get("description"), option
        has_default = fields[option].default is not dataclasses.MISSING or (
            fields[option].default_factory is not dataclasses.MISSING
        )
        assert has_default == ("default" in schema), option


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_explains_itself_to_template_authors(name: str) -> None:
    page = kind(name).__doc__ or ""
    assert page.splitlines()[0].endswith("。")
    for value in kind(name).VALUES:
        assert f"{{{value}}}" in page, value


def test_every_kind_has_its_file_and_every_file_its_line() -> None:
    files = {path.stem for path in (ROOT / "checker/rules").glob("*.py")} - {"__init__", "base"}
    assert files == {module.rpartition(".")[2] for module in KINDS.values()}


def test_only_settings_reads_the_environment() -> None:
    readers = [_name(path) for path in FILES if "os.environ" in path.read_text("utf-8")]
    assert readers == ["checker/settings.py"]


def test_only_the_borders_catch_everything() -> None:
    borders = [_name(path) for path in FILES if "except Exception" in path.read_text("utf-8")]
    assert set(borders) <= {"checker/cli/__init__.py", "checker/engine/evaluate.py", "checker/web/worker.py"}
