"""checker rules"""

import click

from checker.cli.chinese import Command
from checker.cli.options import settings_of_defaults
from checker.cli.output import emit
from checker.reporters.rulebook import overview
from checker.template_cache import open_template


@click.command(cls=Command, name="rules")
@click.option("--template", "-t", metavar="模板", default="fazhi-township", help="哪个模板（默认 fazhi-township）")
def command(template: str) -> int:
    """模板里的全部规则：编号、级别、查什么。"""
    emit(overview(open_template(template, settings_of_defaults().cache)))
    return 0
