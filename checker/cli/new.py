"""checker new"""

from datetime import date
from pathlib import Path

import click

from checker.app import DEFAULT
from checker.cli.chinese import Command
from checker.cli.options import as_of, settings_of_defaults
from checker.cli.output import save, say
from checker.drafts import draft
from checker.errors import OptionError
from checker.template_cache import open_template


@click.command(cls=Command, name="new")
@click.argument("template", metavar="模板", default=DEFAULT, required=False)
@click.option("--output", "-o", metavar="文件", help="写到哪个文件（.docx 或 .txt）；不写则用模板的名称")
@click.option("--year", type=click.IntRange(1949, 2100), metavar="年", help="报告年度；不写则为上一年，12月起为当年")
@as_of
def command(template: str, output: str | None, year: int | None, as_of: date | None) -> int:
    """空白报告：按 GB/T 9704 排好版，列出必备部分和填写提示。"""
    today = as_of or date.today()
    opened = open_template(template, settings_of_defaults().cache)
    target = Path(output or f"{opened.title}.docx")
    content = draft(opened, year or today.year - (today.month < 12), target.name)
    if target.exists():
        raise OptionError(f"{target.as_posix()}: 已经有这个文件，不覆盖；请用 -o 另写一个文件名")
    save(str(target), content)
    say(f"已写入 {target.as_posix()}")
    return 0
