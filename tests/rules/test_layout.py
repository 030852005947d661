"""layout.*: what a Word file looks like, in a pack of its own that never costs points."""

import pytest

from checker.app import examine
from checker.batch import desk_for
from checker.drafts import draft
from checker.model.result import CheckResult, Outcome
from checker.settings import Settings
from tests.readers.build_docx import PAGE, docx, p, r, style
from tests.readers.build_report import TEXTS
from tests.support.desk import AS_OF, template

FANGSONG = '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>'
BODY = '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
STYLES = style("Normal", "Normal", properties=BODY, run=FANGSONG, default=True)
TITLE = r(TEXTS[0], '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>')
HEIHEI = '<w:rFonts w:eastAsia="黑体"/>'
KAITI = '<w:rFonts w:eastAsia="楷体"/>'
FOOTER = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
RULES = (
    "layout.page",
    "layout.title",
    "layout.body",
    "layout.heading",
    "layout.indent",
    "layout.spacing",
    "layout.page-number",
    "layout.revisions",
)


def laid_out(title: str = TITLE, *extra: str, section: str = PAGE, footer: str = FOOTER) -> bytes:
    """The report as it should look, but for what a test changes."""
    looks = {"一、": HEIHEI, "二、": HEIHEI, "三、": HEIHEI, "四、": HEIHEI}
    body = [p(title)]
    for text in TEXTS[1:]:
        subheading = text.startswith("（") and "。" not in text
        body.append(p(r(text, looks.get(text[:2], KAITI if subheading else ""))))
    parts = {"styles": STYLES} | ({"footer": footer} if footer else {})
    return docx(*body[:6], *extra, *body[6:], section=section, parts=parts)


def judged(content: bytes, name: str = "a.docx") -> CheckResult:
    return examine(content, name, desk_for(Settings(as_of=AS_OF, packs=("base/layout",)), name)).result


def found(content: bytes) -> dict[str, str]:
    return {one.rule: one.message for one in judged(content).findings if one.rule.startswith("layout.")}


def test_a_report_laid_out_to_the_standard_is_clean() -> None:
    assert found(laid_out()) == {}


def test_a_page_with_other_margins_is_told_side_by_side() -> None:
    section = PAGE.replace('w:left="1587"', 'w:left="1800"').replace('w:top="2098"', 'w:top="1440"')
    assert found(laid_out(section=section)) == {"layout.page": "纸张或页边距（毫米）是上25.4、左31.8，应为上37、左28"}


def test_a_millimetre_off_is_near_enough() -> None:
    assert found(laid_out(section=PAGE.replace('w:left="1587"', 'w:left="1640"'))) == {}


def test_a_title_in_another_font_or_size_is_told() -> None:
    title = r(TEXTS[0], '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="36"/>')
    assert found(laid_out(title)) == {"layout.title": "标题是黑体小二，应为方正小标宋简体二号"}


def test_paragraphs_in_another_font_are_counted_and_the_first_quoted() -> None:
    odd = p(r("全镇开展法治宣传三十场，发放资料两千份。", '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>'))
    assert found(laid_out(TITLE, odd, odd)) == {
        "layout.body": "正文有2段不是仿宋_GB2312三号，如“全镇开展法治宣传三十场，”（宋体小四）"
    }


def test_a_heading_in_the_font_of_another_level_is_told() -> None:
    odd = p(r("（四）加强普法宣传", HEIHEI))
    assert list(found(laid_out(TITLE, odd))) == ["layout.heading"]


def test_a_heading_with_text_behind_it_is_not_judged_by_its_look() -> None:
    odd = p(r("（四）加强普法宣传。", HEIHEI), "全镇开展宣传三十场，发放资料两千份，受众面更广。")
    assert found(laid_out(TITLE, odd)) == {}


def test_indent_and_line_pitch_are_told() -> None:
    odd = p(
        "全镇开展法治宣传三十场。",
        properties='<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
    )
    assert found(laid_out(TITLE, odd)) == {
        "layout.indent": "有1段首行没有缩进2字，如“全镇开展法治宣传三十场。”（缩进0字）",
        "layout.spacing": "有1段的行距不是固定值28至29磅，如“全镇开展法治宣传三十场。”（不是固定值）",
    }


def test_missing_page_numbers_are_told() -> None:
    assert found(laid_out(footer="")) == {"layout.page-number": "没有页码"}


def test_tracked_changes_left_in_the_file_are_told() -> None:
    odd = p("全镇开展宣传", '<w:ins w:id="1" w:author="李"><w:r><w:t>三十场</w:t></w:r></w:ins>', "。")
    assert found(laid_out(TITLE, odd)) == {"layout.revisions": "文件里留有修订1处"}


def test_layout_costs_no_points() -> None:
    plain = examine(laid_out(footer=""), "a.docx", desk_for(Settings(as_of=AS_OF), "a.docx")).result
    with_layout = judged(laid_out(footer=""))
    assert plain.score is not None
    assert with_layout.score is not None
    assert with_layout.score.value == plain.score.value
    assert with_layout.status == plain.status


@pytest.mark.parametrize("rule", RULES)
def test_a_text_file_has_no_layout_to_judge(rule: str) -> None:
    result = judged(draft(template("fazhi-township"), 2025, "a.txt"), "a.txt")
    assert next(entry.outcome for entry in result.rules if entry.rule == rule) is Outcome.NA


def test_without_the_option_no_layout_is_judged() -> None:
    result = examine(laid_out(footer=""), "a.docx", desk_for(Settings(as_of=AS_OF), "a.docx")).result
    assert [entry.rule for entry in result.rules if entry.rule.startswith("layout.")] == []
