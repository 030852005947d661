"""checker serve"""

import webbrowser
from datetime import date

import click

from checker.cli.chinese import Command
from checker.cli.options import as_of, template
from checker.cli.output import say
from checker.settings import Settings, cache_folder
from checker.web import open_page


@click.command(cls=Command, name="serve")
@template
@as_of
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="端口", help="不写则由程序选一个空闲的")
@click.option("--open", "opens", is_flag=True, help="同时打开浏览器")
def command(template: str | None, as_of: date | None, port: int, opens: bool) -> int:
    """打开本机网页：拖入报告，看结果，取批注版。只有本机能打开，文件不存盘、不外传。"""
    settings = Settings(as_of=as_of or date.today(), template=template or "", cache=cache_folder())
    server = open_page(settings, port)
    say(f"请在浏览器中打开：{server.address}")
    say("用完后按 Ctrl+C，或关闭这个窗口。")
    if opens:
        webbrowser.open(server.address)
    try:
        server.run()
    finally:
        server.close()
    return 0
