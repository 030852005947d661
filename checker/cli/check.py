"""checker check"""

import sys
from dataclasses import replace
from importlib import import_module
from typing import Any

import click

from checker import __version__
from checker.app import DEFAULT
from checker.batch import check_files
from checker.changes import changed_since
from checker.cli import FAILED, NOT_CHECKED, PASSED
from checker.cli.agreements import project, report_waivers, write_baseline
from checker.cli.chinese import Command
from checker.cli.html_page import html_page
from checker.cli.options import all_of, check_rule_names, judging, paths, settings
from checker.cli.output import emit, save, say
from checker.cli.progress import progress
from checker.errors import OptionError
from checker.files import find
from checker.model.result import Batch, Status
from checker.reporters import REPORTERS, names, render
from checker.result_cache import prune
from checker.settings import Settings, step_summary, wants_colour
from checker.template_cache import open_template


@click.command(cls=Command, name="check")
@paths
@all_of(judging)
@click.option("--changed-since", metavar="提交", help="只查自这个 git 提交以来改动过的报告（整份查）")
@click.option("--update-baseline", is_flag=True, help="从基线里删去已经改好的")
@click.option("--write-baseline", is_flag=True, help="把这次的全部发现记入基线")
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
    chosen = settings(project(given["config"]), growing=given["write_baseline"], **given)
    _check_names(chosen)
    files = find(paths).files
    if given["changed_since"]:
        files = changed_since(given["changed_since"], files)
        if not files:
            say(f"自 {given['changed_since']} 以来没有改动过的报告，没有要查的")
            return PASSED
    reports = tuple(progress(check_files(files, chosen), len(files)))
    batch = Batch(version=__version__, reports=reports)
    batch = replace(batch, warnings=report_waivers(chosen.waivers, batch, chosen.as_of))
    _keep_baseline(batch, chosen, given)
    for kind, path in wanted:
        save(path, html_page(batch, chosen) if kind == "html" else render(kind, batch))
        say(f"已写入 {path}")
    for warning in batch.warnings:
        say(f"注意：{warning}")
    if form == "table":
        shown = {"colour": _colour(given["color"]), "quiet": given["quiet"], "verbose": given["verbose"]}
        emit(render(form, batch, **shown))
    elif form == "html":
        emit("".join(html_page(batch, chosen)))
    else:
        emit(render(form, batch))
        _summarise(form, batch)
    if chosen.cache:
        prune(chosen.cache)
    return exit_code(batch)


def _summarise(form: str, batch: Batch) -> None:
    """For GitHub Actions: the summary page of the step, which other steps may have begun."""
    path = step_summary() if form == "github" else None
    if path is not None:
        summary = import_module("checker.reporters.github").summary  # only this output has one
        with path.open("a", encoding="utf-8") as file:
            file.write(summary(batch))


def _check_names(chosen: Settings) -> None:
    """Rule names that are to be left out or checked alone must exist in the template."""
    names = (*chosen.only, *chosen.skip, *(waiver.rule for waiver in chosen.waivers))
    if names:
        known = open_template(chosen.template or DEFAULT, chosen.cache, packs=chosen.packs)
        check_rule_names(names, [rule.id for rule in known.rules])


def _keep_baseline(batch: Batch, chosen: Settings, given: dict[str, Any]) -> None:
    if not (given["update_baseline"] or given["write_baseline"]):
        return
    path = given["baseline"] or project(given["config"]).baseline
    if not path:
        raise OptionError("要写基线，请用 --baseline 指定文件，或在 checker.yaml 里写 baseline")
    write_baseline(path, chosen.baseline, batch.reports, chosen.inside, grow=given["write_baseline"])


def exit_code(batch: Batch) -> int:
    """The highest wins: not checked before failed before passed; an empty batch checked nothing."""
    if not batch.reports or batch.count(Status.NOT_CHECKED):
        return NOT_CHECKED
    return FAILED if batch.count(Status.FAILED) else PASSED


def _output(given: str) -> tuple[str, str]:
    kind, colon, path = given.partition(":")
    if not colon or not path:
        raise OptionError(f"-o {given}: 写作“格式:文件”，如 json:结果.json")
    if kind not in REPORTERS and kind not in names():
        raise OptionError(f"-o {given}: 没有格式“{kind}”；有 {'、'.join(names())}")
    return kind, path


def _colour(wish: str) -> bool:
    if wish != "auto":
        return wish == "always"
    asked = wants_colour()
    return asked if asked is not None else sys.stdout is not None and sys.stdout.isatty()
