"""checker outline"""

import click

from checker import files
from checker.app import outline
from checker.batch import desk_for
from checker.cli.chinese import Command
from checker.cli.options import settings_of_defaults
from checker.cli.output import emit
from checker.errors import UnreadableError
from checker.reporters.outline import describe


@click.command(cls=Command, name="outline")
@click.argument("file", metavar="文件")
@click.option("--template", "-t", metavar="模板", help="按哪个模板找各部分；不写则按发文机关选")
def command(file: str, template: str | None) -> int:
    """认出了哪些标题、部分、署名和日期，凭什么认出的。"""
    settings = settings_of_defaults(template=template or "")
    try:
        structure = outline(files.read(file), file, desk_for(settings, file).lexicon)
    except UnreadableError as error:
        raise UnreadableError(f"{file}: {error}") from None
    emit(describe(structure))
    return 0
