"""The .docx package (ECMA-376 part 2): opened within limits, its parts found by relationship, their XML parsed."""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from checker.errors import UnreadableError
from checker.ooxml.archive import ENCRYPTED, Archive, broken, parse, too_big, too_deep
from checker.ooxml.names import STRICT
from checker.ooxml.slim import restore, slim_document, slim_styles

_ADVICE = "请用 Word 或 WPS 打开后另存为 .docx 再检查"
BROKEN, TOO_BIG, TOO_DEEP = broken(_ADVICE), too_big(_ADVICE), too_deep(_ADVICE)


class Package:
    """The parts of a .docx file, read when asked for.

    Raises UnreadableError for what is not a whole, unencrypted .docx of a report's size.
    """

    def __init__(self, content: bytes) -> None:
        refuse_encrypted(content)
        self._archive = Archive(content, _ADVICE)
        self._relations: dict[str, tuple[tuple[str, str], ...]] = {}
        self._main = next(iter(self._targets("", "officeDocument")), "word/document.xml")
        if self._main not in self._archive:
            raise UnreadableError("不是 Word 文档（压缩包里没有正文）；请用 Word 或 WPS 另存为 .docx 再检查")

    @cached_property
    def source(self) -> bytes:
        """The main part, each distinct w:rPr only once: for a cheap look whether a name occurs in it at all."""
        return slim_document(self._archive.read(self._main))

    @cached_property
    def document(self) -> Element:
        return restore(_parse(self.source))

    def part(self, kind: str) -> Element | None:
        """The root of the part that the main part names by this relationship ("styles"), None when there is none."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[Element]:
        for target in self._targets(self._main, kind):
            if target in self._archive:
                content = self._archive.read(target)
                yield _parse(slim_styles(content) if kind == "styles" else content)

    def _targets(self, part: str, kind: str) -> list[str]:
        """Names of the parts that `part` names by a relationship of this kind (part 2, 9.3), in the file's order."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            self._relations[part] = tuple(self._related(folder, posixpath.join(folder, "_rels", name + ".rels")))
        return [target for there, target in self._relations[part] if there == kind]

    def _related(self, folder: str, name: str) -> Iterator[tuple[str, str]]:
        if name not in self._archive:
            return
        for relation in _parse(self._archive.read(name)):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                yield relation.get("Type", "").rpartition("/")[2], target.lstrip("/")


def refuse_encrypted(content: bytes) -> None:
    """Raises UnreadableError for an OLE container: a .docx with a password (MS-OFFCRYPTO 2.3.4.4), or an old .doc."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise UnreadableError(ENCRYPTED)
        raise UnreadableError("内容是旧版 .doc 格式；请用 Word 或 WPS 另存为 .docx 再检查")


def _parse(content: bytes) -> Element:
    """The root of a part, names of the strict form (ISO 29500 strict) turned into the transitional ones."""
    if b"http://purl.oclc.org/ooxml/" in content:
        for strict, transitional in STRICT:
            content = content.replace(strict.encode(), transitional.encode())
    return parse(content, _ADVICE)
