"""How the look of a page is called: type sizes, margins, line pitch."""

CHARACTERS, POINTS = "字", "磅"
NOT_FIXED = "不是固定值"
_SIDES = {"width": "宽", "height": "高", "top": "上", "bottom": "下", "left": "左", "right": "右"}
_SIZES = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三", 14: "四号",
    12: "小四", 10.5: "五号", 9: "小五", 7.5: "六号", 6.5: "小六",
}  # fmt: skip


def size(points: float) -> str:
    """The name of a type size: `size(16) == "三号"`, `size(13) == "13磅"`."""
    return _SIZES.get(points) or f"{points:g}磅"


def letters(font: str | None, points: float | None) -> str:
    """`letters("仿宋_GB2312", 16) == "仿宋_GB2312三号"`; what is unknown is left out."""
    return (font or "") + (size(points) if points else "")


def millimetres(sides: dict[str, float]) -> str:
    """`millimetres({"top": 25.4}) == "上25.4"`: what of a page is how many mm."""
    return "、".join(f"{_SIDES[side]}{length:g}" for side, length in sides.items())


def left_in(revisions: int, comments: int) -> str:
    """`left_in(2, 0) == "修订2处"`"""
    said = (f"修订{revisions}处" if revisions else "", f"批注{comments}条" if comments else "")
    return "、".join(one for one in said if one)


def measure(value: float, unit: str) -> str:
    return f"{value:g}{unit}"


def between(least: float, most: float, unit: str) -> str:
    """`between(28, 29, "磅") == "28至29磅"`"""
    return f"{least:g}{unit}" if least == most else f"{least:g}至{most:g}{unit}"
