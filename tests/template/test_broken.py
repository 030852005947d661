"""Templates with mistakes: each says all of them, in one line each, at the place where the author must look.

The first lines of every file in `broken/` are what it must say: `#! line:column: message`, with the file's name before
it where the mistake stands in another file.
"""

from pathlib import Path

import pytest

from checker.errors import TemplateErrors
from checker.template.load import compile_template
from checker.template_cache import Disk

BROKEN = Path(__file__).with_name("broken")
FILES = sorted(path.name for path in BROKEN.glob("*.yaml"))


def expected(name: str) -> list[str]:
    lines = (BROKEN / name).read_text("utf-8").splitlines()
    return [line.removeprefix("#! ") for line in lines if line.startswith("#! ")]


@pytest.mark.parametrize("name", FILES)
def test_every_mistake_is_told_at_its_place(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    with pytest.raises(TemplateErrors) as caught:
        compile_template(name, Disk().find)
    assert [str(error).removeprefix(f"{name}:") for error in caught.value.errors] == expected(name)


@pytest.mark.parametrize("name", FILES)
def test_a_mistake_is_one_line_of_chinese(name: str) -> None:
    assert expected(name)
    for message in expected(name):
        assert any("\u4e00" <= char <= "\u9fff" for char in message)


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 45
