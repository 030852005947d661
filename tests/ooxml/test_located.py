"""Parts that know their bytes: whatever is put in, the rest stays as it was written."""

import pytest

from checker.errors import UnreadableError
from checker.ooxml.located import Located, Splices, word_prefix
from checker.ooxml.names import P, T, W

URI = W[1:-1]
PART = f"""\ufeff<?xml version='1.0' encoding="utf-8"?>
<!-- 说明 --><x:body xmlns:x='{URI}' x:note="a > b"  >
  <x:p><x:t >件 &amp; 次</x:t><x:t/></x:p><x:p></x:p>
</x:body>
"""


def test_an_element_knows_the_bytes_it_was_read_from() -> None:
    part = Located(PART.encode())
    texts = list(part.root.iter(T))
    assert [part.whole(text).decode() for text in texts] == ["<x:t >件 &amp; 次</x:t>", "<x:t/>"]
    assert part.tag(part.root).decode().startswith("<x:body")
    assert texts[0].text == "件 & 次"


def test_what_is_put_in_leaves_the_rest_as_it_was() -> None:
    part = Located(PART.encode())
    first, second = part.root.iter(P)
    splices = Splices(part)
    splices.insert(part.extents[second].close, b"<new/>")
    splices.insert(part.extents[first].start, b"<one/>")
    splices.insert(part.extents[first].start, b"<two/>")
    assert splices.applied().decode() == PART.replace("<x:p><x:t", "<one/><two/><x:p><x:t").replace(
        "<x:p></x:p>", "<x:p><new/></x:p>"
    )


def test_nothing_put_in_gives_the_same_bytes() -> None:
    part = Located(PART.encode())
    assert Splices(part).applied() == PART.encode()


def test_the_prefix_is_that_of_the_part() -> None:
    part = Located(PART.encode())
    splices = Splices(part)
    assert word_prefix(part, splices) == "x"
    assert splices.applied() == PART.encode()


def test_where_no_prefix_is_bound_one_is_declared() -> None:
    part = Located(f'<comments xmlns="{URI}"/>'.encode())
    splices = Splices(part)
    assert word_prefix(part, splices) == "w"
    assert splices.applied() == f'<comments xmlns="{URI}" xmlns:w="{URI}"/>'.encode()


def test_names_of_the_strict_form_are_read_as_the_usual_ones() -> None:
    part = Located(b'<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    assert part.root.tag == P
    assert part.strict


@pytest.mark.parametrize("content", [b"", b"<a>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a>\x00</a>"])
def test_what_is_no_whole_xml_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        Located(content)
