"""Title, addressee, signature, date, year: what real reports put where."""

import pytest

from tests.support.desk import structure_of

BODY = (
    "2023年，白石镇认真学习贯彻习近平法治思想，扎实推进法治政府建设。现将情况报告如下：\n\n"
    "一、主要举措和成效\n\n全年开展法治宣传12场，发放资料3000份，调解纠纷86件，办理案件9件。\n\n"
    "二、存在的不足和原因\n\n执法人员少，主要原因是编制不足。\n\n三、下一年度安排\n\n2024年，继续抓好普法。\n\n"
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("白石镇人民政府关于2023年度法治政府建设情况的报告", "白石镇人民政府关于2023年度法治政府建设情况的报告"),
        ("白石镇人民政府\n关于2023年度法治政府建设情况的报告", "白石镇人民政府关于2023年度法治政府建设情况的报告"),
        ("中共清源县白石镇委员会\n清源县白石镇人民政府\n关于2023年度法治政府建设\n情况的报告",
         "中共清源县白石镇委员会清源县白石镇人民政府关于2023年度法治政府建设情况的报告"),
        ("# 白石镇2023年法治政府建设年度报告", "白石镇2023年法治政府建设年度报告"),
        ("白石镇2023年度法治政府建设工作总结", "白石镇2023年度法治政府建设工作总结"),
        ("白石镇2023年度法治政府建设工作总结及2024年工作计划", "白石镇2023年度法治政府建设工作总结及2024年工作计划"),
        ("清源县白石镇人民政府文件\n\n白政发〔2024〕3号\n\n白石镇人民政府关于2023年度法治政府建设情况的报告",
         "白石镇人民政府关于2023年度法治政府建设情况的报告"),
        ("首页 > 政务公开 > 法治政府建设\n索引号：B0213-2024-001\n来源：白石镇  浏览次数：21\n\n白石镇2023年法治政府建设情况报告",
         "白石镇2023年法治政府建设情况报告"),
        ("• 2024-01-26\n• 白石镇\n\n白石镇人民政府2023年法治政府建设工作报告", "白石镇人民政府2023年法治政府建设工作报告"),
        ("2024年1月20日\n\n白石镇2023年法治政府建设工作报告", "白石镇2023年法治政府建设工作报告"),
        ("| 索引号 | B0213 | 发布机构 | 白石镇 |\n| 信息名称 | 白石镇2023年法治政府建设工作报告 |\n\n白石镇2023年法治政府建设工作报告",
         "白石镇2023年法治政府建设工作报告"),
        ("| 标题： | 白石镇2023年度法治政府建设情况报告 | |", "白石镇2023年度法治政府建设情况报告"),
        ("白石镇2023年度法治政府建设情况报告 |", "白石镇2023年度法治政府建设情况报告"),
        ("清源县司法局\n\n清源县司法局2023年度法治政府建设情况报告", "清源县司法局2023年度法治政府建设情况报告"),
        ("白石镇人民政府关于2023年度法治政府建设情况的报告\n清源县人民政府 发布时间：2024-01-20 09:36\n\n"
         "白石镇人民政府\n关于2023年法治政府建设情况的报告", "白石镇人民政府关于2023年法治政府建设情况的报告"),
        ("关于二〇二三年度法治政府建设情况的报告", "关于二〇二三年度法治政府建设情况的报告"),
        ("白石镇人民政府关于\n2023年度推进法治政府建设工作情况的报告（送审稿）", "白石镇人民政府关于2023年度推进法治政府建设工作情况的报告（送审稿）"),
    ],
)  # fmt: skip
def test_the_title_is_found_whatever_stands_before_it(head: str, title: str) -> None:
    found = structure_of(f"{head}\n\n县委、县政府：\n\n{BODY}白石镇人民政府\n2024年1月18日\n")
    assert found.title is not None
    assert found.title.text == title
    assert found.year == 2023


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("县委、县政府：", "县委、县政府"),
        ("中共清源县委、清源县人民政府：", "中共清源县委、清源县人民政府"),
        ("县司法局:", "县司法局"),
        ("县委全面依法治县委员会办公室：", "县委全面依法治县委员会办公室"),
        ("王县长：", "王县长"),
        ("主任、各位副主任、委员：", "主任、各位副主任、委员"),
        ("", None),
    ],
)
def test_the_addressee_has_no_colon(line: str, addressee: str | None) -> None:
    found = structure_of(f"白石镇关于2023年度法治政府建设情况的报告\n\n{line}\n\n{BODY}白石镇人民政府\n2024年1月18日\n")
    assert (found.addressee.text if found.addressee else None) == addressee


