"""Punctuation, residue and privacy: pair, width, listing, paragraph, pattern, identifier."""

import pytest

from tests.support.sentences import quotes


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("punctuation.unpaired", "开展“法律七进活动18场。"),
        ("punctuation.unpaired", "学习《民法典等法律12部。"),
        ("punctuation.halfwidth", "开展执法检查27次,整改问题8个。"),
        ("punctuation.repeated", "小事不出村、大事不出镇。。"),
        ("punctuation.list-comma", "学习《宪法》、《民法典》。"),
        ("residue.markup", "学习&nbsp;法律12部。"),
        ("residue.placeholder", "整改问题XX个。"),
        ("residue.placeholder", "整改问题____个。"),
        ("residue.placeholder", "（待补充）。"),
        ("privacy.phone", "联系人李某，电话13800138000。"),
        ("privacy.id-number", "当事人身份证号110101199003070070。"),
        ("privacy.person", "化解石桥村养鱼户龙某纠纷1件。"),
        ("figure.approx", "审查合同8余份。"),
        ("figure.approx", "发放资料约8000份左右。"),
        ("genre.request", "恳请县政府拨付执法装备经费20万元。"),
    ],
)
def test_a_slip_is_found(rule: str, sentence: str) -> None:
    assert len(quotes(rule, sentence)) == 1


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("punctuation.unpaired", "（1）开展“法律七进”活动18场（次）。"),
        ("punctuation.halfwidth", "投入1,200元，网址www.baishi.gov.cn，时间9:30。"),
        ("punctuation.repeated", "落实“谁执法谁普法”……"),
        ("punctuation.list-comma", "学习《宪法》《民法典》，落实“三会一课”“主题党日”。"),
        ("residue.placeholder", "调解李某与王某某的邻里纠纷。"),
        ("privacy.phone", "咨询电话0350-1234567。"),
        ("privacy.id-number", "统一编号110101199003070071。"),
        ("privacy.person", "化解某村农民工讨薪纠纷1件。"),
        ("figure.approx", "发放资料12000余份，召开会议20余次。"),
        ("genre.request", "引导群众依法申请行政复议，依法审批宅基地86宗。"),
    ],
)
def test_what_is_right_is_left_alone(rule: str, sentence: str) -> None:
    assert quotes(rule, sentence) == []


def test_ten_slips_of_one_paragraph_are_one_finding_with_a_count() -> None:
    assert len(quotes("punctuation.halfwidth", "查,改,学,讲,调,办,访,帮,扶,评。")) == 1
