"""What can be told of a .doc, .wps, .odt or .rtf without opening it: a foreign, broken, cut or encrypted file."""

import struct

from checker.errors import UnreadableError
from checker.ooxml.archive import ENCRYPTED, Archive, broken

_ADVICE = "请用 Word 或 WPS 打开后另存为 .docx 再检查"
_FREE = 0xFFFFFFFF
_WORD, _PACKAGE, _BOOKS = ("WordDocument", "EncryptedPackage", ("Workbook", "Book", "PowerPoint Document"))


def refuse_broken(content: bytes, kind: str) -> None:
    """Raises UnreadableError for what LibreOffice would refuse, or would read only the beginning of."""
    if kind == "odt":
        _check_odt(content)
    elif kind == "rtf":
        # a file cut off would be read as far as it goes
        if not content.rstrip(b"\x00\x1a \t\r\n").endswith(b"}"):
            raise UnreadableError(broken(_ADVICE))
    else:
        _check_compound(content)


def _check_odt(content: bytes) -> None:
    archive = Archive(content, _ADVICE)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableError(ENCRYPTED)
    if "content.xml" not in archive:
        raise UnreadableError(broken(_ADVICE))
    archive.parse("content.xml")


def _check_compound(content: bytes) -> None:
    """A compound file (MS-CFB) that is whole and holds a Word document that is not encrypted."""
    if len(content) < 1536:
        raise UnreadableError(broken(_ADVICE))
    if _holds(content, _PACKAGE):
        raise UnreadableError(ENCRYPTED)
    version, order, shift = struct.unpack_from("<HHH", content, 26)  # MS-CFB 2.2
    (tables,) = struct.unpack_from("<I", content, 44)
    if order != 0xFFFE or (version, shift) not in ((3, 9), (4, 12)):
        raise UnreadableError(broken(_ADVICE))
    size = 1 << shift
    last = _last_sector(content, size, tables)
    # the last sector may be stored short
    if (last + 1) * size >= len(content):
        raise UnreadableError(broken(_ADVICE))
    if not _holds(content, _WORD):
        other = "电子表格或演示文稿" if any(_holds(content, name) for name in _BOOKS) else "Word 或 WPS 文字以外的文件"
        raise UnreadableError(f"内容是{other}，不是报告的文字文档；请换成 .docx 再检查")
    # FIB of MS-DOC 2.5.2: at the beginning of its stream, which Word and WPS write first
    if content[size : size + 2] == b"\xec\xa5" and content[size + 11] & 1:
        raise UnreadableError(ENCRYPTED)


def _last_sector(content: bytes, size: int, tables: int) -> int:
    """The highest sector in use, by the allocation tables that the header names (MS-CFB 2.3 and 2.5.1)."""
    last = 0
    for number in range(min(tables, 109)):
        (sector,) = struct.unpack_from("<I", content, 76 + 4 * number)
        start = (sector + 1) * size
        if sector >= 0xFFFFFFFA or start + size > len(content):
            raise UnreadableError(broken(_ADVICE))
        entries = struct.unpack_from(f"<{size // 4}I", content, start)
        used = [at for at, entry in enumerate(entries) if entry != _FREE]
        last = max(last, number * (size // 4) + used[-1] if used else 0)
    return last


def _holds(content: bytes, stream: str) -> bool:
    """Is there a stream of this name? Names stand in the directory in UTF-16."""
    return stream.encode("utf-16-le") + b"\x00\x00" in content
