"""Files that are broken, cut, locked or built to harm: one Chinese sentence each, and nothing else."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checker.errors import UnreadableError
from checker.readers import read
from tests.readers.build_docx import archive, docx, p, r
from tests.readers.build_html import trs
from tests.readers.build_odt import odt
from tests.readers.build_ofd import ofd
from tests.readers.build_pdf import pdf, scan
from tests.readers.build_report import REPORT
from tests.readers.samples import word

MEGABYTE = 1024 * 1024
XXE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9))
    + b"]>"
)


def document_xml(before: bytes, inside: bytes) -> bytes:
    """A .docx whose main part has `before` its root and `inside` its only paragraph."""
    names = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = b"<w:body><w:p><w:r><w:t>" + inside + b"</w:t></w:r></w:p></w:body>"
    return docx(members={"word/document.xml": before + b"<w:document " + names + b">" + body + b"</w:document>"})


def lying_about_sizes(content: bytes) -> bytes:
    """The directory of the archive says that every member is small."""
    size = max(member.file_size for member in zipfile.ZipFile(io.BytesIO(content)).infolist())
    return content.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


def locked(content: bytes) -> bytes:
    """The archive with the mark of encryption on its members, as zip programs set it."""
    return content.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


def compound(*streams: str, first: bytes = b"", size: int = 4096) -> bytes:
    """A compound file (MS-CFB) with streams of these names, of which the `first` bytes stand in sector 0."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
    header = header.ljust(44, b"\x00") + (1).to_bytes(4, "little")
    header = header.ljust(76, b"\x00") + (1).to_bytes(4, "little")
    table = b"\xfe\xff\xff\xff\xfd\xff\xff\xff\xfe\xff\xff\xff" + b"\xff" * 500
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\x00") for name in streams)
    return (header.ljust(512, b"\x00") + first.ljust(512, b"\x00") + table + names).ljust(size, b"\x00")