@pytest.mark.parametrize(
    ("foot", "signature", "date"),
    [
        ("白石镇人民政府\n2024年1月18日", ["白石镇人民政府"], "2024年1月18日"),
        ("中共白石镇委员会\n白石镇人民政府\n2024年1月18日", ["中共白石镇委员会", "白石镇人民政府"], "2024年1月18日"),
        ("白石镇人民政府  2024年1月18日", ["白石镇人民政府"], "2024年1月18日"),
        ("白石镇人民政府\n二〇二四年一月十八日", ["白石镇人民政府"], "二〇二四年一月十八日"),
        ("白石镇人民政府\n2024.1.18", ["白石镇人民政府"], "2024.1.18"),
        ("白石镇人民政府\n2024年1月", ["白石镇人民政府"], "2024年1月"),
        ("白石镇人民政府\n2024年1月18日\n\n（联系人：张三，电话：0350-1234567）", ["白石镇人民政府"], "2024年1月18日"),
        ("附件：1.统计表\n\n白石镇人民政府\n2024年1月18日\n\n抄送：县司法局。", ["白石镇人民政府"], "2024年1月18日"),
        ("白石镇人民政府\n2024年1月18日\n\n责任编辑：镇党政办\n【打印】【关闭】", ["白石镇人民政府"], "2024年1月18日"),
        ("2024年1月18日", [], "2024年1月18日"),
        ("", [], None),
    ],
)
def test_signature_and_date_are_found_at_the_end(foot: str, signature: list[str], date: str | None) -> None:
    found = structure_of(f"白石镇关于2023年度法治政府建设情况的报告\n\n县委：\n\n{BODY}特此报告。\n\n{foot}\n")
    assert [line.text for line in found.signature] == signature
    assert (found.date.text if found.date else None) == date


def test_a_date_under_the_title_closes_nothing() -> None:
    title = "白石镇人民政府关于2023年度法治政府建设情况的报告"
    found = structure_of(f"{title}\n\n（2024年1月18日）\n\n县委、县政府：\n\n{BODY}")
    assert found.date is not None and found.date.text == "2024年1月18日"
    assert [heading.text for heading in found.headings if heading.level == 1] == [
        "一、主要举措和成效", "二、存在的不足和原因", "三、下一年度安排"
    ]  # fmt: skip


def test_the_year_of_an_untitled_report_comes_from_its_opening() -> None:
    assert structure_of(BODY + "白石镇人民政府\n2024年1月18日\n").year == 2023


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        ("一、主要举措和成效\n\n（一）抓学习\n\n组织学习5次。", [(1, "一、主要举措和成效"), (2, "（一）抓学习")]),
        ("一、主要举措和成效\n\n（一）抓学习。组织学习5次，参加人员48人次。", [(1, "一、主要举措和成效"), (2, "（一）抓学习")]),
        ("## 主要举措和成效\n\n### 抓学习\n\n组织学习5次。", [(1, "主要举措和成效"), (2, "抓学习")]),
        ("第一部分 主要举措和成效\n\n一、抓学习\n\n组织学习5次。", [(1, "第一部分 主要举措和成效"), (2, "一、抓学习")]),
        ("主要举措和成效\n\n组织学习5次，参加人员48人次，学习法律12部。", [(1, "主要举措和成效")]),
        ("**一、主要举措和成效**\n\n组织学习5次。", [(1, "一、主要举措和成效")]),
        ("一、主要举措和成效\n\n1.抓学习。组织学习5次。\n\n2.抓宣传。宣传3场。", [(1, "一、主要举措和成效"), (3, "1.抓学习"), (3, "2.抓宣传")]),
        ("一、主要举措和成效\n\n一是抓学习。组织学习5次。\n\n二是抓宣传。宣传3场。", [(1, "一、主要举措和成效")]),
        ("一、存在的问题虽然我镇做了不少工作，但与群众期盼相比还有不小的差距，主要表现在执法人员数量不足、年龄偏大、专业不强。",
         [(1, "一、存在的问题")]),
        ("一、加强组织领导，确保各项任务落到实处 今年以来，我镇多次召开会议研究。",
         [(1, "一、加强组织领导，确保各项任务落到实处")]),
        ("立好规矩讲程序\n\n重大事项一律先审查后上会，全年审查合同12份。\n\n建强队伍提能力\n\n执法人员全部持证上岗，全年培训5次。\n\n"
         "存在的不足\n\n人手不够，主要原因是编制少，短期难以补足。\n\n下步打算\n\n抓好培训，争取明年全部轮训一遍。",
         [(1, "立好规矩讲程序"), (1, "建强队伍提能力"), (1, "存在的不足"), (1, "下步打算")]),
    ],
)  # fmt: skip
def test_headings_of_every_sort_have_their_level(lines: str, headings: list[tuple[int, str]]) -> None:
    found = structure_of(f"# 白石镇关于2023年度法治政府建设情况的报告\n\n县委：\n\n2023年，工作有新进展。\n\n{lines}\n")
    assert [(heading.level, heading.text) for heading in found.headings] == headings


def test_an_opening_with_angle_brackets_is_text_and_no_breadcrumb() -> None:
    opening = "根据《关于贯彻落实<工作方案>任务分工清单的通知》要求，现将2023年度法治政府建设情况报告如下："
    found = structure_of(
        f"白石镇关于2023年度法治政府建设情况的报告\n\n{opening}\n\n{BODY}白石镇人民政府\n2024年1月18日\n"
    )
    assert found.residue == ()
    assert found.readings[found.body[0]].text.startswith("根据")


def test_the_year_is_not_that_of_an_index_card() -> None:
    found = structure_of(f"- 索 引 号：sm0990\n- 公文生成日期：2024-02-07\n县委、县政府：\n{BODY}")
    assert found.year == 2023


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("2023年绿塘乡法治政府建设年度报告", "绿塘乡"),
        ("关于松溪镇2023年度法治政府建设情况的报告", "松溪镇"),
        ("关于2023年度法治政府建设情况的报告", ""),
    ],
)
def test_the_issuer_is_named_behind_the_year_too(title: str, issuer: str) -> None:
    assert structure_of(f"{title}\n\n县委：\n\n{BODY}2024年1月18日\n").issuer == issuer
