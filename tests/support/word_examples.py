"""Makes the .docx examples: `python -m tests.support.word_examples`. Word's automatic numbers stand in no text."""

import re
from pathlib import Path

from tests.readers.build_docx import docx, levels, num, p, r, style, table, tc, tr

EXAMPLES = Path(__file__).parents[2] / "examples"
_HEADING = re.compile(r"^(?:(?P<top>[一二三四五六七八九十]+、)|(?P<second>（[一二三四五六七八九十]+）))(?P<words>.*)$")
_BOLD = "<w:b/>"


def numbered(text: str) -> bytes:
    """A report in which Word counts the headings: 一、 and （一） are automatic numbers of the styles' lists."""
    body = []
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading and "。" not in line:
            level = 0 if heading["top"] else 1
            body.append(p(r(heading["words"], _BOLD), number=(1, level)))
        elif line.strip():
            body.append(p(r(line)))
    lists = levels(("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）")) + num(1)
    return docx(*body, parts={"numbering": lists})


def styled(text: str, figures: list[tuple[str, str]]) -> bytes:
    """A report with Word's Title and Heading styles, and a table of figures before its last paragraph."""
    styles = (
        style("Normal", "Normal", default=True)
        + style("Title", "Title", based="Normal", properties='<w:jc w:val="center"/>')
        + style("heading 1", "Heading1", based="Normal", properties='<w:outlineLvl w:val="0"/>')
        + style("heading 2", "Heading2", based="Normal", properties='<w:outlineLvl w:val="1"/>')
    )
    lines = [line for line in text.splitlines() if line.strip()]
    body = [p(r(lines[0]), style="Title")]
    for line in lines[1:]:
        heading = _HEADING.match(line)
        if heading and "。" not in line:
            body.append(p(r(line), style="Heading1" if heading["top"] else "Heading2"))
        else:
            body.append(p(r(line)))
    rows = [tr(tc(p(r(name))), tc(p(r(value)))) for name, value in figures]
    body.insert(len(body) - 2, table(*rows))
    return docx(*body, parts={"styles": styles})


def main() -> None:
    good = (EXAMPLES / "township/01-good.txt").read_text("utf-8")
    skipped = good.replace("（三）严格规范执法", "（三）严格规范执法")
    (EXAMPLES / "township/11-word-numbers.docx").write_bytes(numbered(skipped))
    street = (EXAMPLES / "street/01-merged-duty.txt").read_text("utf-8")
    figures = [("指标", "2023年"), ("调解纠纷（件）", "208"), ("执法检查（次）", "346")]
    (EXAMPLES / "street/02-word-styles.docx").write_bytes(styled(street, figures))


if __name__ == "__main__":
    main()
