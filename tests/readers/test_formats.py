"""The format is told by the content, then by the name; nothing unknown gets through as text."""

import pytest

from checker.errors import UnreadableError
from checker.readers import READERS, SUFFIXES, guess_format, recognise_format
from tests.readers.build_docx import archive, docx, p
from tests.readers.build_odt import odt
from tests.readers.build_ofd import ofd
from tests.readers.build_report import REPORT


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.7", "a.docx", "pdf"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "a.txt", "html"),
        (b"<meta charset=utf-8><body>", "a.doc", "html"),
        (b"{\\rtf1", "a.doc", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", "doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.WPS", "wps"),
        (docx(p("x")), "a.wps", "docx"),
        (docx(p("x")), "a", "docx"),
        (ofd(REPORT), "a.zip", "ofd"),
        (odt(REPORT), "a.doc", "odt"),
        ("一、总体情况".encode(), "-", "txt"),
        ("一、总体情况".encode("utf-16"), "report", "txt"),
        (b"# 1", "a.MD", "md"),
    ],
)
def test_the_content_decides(content: bytes, name: str, expected: str) -> None:
    assert recognise_format(content, name) == expected


def test_a_false_or_unknown_format_is_told() -> None:
    with pytest.raises(UnreadableError, match=r"内容不是 \.docx 文件"):
        recognise_format(b"plain words", "a.docx")
    with pytest.raises(UnreadableError, match="压缩包"):
        recognise_format(archive({"a.txt": b"1"}), "a.zip")
    assert guess_format(b"plain words", "a.docx") == "docx"
    assert guess_format(b"\x00\x01", "a.bin") == "unknown"


def test_every_suffix_has_its_reader() -> None:
    assert set(SUFFIXES.values()) == set(READERS)
