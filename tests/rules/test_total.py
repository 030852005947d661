"""figure.sum: a total, 其中, 其余."""

import pytest

from tests.support.sentences import quotes


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("排查纠纷30件，其中邻里纠纷12件，其余20件为土地纠纷。", "30件，其中邻里纠纷12件，其余20件"),
        (
            "立案46起，其中种子案件19起、农药案件14起、渔政案件26起。",
            "46起，其中种子案件19起、农药案件14起、渔政案件26起",
        ),
        ("核定编制14名，其中在岗6名、借调3名，其余4名空缺。", "14名，其中在岗6名、借调3名，其余4名"),
    ],
)
def test_parts_that_do_not_add_up_are_quoted_with_their_total(sentence: str, quote: str) -> None:
    assert quotes("figure.sum", sentence) == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "排查纠纷30件，其中邻里纠纷12件，其余18件为土地纠纷。",
        "排查纠纷30件，其中邻里纠纷12件、土地纠纷5件。",
        "排查纠纷30余件，其中邻里纠纷12件，其余20件为土地纠纷。",
        "立案46起，其中种子案件20起、农药案件26起，移送公安机关2起。",
        "来访量减少15件，即由2019年的41件降至26件。",
        "走访群众约300户，其中脱贫户120户，其余200户为一般户。",
        "调解纠纷186件，调解成功183件，成功率98.4%，其中邻里纠纷82件、土地纠纷61件、婚姻纠纷43件。",
    ],
)
def test_what_may_be_right_is_left_alone(sentence: str) -> None:
    assert quotes("figure.sum", sentence) == []
