"""Safe corrections: made in place, listed, and complete: a second run finds nothing to do."""

from dataclasses import dataclass
from xml.etree import ElementTree

import pytest

from checker.app import Examination, examine
from checker.correctors import correct
from checker.correctors.correction import Corrections
from checker.errors import CheckerError
from checker.readers import read
from tests.annotators.comments import W, part
from tests.readers.build_docx import docx, levels, num, p, r, strict, table, tr
from tests.readers.build_report import TEXTS
from tests.support.desk import desk
from tests.support.labels import CORPUS

SLIPS = (
    "截止目前,全镇调解纠纷30件(其中宅基地12件);办结率高。",
    "1、加强学习。开展培训。2、加强宣传。",
    "（四）、加强保障",
)
RIGHT = (
    "截至目前，全镇调解纠纷30件（其中宅基地12件）；办结率高。",
    "1.加强学习。开展培训。2.加强宣传。",
    "（四）加强保障",
)
DATE, RIGHT_DATE = "2025年01月05日", "2025年1月5日"


@dataclass(frozen=True, slots=True)
class Fixed:
    made: Corrections
    before: Examination
    after: Examination

    @property
    def texts(self) -> list[str]:
        assert self.after.structure is not None
        return [block.text for block in self.after.structure.document.blocks]

    @property
    def rules(self) -> list[str]:
        return [change.rule for change in self.made.changed]


def fixed(content: bytes, name: str) -> Fixed:
    before = examine(content, name, desk())
    made = correct(content, before.result, before.structure)
    return Fixed(made, before, examine(made.content, name, desk()))


def report(*slips: str) -> list[str]:
    return [*TEXTS[:6], *slips, *TEXTS[6:-1], DATE]


def plain(*slips: str, end: str = "\n") -> str:
    return end.join(report(*slips)) + end


def word(*slips: str) -> bytes:
    return docx(*(text if text.startswith("<w:") else p(text) for text in report(*slips)))


def test_slips_in_a_text_file_are_mended_in_place() -> None:
    found = fixed(plain(*SLIPS).encode(), "a.txt")
    assert found.made.content.decode() == plain(*RIGHT).replace(DATE, RIGHT_DATE)
    assert sorted(set(found.rules)) == ["date.format", "numbering.style", "punctuation.halfwidth", "typo"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, end: str) -> None:
    found = fixed(plain(*SLIPS, end=end).encode(encoding), "a.txt")
    assert found.made.content == plain(*RIGHT, end=end).replace(DATE, RIGHT_DATE).encode(encoding)


def test_slips_in_word_are_mended_as_tracked_changes() -> None:
    found = fixed(word(*SLIPS), "a.docx")
    assert found.texts == [*TEXTS[:6], *RIGHT, *TEXTS[6:-1], RIGHT_DATE]
    root = part(found.made.content, "word/document.xml")
    assert {one.get(W + "author") for one in [*root.iter(W + "ins"), *root.iter(W + "del")]} == {"报告检查"}
    numbers = [one.get(W + "id") for one in root.iter() if one.get(W + "id")]
    assert len(numbers) == len(set(numbers))


def test_refusing_the_changes_gives_back_the_original() -> None:
    content = word(*SLIPS)
    root = part(fixed(content, "a.docx").made.content, "word/document.xml")
    assert _refused(root) == ["".join(t.text or "" for t in at.iter(W + "t")) for at in _paragraphs(content)]


def test_only_the_characters_that_differ_are_changed_and_look_as_before() -> None:
    found = fixed(word(p(r("截", "<w:b/>"), r("止目前", "<w:i/>"), "，调解30件。")), "a.docx")
    root = part(found.made.content, "word/document.xml")
    assert next("".join(one.itertext()) for one in root.iter(W + "del")) == "止"
    inserted = next(root.iter(W + "ins"))
    assert "".join(inserted.itertext()) == "至"
    assert inserted.find(f"{W}r/{W}rPr/{W}i") is not None


def test_text_that_is_itself_inserted_keeps_its_author() -> None:
    inserted = '<w:ins w:id="5" w:author="李"><w:r><w:t>截止目前，</w:t></w:r></w:ins>'
    found = fixed(word(p(inserted, "调解30件。")), "a.docx")
    assert "截至目前，调解30件。" in found.texts
    outer = next(one for one in part(found.made.content, "word/document.xml").iter(W + "ins"))
    assert outer.get(W + "author") == "李"
    assert outer.find(W + "ins") is None
    assert outer.find(W + "del") is not None


