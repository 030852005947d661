"""Signature and date in the clothes in which they come."""

import pytest

from tests.support.desk import judge, structure_of

TITLE = "白石镇人民政府关于2023年度法治政府建设情况的报告"
BODY = (
    "2023年，白石镇扎实推进法治政府建设。现将情况报告如下：\n\n一、主要举措和成效\n\n"
    "全年开展法治宣传12场，发放资料3000份，调解纠纷86件，办理案件9件，审查合同35份，聘请法律顾问1名，群众满意。\n\n"
    "镇综合行政执法队持证上岗，全年检查企业21家次，发现问题30个，整改30个；落实“三项制度”，公示处罚信息24条，"
    "法制审核重大执法决定6件；主动公开政府信息120条，办理依申请公开2件，答复网民留言36条，办结12345热线工单410件。\n\n"
    "二、存在的不足和原因\n\n执法人员少，主要原因是编制不足。\n\n三、下一年度安排\n\n2024年，继续抓好普法，确保各项工作按期完成。"
)


@pytest.mark.parametrize(
    "foot",
    [
        "　白石镇人民政府　2024年1月18日",
        "\n\n报送单位：白石镇人民政府\n\n报送时间：2024年1月18日",
        "\n\n白石镇人民政府\n\n（盖章）\n\n2024年1月18日",
        "\n\n白石镇人民政府\n\n—6—\n\n2024年1月18日",
    ],
)
def test_signature_and_date_are_found(foot: str) -> None:
    found = structure_of(f"{TITLE}\n\n县委：\n\n{BODY}{foot}\n")
    assert [line.value for line in found.signature] == ["白石镇人民政府"]
    assert found.date is not None and found.date.value is not None and found.date.value.isoformat() == "2024-01-18"


def test_the_first_month_has_a_name_of_its_own() -> None:
    result = judge(f"{TITLE}\n\n县委：\n\n{BODY}\n\n白石镇人民政府\n\n2024年元月18日\n")
    (finding,) = [one for one in result.findings if one.rule == "date.format"]
    assert (finding.quote, finding.variant) == ("2024年元月18日", "first")


@pytest.mark.parametrize("date", ["2024年1月20日", "（2024年1月20日）"])
def test_a_report_may_be_signed_under_its_title(date: str) -> None:
    found = structure_of(f"{TITLE}\n\n白石镇人民政府\n\n{date}\n\n县委：\n\n{BODY}\n")
    assert [line.value for line in found.signature] == ["白石镇人民政府"]
    assert found.date is not None and found.date.value is not None
    assert [heading.text for heading in found.headings] == [
        "一、主要举措和成效",
        "二、存在的不足和原因",
        "三、下一年度安排",
    ]


def test_the_day_of_publishing_under_the_title_is_no_date_of_signing() -> None:
    assert structure_of(f"{TITLE}\n2024-01-20\n\n县委：\n\n{BODY}\n").date is None


def test_a_table_of_contents_is_no_text() -> None:
    contents = "目　录\n\n一、主要举措和成效…………1\n二、存在的不足和原因…………3\n三、下一年度安排…………4\n\n"
    found = structure_of(f"{TITLE}\n\n{contents}县委：\n\n{BODY}\n\n白石镇人民政府\n2024年1月18日\n")
    assert found.addressee is not None and found.addressee.text == "县委"
    assert len(found.headings) == 3
