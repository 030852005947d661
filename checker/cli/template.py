"""checker template: for those who write templates."""

from dataclasses import replace
from datetime import date

import click

from checker.batch import check_files
from checker.cli import FAILED, NOT_CHECKED, PASSED
from checker.cli.chinese import Command, Group
from checker.cli.options import as_of, settings_of_defaults
from checker.cli.output import emit
from checker.errors import OptionError, TemplateErrors
from checker.files import find
from checker.lexicon_cache import open_lexicon
from checker.model.result import CheckResult
from checker.reporters.wording import STATUS
from checker.strict_yaml import parse
from checker.template.build import build
from checker.template.builtin import names
from checker.template.compare import compare
from checker.template.load import Inspection, compile_template, inspect
from checker.template.published import schema_text
from checker.template.show import place_of, show
from checker.template_cache import Disk
from checker.template_tests import Place, try_template

LEVELS = {"township": "乡镇", "street": "街道", "county": "县级政府", "department": "县级部门", "": "规则包"}
_some = click.argument("templates", nargs=-1, metavar="[模板…]")
_one = click.argument("template", metavar="模板")


@click.group(cls=Group, name="template")
def command() -> None:
    """模板：列出、查看、校验、测试、比较。模板写内置的名字（fazhi-township）或文件名（我县.yaml）。"""


@command.command(cls=Command, name="list")
def list_() -> int:
    """内置的模板和规则包。"""
    heads = [(name, parse(*reversed(Disk().find(name, None))).root) for name in names()]
    width = max(len(name) for name, _ in heads) + 2
    for name, head in heads:
        words = {key: head.map[key].text if key in head.map else "" for key in ("title", "version", "level")}
        emit(f"{name:<{width}}{words['version']}　{LEVELS.get(words['level'], '')}　{words['title']}")
    return PASSED


@command.command(cls=Command, name="show")
@_one
@click.option("--origin", is_flag=True, help="每个值后面注明是哪个文件第几行写的")
def show_(template: str, origin: bool) -> int:
    """模板全文：连同继承来的一切，写成一份 YAML。"""
    inspection = inspect(template, Disk().find)
    if inspection.errors:
        raise TemplateErrors(inspection.errors)
    emit(show(inspection.merged, origin=origin))
    return PASSED


@command.command(cls=Command)
@_some
def lint(templates: tuple[str, ...]) -> int:
    """校验模板：写法、依据、分值、正则、例子是否齐全；不写模板则校验全部内置的。"""
    broken = False
    for name in templates or names():
        broken |= bool(_lint(name).errors)
    return NOT_CHECKED if broken else PASSED


@command.command(cls=Command)
@_some
def test(templates: tuple[str, ...]) -> int:
    """测试模板：先校验，再逐条试规则旁的例子，再试删去必备部分、改动空行和数字宽度。"""
    code = PASSED
    for name in templates or tuple(name for name in names() if "/" not in name):
        code = max(code, _test(name))
    return code


@command.command(cls=Command)
@click.argument("old", metavar="旧模板")
@click.argument("new", metavar="新模板")
@click.option("--on", "folder", metavar="文件夹", help="用这些报告试：哪些报告的结论、分数不同")
@as_of
def diff(old: str, new: str, folder: str | None, as_of: date | None) -> int:
    """两个模板哪里不同：部分、规则、分值、词表。"""
    changes = compare(*(compile_template(name, Disk().find) for name in (old, new)))
    for change in changes:
        emit(str(change))
    emit(f"共 {len(changes)} 处不同" if changes else "没有不同")
    if folder is not None:
        _try_on(folder, old, new, as_of)
    return PASSED


@command.command(cls=Command)
def schema() -> int:
    """模板的 JSON Schema，供编辑器提示和检查。"""
    emit(schema_text())
    return PASSED


def _lint(name: str) -> Inspection:
    inspection = inspect(name, Disk().find)
    for error in inspection.errors:
        emit(str(error))
    for warning in inspection.warnings:
        emit(f"提醒：{warning}")
    emit(f"{name}：{len(inspection.errors)} 处错误，{len(inspection.warnings)} 处提醒")
    return inspection


def _test(name: str) -> int:
    inspection = inspect(name, Disk().find)
    if inspection.errors:
        raise TemplateErrors(inspection.errors)
    if inspection.compiled is None:
        raise OptionError(f"{name} 是规则包，没有部分和分值；请测试引入它的模板")
    trial = try_template(build(inspection.compiled), open_lexicon(settings_of_defaults().cache), _places(inspection))
    for slip in trial.slips:
        emit(str(slip))
    emit(f"{name}：{trial.examples} 个例子，{trial.changes} 次改动，{len(trial.slips)} 处不符")
    return FAILED if trial.slips else PASSED


def _places(inspection: Inspection) -> Place:
    def place(rule: str, number: int) -> tuple[str, int, int]:
        found = place_of(inspection.merged, rule, number)
        return found.file, found.line, found.column

    return place


def _try_on(folder: str, old: str, new: str, day: date | None) -> None:
    """Which reports change their verdict or score."""
    files = find((folder,)).files
    today = settings_of_defaults()
    was, now = (
        [_verdict(result) for result in check_files(files, replace(today, template=name, as_of=day or today.as_of))]
        for name in (old, new)
    )
    changed = [(file, *verdicts) for file, *verdicts in zip(files, was, now, strict=True) if verdicts[0] != verdicts[1]]
    for file, before, after in changed:
        emit(f"{file}: {before} → {after}")
    emit(f"{len(files)} 份报告，{len(changed)} 份的结论或分数不同")


def _verdict(result: CheckResult) -> str:
    status = STATUS[result.status]
    return f"{status} {result.score.shown:g}分 {result.score.band}" if result.score else f"{status}（{result.reason}）"
