"""checker check"""

import sys
from typing import Any

import click

from checker import __version__
from checker.batch import check_files
from checker.cli import FAILED, NOT_CHECKED, PASSED
from checker.cli.chinese import Command
from checker.cli.options import all_of, judging, paths, settings
from checker.cli.output import emit, save, say
from checker.cli.progress import progress
from checker.errors import OptionError
from checker.files import find
from checker.model.result import Batch, Status
from checker.reporters import REPORTERS, render
from checker.settings import wants_colour


@click.command(cls=Command, name="check")
@paths
@all_of(judging)
@click.option("--format", "-f", "form", type=click.Choice(sorted(REPORTERS)), default="table", help="显示的格式")
@click.option(
    "--output", "-o", "outputs", multiple=True, metavar="格式:文件", help="另存为文件（可多次），如 html:结果.html"
)
@click.option("--quiet", "-q", is_flag=True, help="通过的不显示")
@click.option("--verbose", "-v", is_flag=True, help="提示级的发现也逐条显示")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="是否用颜色")
def command(paths: tuple[str, ...], form: str, outputs: tuple[str, ...], **given: Any) -> int:
    """检查报告：文件、文件夹、通配符，“-”为标准输入。"""
    wanted = [_output(output) for output in outputs]
    quiet, verbose, color = given.pop("quiet"), given.pop("verbose"), given.pop("color")
    chosen = settings(**given)
    files = find(paths).files
    reports = tuple(progress(check_files(files, chosen), len(files)))
    batch = Batch(version=__version__, reports=reports)
    for kind, path in wanted:
        save(path, render(kind, batch))
        say(f"已写入 {path}")
    if form == "table":
        emit(render(form, batch, colour=_colour(color), quiet=quiet, verbose=verbose))
    else:
        emit(render(form, batch))
    return exit_code(batch)


def exit_code(batch: Batch) -> int:
    """The highest wins: not checked before failed before passed; an empty batch checked nothing."""
    if not batch.reports or batch.count(Status.NOT_CHECKED):
        return NOT_CHECKED
    return FAILED if batch.count(Status.FAILED) else PASSED


def _output(given: str) -> tuple[str, str]:
    kind, colon, path = given.partition(":")
    if not colon or not path:
        raise OptionError(f"-o {given}: 写作“格式:文件”，如 json:结果.json")
    if kind not in REPORTERS:
        raise OptionError(f"-o {given}: 没有格式“{kind}”；有 {'、'.join(sorted(REPORTERS))}")
    return kind, path


def _colour(wish: str) -> bool:
    if wish != "auto":
        return wish == "always"
    asked = wants_colour()
    return asked if asked is not None else sys.stdout is not None and sys.stdout.isatty()