def test_tables_and_the_strict_form_are_mended_too() -> None:
    rows = table(tr("村名", "情况"), tr("白石村", "截止目前,已办结"))
    found = fixed(strict(word(rows, SLIPS[0])), "a.docx")
    assert RIGHT[0] in found.texts
    assert found.rules.count("typo") >= 1


def test_what_word_numbers_by_itself_is_left_with_the_reason() -> None:
    numbering = levels(("decimal", "%1、")) + num(1)
    body = [p(text) for text in TEXTS]
    body.insert(6, p("加强学习。组织培训。", number=(1, 0)))
    found = fixed(docx(*body, parts={"numbering": numbering}), "a.docx")
    assert [change.rule for change in found.made.refused] == ["numbering.style"]
    assert "自动编号" in found.made.refused[0].because


def test_a_bracket_is_changed_only_with_its_partner() -> None:
    found = fixed(plain("根据县里文件(2024)5号，开展检查。", "全镇(30件，已办结。").encode(), "a.txt")
    text = found.made.content.decode()
    assert "根据县里文件（2024）5号" in text
    assert "全镇(30件" in text


def test_a_number_before_a_figure_is_left_alone() -> None:
    text = plain("1、2024年开展培训。", "2、2025年继续。")
    assert "1、2024年开展培训。" in fixed(text.encode(), "a.txt").made.content.decode()


def test_damaged_bytes_are_refused() -> None:
    content = plain(*SLIPS).encode().replace("办结率高".encode(), "办结率".encode() + b"\xff", 1)
    with pytest.raises(CheckerError, match="编码有损坏"):
        fixed(content, "a.txt")


def test_other_formats_are_refused() -> None:
    page = f"<html><body>{''.join(f'<p>{text}</p>' for text in report())}</body></html>"
    with pytest.raises(CheckerError, match=r"只能改 \.docx"):
        fixed(page.encode(), "a.html")


def test_the_list_of_changes_shows_each_in_its_words() -> None:
    change = fixed(plain(SLIPS[0]).encode(), "a.txt").made.changed[0]
    assert (change.line, change.before, change.old, change.new, change.after) == (
        7,
        "",
        "截止目前",
        "截至目前",
        ",全镇调解纠",
    )


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
@pytest.mark.parametrize("path", sorted(CORPUS.glob("wording/*.txt")), ids=lambda path: path.stem)
def test_fixed_findings_are_gone_no_new_one_appears_and_a_second_run_changes_nothing(path: object, name: str) -> None:
    text = (CORPUS / str(path)).read_text("utf-8-sig")
    lines = [line for line in text.splitlines() if line.strip()]
    found = fixed(text.encode() if name == "a.txt" else docx(*map(p, lines)), name)
    old = [finding.rule for finding in found.before.result.findings]
    new = [finding.rule for finding in found.after.result.findings]
    assert [rule for rule in new if new.count(rule) > old.count(rule)] == []
    assert [finding for finding in found.after.result.findings if finding.edits] == []
    again = correct(found.made.content, found.after.result, found.after.structure)
    assert (again.changed, again.content) == ((), found.made.content)


def _paragraphs(content: bytes) -> list[ElementTree.Element]:
    return list(part(content, "word/document.xml").iter(W + "p"))


def _refused(root: ElementTree.Element) -> list[str]:
    """The paragraphs with insertions taken out and deletions back in."""
    texts = []
    for paragraph in root.iter(W + "p"):
        gone = {leaf for one in paragraph.iter(W + "ins") for leaf in one.iter(W + "t")}
        leaves = [leaf for leaf in paragraph.iter() if leaf.tag in (W + "t", W + "delText") and leaf not in gone]
        texts.append("".join(leaf.text or "" for leaf in leaves))
    return texts


def test_the_copy_reads_as_the_mended_report() -> None:
    content = word(*SLIPS)
    made = fixed(content, "a.docx").made
    assert len(read(made.content, "a.docx").blocks) == len(read(content, "a.docx").blocks)
