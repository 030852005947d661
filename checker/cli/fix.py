"""checker fix"""

from collections.abc import Iterator
from typing import Any

import click

from checker.app import Examination
from checker.batch import examine_file
from checker.cli.agreements import project
from checker.cli.chinese import Command
from checker.cli.copies import examined, save_copy
from checker.cli.options import all_of, judging, settings
from checker.cli.output import emit, say
from checker.correctors import correct
from checker.correctors.correction import Change, Corrections
from checker.errors import CheckerError
from checker.model.result import Finding
from checker.reporters.wording import UNIT


@click.command(cls=Command, name="fix")
@click.argument("file", metavar="文件")
@all_of(judging)
@click.option("--output", "-o", metavar="文件", help="写到哪个文件；不写则为“报告.改正.docx”，放在原件旁边")
def command(file: str, output: str | None, **given: Any) -> int:
    """改好的副本：半角标点、日期虚位、序数写法、确定的错别字；Word 文件用修订标出，可逐处接受或拒绝。原件不动。"""
    content, whole = examined(file, given)
    try:
        made = correct(content, whole.result, whole.structure)
    except CheckerError as error:
        raise CheckerError(f"{file}: {error}") from None
    written = save_copy(file, output, "改正", made.content) if made.changed or output else ""
    after = examine_file(file, settings(project(given["config"]), **given), made.content)
    emit("\n".join(_lines(made, after)) + "\n")
    say(f"已写入 {written}" if written else "没有可以自动改的，没有写文件")
    return 0


def _lines(made: Corrections, after: Examination) -> Iterator[str]:
    """What was changed; then what the check of the copy still finds, and why that was left."""
    unit = UNIT[after.structure.document.source.counts] if after.structure else UNIT["line"]
    yield f"改了{len(made.changed)}处"
    for change in made.changed:
        yield f"  第{change.line}{unit}　{_shown(change)}　（{change.rule}）"
    left = [finding for finding in after.result.findings if finding.waived is None]
    yield f"没有改的{len(left)}条"
    for finding in left:
        place = f"第{finding.line}{unit}　" if finding.line is not None else ""
        yield f"  {place}{finding.message}　（{finding.rule}）"
        yield f"    {_reason(finding, made.refused)}"


def _shown(change: Change) -> str:
    return f"{change.before}[{change.old} → {change.new}]{change.after}"


def _reason(finding: Finding, refused: tuple[Change, ...]) -> str:
    known = next((one for one in refused if one.rule == finding.rule), None)
    if known is not None:
        return f"{known.because}：{_shown(known)}"
    return f"要由人来改：{finding.hint}" if finding.hint else "要由人来改"