DEEP = "<w:sdt>" * 50_000 + p("甲") + "</w:sdt>" * 50_000
CASES: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "a.docx", "空的"),
    "blanks": (b" \r\n" * 99, "a.txt", "空的"),
    "zip bomb": (archive({"word/document.xml": b"0" * 50 * MEGABYTE}), "a.docx", "异常庞大"),
    "zip bomb of members": (archive({f"word/{at}.xml": b"0" * MEGABYTE for at in range(70)}), "a.docx", "异常庞大"),
    "zip bomb that lies": (
        lying_about_sizes(archive({"word/document.xml": b"0" * 30 * MEGABYTE})), "a.docx", "损坏|异常庞大",
    ),
    "many members": (archive({f"word/document.xml{at}": b"" for at in range(5_000)}), "a.docx", "异常庞大"),
    "broken zip": (word(REPORT)[:400] + b"\xff" * 90 + word(REPORT)[490:], "a.docx", "损坏|没有正文"),
    "truncated docx": (word(REPORT)[:-900], "a.docx", "损坏"),
    "a zip of something else": (archive({"a.txt": b"1"}), "a.zip", "压缩包"),
    "a zip under a false name": (archive({"a.txt": b"1"}), "a.docx", "没有正文"),
    "locked zip": (locked(word(REPORT)), "a.docx", "密码"),
    "locked docx": (compound("EncryptedPackage"), "a.docx", "密码"),
    "xxe": (document_xml(XXE, b"&e;"), "a.docx", "文档类型声明"),
    "billion laughs": (document_xml(LAUGHS, b"&j;"), "a.docx", "文档类型声明"),
    "billion laughs in UTF-16": (
        docx(members={"word/document.xml": (LAUGHS + b"<x>&j;</x>").decode().encode("utf-16")}), "a.docx", "文档类型声明",
    ),
    "50,000 nested tags": (docx(DEEP), "a.docx", "嵌套过深"),
    "nested tables": (
        docx("<w:tbl><w:tr><w:tc>" * 3_000 + p("甲") + "</w:tc></w:tr></w:tbl>" * 3_000), "a.docx", "嵌套过深",
    ),
    "nested runs": (
        docx(p("<w:ins>" * 3_000 + r("甲") + "</w:ins>" * 3_000)), "a.docx", "嵌套过深",
    ),
    "two million paragraphs": (docx("<w:p/>" * 2_000_000), "a.docx", "异常庞大"),
    "many attributes": (docx("<w:p>" + "<w:r w:a='' w:b='' w:c=''/>" * 400_000 + "</w:p>"), "a.docx", "异常庞大"),
    "docx without text": (docx(p()), "a.docx", "没有文字"),
    "xml that is none": (docx(members={"word/document.xml": b"<w:document>"}), "a.docx", "损坏"),
    "xml of an unknown encoding": (
        docx(members={"word/document.xml": b'<?xml version="1.0" encoding="x-unknown"?><a/>'}), "a.docx", "损坏",
    ),
    "scan": (scan(2), "a.pdf", "扫描件"),
    "locked pdf": (pdf(REPORT, password="000000"), "a.pdf", "密码"),
    "truncated pdf": (pdf(REPORT)[:1500], "a.pdf", "损坏|没有文字"),
    "pdf in name only": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "a.pdf", "损坏"),
    "5 MB in one line": ("法".encode() * (5 * MEGABYTE // 3), "a.txt", "不像一份报告"),
    "5 MB page in one line": (b"<html><body>" + b"a " * (5 * MEGABYTE // 2), "a.html", "不像一份报告"),
    "nested page": (b"<html><body>" + b"<div>" * 50_000 + trs(REPORT).encode(), "a.html", "层数"),
    "more than the limit": (b"%PDF" + b"0" * 65 * MEGABYTE, "a.pdf", "MB"),
    "truncated page of nothing": (b"<html><head><title>", "a.html", "没有正文"),
    "no text": (bytes(range(256)) * 20, "a.txt", "不是文本|编码"),
    "no text, no suffix": (bytes(range(256)) * 20, "a", "不是文本"),
    "not what the suffix says": (b"plain", "a.docx", "内容不是"),
    "ofd: xxe": (archive({"OFD.xml": XXE + b"<x>&e;</x>"}), "a.ofd", "文档类型声明"),
    "ofd: deep": (ofd((), page="<ofd:PageBlock>" * 20_000 + "</ofd:PageBlock>" * 20_000), "a.ofd", "嵌套过深"),
    "odt: truncated": (odt(REPORT)[:-300], "a.odt", "损坏"),
    "odt: laughs": (
        archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": LAUGHS + b"<x>&j;</x>"}),
        "a.odt", "文档类型声明",
    ),
    "odt: locked": (
        archive({"META-INF/manifest.xml": b"<manifest:encryption-data/>", "content.xml": b"<x/>"}), "a.odt", "密码",
    ),
    "rtf: cut": (rb"{\rtf1\ansi \u19968?", "a.rtf", "损坏"),
    "doc: cut": (compound("WordDocument", size=1200), "a.doc", "损坏"),
    "doc: locked": (compound("WordDocument", first=b"\xec\xa5" + bytes(8) + b"\x00\x01"), "a.doc", "密码"),
    "doc: a spreadsheet": (compound("Workbook"), "a.doc", "电子表格"),
    "wps: of MS Works": (compound("MatOST"), "a.wps", "Word 或 WPS 文字以外"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_cannot_be_read_says_so_in_one_chinese_sentence(case: str) -> None:
    content, name, reason = CASES[case]
    with pytest.raises(UnreadableError, match=reason) as told:
        read(content, name)
    sentence = str(told.value)
    assert "\n" not in sentence
    assert re.search("[\u4e00-\u9fff]", sentence)
    assert "Error" not in sentence


def test_a_pdf_whose_table_of_objects_is_lost_is_read_or_refused() -> None:
    content = pdf(REPORT)
    for cut in range(len(content) - 400, len(content), 50):
        try:
            read(content[:cut], "a.pdf")
        except UnreadableError as told:
            assert str(told)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured in Linux's unit")
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="只有 Linux 说得出一个进程用过多少内存")
def test_no_hostile_file_takes_more_than_300_megabytes(tmp_path: Path) -> None:
    for at, (content, name, _) in enumerate(CASES.values()):
        (tmp_path / f"{at:02d}{Path(name).suffix}").write_bytes(content)
    program = (
        "import re, sys, pathlib\n"
        "from checker.errors import UnreadableError\n"
        "from checker.readers import read\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):\n"
        "    try: read(path.read_bytes(), path.name)\n"
        "    except UnreadableError: pass\n"
        # not ru_maxrss, which begins with what the process that started this one had
        "print(int(re.search(r'VmHWM:\\s+(\\d+)', pathlib.Path('/proc/self/status').read_text())[1]) // 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300
