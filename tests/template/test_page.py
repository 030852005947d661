"""docs/writing-a-template.md: everything it shows compiles, and nothing that can be written is left out."""

import re
from pathlib import Path

import pytest

from checker.rules import KINDS
from checker.strict_yaml import parse
from checker.template.inherit import TOP
from checker.template.where import PLACES
from tests.template.find import HEAD, compiled

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/writing-a-template.md").read_text("utf-8")
SNIPPETS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_is_the_file_in_examples() -> None:
    example = (ROOT / "examples/county/清源县-2023.yaml").read_text("utf-8")
    assert SNIPPETS[0] == "".join(example.splitlines(keepends=True)[1:])


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.split("\n")[0])
def test_everything_it_shows_compiles(snippet: str) -> None:
    text = snippet if snippet.startswith("checker:") else f"{HEAD}extends: [fazhi-township]\n{snippet}"
    assert compiled(ours=text)["rules"]


def test_it_names_every_kind_place_and_key() -> None:
    named = set(re.findall(r"`([a-z][a-z0-9._]*)[`:]", PAGE))
    assert set(KINDS) - named == set()
    assert set(PLACES) - named == set()
    assert set(TOP) - named - {"overrides", "extends"} == set()


def test_what_it_says_of_plain_scalars_is_so() -> None:
    assert parse("[no, on, 3:1, 1.10, 2024-01-15, true, 3, 0.5]", "f").value == [
        "no", "on", "3:1", "1.10", "2024-01-15", True, 3, 0.5,
    ]  # fmt: skip
