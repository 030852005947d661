"""A zip of XML parts (.docx, .ofd, .odt), opened within limits: what a hostile file could cost is refused unread."""

import struct
import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, XMLParser

from checker.errors import UnreadableError

# A report has some tens of kilobytes of text in some thousands of elements. Parsing costs about 200 bytes of memory
# an element and 60 an attribute, so these keep a hostile file under 300 MB and 2 s.
TOTAL_LIMIT = 64 * 1024 * 1024  # bytes of all members, unpacked
MEMBER_LIMIT = 16 * 1024 * 1024  # bytes of one XML part
RATIO_LIMIT = 200  # unpacked to packed, of members over 1 MB
COUNT_LIMIT = 4000  # members
TAG_LIMIT = 150_000  # "<" in one part: an element has one or two
ATTRIBUTE_LIMIT = 500_000  # "=" in one part
DEPTH_LIMIT = 100  # nested containers; far below Python's own limit of 1,000 calls

_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, OSError, ValueError, LookupError)


class Archive:
    """The members by name, in any case of letters, read when asked for. `advice` ends every message.

    Raises UnreadableError for what is broken, encrypted, or far bigger than a report.
    """

    def __init__(self, content: bytes, advice: str) -> None:
        self._advice = advice
        # counted before zipfile builds an object for each: the signature of an entry in the central directory
        if content.count(b"PK\x01\x02") > COUNT_LIMIT:
            raise UnreadableError(too_big(advice))
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
            members = self._archive.infolist()
        except _FAULTS as fault:
            raise UnreadableError(broken(advice)) from fault
        self._refuse_bombs(members)
        self._members = {member.filename.lstrip("/").lower(): member for member in members}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def read(self, name: str) -> bytes:
        """KeyError when there is no such member."""
        member = self._members[name.lower()]
        try:
            with self._archive.open(member) as stream:
                content = stream.read(MEMBER_LIMIT + 1)
        except _FAULTS as fault:
            raise UnreadableError(broken(self._advice)) from fault
        if len(content) > MEMBER_LIMIT:
            raise UnreadableError(too_big(self._advice))
        return content

    def parse(self, name: str) -> Element:
        """The root of an XML member. KeyError when there is no such member."""
        return parse(self.read(name), self._advice)

    def _refuse_bombs(self, members: list[zipfile.ZipInfo]) -> None:
        if sum(member.file_size for member in members) > TOTAL_LIMIT:
            raise UnreadableError(too_big(self._advice))
        for member in members:
            if member.flag_bits & 1:
                raise UnreadableError(ENCRYPTED)
            if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise UnreadableError(broken(self._advice))
            if member.file_size > 1024 * 1024 and member.file_size > RATIO_LIMIT * member.compress_size:
                raise UnreadableError(too_big(self._advice))


ENCRYPTED = "文件有密码保护，无法读取；请去掉密码后另存再检查"


def broken(advice: str) -> str:
    return f"文件已损坏，打不开；{advice}"


def too_big(advice: str) -> str:
    return f"文件展开后异常庞大，不像一份报告；{advice}"


def too_deep(advice: str) -> str:
    return f"文件的层次嵌套过深，不像一份报告；{advice}"


def parse(content: bytes, advice: str) -> Element:
    """The root of an XML part. Raises UnreadableError for what is not XML, has a document type, or is too big."""
    if b"\x00" in content[:4]:  # UTF-16, the other encoding that a part may have
        content = _from_utf16(content)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnreadableError(f"文件里有不应出现的文档类型声明，可能不安全；{advice}")
    if content.count(b"<") > TAG_LIMIT or content.count(b"=") > ATTRIBUTE_LIMIT:
        raise UnreadableError(too_big(advice))
    parser = XMLParser()
    try:
        parser.feed(content)
        return parser.close()
    except (ParseError, ValueError, LookupError) as fault:
        raise UnreadableError(broken(advice)) from fault


def _from_utf16(content: bytes) -> bytes:
    order = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-be" if content[0] == 0 else "utf-16-le"
    text = content.decode(order, errors="replace")
    return (text[text.find("?>") + 2 :] if text.startswith("<?xml") else text).encode("utf-8", errors="replace")
