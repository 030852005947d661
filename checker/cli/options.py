"""Options that more than one command takes, and how they become Settings."""

from collections.abc import Callable
from datetime import date
from functools import reduce
from typing import Any

import click

from checker.cli.agreements import agreed
from checker.cli.chinese import nearest
from checker.errors import OptionError
from checker.model.severity import Severity
from checker.settings import Project, Settings, cache_folder

LAYOUT = "base/layout"
Decorator = Callable[[Any], Any]


def day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """A day in ISO form, for `callback`."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("日期写作 2024-03-01") from None


paths = click.argument("paths", nargs=-1, metavar="文件…", required=True)
template = click.option("--template", "-t", metavar="模板", help="内置模板的名字或模板文件；不写则按发文机关选")
as_of = click.option("--as-of", metavar="日期", callback=day, help="以哪一天为今天，如 2024-03-01")
judging: tuple[Decorator, ...] = (
    template,
    click.option("--config", metavar="文件", help="配置文件；不写则用当前文件夹里的 checker.yaml"),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "info", "never"]),
        help="到哪一级算不通过（默认 error：错误）",
    ),
    click.option("--min-score", type=click.FloatRange(0, 100), metavar="分", help="低于这个分数算不通过"),
    as_of,
    click.option("--only", multiple=True, metavar="规则", help="只查这条规则（可多次）"),
    click.option("--skip", multiple=True, metavar="规则", help="不查这条规则（可多次）"),
    click.option("--layout", is_flag=True, help="也查 Word 文件的版式（不计分）"),
    click.option("--jobs", "-j", type=click.IntRange(0, 256), metavar="个", help="同时用几个进程；0 表示由程序决定"),
    click.option("--seconds", type=click.FloatRange(0.1, 3600), metavar="秒", help="每个文件最多用多少秒（默认 60）"),
    click.option("--no-cache", is_flag=True, help="不用缓存"),
    click.option("--waivers", metavar="文件", help="豁免清单"),
    click.option("--baseline", metavar="文件", help="基线：已知的旧问题不再计较"),
)


def all_of(decorators: tuple[Decorator, ...]) -> Decorator:
    """Applies decorators so that the first one is shown first."""
    return lambda command: reduce(lambda made, decorator: decorator(made), reversed(decorators), command)


def settings(found: Project, *, growing: bool = False, **given: Any) -> Settings:
    """Settings from the configuration and what the command line gave; `None` and empty values leave what was there.

    `growing`: the baseline is to be written, so it need not exist yet.
    """
    known = agreed(found, given["waivers"], given["baseline"], growing=growing)
    known |= {"as_of": given["as_of"] or date.today(), "cache": None if given["no_cache"] else cache_folder()}
    fail_on = given["fail_on"] or found.fail_on
    if fail_on:
        known["fail_on"] = None if fail_on == "never" else Severity(fail_on)
    if found.min_score is not None:
        known["min_score"] = found.min_score
    if given["layout"]:
        known["packs"] = (LAYOUT,)
    known["skip"] = (*found.skip, *given["skip"])
    for name in ("template", "min_score", "only", "jobs", "seconds"):
        if given[name] not in (None, ()):
            known[name] = given[name]
    return Settings(**known)


def settings_of_defaults(template: str = "") -> Settings:
    """Settings for commands that judge nothing."""
    return Settings(as_of=date.today(), template=template, cache=cache_folder())


def check_rule_names(names: tuple[str, ...], known: list[str]) -> None:
    """Raises OptionError for a rule that the template does not have: a typing error must not switch checks off."""
    for name in names:
        if name not in known:
            raise OptionError(f"没有规则“{name}”{nearest(name, known)}")
