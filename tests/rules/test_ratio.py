"""figure.percent: silent unless the percentage surely is the ratio of two counts beside it."""

import pytest

from tests.support.sentences import quotes


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("受理案件200件，办结150件，办结率85%。", "85%"),
        ("抽检食品486批次，合格479批次，合格率97.6%。", "97.6%"),
        ("参加测评55人，其中优秀52人，优秀率90%。", "90%"),
        ("村干部96人，其中女性24人，占30%。", "30%"),
        ("受理纠纷1,200件，化解1,150件，化解率98%。", "98%"),
        ("来访量由上年的412次减少到286次，同比下降34.6%。", "34.6%"),
    ],
)
def test_a_wrong_ratio_is_quoted(sentence: str, quote: str) -> None:
    assert quotes("figure.percent", sentence) == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "受理案件247件，办结239件，办结率96.8%。",
        "受理案件247件，办结239件，办结率96.7%。",  # cut off, not rounded
        "受理案件247件，办结239件，办结率97%。",
        "受理案件3件，办结2件，办结率66.67%。",
        "办理建议118件、提案97件，办复率100%。",
        "评查案卷240卷，其中优秀187卷、合格49卷、不合格4卷，优秀率77.9%。",
        "发现隐患128处，其中当场整改112处，限期整改16处，整改率100%。",
        "案件由37件下降到26件，降幅29.7%。",
        "来访量由上年的412次减少到286次，同比下降30.6%。",
        "满意度由85%提高到93%，提高8个百分点。",
        "受理案件200余件，办结150件，办结率85%。",
        "受理案件200件，办结150件，办结率达85%以上。",
        "受理案件200件，较上年150件增长33.3%。",
        "出动执法人员200人次，立案150件，群众满意率85%。",
        "调解纠纷209件，办结信访事项17件，矛盾纠纷调解成功率达99%。",
    ],
)
def test_what_may_be_right_is_left_alone(sentence: str) -> None:
    assert quotes("figure.percent", sentence) == []
