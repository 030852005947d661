"""Whether the signature is the organ of the title: short names are, other counties are not."""

import pytest

from tests.support.desk import judge, of_rule

BODY = (
    "2023年，我局扎实推进法治政府建设。\n\n一、主要举措和成效\n\n"
    + "全年开展法治宣传12场，发放资料3000份，办理案件9件。" * 9
)


@pytest.mark.parametrize(
    ("issuer", "signed", "said"),
    [
        ("清源县林草局", "清源县林业和草原局", False),
        ("清源县人社局", "清源县人力资源和社会保障局", False),
        ("清源县文旅局", "清源县文化广电和旅游局", False),
        ("清源县教育局", "河东县教育局", True),
        ("清源县白石镇人民政府", "白石镇人民政府", False),
        ("白石镇人民政府", "红岭镇人民政府", True),
    ],
)
def test_the_same_organ_may_be_called_shorter(issuer: str, signed: str, said: bool) -> None:
    text = f"{issuer}关于2023年度法治政府建设情况的报告\n\n县委：\n\n{BODY}\n\n{signed}\n2024年1月18日\n"
    assert bool(of_rule(judge(text), "signature.mismatch")) is said
