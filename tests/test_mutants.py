"""A clean report, spoilt in one way at a time: each slip is caught by the rule meant for it, and by no other.

`expect` are the rules that the mutant has and the clean report has not. A lost part also takes what hangs on it.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.model.tables import Place
from tests.support.desk import judge, rules_of, template

CLEAN = Path(__file__).parents[1].joinpath("examples/township/01-good.txt").read_text("utf-8")
Edit = Callable[[str], str]


def swap(old: str, new: str) -> Edit:
    """Replaces the first `old`, which must be there."""

    def edit(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return edit


def drop_section(number: str) -> Edit:
    """Takes a level-1 section away and counts the headings behind it anew."""

    def edit(text: str) -> str:
        han = "一二三四五"
        start = re.search(rf"^{number}、", text, re.M)
        assert start
        after = re.search(r"^(?:[二三四]、|特此报告)", text[start.end() :], re.M)
        assert after
        rest = text[start.end() + after.start() :]
        for lower in han[han.index(number) + 1 :]:
            rest = re.sub(rf"^{lower}、", f"{han[han.index(lower) - 1]}、", rest, flags=re.M)
        return text[: start.start()] + rest

    return edit


def drop_line(start: str) -> Edit:
    def edit(text: str) -> str:
        made = re.sub(rf"^{start}.*\n", "", text, count=1, flags=re.M)
        assert made != text
        return made

    return edit


MUTANTS: dict[str, tuple[Edit, set[str]]] = {
    "without achievements": (drop_section("一"), {"achievements.missing", "length.short"}),
    "without shortcomings": (drop_section("二"), {"shortcomings.missing"}),
    "without duty": (drop_section("三"), {"duty.missing"}),
    "without plan": (drop_section("四"), {"plan.missing"}),
    "without causes": (
        lambda t: t.replace("主要原因是编制紧张、人员流动快，专业人才难以引进", "专业人才较少")
        .replace("原因在于村级普法骨干的培训不够，讲法说法的方法不多", "讲法说法的方法不多")
        .replace("根源在于对镇村两级审查责任的划分不够清楚", "审查不及时")
        .replace("二、存在的不足和原因", "二、存在的不足"),
        {"shortcomings.causes"},
    ),
    "without title": (lambda t: t.split("\n\n", 1)[1], {"title.missing"}),
    "without issuer in the title": (drop_line("清源县白石镇人民政府"), {"title.issuer"}),
    "without year in the title": (swap("关于2023年度法治", "关于法治"), {"title.year", "title.form"}),
    "title of another form": (swap("建设情况的报告", "建设工作报告"), {"title.form"}),
    "without addressee": (drop_line("县委、县政府："), {"addressee.missing"}),
    "addressed to a person": (swap("县委、县政府：", "王县长："), {"addressee.person"}),
    "without signature": (lambda t: re.sub(r"\n清源县白石镇人民政府\n(?=2024)", "\n", t), {"signature.missing"}),
    "signed by another town": (
        lambda t: re.sub(r"\n清源县白石镇人民政府\n(?=2024)", "\n清源县柳湾镇人民政府\n", t),
        {"signature.mismatch"},
    ),
    "without date": (drop_line("2024年1月18日"), {"date.missing"}),
    "date with zeros": (swap("2024年1月18日", "2024年01月18日"), {"date.format"}),
    "date in Chinese numerals": (swap("2024年1月18日", "二〇二四年一月十八日"), {"date.format"}),
    "date with dots": (swap("2024年1月18日", "2024.1.18"), {"date.format"}),
    "date without a day": (swap("2024年1月18日", "2024年1月"), {"date.format"}),
    "a day that does not exist": (swap("2024年1月18日", "2024年2月30日"), {"date.invalid"}),
    "dated two years late": (swap("2024年1月18日", "2026年1月18日"), {"date.year"}),
    "dated before the year ended": (swap("2024年1月18日", "2023年6月18日"), {"date.year"}),
    "after the deadline": (swap("2024年1月18日", "2024年3月18日"), {"date.late"}),
    "asks for approval": (swap("特此报告。", "以上报告妥否，请批示。"), {"genre.request"}),
    "asks for money": (swap("特此报告。", "恳请县政府拨付执法装备经费20万元。\n\n特此报告。"), {"genre.request"}),
    "calls itself a summary": (swap("情况报告如下", "情况汇报如下"), {"genre.word"}),
    "a step of the numbering lost": (swap("（三）严格", "（四）严格"), {"numbering.sequence"}),
    "top heading repeated": (swap("三、党政", "二、党政"), {"numbering.sequence"}),
    "一. for 一、": (swap("一、主要", "一. 主要"), {"numbering.style"}),
    "（一）、 for （一）": (swap("（一）加强", "（一）、加强"), {"numbering.style"}),
    "an item of the list lost": (swap("二是普法针对性", "三是普法针对性"), {"enumeration.sequence"}),
    "an item of the list twice": (swap("三是制度执行", "二是制度执行"), {"enumeration.sequence"}),
    "lists five, has three": (swap("二、存在的不足和原因\n\n一是", "二、存在的不足和原因\n\n存在五个方面不足：一是"), {"enumeration.count"}),
    "last year's figure": (swap("全年开展联合执法28次", "2022年共开展联合执法28次"), {"year.body"}),
    "next year's work already done": (swap("全年开展联合执法28次", "2024年共开展联合执法28次"), {"year.body"}),
    "heading of another year": (swap("一、主要举措和成效", "一、2022年主要举措和成效"), {"year.heading"}),
    "去年": (swap("走访企业64家次", "去年走访企业64家次"), {"year.relative"}),
    "a percentage that does not follow": (swap("98.4%", "96.4%"), {"figure.percent"}),
    "parts that do not add up": (swap("婚姻家庭纠纷43件", "其余53件为婚姻家庭纠纷"), {"figure.sum"}),
    "8余件": (swap("办理信访事项34件", "办理信访事项8余件"), {"figure.approx"}),
    "a repealed law": (swap("《信访工作条例》", "《信访条例》"), {"law.repealed"}),
    "a law of the future": (swap("《信访工作条例》", "《法治宣传教育法》"), {"law.not-adopted"}),
    "a wrong title": (swap("《信访工作条例》", "《土地承包法》"), {"law.title"}),
    "七五普法": (swap("“八五”普法", "“七五”普法"), {"plan.stale"}),
    "党组": (swap("镇党委理论学习中心组", "党组理论学习中心组"), {"organ.foreign"}),
    "业务处室": (swap("组织机关干部集中学法", "组织业务处室集中学法"), {"organ.foreign"}),
    "an abolished county": (swap("石桥村获评", "与长治县共建的石桥村获评"), {"place.abolished"}),
    "another town": (swap("2023年，白石镇坚持", "2023年，红岭镇党委、政府坚持"), {"place.foreign"}),
    "法制宣传": (swap("开展法治宣传32场", "开展法制宣传32场"), {"term.deprecated"}),
    "half-width comma": (swap("扎实推进“八五”普法，", "扎实推进“八五”普法,"), {"punctuation.halfwidth"}),
    "open quote": (swap("“八五”普法", "“八五普法"), {"punctuation.unpaired"}),
    "open title mark": (swap("《信访工作条例》", "《信访工作条例"), {"punctuation.unpaired"}),
    "two stops": (swap("无脱管漏管。", "无脱管漏管。。"), {"punctuation.repeated"}),
    "a pause mark between titles": (swap("处罚法》《信访", "处罚法》、《信访"), {"punctuation.list-comma"}),
    "a paragraph that breaks off": (swap("解决用地、用工等问题21个。", "解决用地、用工等问题21个，"), {"paragraph.broken"}),
    "a sentence twice": (
        swap("特此报告。", "对老年人、留守妇女的宣传形式较为单一，原因在于村级普法骨干的培训不够。\n\n特此报告。"),
        {"paragraph.duplicate"},
    ),
    "bookmark": (swap("（二）规范", "[bookmark: _GoBack]（二）规范"), {"residue.markup"}),
    "&nbsp;": (swap("（二）规范权力", "（二）规范&nbsp;权力"), {"residue.markup"}),
    "XX件": (swap("行政处罚案件17件", "行政处罚案件XX件"), {"residue.placeholder"}),
    "____": (swap("行政处罚案件17件", "行政处罚案件____件"), {"residue.placeholder"}),
    "web head": (lambda t: "首页 > 政务公开 > 法治政府建设\n来源：白石镇  浏览次数：21\n\n" + t, {"residue.web"}),
    "an identity number": (swap("接受法律咨询370人次", "接受李某（110101199003070070）咨询"), {"privacy.id-number"}),
    "a mobile number": (swap("接受法律咨询370人次", "接受李某（13800138000）咨询"), {"privacy.phone"}),
    "a bank card": (swap("接受法律咨询370人次", "收到李某汇款（6222021234567890128）"), {"privacy.bank-card"}),
    "a private person": (swap("办理信访事项34件", "化解石桥村养鱼户龙某信访事项等34件"), {"privacy.person"}),
}  # fmt: skip


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught_by_exactly_the_rule_meant(name: str) -> None:
    edit, expect = MUTANTS[name]
    before, after = rules_of(judge(CLEAN)), rules_of(judge(edit(CLEAN)))
    assert after - before == expect


def test_the_clean_report_has_nothing_to_mend() -> None:
    result = judge(CLEAN)
    assert result.status == "passed"
    assert result.score is not None
    assert result.score.value == 100
    assert not rules_of(result, loud=True)


TYPOS = [row for row in template("fazhi-township").tables.terms["typos"] if row.pattern == re.escape(row.literal)]


@pytest.mark.parametrize("word", [row.literal for row in TYPOS])
def test_every_confusion_pair_is_caught_as_a_typo_and_as_nothing_else(word: str) -> None:
    for context in (f"{word}，", f"认真{word}，", f"{word}工作，"):
        text = CLEAN.replace("走访企业64家次", f"{context}走访企业64家次", 1)
        found = rules_of(judge(text)) - rules_of(judge(CLEAN))
        assert found <= {"typo", "year.relative"}, found  # 去年来 is also a year that nobody names
        if "typo" in found:
            return
    raise AssertionError(word)


LAWS = [law for law in template("fazhi-township").tables.laws if law.until and law.until.year <= 2022 and law.verified]


@pytest.mark.parametrize("title", [law.name for law in LAWS])
def test_every_law_that_had_been_repealed_is_caught(title: str) -> None:
    found = rules_of(judge(CLEAN.replace("《信访工作条例》", f"《{title}》", 1)))
    assert "law.repealed" in found


PLACES = [place for place in template("fazhi-township").tables.places if place.approved.year <= 2021]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.parent}-{place.name}")
def test_every_abolished_place_is_caught(place: Place) -> None:
    name = place.name if not place.parent_required else f"{place.parent}{place.name}"
    found: set[str] = set()
    for context in ("共建", "委", "居巢区"):  # 城区, 郊区 are common words: only 城区委 and the like are the division
        found |= rules_of(judge(CLEAN.replace("石桥村获评", f"与{name}{context}，石桥村获评", 1)))
    assert "place.abolished" in found
