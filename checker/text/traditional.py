"""Traditional script as the simplified one that rules know, character for character, so that every offset holds."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("traditional.tsv")
_FEW = 2  # different traditional characters that make a passage traditional, and not one name in a simplified text
_SHARE = 0.05  # of all Chinese characters of a text; a text in traditional script has some 0.3


def simplified(text: str) -> str:
    """The text in simplified script, of the same length. `simplified("總體情況") == "总体情况"`.

    Characters that simplified text also has (後, 於) are turned only where others show that the passage is traditional.
    """
    own, _ = _characters()
    if own.keys().isdisjoint(text):
        return text
    traditional = len(own.keys() & set(text)) >= _FEW
    return text.translate(_codes(whole=traditional))


def is_traditional(texts: Iterable[str]) -> bool:
    """Is the text as a whole in traditional script?"""
    own, _ = _characters()
    chinese = turned = 0
    for text in texts:
        chinese += sum("\u4e00" <= character <= "\u9fff" for character in text)
        turned += 0 if own.keys().isdisjoint(text) else sum(character in own for character in text)
    return turned >= _FEW and turned > _SHARE * chinese


@cache
def _characters() -> tuple[dict[str, str], dict[str, str]]:
    """Those that only traditional text has, and those that both scripts have."""
    own: dict[str, str] = {}
    shared: dict[str, str] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            traditional, simple, *mark = line.split("\t")
            (shared if mark else own)[traditional] = simple
    return own, shared


@cache
def _codes(*, whole: bool) -> dict[int, str]:
    own, shared = _characters()
    return {ord(one): simple for one, simple in (own | (shared if whole else {})).items()}
