"""bytes → Document. One format, one file; a reader never opens a path.

A reader is a module with `read(content, name) -> Document`. It is imported when its format is met, so that a text
file never pays for the Word reader. Other packages bring readers for other suffixes by entry point (`plugins`).
"""

from dataclasses import replace
from pathlib import PurePath
from typing import Protocol, cast

from checker.errors import UnreadableError
from checker.model.document import Document, Note
from checker.plugins import READERS as OUTSIDE
from checker.plugins import module, outside
from checker.text.traditional import is_traditional

READERS: dict[str, str] = {
    "txt": "checker.readers.plain_text",
    "md": "checker.readers.plain_text",
    "docx": "checker.readers.docx",
    "html": "checker.readers.html",
    "pdf": "checker.readers.pdf",
    "ofd": "checker.readers.ofd",
    "doc": "checker.readers.office",
    "wps": "checker.readers.office",
    "odt": "checker.readers.office",
    "rtf": "checker.readers.office",
}
SUFFIXES: dict[str, str] = {
    ".txt": "txt", ".md": "md", ".markdown": "md", ".docx": "docx", ".docm": "docx", ".dotx": "docx",
    ".html": "html", ".htm": "html", ".shtml": "html", ".pdf": "pdf", ".ofd": "ofd",
    ".doc": "doc", ".wps": "wps", ".odt": "odt", ".rtf": "rtf",
}  # fmt: skip
LIMIT = 64 * 1024 * 1024  # bytes; a report is some tens of kilobytes
TEXT_LIMIT = 500_000  # characters; a long report has some tens of thousands
TRADITIONAL = "全文为繁体字：按对应的简体字检查，引用的文字和位置仍是原文的"


class Reader(Protocol):
    def read(self, content: bytes, name: str) -> Document: ...


def read(content: bytes, name: str) -> Document:
    """The document that `content` holds; its real format is told by the first bytes, then by the name.

    Raises UnreadableError for an empty, oversized, unknown or broken file.
    """
    if not content.strip():
        raise UnreadableError("文件是空的，没有可检查的内容")
    if len(content) > LIMIT:
        raise UnreadableError(f"文件有 {len(content) // 1048576} MB，超过 {LIMIT // 1048576} MB，不像一份报告")
    reader = cast(Reader, module(READERS, OUTSIDE, recognise_format(content, name)))
    document = reader.read(content, name)
    length = sum(len(block.text) for block in document.blocks)
    if length > TEXT_LIMIT:
        raise UnreadableError(f"正文有{length // 10_000}万字，不像一份报告；请只留报告的正文")
    if is_traditional(block.text for block in document.blocks):
        document = replace(document, notes=(*document.notes, Note(message=TRADITIONAL)))
    return document


def is_readable(suffix: str) -> bool:
    """Whether files with that suffix (`.docx`) are read, by ourselves or by a reader that another package brings."""
    return suffix in SUFFIXES or (len(suffix) > 1 and suffix[1:] in outside(OUTSIDE))


def guess_format(content: bytes, name: str) -> str:
    """As `recognise_format`, for a file that may be none: the suffix, or "unknown"."""
    try:
        return recognise_format(content, name)
    except UnreadableError:
        return SUFFIXES.get(PurePath(name).suffix.lower(), "unknown")


def recognise_format(content: bytes, name: str) -> str:
    """The format by content; where the content does not say, by the suffix of `name`. Raises UnreadableError."""
    ending = PurePath(name).suffix.lower()
    suffix = SUFFIXES.get(ending, "")
    if ending and not suffix and ending[1:] in outside(OUTSIDE):
        return ending[1:]
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return suffix if suffix in ("doc", "wps") else "doc"
    if head.startswith(b"PK\x03\x04"):
        return _zip_format(content, suffix)
    lowered = head[:512].lower()
    if lowered.startswith((b"<!doctype html", b"<html")) or b"<html" in lowered or b"<body" in lowered:
        return "html"
    if suffix in ("txt", "md", "html"):
        return suffix
    if suffix:
        raise UnreadableError(f"内容不是 {PurePath(name).suffix} 文件（可能已损坏，或改过扩展名）")
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError("不是文本文件，也不是认识的文档格式（支持 docx、doc、wps、pdf、html、odt、ofd、txt、md）")
    return "txt"


def _zip_format(content: bytes, suffix: str) -> str:
    # member names stand uncompressed in the central directory, at the end of the archive
    tail = content[-65536:]
    if b"word/document.xml" in content[:65536] or b"word/document.xml" in tail:
        return "docx"
    if b"OFD.xml" in content[:65536] or b"OFD.xml" in tail:
        return "ofd"
    if b"opendocument.text" in content[:4096]:
        return "odt"
    if suffix in ("docx", "ofd", "odt"):
        return suffix
    raise UnreadableError("是压缩包，不是 Word 文档；请先解压")
