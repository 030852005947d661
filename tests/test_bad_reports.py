"""What is no report ends in one clear sentence: never passed, never scored 0, and never a hang."""

import pytest

from tests.support.desk import judge

NOTICE = """清源县人民政府办公室关于做好2023年度法治政府建设报告报送工作的通知

各乡镇人民政府，县直各单位：

为做好2023年度法治政府建设情况报告的报送工作，现将有关事项通知如下：

一、报送内容

各单位要认真总结本年度法治政府建设的主要举措和成效，如实反映存在的不足和原因，提出下一年度工作安排。

二、报送时间

请于2024年2月20日前将正式报告报送县司法局法治股，逾期不报的予以通报。报告应当按照统一格式撰写，经主要负责人审定后加盖公章报送，同时报送电子文档。

清源县人民政府办公室
2024年1月10日
"""
WORK_REPORT = """政府工作报告

——2024年1月12日在白石镇第十九届人民代表大会第四次会议上

各位代表：

现在，我代表镇人民政府，向大会报告工作，请予审议，并请列席人员提出意见。

一、2023年工作回顾

一年来，我们坚持稳中求进，全镇实现地区生产总值12.6亿元，增长6.1%；固定资产投资4.3亿元，农村居民人均可支配收入2.1万元。
新建高标准农田3200亩，硬化村组道路18公里，改造农村厕所420户，完成集镇污水管网二期工程，新建文化广场3个，引进企业4家。
粮食种植面积稳定在2.8万亩，茶叶、中药材等特色产业产值突破2亿元，村集体经济收入全部超过10万元，教育、卫生、养老事业稳步发展。
我们还推进法治建设，信访形势总体平稳，安全生产没有发生较大以上事故。

二、2024年工作安排

全面推进乡村振兴，抓好招商引资，办好民生实事，扩大有效投资，提升集镇面貌，为建设宜居宜业和美乡村而努力奋斗。
"""
NOVEL = "那年冬天，祖母坐在火塘边，给我讲山那边的故事。雪落了一夜，天亮时，门外的竹子都弯了腰。" * 30


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (NOTICE, "通知"),
        (WORK_REPORT, "政府工作报告"),
        (NOVEL, "很少谈到法治"),
        ("", "空的"),
        (" \n\n \t", "空的"),
        ("关于2023年度法治政府建设情况的报告\n\n2023年，我镇认真开展法治宣传。", "不足200字"),
    ],
)
def test_it_says_why_nothing_was_judged(text: str, word: str) -> None:
    result = judge(text)
    assert result.status == "not_checked"
    assert result.score is None
    assert word in (result.reason or "")


def test_binary_rubbish_is_no_text() -> None:
    result = judge("\x00\x01\x02" * 300)
    assert result.status == "not_checked"
    assert "二进制" in (result.reason or "") or "不是文本" in (result.reason or "")


@pytest.mark.parametrize(
    "piece", ["法治政府建设", "一是", "（一）", "《", "2023年", "“", "，", "12件，", "1.", "\u3000", "率98%"]
)
def test_five_megabytes_on_one_line_are_answered(piece: str) -> None:
    text = "白石镇人民政府关于2023年度法治政府建设情况的报告\n\n" + piece * (5_000_000 // len(piece.encode()))
    assert judge(text).reason
