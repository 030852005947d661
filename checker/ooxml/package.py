"""The .docx package (ECMA-376 part 2): opened within limits, its parts found by relationship, their XML parsed."""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, XMLParser

from checker.errors import UnreadableError
from checker.ooxml.names import W
from checker.ooxml.slim import restore, slim_document, slim_styles

# A report has some tens of kilobytes of text in some thousands of elements. Parsing costs about 200 bytes of memory
# an element and 60 an attribute, so these keep a hostile file under 300 MB and 2 s.
TOTAL_LIMIT = 64 * 1024 * 1024  # bytes of all members, unpacked
MEMBER_LIMIT = 16 * 1024 * 1024  # bytes of one XML part
RATIO_LIMIT = 200  # unpacked to packed, of members over 1 MB
COUNT_LIMIT = 4000  # members
TAG_LIMIT = 500_000  # "<" in one part: an element has one or two
ATTRIBUTE_LIMIT = 1_000_000  # "=" in one part
DEPTH_LIMIT = 100  # nested containers; far below Python's own limit of 1,000 calls

BROKEN = "文件已损坏，打不开；请用 Word 或 WPS 打开后另存为 .docx 再检查"
TOO_BIG = "文件展开后异常庞大，不像一份报告；请用 Word 或 WPS 另存为 .docx 再检查"
TOO_DEEP = "文件的层次嵌套过深，不像一份报告；请用 Word 或 WPS 另存为 .docx 再检查"
ENCRYPTED = "文件有密码保护，无法读取；请去掉密码后另存再检查"
_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, OSError, ValueError, LookupError)
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)


class Package:
    """The parts of a .docx file, read when asked for.

    Raises UnreadableError for what is not a whole, unencrypted .docx of a report's size.
    """

    def __init__(self, content: bytes) -> None:
        refuse_encrypted(content)
        # counted before zipfile builds an object for each: the signature of an entry in the central directory
        if content.count(b"PK\x01\x02") > COUNT_LIMIT:
            raise UnreadableError(TOO_BIG)
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
            members = self._archive.infolist()
        except _FAULTS as fault:
            raise UnreadableError(BROKEN) from fault
        _refuse_bombs(members)
        self._relations: dict[str, tuple[tuple[str, str], ...]] = {}
        self._members = {member.filename.lstrip("/").lower(): member for member in members}
        self._main = next(iter(self._targets("", "officeDocument")), "word/document.xml")
        if self._main.lower() not in self._members:
            raise UnreadableError("不是 Word 文档（压缩包里没有正文）；请用 Word 或 WPS 另存为 .docx 再检查")

    @cached_property
    def source(self) -> bytes:
        """The main part, each distinct w:rPr only once: for a cheap look whether a name occurs in it at all."""
        return slim_document(self._bytes(self._main))

    @cached_property
    def document(self) -> Element:
        return restore(parse(self.source))

    def part(self, kind: str) -> Element | None:
        """The root of the part that the main part names by this relationship ("styles"), None when there is none."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[Element]:
        for target in self._targets(self._main, kind):
            if target.lower() in self._members:
                content = self._bytes(target)
                yield parse(slim_styles(content) if kind == "styles" else content)

    def _targets(self, part: str, kind: str) -> list[str]:
        """Names of the parts that `part` names by a relationship of this kind (part 2, 9.3), in the file's order."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            self._relations[part] = tuple(self._related(folder, posixpath.join(folder, "_rels", name + ".rels")))
        return [target for there, target in self._relations[part] if there == kind]

    def _related(self, folder: str, name: str) -> Iterator[tuple[str, str]]:
        if name.lower() not in self._members:
            return
        for relation in parse(self._bytes(name)):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                yield relation.get("Type", "").rpartition("/")[2], target.lstrip("/")

    def _bytes(self, name: str) -> bytes:
        member = self._members[name.lower()]
        try:
            with self._archive.open(member) as stream:
                content = stream.read(MEMBER_LIMIT + 1)
        except _FAULTS as fault:
            raise UnreadableError(BROKEN) from fault
        if len(content) > MEMBER_LIMIT:
            raise UnreadableError(TOO_BIG)
        return content


def refuse_encrypted(content: bytes) -> None:
    """Raises UnreadableError for an OLE container: a .docx with a password (MS-OFFCRYPTO 2.3.4.4), or an old .doc."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise UnreadableError(ENCRYPTED)
        raise UnreadableError("内容是旧版 .doc 格式；请用 Word 或 WPS 另存为 .docx 再检查")


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    if sum(member.file_size for member in members) > TOTAL_LIMIT:
        raise UnreadableError(TOO_BIG)
    for member in members:
        if member.flag_bits & 1:
            raise UnreadableError(ENCRYPTED)
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableError(BROKEN)
        if member.file_size > 1024 * 1024 and member.file_size > RATIO_LIMIT * member.compress_size:
            raise UnreadableError(TOO_BIG)


def parse(content: bytes) -> Element:
    """The root of an XML part, names of the strict form (ISO 29500 strict) turned into the transitional ones.

    Raises UnreadableError for what is not XML, has a document type (no part has one: part 2, 9.1.7) or is too big.
    """
    if b"\x00" in content[:4]:  # UTF-16, the other encoding that a part may have
        content = _from_utf16(content)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnreadableError("文件里有不应出现的文档类型声明，可能不安全；请用 Word 或 WPS 另存为 .docx 再检查")
    if content.count(b"<") > TAG_LIMIT or content.count(b"=") > ATTRIBUTE_LIMIT:
        raise UnreadableError(TOO_BIG)
    if b"http://purl.oclc.org/ooxml/" in content:
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
    parser = XMLParser()
    try:
        parser.feed(content)
        return parser.close()
    except (ParseError, ValueError, LookupError) as fault:
        raise UnreadableError(BROKEN) from fault


def _from_utf16(content: bytes) -> bytes:
    order = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-be" if content[0] == 0 else "utf-16-le"
    text = content.decode(order, errors="replace")
    return (text[text.find("?>") + 2 :] if text.startswith("<?xml") else text).encode("utf-8", errors="replace")
