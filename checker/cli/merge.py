"""checker merge"""

from pathlib import Path
from typing import Any

import click

from checker import __version__
from checker.audit.merge import merge, stores_in
from checker.audit.record import digest_of
from checker.audit.remote import workplace
from checker.audit.roster import read_roster
from checker.audit.run import template_hashes
from checker.audit.store import NAME, Store
from checker.cli import NOT_CHECKED
from checker.cli.audit import concluding, finish, folder_option, settings_for
from checker.cli.chinese import Command
from checker.cli.options import all_of, judging
from checker.cli.output import say
from checker.errors import OptionError
from checker.settings import cache_folder


@click.command(cls=Command, name="merge")
@click.argument("paths", nargs=-1, metavar="分片…", required=True)
@folder_option
@all_of(concluding)
@all_of(judging)
def command(paths: tuple[str, ...], folder: str, **given: Any) -> int:
    """合并分片审查的结果（分片-*.sqlite 或它们的文件夹），得到与一次查完相同的汇总。选项与审查时相同。"""
    with workplace(folder, cache_folder(), say) as target:
        return _merge(paths, target, given)


def _merge(paths: tuple[str, ...], target: Path, given: dict[str, Any]) -> int:
    roster = read_roster(Path(given["roster"])) if given["roster"] else ()
    parts = tuple(path for path in stores_in(paths) if path.resolve() != (target / NAME).resolve())
    (target / NAME).unlink(missing_ok=True)
    with Store(target / NAME) as store:
        lacking = merge(store, parts)
        chosen = settings_for(store, given)
        if store.get("digest") != digest_of(chosen, template_hashes(chosen), __version__):
            raise OptionError("合并时的模板、选项或程序版本与审查时不同；请用与审查时相同的选项")
        code = finish(store, target, chosen, roster, given)
        if lacking:
            say(f"注意：还有{lacking}份没有查，缺的分片查完后再合并一次")
            return NOT_CHECKED
        return code
