"""Folding: what differs only in form becomes equal, and every character knows where it was written."""

from hypothesis import given
from hypothesis import strategies as st

from checker.text.width import fold


def test_digits_blanks_and_marks_are_folded() -> None:
    assert fold("２０２１ 年 (一)")[0] == "2021年（一）"
    assert fold("　　镇党委,镇政府:")[0] == "镇党委，镇政府："
    assert fold('深化"八五"普法')[0] == "深化“八五”普法"


def test_marks_inside_numbers_stay() -> None:
    assert fold("共1,928件，9:30开会，12.4宪法日")[0] == "共1,928件，9:30开会，12.4宪法日"


def test_words_of_latin_letters_stay_apart() -> None:
    assert fold("使用 Python checker 检查")[0] == "使用Python checker检查"


def test_kangxi_radicals_of_pdf_copies_become_characters() -> None:
    assert fold("\u2f00\u2f92")[0] == "一見"


def test_markup_is_taken_out() -> None:
    assert fold("**（一）**加强", ((0, 2), (5, 7)))[0] == "（一）加强"


@given(st.text(alphabet='一二三镇，。,.()：: \u3000\u00a02０１1a*"\n', max_size=60))
def test_every_character_leads_back_to_its_source(text: str) -> None:
    folded, offsets = fold(text)
    assert len(offsets) == len(folded) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] <= len(text)
    again, _ = fold(folded)
    assert again == folded
