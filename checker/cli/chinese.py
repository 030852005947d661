"""Click in Chinese: headings of the help pages, and what click says about wrong options."""

import difflib
from collections.abc import Iterable
from typing import Any

import click


class _Chinese(click.Command):
    """Help pages with Chinese headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = [
            piece.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")
            for piece in self.collect_usage_pieces(ctx)
        ]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [row for param in self.get_params(ctx) if (row := param.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section("选项"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这一页，然后退出"
        return option


class Command(_Chinese):
    """One command."""


class Group(_Chinese, click.Group):
    """Commands that are imported when they are called; `lazy` says where each one is, and what it does."""

    def __init__(self, *args: Any, lazy: dict[str, tuple[str, str]] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.lazy:
            from importlib import import_module

            found = getattr(import_module(self.lazy[cmd_name][0]), "command")  # noqa: B009 - a module has no type
            assert isinstance(found, click.Command)
            return found
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise click.UsageError(f"没有命令“{args[0]}”{nearest(args[0], self.list_commands(ctx))}", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _Chinese.format_options(self, ctx, formatter)
        rows = [(name, about) for name, (_, about) in self.lazy.items()]
        own = ((name, self.commands[name]) for name in sorted(self.commands))
        rows += [(name, command.get_short_help_str(limit=60)) for name, command in own]
        with formatter.section("命令"):
            formatter.write_dl(rows)


def nearest(word: str, known: Iterable[str]) -> str:
    """“，是否为“check”？” when one of `known` is near, else ""."""
    found = difflib.get_close_matches(word, list(known), 1)
    return f"，是否为“{found[0]}”？" if found else ""


def explain(error: click.ClickException) -> str:
    """What click found wrong, in one Chinese sentence."""
    match error:
        case click.NoSuchOption():
            known = error.ctx.command.get_params(error.ctx) if error.ctx else []
            names = [name for param in known for name in param.opts]
            return f"没有选项 {error.option_name}{nearest(error.option_name, names)}"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"缺少 {name}" + (f"：{error.message}" if error.message else "")
        case click.BadParameter():
            name = error.param.opts[0] if error.param else ""
            return f"{name} 的值不对：{_value(error)}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面缺少值"
        case click.FileError():
            return f"{error.ui_filename}: 打不开"
        case _:
            return error.message


def _value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"只能是 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, (click.IntRange, click.FloatRange)):
        return f"要写{kind.min}到{kind.max}之间的数" if kind.max is not None else f"要写不小于{kind.min}的数"
    if isinstance(kind, click.types.IntParamType):
        return "要写整数"
    if isinstance(kind, click.types.FloatParamType):
        return "要写数"
    return error.message
