"""Makes the XML of a .docx quick to parse without changing what it says.

Word repeats the same run properties (fonts, sizes, languages) on every run: they are two thirds of a document.xml.
Here every distinct w:rPr is parsed once and shared by its runs, and a run goes on in its neighbour where both look the
same. The work is done on bytes at the speed of C, and only where a plain search cannot go wrong: "<" stands for itself
nowhere but in comments, CDATA sections and processing instructions, so a part that has any is left as it is.
"""

from xml.etree.ElementTree import Element

from checker.ooxml.names import RPR

SHARED = "checker-shared"  # attribute of a shared w:rPr: equal values, equal properties
_OPEN, _CLOSE, _END = b"<w:rPr>", b"</w:rPr>", b"</w:document>"
_RUN, _TEXT, _KEPT, _DONE = b"<w:r>", b"<w:t>", b'<w:t xml:space="preserve">', b"</w:t></w:r>"
_BIN = "checker-bin"


def slim_document(source: bytes) -> bytes:
    """The main part with each distinct w:rPr written once, at its end; `restore` puts them back after parsing.

    Paragraphs, their order and the characters of each stay as they are; runs may be fewer.
    """
    # a tracked change of properties has a w:rPr within a w:rPr
    if not _plain(source) or b"rPrChange" in source or b"checker-" in source:
        return source
    start, *others = source.split(_OPEN)
    slim, seen = [start], dict[bytes, bytes]()
    before = (b"", b"")
    for other in others:
        properties, closed, rest = other.partition(_CLOSE)
        if not closed:
            return source
        if (shared := seen.get(properties)) is None:
            shared = seen[properties] = b'<w:rPr %s="%d"/>' % (SHARED.encode(), len(seen))
        opening = _TEXT if rest.startswith(_TEXT) else _KEPT if rest.startswith(_KEPT) else b""
        head = _before_run(slim[-1])
        if head is not None and opening and before == (shared, opening) and _goes_on(head, opening, rest):
            slim[-1] = head[: -len(_DONE)]
        else:
            if head is not None:
                slim[-1] = head + _RUN
            slim += (shared, opening)
        slim.append(rest[len(opening) :])
        before = (shared, opening)
    bin_ = b"".join((b"<%s>" % _BIN.encode(), *(_OPEN + one + _CLOSE for one in seen), b"</%s>" % _BIN.encode()))
    body, end, after = b"".join(slim).rpartition(_END)
    return body + bin_ + end + after if end else source


def _before_run(source: bytes) -> bytes | None:
    """What stands before the start tag of a run that ends `source`; None when it ends in something else.

    A run's own attributes are revision ids (17.3.2.25), which nobody reads.
    """
    if source.endswith(_RUN):
        return source[: -len(_RUN)]
    head, run, ids = source.rpartition(b"<w:r ")
    whole = run and ids.find(b">") == len(ids) - 1 and not ids.endswith(b"/>") and b"xmlns" not in ids
    return head if whole else None


def _goes_on(head: bytes, opening: bytes, rest: bytes) -> bool:
    """Is `head` only the text and end of a run, and can the text of the next one be put to it?

    Without xml:space blanks at the ends of a w:t are not shown; in the middle they would be.
    """
    if not head.endswith(_DONE) or head.find(b"<") != len(head) - len(_DONE):
        return False
    last, first = head[-len(_DONE) - 1 : -len(_DONE)], rest[len(opening) : len(opening) + 1]
    return opening is _KEPT or (last not in b" \t\r\n;" and first not in b" \t\r\n&<")


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
    # one character is found far faster than two, and these two are rare
    return not (b"!" in source and b"<!" in source) and (source.count(b"?") <= 2 or source.count(b"<?") <= 1)


def _cut(source: bytes, start: bytes, end: bytes) -> bytes:
    first, *others = source.split(start)
    return b"".join((first, *(other.partition(end)[2] or start + other for other in others)))
