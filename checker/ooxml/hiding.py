"""Text that a .docx keeps but does not show: on/off properties and the styles that switch it off (w:vanish)."""

from xml.etree.ElementTree import Element

from checker.ooxml.names import RPR, VAL, VANISH, W

CHAIN_LIMIT = 20  # styles based on one another; Word itself stops at 11


def hiding_styles(source: bytes, styles: Element | None) -> frozenset[str] | None:
    """Ids of the styles that hide their text (w:vanish, 17.3.2.41), by themselves or by inheritance.

    None when neither the main part (`source`) nor a style hides anything.
    """
    by_style = styles is not None and next(styles.iter(VANISH), None) is not None
    if not by_style and b"vanish" not in source:
        return None
    found: dict[str, bool] = {}
    based: dict[str, str] = {}
    for style in styles if styles is not None and by_style else ():
        name, vanish = style.get(W + "styleId", ""), style.find(f"{RPR}/{VANISH}")
        based[name] = value(style, W + "basedOn")
        if vanish is not None:
            found[name] = on(vanish)
    return frozenset(name for name in based if _inherited(name, found, based))


def _inherited(name: str, found: dict[str, bool], based: dict[str, str]) -> bool:
    for _ in range(CHAIN_LIMIT):
        if name in found:
            return found[name]
        name = based.get(name, "")
    return False


def on(toggle: Element) -> bool:
    """Is an on/off property on? (ST_OnOff, 22.9.2.7: no value means on)"""
    return toggle.get(VAL, "1") not in ("0", "false", "off")


def value(element: Element, path: str) -> str:
    """The w:val of the first element at `path`, "" when there is none."""
    found = element.find(path)
    return found.get(VAL, "") if found is not None else ""
