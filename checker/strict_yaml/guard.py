"""What a file may not hold before it is parsed, and what the parser's complaints mean in Chinese."""

import re
from collections.abc import Iterable, Iterator, Sequence

import yaml

from checker.errors import TemplateError

SIZE = 4_000_000  # characters of a file

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
_WIDE_INDENT = re.compile("^ *([\u00a0\u2000-\u200b\u3000]+)(?=\\S)")


def forbidden(text: str, file: str) -> Iterator[TemplateError]:
    if len(text) > SIZE:
        yield TemplateError(f"文件有 {len(text)} 字，超过 {SIZE} 字的上限", file=file)
        return
    for pattern, what in (
        (re.compile("\t"), "这里是制表符（Tab）{count}；请改用空格"),
        (_CONTROL, "这里有看不见的控制字符{count}；请删去"),
    ):
        found = [match.start() for match in pattern.finditer(text)]
        if found:
            line = text.count("\n", 0, found[0]) + 1
            column = found[0] - text.rfind("\n", 0, found[0])
            yield TemplateError(what.format(count=_times(found)), file=file, line=line, column=column)


def wide_indents(lines: list[str], file: str, numbers: Iterable[int]) -> Iterator[TemplateError]:
    """The mistake of lines (numbers from 0) that are indented by blanks which YAML takes for letters."""
    found = [(number, match.start(1)) for number in numbers if (match := _WIDE_INDENT.match(lines[number]))]
    if found:
        line, column = found[0]
        what = f"缩进用了全角空格{_times(found)}；请改用半角空格"
        yield TemplateError(what, file=file, line=line + 1, column=column + 1)


def _times(found: Sequence[object]) -> str:
    return f"，共 {len(found)} 处" if len(found) > 1 else ""


KEY_WITH_WIDE_COLON = re.compile(r"[A-Za-z_][\w.+-]*：", re.ASCII)  # `id：x`, not `例：x`

_CLOSING = ("}", "]", "'", '"')
_WORDS = (  # problem of the Python parser, what it means; {0} is the first group
    (r"found character '(.)' that cannot start any token", "值不能以“{0}”开头；请给整个值加引号"),
    (r"mapping values are not allowed here", "这里不能再有“键: 值”；检查缩进，值里有冒号加空格时请给整个值加引号"),
    (r"could not find expected ':'", "这一行缺少冒号，或冒号后没有空格"),
    (r"expected ',' or '}', but got .*", "花括号里缺少逗号或右括号“}}”；值里有逗号、括号时请加引号"),
    (r"expected ',' or '\]', but got .*", "方括号里缺少逗号或右括号“]”；值里有逗号、括号时请加引号"),
    (r"found unexpected end of stream", "引号没有配对"),
    (r"found unexpected document separator", "引号没有配对"),
    (r"found unknown escape character '(.)'", "双引号里不能写“\\{0}”；正则请用单引号"),
    (r"expected escape sequence of .*", "双引号里的转义没有写完；正则请用单引号"),
    (r"sequence entries are not allowed here", "这里不能用“- ”；检查缩进"),
    (r"expected <block end>, but found '-'", "这里的“- ”缩进不对"),
    (r"expected <block end>, but found .*", "缩进不对，或上一行没有写完"),
    (r"expected '<document start>', but found .*", "缩进不对，或上一行没有写完"),
    (r"expected the node content, but found .*", "这里应当有一个值"),
    (r"expected alphabetic or numeric character, but found .*", "以“*”或“&”开头的值请加引号"),
    (r"expected a comment or a line break, but found .*", "“|”或“>”之后应当换行"),
    (r"found undefined tag handle .*|.*tag.*|expected ' ', but found .*", "不支持标签“!”；值以“!”开头时请加引号"),
    (r".*directive.*|found incompatible YAML document.*", "不支持“%”开头的指令；值以“%”开头时请加引号"),
    (r"found duplicate anchor.*|.*anchor.*|.*alias.*", "“&”“*”用得不对；以它们开头的值请加引号"),
    (r"mapping keys are not allowed here|block sequence entries are not allowed.*", "缩进不对"),
)


def translate(error: yaml.MarkedYAMLError, text: str, file: str) -> TemplateError:
    """The parser's complaint in Chinese, at the place that the author must look at."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and error.problem in ("could not find expected ':'", "found unexpected end of stream"):
        mark = error.context_mark  # where the key or the quotation mark stands
    if mark is None:
        return TemplateError(f"不是 YAML：{error.problem}", file=file)
    near = range(max(0, mark.line - 1), min(mark.line + 1, len(lines)))
    indented = next(wide_indents(lines, file, near), None)
    if indented is not None:
        return indented
    for number in near:
        body = lines[number].lstrip(" -{")
        if KEY_WITH_WIDE_COLON.match(body):
            return wide_colon(lines, file, number, len(lines[number]) - len(body))
    if "found '<scalar>'" in (error.problem or "") and lines[mark.line][: mark.column].rstrip().endswith(_CLOSING):
        what = "这里多了文字；值以“{”“[”或引号开头时，请给整个值加引号"
        return TemplateError(what, file=file, line=mark.line + 1, column=mark.column + 1)
    for pattern, words in _WORDS:
        found = re.fullmatch(pattern, error.problem or "")
        if found:
            return TemplateError(words.format(*found.groups()), file=file, line=mark.line + 1, column=mark.column + 1)
    return TemplateError(f"不是 YAML：{error.problem}", file=file, line=mark.line + 1, column=mark.column + 1)


def wide_colon(lines: list[str], file: str, line: int, column: int) -> TemplateError:
    """The mistake of a key that ends in ： ; line and column from 0."""
    key = lines[line][column:].split("：")[0][:40]
    return TemplateError(
        f"“{key}：”是否把英文冒号写成了中文冒号？应为“{key}: ”；若本是文字，请加引号",
        file=file, line=line + 1, column=column + 1,
    )  # fmt: skip
