"""checker annotate"""

from typing import Any

import click

from checker.annotators import annotate
from checker.cli.chinese import Command
from checker.cli.copies import examined, save_copy
from checker.cli.options import all_of, judging
from checker.cli.output import say
from checker.errors import CheckerError


@click.command(cls=Command, name="annotate")
@click.argument("file", metavar="文件")
@all_of(judging)
@click.option("--output", "-o", metavar="文件", help="写到哪个文件；不写则为“报告.批注.docx”，放在原件旁边")
def command(file: str, output: str | None, **given: Any) -> int:
    """加批注的 Word 副本：每个问题一条批注，标在原文字上；第一条是结论和得分。原件不动。"""
    content, whole = examined(file, given)
    try:
        copy = annotate(content, whole.result, whole.structure)
    except CheckerError as error:
        raise CheckerError(f"{file}: {error}") from None
    say(f"已写入 {save_copy(file, output, '批注', copy)}")
    return 0
