"""Whatever happens to a file on its way, reading gives a document or one sentence, and nothing else.

Ten minutes of it: `pytest -n0 tests/readers/test_fuzz.py --hypothesis-profile=long`.
"""

import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checker.errors import UnreadableError
from checker.readers import read
from tests.readers.build_docx import archive, docx, field, level, levels, num, p, r, style, table, text_box, tr
from tests.readers.build_ofd import HEAD, NAMESPACE, package, text
from tests.readers.build_pdf import pdf
from tests.readers.build_report import REPORT
from tests.readers.samples import samples

FILES = {name: content for name, content in samples(REPORT[:16]).items() if name not in ("libreoffice.odt", "rich.rtf")}
FILES["plain.pdf"] = pdf(REPORT[:6], compressed=False)
quick = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

RICH = docx(
    p("题", text_box(p("框里的话")), style="1"),
    p("情况", r("加粗", "<w:b/>"), field("REF x", "第一部分"), number=(1, 0)),
    p(
        "连",
        '<w:ins w:id="1" w:author="甲"><w:r><w:t>入</w:t></w:r></w:ins>',
        properties='<w:rPr><w:del w:id="1"/></w:rPr>',
    ),
    table(tr("村", "件数"), tr("下坪村", "61")),
    parts={
        "numbering": levels(level("chineseCountingThousand", "%1、"), level("decimal", "%1.%2")) + num(1),
        "styles": style("heading 1", "1", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        "comments": f'<w:comment w:id="1" w:author="甲">{p("请核实")}</w:comment>',
    },
)


def survives(content: bytes, name: str) -> None:
    try:
        document = read(content, name)
    except UnreadableError as told:
        assert re.search("[\u4e00-\u9fff]", str(told))
        assert "\n" not in str(told)
    else:
        assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
        assert all(block.text.strip() for block in document.blocks)


@st.composite
def changed(draw: st.DrawFn, content: bytes) -> bytes:
    """The bytes with a few pieces overwritten, cut out, doubled or put in, or the end cut off."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 40))
        new = draw(st.one_of(st.binary(max_size=8), st.just(content[at : at + length] * 2), st.sampled_from(SPICE)))
        content = content[:at] + new + content[at + draw(st.sampled_from([0, len(new), length])) :]
    return content[: draw(st.integers(0, len(content)))] if draw(st.booleans()) and draw(st.booleans()) else content


SPICE = (b"<", b">", b"</w:p>", b"<w:p>", b"<w:r>", b"&#0;", b"&amp;", b"\x00", b"\xff\xfe", b"PK\x01\x02", b"<div>",
         b"</td>", b"<table>", b"endobj", b"stream\n", b"-1", b"99999999999999999999", b"1e400", b"nan", b"\xed\xa0\x80")  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_changed_bytes(name: str) -> None:
    @quick
    @given(changed(FILES[name]))
    def check(content: bytes) -> None:
        survives(content, name)

    check()


def tags(*xml: str) -> st.SearchStrategy[list[str]]:
    """Any of the tags in `xml`, and words, in any order."""
    return st.lists(st.sampled_from([*re.findall("<[^<>]+>", "".join(xml)), "甲", " ", "&#x9;"]), max_size=60)


WORD_TAGS = tags(
    p("甲", r("乙", "<w:b/>"), number=(1, 0)),
    p("", properties='<w:outlineLvl w:val="x"/>'),
    table(tr("甲", "乙")),
    text_box(p("丙")),
    field("PAGE", "1"),
    '<w:sdt><w:sdtContent></w:sdtContent></w:sdt><w:ins w:id="1"></w:ins><w:del></w:del>',
    '<w:vMerge/><w:gridSpan w:val="99"/><w:sym w:char="F0FE"/><w:sym w:char="ZZZZ"/>',
    '<w:rPr><w:vanish/></w:rPr><w:numPr></w:numPr><w:numId w:val="-1"/><w:ilvl w:val="999999999999"/>',
    '<w:jc w:val="?"/><w:ind w:firstLine="1e9"/><w:sz w:val="0"/><w:spacing w:line="a" w:lineRule="exact"/>',
    '<m:oMath><m:r><m:t></m:t></m:r></m:oMath><w:ruby><w:rubyBase></w:rubyBase></w:ruby><w:br w:type="page"/>',
)
OFD_TAGS = tags(
    text(100, 700, "甲乙丙"),
    "<ofd:PageBlock></ofd:PageBlock>",
    '<ofd:TextObject Boundary="nan 0 1 1" Size="-1"><ofd:TextObject Size="1e300" CTM="0 0 0 0 0 0">',
    '<ofd:TextCode X="9" Y="9" DeltaX="g 99999999 1 g"><ofd:TextCode DeltaY="g x y">',
    '<ofd:PathObject Boundary="0 0 1"><ofd:AbbreviatedData></ofd:AbbreviatedData></ofd:PathObject>',
    "<ofd:Area><ofd:PhysicalBox></ofd:PhysicalBox></ofd:Area>",
)


def closed(tags: list[str]) -> str:
    """The tags with what is missing to be well-formed: unopened ends left out, open elements closed."""
    written, stack = [], []
    for tag in tags:
        name = re.match(r"</?([\w:]+)", tag)
        if name is None or tag.endswith("/>"):
            written.append(tag)
        elif not tag.startswith("</"):
            written.append(tag)
            stack.append(name[1])
        elif name[1] in stack:
            while (inner := stack.pop()) != name[1]:
                written.append(f"</{inner}>")
            written.append(tag)
    return "".join((*written, *(f"</{name}>" for name in reversed(stack))))


@quick
@given(WORD_TAGS, WORD_TAGS)
def test_any_order_of_tags_in_a_docx(body: list[str], lists: list[str]) -> None:
    numbering = levels(level("decimal", "%1.") + closed(lists)) + num(1) + closed(lists)
    survives(docx(closed(body), parts={"numbering": numbering, "styles": style("甲", "1") + closed(lists)}), "a.docx")


@quick
@given(OFD_TAGS)
@example(['<ofd:TextObject Size="1e300" CTM="0 0 0 0 0 0">', "甲"])
def test_any_order_of_tags_in_an_ofd(body: list[str]) -> None:
    survives(package([closed(body)]), "a.ofd")


@pytest.mark.parametrize("part", ["word/document.xml", "word/numbering.xml", "word/styles.xml"])
def test_changed_xml_in_a_whole_docx(part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(RICH)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}

    @quick
    @given(changed(files[part]))
    def check(content: bytes) -> None:
        survives(archive(files | {part: content}), "a.docx")

    check()


@quick
@given(changed(RICH))
def test_a_changed_docx_with_everything_in_it(content: bytes) -> None:
    survives(content, "a.docx")


@quick
@given(st.text(alphabet='<>/="&;# \n!-[]abdhiloprtuv甲。一、', max_size=300))
def test_any_page(inside: str) -> None:
    survives(f"<html><body>{inside}".encode(), "a.html")


@quick
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.docx", "a.pdf", "a.ofd", "a.html", "a", "a.zip"]))
def test_any_bytes_under_any_name(content: bytes, name: str) -> None:
    survives(content, name)


@quick
@given(st.binary(max_size=200))
def test_any_main_part(inside: bytes) -> None:
    survives(docx(members={"word/document.xml": inside}), "a.docx")
    survives(
        archive({"OFD.xml": f"{HEAD}<x {NAMESPACE}><ofd:DocRoot>a</ofd:DocRoot></x>".encode(), "a": inside}), "a.ofd"
    )
