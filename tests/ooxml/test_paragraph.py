"""Words of a paragraph are found again by paragraph number and offset, in the file as it was."""

import zipfile
from io import BytesIO
from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from checker.ooxml.names import P
from checker.ooxml.paragraph import Place, anchor, inline, places
from checker.ooxml.slim import slim_document
from checker.readers.docx import read
from tests.readers.build_docx import docx, field, level, levels, num, p, part, r, table, tc, text_box, tr

SOME_TEXT = st.text(alphabet=" \t;&<。年a1", max_size=4)
PROPERTIES = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:sz w:val="32"/>'])
IDS = st.sampled_from(["", ' w:rsidR="00A1"', ' w:rsidR="00A1" w:rsidRPr="00B2"'])


@st.composite
def runs(draw: st.DrawFn) -> str:
    """Runs as Word and other programs write them: with and without properties, ids and xml:space."""
    text = draw(SOME_TEXT).replace("&", "&amp;").replace("<", "&lt;")
    space = draw(st.sampled_from(["", ' xml:space="preserve"']))
    inside = draw(st.sampled_from(["<w:t{}>{}</w:t>", "<w:t{}>{}</w:t><w:tab/>", "<w:tab/><w:t{}>{}</w:t>"]))
    looks = draw(PROPERTIES)
    look = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r{draw(IDS)}>{look}{inside.format(space, text)}</w:r>"


@given(st.lists(st.lists(runs(), max_size=5), min_size=1, max_size=3))
def test_slimming_changes_no_character(paragraphs: list[list[str]]) -> None:
    source = part("document", f"<w:body>{''.join(p(*one) for one in paragraphs)}</w:body>")
    whole, slim = fromstring(source), fromstring(slim_document(source))
    read_ = [inline(one, None).text() for one in whole.iter(P)]
    assert [inline(one, None).text() for one in slim.iter(P)] == read_


def test_an_anchor_is_written_and_read_back() -> None:
    assert anchor([Place(17, 2), Place(18, 9)]) == "p:17@2 p:18@9"
    assert places("p:17@2 p:18@9") == (Place(17, 2), Place(18, 9))
    assert places("") == ()


def test_every_character_of_a_block_is_found_in_the_file_again() -> None:
    body = (
        p("题", text_box(p("框里的话"), p("框里第二行"))),
        p("情况", r("加粗", "<w:b/>"), field("REF x", "第一部分"), number=(1, 0)),
        p("连", properties='<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'),
        p("下来"),
        table(tr(tc(p("村"), p("（社区）")), "件数"), tr("下坪村", "61")),
        p("完"),
    )
    content = docx(*body, parts={"numbering": levels(level("chineseCountingThousand", "%1、")) + num(1)})
    paragraphs = list(fromstring(zipfile.ZipFile(BytesIO(content)).read("word/document.xml")).iter(P))
    for block in read(content, "x.docx").blocks:
        found = [*block.text[: block.generated]]
        for place in places(block.anchor):
            found += "\t" if len(found) < place.start and block.text[len(found)] == "\t" else ""
            found += "\n" if len(found) < place.start and block.text[len(found)] == "\n" else ""
            assert len(found) == place.start
            found += inline(paragraphs[place.paragraph], None).text()
        assert "".join(found) == block.text
