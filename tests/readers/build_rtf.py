"""A report as .rtf, every Chinese character as a \\u escape, the way WPS and LibreOffice write it (RTF 1.9.1)."""

from tests.readers.build_report import Look, Part

LOOKS = {
    Look.TITLE: r"\qc\fs44",
    Look.PLAIN: r"\ql\fs32",
    Look.BODY: r"\qj\fi640\fs32",
    Look.RIGHT: r"\qr\ri1280\fs32",
}


def rtf(parts: tuple[Part, ...]) -> bytes:
    body = "\n".join(_row(part.text.split("\t")) if part.look is Look.ROW else _paragraph(part) for part in parts)
    font = r"{\fonttbl{\f0\fnil\fcharset134 FangSong;}}"
    return f"{{\\rtf1\\ansi\\ansicpg936\\deff0{font}\\paperw11906\\paperh16838\n{body}\n}}".encode("ascii")


def _paragraph(part: Part) -> str:
    return rf"\pard\plain\f0{LOOKS[part.look]} {_escaped(part.text)}\par"


def _row(cells: list[str]) -> str:
    edges = "".join(rf"\cellx{3000 * at}" for at in range(1, len(cells) + 1))
    return rf"\trowd{edges}" + "".join(rf"\pard\plain\intbl\f0\fs28 {_escaped(cell)}\cell " for cell in cells) + r"\row"


def _escaped(text: str) -> str:
    """A code over 32767 is written as a negative number."""
    codes = (ord(char) if ord(char) < 0x8000 else ord(char) - 0x10000 for char in text)
    return "".join(
        char if char.isascii() and char not in "\\{}" else rf"\u{code}?" for char, code in zip(text, codes, strict=True)
    )
