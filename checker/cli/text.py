"""checker text"""

import click

from checker import files
from checker.cli.chinese import Command
from checker.cli.output import emit
from checker.errors import UnreadableError
from checker.readers import read


@click.command(cls=Command, name="text")
@click.argument("file", metavar="文件")
def command(file: str) -> int:
    """检查时看到的文字：一段一行，前面是行号（Word 文件是段号）。"""
    try:
        document = read(files.read(file), file)
    except UnreadableError as error:
        raise UnreadableError(f"{file}: {error}") from None
    width = len(str(document.blocks[-1].line)) if document.blocks else 1
    lines = [
        f"{block.line:>{width}}  {block.text.replace(chr(10), chr(10) + ' ' * (width + 2))}"
        for block in document.blocks
    ]
    emit("\n".join([*lines, *(f"注：{note.message}" for note in document.notes)]) + "\n")
    return 0
