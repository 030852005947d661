"""Makes the XML of a .docx quick to parse without changing what it says.

Word repeats the same run properties (fonts, sizes, languages) on every run: they are two thirds of a document.xml.
Here every distinct w:rPr is parsed once and shared by its runs; revision ids, which nobody reads, are dropped.
The work is done on bytes at the speed of C, and only where a plain search cannot go wrong: "<" stands for itself
nowhere but in comments, CDATA sections and processing instructions, so a part that has any is left as it is.
"""

import re
from xml.etree.ElementTree import Element

from checker.ooxml.names import RPR

SHARED = "checker-shared"  # attribute of a shared w:rPr: equal values, equal properties
_OPEN, _CLOSE, _END = b"<w:rPr>", b"</w:rPr>", b"</w:document>"
_BIN = "checker-bin"
# "<w:p w14:paraId="1A2B3C4D" w:rsidR="00A12B3C"" → "<w:p"; attributes that are read (none here) end the match
_IDS = re.compile(rb'<(w:p|w:r|w:tr)(?: w(?:14)?:(?:rsid[A-Za-z]*|paraId|textId)="[0-9A-Fa-f]*")+')


def slim_document(source: bytes) -> bytes:
    """The main part with each distinct w:rPr written once, at its end; `restore` puts them back after parsing."""
    # a tracked change of properties has a w:rPr within a w:rPr
    if not _plain(source) or b"rPrChange" in source or b"checker-" in source:
        return source
    first, *others = source.split(_OPEN)
    slim, seen = [first], dict[bytes, bytes]()
    for other in others:
        properties, closed, rest = other.partition(_CLOSE)
        if not closed:
            return source
        if properties not in seen:
            seen[properties] = b'<w:rPr %s="%d"/>' % (SHARED.encode(), len(seen))
        slim += (seen[properties], rest)
    bin_ = b"".join((b"<%s>" % _BIN.encode(), *(_OPEN + one + _CLOSE for one in seen), b"</%s>" % _BIN.encode()))
    before, end, after = _IDS.sub(rb"<\1", b"".join(slim)).rpartition(_END)
    return before + bin_ + end + after if end else source


def restore(root: Element) -> Element:
    """The parsed main part with the shared properties back in their runs."""
    bin_ = root.find(_BIN)
    if bin_ is not None:
        root.remove(bin_)
        shared = {str(number): list(properties) for number, properties in enumerate(bin_)}
        for properties in root.iter(RPR):
            properties.extend(shared.get(properties.get(SHARED, ""), ()))
    return root


def slim_styles(source: bytes) -> bytes:
    """styles.xml without what the reader does not follow: latent styles and table styles."""
    if not _plain(source):
        return source
    source = _cut(source, b"<w:latentStyles", b"</w:latentStyles>")
    return _cut(source, b'<w:style w:type="table"', b"</w:style>")


def _plain(source: bytes) -> bool:
    return b"<!" not in source and source.count(b"<?") <= 1


def _cut(source: bytes, start: bytes, end: bytes) -> bytes:
    first, *others = source.split(start)
    return b"".join((first, *(other.partition(end)[2] or start + other for other in others)))
