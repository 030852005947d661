"""Which body wrote the report, also where title and signature do not say."""

import pytest

from checker.recognisers.issuer import level_of
from tests.support.desk import desk, structure_of

BODY = (
    "一、主要举措和成效\n\n全年开展法治宣传12场，发放资料3000份，依法调解纠纷86件，法律顾问审查合同9件。\n\n"
    "二、存在的不足和原因\n\n执法人员少，主要原因是编制不足。\n\n三、下一年度安排\n\n2024年，继续抓好普法。\n"
)


def level(text: str) -> str:
    return level_of(structure_of(text), desk().lexicon)


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("现将松溪街道办事处2023年法治政府建设年度报告如下：", "street"),
        ("现将我街道2023年度法治政府建设情况报告如下：", "street"),
        ("松溪街道以建设法治街区为目标，扎实推进各项工作。", "street"),
        ("2023年，我局深入学习宣传贯彻习近平法治思想。", "department"),
        ("2023年，县教育局紧扣立德树人，推进依法治教。", "department"),
        ("2023年，县司法局紧紧围绕县委、县政府中心工作，履行职责。县委、县政府高度重视。", "department"),
        ("现将县人民政府2023年法治政府建设情况报告如下：", "county"),
        ("现将松溪镇2023年法治建设工作情况总结如下：", "township"),
        ("县委、县政府高度重视，我镇认真落实县委、县政府部署，镇党委专题研究。", "township"),
        ("法治政府建设取得新进展。", ""),
    ],
)
def test_the_opening_tells_the_level_where_no_organ_is_named(opening: str, wanted: str) -> None:
    assert level(f"{opening}\n\n{BODY}") == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("2023年清源县法治政府建设情况", "county"),
        ("2023年清源县司法局法治政府建设工作报告", "department"),
        ("北城街2023年法治政府建设年度报告", "street"),
        ("2023年绿塘乡法治政府建设年度报告", "township"),
    ],
)
def test_a_title_may_begin_with_the_year(title: str, wanted: str) -> None:
    assert level(f"{title}\n\n{BODY}") == wanted
