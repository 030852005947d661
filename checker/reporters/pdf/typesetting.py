"""The only door to typst: a template of this package and its data → PDF."""

import json
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.errors import OptionError

_HERE = Path(__file__).parent
# fonts with simplified Chinese, as they are called on Linux, Windows and macOS; the first that is there is taken
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "SimSun", "NSimSun", "Songti SC", "STSong")
SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "Microsoft YaHei", "SimHei", "PingFang SC", "STHeiti")


def typeset(template: str, filling: dict[str, Any]) -> bytes:
    """The PDF of a template (a file beside this one) with `filling`, which must be JSON; it is never read as markup.

    Raises OptionError when typst or every Chinese font is missing: a sheet of empty boxes must not look like a sheet.
    """
    typst = _typst()
    serif, sans = _fonts()
    given = json.dumps({**filling, "serif": serif, "sans": sans}, ensure_ascii=False)
    done: bytes = typst.compile(str(_HERE / template), root=str(_HERE), sys_inputs={"filling": given})
    return done


@cache
def _fonts() -> tuple[list[str], list[str]]:
    known = {font.family for font in _typst().Fonts().fonts()}
    serif = [name for name in SERIF if name in known]
    sans = [name for name in SANS if name in known]
    if not serif and not sans:
        raise OptionError("这台机器上没有中文字体，印不出检查单；请安装思源宋体（Debian：apt install fonts-noto-cjk）")
    return serif or sans, sans or serif


def _typst() -> Any:
    try:
        return import_module("typst")
    except ImportError:
        raise OptionError('印 PDF 需要 typst，请安装：pip install "checker[print]"') from None
