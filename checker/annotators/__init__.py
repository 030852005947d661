"""批: a report's own file with the result written into it. One format, one file; always a copy.

An annotator is a module with `annotate(content, result, structure) -> bytes`.
"""

from importlib import import_module
from typing import Protocol, cast

from checker.errors import CheckerError
from checker.model.result import CheckResult
from checker.model.structure import Structure

ANNOTATORS: dict[str, str] = {"docx": "checker.annotators.docx"}
_OTHERS = {
    "doc": "这是旧版 .doc 文件；请用 Word 或 WPS 另存为 .docx，再加批注",
    "wps": "这是 .wps 文件；请用 WPS 另存为 .docx，再加批注",
    "rtf": "这是 .rtf 文件；请用 Word 或 WPS 另存为 .docx，再加批注",
    "odt": "这是 .odt 文件；请用 Word 或 WPS 另存为 .docx，再加批注",
}
_NONE = "只能在 .docx 文件里加批注；这个文件可以用 checker check -o html:结果.html 得到标出问题的网页"


class Annotator(Protocol):
    def annotate(self, content: bytes, result: CheckResult, structure: Structure) -> bytes: ...


def annotate(content: bytes, result: CheckResult, structure: Structure | None) -> bytes:
    """A copy of the file with a comment for every finding, the first one being the verdict.

    `result` and `structure` are those of `content`. Raises CheckerError for a format that cannot hold comments, and
    for a report that was not judged.
    """
    if result.format not in ANNOTATORS:
        raise CheckerError(_OTHERS.get(result.format, _NONE))
    if structure is None or result.score is None:
        raise CheckerError(f"没有查成，不能加批注：{result.reason}")
    annotator = cast(Annotator, import_module(ANNOTATORS[result.format]))
    return annotator.annotate(content, result, structure)
