"""What a file means, where each value stands, and what is text and not a mistake."""

import pytest

from checker.errors import TemplateErrors
from checker.strict_yaml import parse


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12", 12),
        ("-3", -3),
        ("0.5", 0.5),
        ("100.0", 100.0),
        ("true", True),
        ("False", False),
        ("", None),
        ("~", None),
        ("null", None),
        # what other readers of YAML turn into something else stays as it was written
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("y", "y"),
        ("3:1", "3:1"),
        ("12:30", "12:30"),
        ("2024-01-15", "2024-01-15"),
        ("2024-01", "2024-01"),
        ("1.10", "1.10"),
        ("0123", "0123"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("1_000", "1_000"),
        (".5", ".5"),
        ("+7", "+7"),
        (".inf", ".inf"),
        ("99999999999999999999", "99999999999999999999"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("“{quote}”", "“{quote}”"),
        ("例：见第3页", "例：见第3页"),
        ("１２", "１２"),
    ],
)
def test_a_plain_scalar_is_a_number_only_where_nothing_is_lost(written: str, meant: object) -> None:
    value = parse(f"key: {written}\n", "f.yaml").value
    assert value == {"key": meant}
    assert isinstance(value, dict) and type(value["key"]) is type(meant)


def test_every_value_and_key_knows_its_line_and_column() -> None:
    parsed = parse("# 说明\nrules:\n  - id: one\n    any: [甲, 乙]\n  - {id: two, 级别: 错误}\n", "f.yaml")
    assert str(parsed.place(("rules", 0, "id"))) == "f.yaml:3:9"
    assert str(parsed.key_place(("rules", 0, "any"))) == "f.yaml:4:5"
    assert str(parsed.place(("rules", 0, "any", 1))) == "f.yaml:4:14"
    assert str(parsed.place(("rules", 1))) == "f.yaml:5:5"
    assert str(parsed.key_place(("rules", 1, "级别"))) == "f.yaml:5:15"
    assert str(parsed.place(("rules", 1, "级别"))) == "f.yaml:5:19"


def test_columns_count_characters_also_beyond_the_basic_plane() -> None:
    assert str(parse("{𠮷: 1, b: 2}\n", "f.yaml").place(("b",))) == "f.yaml:1:11"


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    parsed = parse("\ufeffa: 1\r\nb: 2\r\n", "f.yaml")
    assert parsed.value == {"a": 1, "b": 2}
    assert str(parsed.place(("b",))) == "f.yaml:2:4"


def test_paragraphs_of_a_report_keep_their_indentation_of_two_wide_blanks() -> None:
    parsed = parse("text: |\n  　　2023年，我镇开展宣传。\n\n  　　特此报告。\nexpect: pass\n", "f.yaml")
    assert parsed.value == {"text": "　　2023年，我镇开展宣传。\n\n　　特此报告。\n", "expect": "pass"}


def test_a_block_of_text_at_the_very_end_may_be_indented_so_too() -> None:
    assert parse("text: |\n  　　特此报告。", "f.yaml").value == {"text": "　　特此报告。"}


def test_a_full_width_colon_in_a_sentence_is_no_mistake() -> None:
    text = "message: 应为：口号\nhint: >\n  报告如下：\n  特此。\nnote: '依据：条例'\n"
    assert parse(text, "f.yaml").value == {"message": "应为：口号", "hint": "报告如下： 特此。\n", "note": "依据：条例"}


def test_an_alias_stands_for_the_same_value_again() -> None:
    assert parse("a: &words [甲, 乙]\nb: *words\n", "f.yaml").value == {"a": ["甲", "乙"], "b": ["甲", "乙"]}


def test_an_empty_file_is_an_empty_map() -> None:
    assert parse("# 只有说明\n", "f.yaml").value == {}


def test_all_mistakes_are_told_in_one_run_in_the_order_of_their_places() -> None:
    with pytest.raises(TemplateErrors) as caught:
        parse("a: 1\na: 2\nb: !!str 3\n<<: {c: 4}\nd：5\n", "f.yaml")
    assert [error.line for error in caught.value.errors] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1, 2\nb: 3\n", "f.yaml:2:2: 方括号里缺少逗号或右括号“]”；值里有逗号、括号时请加引号"),
        ("a: 'x\n", "f.yaml:1:4: 引号没有配对"),
        ("a: *\n", "f.yaml:1:5: 以“*”或“&”开头的值请加引号"),
        ("a: %x\n", "f.yaml:1:4: 值不能以“%”开头；请给整个值加引号"),
        ("a: `x`\n", "f.yaml:1:4: 值不能以“`”开头；请给整个值加引号"),
        ("a: {b: 1}c\n", "f.yaml:1:10: 这里多了文字；值以“{”“[”或引号开头时，请给整个值加引号"),
        (
            "a: !!python/object/apply:os.system ['ls']\n",
            "f.yaml:1:4: 不支持标签“!!python/object/apply:os.system”；请直接写值",
        ),
        ("&a b: 1\n", "f.yaml:1:1: 键前面不能有标签或“&”；请直接写键"),
        ("? [a]\n: 1\n", "f.yaml:1:3: 键只能是文字"),
        ("'': 1\n", "f.yaml:1:1: 冒号前缺少键"),
        ("a: 1\n\tb: 2\n", "f.yaml:2:1: 这里是制表符（Tab）；请改用空格"),
        ("a: \x07\n", "f.yaml:1:4: 这里有看不见的控制字符；请删去"),
        ("a:\n　b: 1\n　c: 2\n", "f.yaml:2:1: 缩进用了全角空格，共 2 处；请改用半角空格"),
        ("a: x\n b: y\n", "f.yaml:2:3: 这里不能再有“键: 值”；检查缩进，值里有冒号加空格时请给整个值加引号"),
        ("a:\n  b: 1\n c: 2\n", "f.yaml:3:2: 缩进不对，或上一行没有写完"),
        ("- a\nb: 1\n", "f.yaml:2:1: 缩进不对，或上一行没有写完"),
        ("a: 1\n--- \nb: 2\n", "f.yaml:2:1: 一个文件只能有一份文档；请删去多余的“---”"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(text: str, message: str) -> None:
    with pytest.raises(TemplateErrors) as caught:
        parse(text, "f.yaml")
    assert str(caught.value) == message


def test_a_bomb_of_aliases_is_refused_before_it_goes_off() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 20)]
    with pytest.raises(TemplateErrors, match="引用展开后值超过 300000 个"):
        parse("\n".join(lines), "f.yaml")


def test_a_file_nested_without_end_is_refused() -> None:
    with pytest.raises(TemplateErrors, match="嵌套超过 24 层"):
        parse("[" * 100_000, "f.yaml")


def test_a_file_that_is_far_too_large_is_refused_unread() -> None:
    with pytest.raises(TemplateErrors, match="文件有 4000001 字，超过 4000000 字的上限"):
        parse("x" * 4_000_001, "f.yaml")
