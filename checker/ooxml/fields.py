"""Fields (17.16): text that a word processor replaces when it updates, together with any mark inside."""

from xml.etree.ElementTree import Element

from checker.ooxml.names import R, W
from checker.ooxml.paragraph import FIELD_MARK, FIELD_MARK_TYPE

_SIMPLE = W + "fldSimple"


def around(paragraph: Element, leaf: Element) -> Element | None:
    """The last run (or w:fldSimple) of the outermost field in which `leaf` lies; None outside fields.

    Also None for a field that does not end in the paragraph.
    """
    for simple in paragraph.iter(_SIMPLE):
        if any(one is leaf for one in simple.iter()):
            return simple
    depth, seen = 0, False
    for run in paragraph.iter(R):
        for one in run:
            if one is leaf:
                seen = True
                if not depth:
                    return None
            elif one.tag == FIELD_MARK:
                kind = one.get(FIELD_MARK_TYPE)
                depth = max(0, depth + {"begin": 1, "end": -1}.get(kind or "", 0))
                if seen and not depth:
                    return run
    return None
