"""Headings as published reports word them: which statutory part each one opens.

The wordings were collected from published reports of many towns; the list grows with every doubt.
"""

import pytest

from checker.text.naming import means
from tests.support.desk import template

ACHIEVEMENTS = """
推进法治政府建设的主要举措和成效
2025年度推进法治政府建设的主要举措和成效
2025年度法治政府建设主要举措和成效
2023年法治政府建设主要举措和成效
2022年法治政府建设主要措施
2022年主要工作成效
2025年法治政府建设主要情况
2025法治政府建设工作主要情况
2025年主要工作及成效
2025年度法治政府建设工作开展情况
2025年推进法治政府建设的工作开展情况
2025年度工作总体情况
2025年政府建设工作举措及成效
2024年法治政府建设情况
2024年法治政府建设基本情况
2024年工作开展情况
2023年工作总结
主要举措和成效
主要举措及成效
主要措施和成效
主要工作举措和成效
主要工作及成效
主要做法和成效
法治政府建设的主要举措和成效
法治建设工作情况及主要措施和成效
法治政府建设工作推进落实情况
推进法治政府建设各项工作开展情况
推进法治政府建设的主要举措
工作推进情况
工作开展情况
主要工作开展情况
法治建设工作开展情况
基本情况和主要成效
基本情况
主要做法
法治政府建设情况
工作情况
本年度推进法治政府建设的主要举措和成效
推进法治工作完成主要举措及成效
2025年推进法治政府建设总体情况
2025年推进法治政府建设情况
2023年度法治政府建设工作回顾
一年来的主要工作
全年工作完成情况
法治政府建设取得的成效
工作亮点和成效
这一年做了哪些事
抓好法治政府建设的具体举措
六项措施推进法治政府建设
法治政府建设结出的硕果
总体成效
""".split()

SHORTCOMINGS = """
推进法治政府建设存在的不足和原因
法治政府建设存在的不足和原因
存在的问题和不足
存在问题
存在的问题
存在的不足和原因
2024年度推进法治政府建设存在的不足和原因
法治政府建设工作存在的问题及原因
存在的主要问题
存在的主要问题及原因
存在的主要问题及原因分析
存在的问题及原因分析
存在的问题与不足
存在的不足及原因
存在的不足之处
存在的困难和问题
存在的困难和不足
存在的短板和不足
存在的短板弱项
存在的薄弱环节
存在的差距和不足
问题与差距
主要问题
工作中存在的问题
面临的困难和问题
法治政府建设存在的主要问题
2021年法治政府建设存在的问题和不足
当前存在的问题
不足与原因
问题不足
还差在哪里、为什么差
对照上级要求和群众期盼仍有差距
查短板、找差距
有待加强和改进的方面
不足之处
当前面临的堵点难点及其成因
""".split()

DUTY = """
党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况
党政主要负责人履行推进法治建设第一责任人职责和加强法治政府建设的情况
党政主要负责人履行推进法治建设第一责任人职责情况
履行推进法治建设第一责任人职责情况
区政府主要负责同志履行推进法治建设第一责任人职责情况
法治建设责任制工作情况
落实法治政府建设第一责任人职责制度
强化法治建设第一责任人职责
党委负责人严格履行法治建设第一责任人职责
强化法治建设第一责任人作用
落实第一责任人职责
主要负责人履行推进法治建设第一责任人职责情况
党政主要领导履职情况
法治政府建设第一责任人履职情况
主要领导履行第一责任人职责情况
第一责任人履职情况
党政负责人抓法治建设情况
党委主要负责人履职情况
主要负责人带了什么头
抓法治建设情况
履职尽责，书记镇长带头抓
领跑：“一把手”责任扛得更实
聚焦“关键少数”，以主要领导带头促全员尽责
党政主要负责同志扛旗领跑抓法治情况
""".split()

PLAN = """
下一年度推进法治政府建设的主要安排
下一年度推进法治政府建设的主要打算
下一步工作计划
下一步打算
2024年度工作安排
2025年度工作思路
整改措施
改进措施
2025年工作打算
下一步工作安排
下一步工作思路
下一步工作
下步打算
下步工作安排
下一阶段工作安排
下一阶段重点工作
2022年推进法治政府建设的主要安排
2023年法治政府建设工作计划
2026年工作计划
2026年度主要安排
明年工作安排
今后工作计划
今后努力方向
下一步改进措施
下一步工作方向
下一步工作重点
工作计划
工作展望
下年度工作目标
2026年工作思路及打算
下步打算
今后的奋斗目标和工作举措
下阶段主攻方向
""".split()

OTHER = """
其他需要报告的情况
其他需要报告的事项
其他需要说明的情况
其他情况
需要报告的其他事项
意见建议
""".split()

NONE = """
完善制度体系，纵深推进法治政府建设
坚持党的领导，加强法治政府建设
加强重点领域制度建设
实施领导干部年度述法制度
坚持问题导向，整改突出问题
上年度存在问题整改情况
压实安全生产第一责任人责任
行政机关负责人出庭应诉
强化政治引领，夯实法治根基
加强组织领导，压实工作责任
严格规范公正文明执法
深化普法宣传，营造法治氛围
""".split()


def _opened(words: str) -> set[str]:
    """Parts that the heading names, the generic meaning only when there is no other."""
    parts = template("fazhi-township").parts
    named = {part.id for part in parts if means(words, part.heading.any, part.heading.none)}
    return named or {part.id for part in parts if means(words, part.generic.any, part.generic.none)}


@pytest.mark.parametrize("words", ACHIEVEMENTS)
def test_achievements(words: str) -> None:
    assert _opened(words) == {"achievements"}


@pytest.mark.parametrize("words", SHORTCOMINGS)
def test_shortcomings(words: str) -> None:
    assert _opened(words) == {"shortcomings"}


@pytest.mark.parametrize("words", DUTY)
def test_duty(words: str) -> None:
    assert _opened(words) == {"duty"}


@pytest.mark.parametrize("words", PLAN)
def test_plan(words: str) -> None:
    assert _opened(words) == {"plan"}


@pytest.mark.parametrize("words", OTHER)
def test_other(words: str) -> None:
    assert _opened(words) == {"other"}


@pytest.mark.parametrize("words", ["存在问题及整改措施", "存在的不足和下一步打算", "存在问题和下一步工作计划"])
def test_one_heading_for_two_parts(words: str) -> None:
    assert _opened(words) == {"shortcomings", "plan"}


@pytest.mark.parametrize("words", NONE)
def test_themes_open_no_part(words: str) -> None:
    assert _opened(words) == set()
