"""checker audit"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from checker.audit.analytics import write_parquet
from checker.audit.papers import FOLDER, conclude, write_sheets, write_summary
from checker.audit.remote import workplace
from checker.audit.roster import read_roster
from checker.audit.run import PACK, Plan, judge, start
from checker.audit.store import CURRENT, NAME, Store
from checker.cli import FAILED, NOT_CHECKED, PASSED
from checker.cli.agreements import project
from checker.cli.chinese import Command
from checker.cli.options import all_of, day, judging, settings
from checker.cli.output import say
from checker.cli.progress import progress
from checker.errors import OptionError
from checker.model.audit import Summary
from checker.reporters.summary import FORMS
from checker.settings import Settings, cache_folder

MANY = 1000  # reports; above it sheets are printed only when asked for

folder_option = click.option(
    "--output", "-o", "folder", metavar="文件夹", required=True, help="结果写到这个文件夹或地址"
)
concluding = (
    click.option("--roster", metavar="文件", help="应报名单 CSV：单位、县、年度、期限（后三列可以不要）"),
    click.option("--deadline", metavar="日期", callback=day, help="名单里没写期限的，以这一天为报送期限"),
    click.option(
        "--format",
        "-f",
        "forms",
        multiple=True,
        type=click.Choice(sorted(FORMS)),
        help="汇总的格式（可多次，默认全部）",
    ),
    click.option("--parquet", is_flag=True, help="结果另存为 Parquet 文件，供大批量分析"),
    click.option("--sheets/--no-sheets", default=None, help=f"每份报告印一张检查单（默认{MANY}份以内印）"),
)


@click.command(cls=Command, name="audit")
@click.argument("paths", nargs=-1, metavar="文件…", required=True)
@folder_option
@all_of(concluding)
@click.option("--previous", multiple=True, metavar="文件夹", help="往年的报告，或往年审查结果的文件夹（可多次）")
@click.option("--shard", metavar="i/n", help="只查第 i 片（共 n 片），之后用 checker merge 合并")
@click.option("--cluster", default="", metavar="地址", help="在 dask 集群上查，如 tcp://10.0.0.5:8786")
@all_of(judging)
def command(paths: tuple[str, ...], folder: str, **given: Any) -> int:
    """审查一批报告：文件夹、zip 压缩包、网络地址（s3:// 等）。中断后用同样的命令再运行，接着查。"""
    shard = _shard(given["shard"])
    with workplace(folder, cache_folder(), say) as target:
        return _audit(paths, target, shard, given)


def _audit(paths: tuple[str, ...], target: Path, shard: tuple[int, int], given: dict[str, Any]) -> int:
    roster = read_roster(Path(given["roster"])) if given["roster"] else ()
    plan = Plan(paths=paths, previous=given["previous"], shard=shard, cluster=given["cluster"])
    name = NAME if shard == (1, 1) else f"分片-{shard[0]}-{shard[1]}.sqlite"
    with Store(target / name) as store:
        chosen = settings_for(store, given)
        todo = start(store, plan, chosen)
        store.set("as_of", chosen.as_of.isoformat())
        store.commit()
        done = len(store.ids((CURRENT,)))
        if done and todo:
            say(f"上次已查{done}份，还有{len(todo)}份")
        for _ in progress(judge(store, todo, plan, chosen), len(todo)):
            pass
        if shard != (1, 1):
            say(f"第{shard[0]}片（共{shard[1]}片）查完，结果在 {target / name}；各片都查完后用 checker merge 合并")
            return PASSED
        todo.clear()  # a province's list of files is long, and the summary needs the room
        return finish(store, target, chosen, roster, given)


def settings_for(store: Store, given: dict[str, Any]) -> Settings:
    """The settings of the command line, with the rules that compare reports; the day is that of the run before."""
    chosen = settings(project(given["config"]), **given)
    before = store.get("as_of")
    if before and given["as_of"] is None and before != chosen.as_of.isoformat():
        say(f"沿用上次的检查日期 {before}（要改用 --as-of）")
        chosen = replace(chosen, as_of=date.fromisoformat(before))
    return replace(chosen, packs=(*chosen.packs, PACK))


def finish(store: Store, target: Path, chosen: Settings, roster: tuple[Any, ...], given: dict[str, Any]) -> int:
    """Compares, adds up, writes everything; the exit code is the worst of all reports, as `check` has it."""
    summary = conclude(store, chosen, roster, given["deadline"])
    for name in write_summary(target, summary, given["forms"], say):
        say(f"已写入 {(target / name).as_posix()}")
    if given["parquet"]:
        say(f"已写入 {'、'.join(write_parquet(target, store))}")
    wanted = given["sheets"]
    if wanted is None and summary.files > MANY:
        say(f"报告超过{MANY}份，没有印检查单；要印请加 --sheets")
    elif wanted is not False:
        try:
            volumes = list(progress(write_sheets(target, store, chosen), -(-summary.files // 50)))
            say(f"检查单：{(target / FOLDER).as_posix()}，{len(volumes)}个文件")
        except OptionError as error:
            if wanted:
                raise
            say(str(error))
    _tell(summary)
    if summary.unchecked or not summary.files:
        return NOT_CHECKED
    return FAILED if summary.failed else PASSED


def _tell(summary: Summary) -> None:
    expected = "没有名单" if summary.expected is None else f"{summary.expected}个单位"
    click.echo(f"应报：{expected}　已报：{summary.reported}个单位　未报：{len(summary.missing)}个单位")
    click.echo(f"文件{summary.files}份：通过{summary.passed}，不通过{summary.failed}，不能检查{len(summary.unchecked)}")
    for name in summary.missing[:20]:
        click.echo(f"未报：{name}")
    if len(summary.missing) > 20:
        click.echo(f"未报的还有{len(summary.missing) - 20}个单位，见汇总")
    if summary.groups:
        click.echo(f"雷同：{len(summary.groups)}组，见汇总")


def _shard(text: str | None) -> tuple[int, int]:
    if not text:
        return (1, 1)
    share, slash, shares = text.partition("/")
    if not (slash and share.isdecimal() and shares.isdecimal() and 1 <= int(share) <= int(shares)):
        raise OptionError(f"--shard {text}: 写作 i/n，如 3/8（i 从 1 到 n）")
    return int(share), int(shares)
