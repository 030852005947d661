"""The command line: one command, one file, and no judgement here. Exit codes are fixed in this file."""

import os
import sys
import traceback

import click

from checker import __version__
from checker.cli.chinese import Group, explain
from checker.errors import CheckerError

PASSED, FAILED, NOT_CHECKED, BUG, INTERRUPTED = 0, 1, 2, 3, 130

COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("checker.cli.check", "检查报告：缺什么、错在哪、扣几分、怎么改"),
    "audit": ("checker.cli.audit", "审查一批报告：谁没报、排名、各部分有无、问题占比、雷同，每份一张检查单"),
    "merge": ("checker.cli.merge", "合并分片审查（audit --shard）的结果"),
    "annotate": ("checker.cli.annotate", "加批注的 Word 副本：问题批注在原文字上，第一条是结论和得分"),
    "fix": ("checker.cli.fix", "改好的副本：只改有把握的，Word 里用修订标出，列出改了什么、没改什么"),
    "new": ("checker.cli.new", "空白报告：按公文格式排好版，列出必备部分和填写提示"),
    "explain": ("checker.cli.explain", "一条规则要求什么、依据何在、对错各一例"),
    "rules": ("checker.cli.rules", "模板里的全部规则"),
    "outline": ("checker.cli.outline", "认出了哪些标题、部分、署名和日期"),
    "text": ("checker.cli.text", "检查时看到的文字，带行号"),
    "serve": ("checker.cli.serve", "打开本机网页：拖入报告，看结果，取批注版"),
    "template": ("checker.cli.template", "模板：列出、查看、校验、测试、比较"),
}


@click.group(
    cls=Group, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="checker", message="%(prog)s %(version)s", help="显示版本，然后退出")
@click.option("--debug", is_flag=True, help="程序出错时显示详细信息")
def main(debug: bool) -> None:
    """对照报告模板检查法治政府建设年度报告。

    \b
    最常用：checker check 报告.docx
    退出码：0 通过 · 1 不通过 · 2 没有查成 · 3 程序出错 · 130 中断
    """


def run(arguments: list[str] | None = None) -> int:
    """Runs one command line and gives its exit code: the border behind which no traceback gets out."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # also in Windows pipes and under LANG=C
    try:
        code = main.main(arguments, prog_name="checker", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else PASSED
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("已中断")
        return INTERRUPTED
    except click.ClickException as error:
        _say(explain(error))
        return NOT_CHECKED
    except CheckerError as error:
        _say(str(error))
        return NOT_CHECKED
    except BrokenPipeError:
        # whoever read our output has gone (`| head`): nothing is wrong, but nothing may be written any more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # noqa: BLE001 - the border: a bug of ours ends in one sentence
        if "--debug" in arguments:
            traceback.print_exc()
        _say(
            f"程序出错了（{type(error).__name__}: {error}）。这是本程序的问题；请加 --debug 再运行一次，把输出发给我们"
        )
        return BUG


def _say(message: str) -> None:
    for line in message.splitlines():
        click.echo(f"错误：{line}" if not line.startswith("错误") else line, err=True)
