"""Fold what differs only in form (width, blanks, code-point variants), with a way back to the original offsets.

GB/T 15834—2011 and GB/T 15835—2011 are about the marks themselves; what is folded here is how software wrote them.
"""

import re
import unicodedata

from checker.text.traditional import simplified

_TABLE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width ASCII → ASCII
for _mark in "，；：（）！？":
    _TABLE.pop(ord(_mark))  # Chinese marks stay: their half-width twins are folded to them below
_TABLE |= {
    ord(wide): narrow for wide, narrow in zip("「」『』﹙﹚﹝﹞〝〞‧∙•⋅・－−‐‑", "“”‘’（）〔〕“”·····----", strict=True)
}
_TABLE |= {ord("～"): "～", 0xFF5E: "～"}
# PDF copies bring Kangxi radicals and compatibility ideographs, which look right and match nothing
_TABLE |= {
    code: folded
    for low, high in ((0x2E80, 0x2FDF), (0xF900, 0xFAFF))
    for code in range(low, high + 1)
    if len(folded := unicodedata.normalize("NFKC", chr(code))) == 1 and folded != chr(code)
}
_HALF = re.compile(r"(?<!\d),|,(?!\d)|[;()!?]|:(?!\d)|(?<!\d):")
_FULL = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"}
# a full stop typed as `.` ends a Chinese sentence: …法治基础. 调整…; not 一.主要 and not 图1.2
_STOP = re.compile(r"(?<=[\u4e00-\u9fff）)”》%])(?<![一二三四五六七八九十])\.(?=\s|$)")
_STRAIGHT = re.compile(r'"')
# a blank between two Latin words is a word break; any other blank is layout
_BLANK = re.compile(
    r"&(?:nbsp|emsp|ensp|thinsp|#160|#12288)[;；]|(?<![A-Za-z])[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\xad]+"
    r"|[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\xad]+(?![A-Za-z\s])"
)
_CJK = re.compile("[\u4e00-\u9fff]")


def fold(text: str, marks: tuple[tuple[int, int], ...] = ()) -> tuple[str, range | tuple[int, ...]]:
    """The text as rules read it, and for each of its characters (and its end) the offset in `text`.

    Blanks and the ranges in `marks` go; digits, letters and % become half-width, commas, semicolons, colons and
    brackets full-width (not inside a number), straight quotes paired, traditional script simplified.
    `fold("２０２１ 年 (一)")[0] == "2021年（一）"`
    """
    folded = simplified(text).translate(_TABLE)
    if _CJK.search(folded):
        folded = _STOP.sub("。", _HALF.sub(lambda mark: _FULL[mark[0]], folded))
        if '"' in folded:
            turn = iter("“”" * (folded.count('"') // 2 + 1))
            folded = _STRAIGHT.sub(lambda _: next(turn), folded)
    gone = sorted([*(match.span() for match in _BLANK.finditer(folded)), *marks])
    if not gone:
        return folded, range(len(folded) + 1)
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end in gone:
        if start > at:
            kept.append(folded[at:start])
            offsets.extend(range(at, start))
        at = max(at, end)
    kept.append(folded[at:])
    offsets.extend(range(at, len(folded) + 1))
    return "".join(kept), tuple(offsets)
