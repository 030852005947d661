"""When a heading means a section: one of some patterns, and none of some others."""

from checker.text.patterns import compiled

BLANK = "\u25a1"


def means(text: str, any_of: tuple[str, ...], none_of: tuple[str, ...]) -> bool:
    """True when one of `any_of` is found in the text after everything that `none_of` find was blanked out.

    `means("压实安全生产第一责任人责任", ("第一责任人",), ("安全生产第一责任人",))` is False.
    """
    for pattern in none_of:
        text = compiled(pattern).sub(BLANK, text)
    return any(compiled(pattern).search(text) for pattern in any_of)
