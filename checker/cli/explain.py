"""checker explain"""

import click

from checker.cli.chinese import Command
from checker.cli.options import check_rule_names, settings_of_defaults
from checker.cli.output import emit
from checker.reporters.rulebook import page
from checker.template_cache import open_template

PACKS = ("base/layout", "base/similarity")  # rules that only --layout and audits bring; explained all the same


@click.command(cls=Command, name="explain")
@click.argument("rule", metavar="规则")
@click.option("--template", "-t", metavar="模板", default="fazhi-township", help="哪个模板（默认 fazhi-township）")
def command(rule: str, template: str) -> int:
    """一条规则要求什么、为什么、依据何在，对错各一例。"""
    opened = open_template(template, settings_of_defaults().cache, packs=PACKS)
    check_rule_names((rule,), [known.id for known in opened.rules])
    emit(page(opened, rule))
    return 0
