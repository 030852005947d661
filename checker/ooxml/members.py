"""The files inside a .docx, for writing a changed copy: what is not changed keeps every byte and its place."""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

from checker.ooxml.located import Located, Splices
from checker.ooxml.package import Package

TYPES = "[Content_Types].xml"
_LOOKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_LOOKS = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell: a copy must not depend on the clock


@dataclass(slots=True)
class Members:
    """Contents by name, in the order of the archive. Raises UnreadableError as Package does."""

    original: bytes
    changed: dict[str, bytes] = field(default_factory=dict)
    _names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        Package(self.original)  # refuses what is broken, encrypted or far too big
        with zipfile.ZipFile(BytesIO(self.original)) as archive:
            self._names = {name.lstrip("/").lower(): name for name in archive.namelist()}

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        return next(iter(self.targets("", "officeDocument")), "word/document.xml")

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def read(self, name: str) -> bytes:
        """KeyError when there is no such part."""
        own = self._names[name.lower()]
        if own in self.changed:
            return self.changed[own]
        with zipfile.ZipFile(BytesIO(self.original)) as archive:
            return archive.read(own)

    def write(self, name: str, content: bytes) -> None:
        own = self._names.setdefault(name.lower(), name)
        self.changed[own] = content

    def targets(self, part: str, kind: str) -> list[str]:
        """Names of the parts that `part` names by a relationship of this kind; "" is the package itself."""
        name = relations_of(part)
        if name not in self:
            return []
        found = []
        for relation in Located(self.read(name)).root:
            if relation.get("TargetMode") != "External" and relation.get("Type", "").rpartition("/")[2] == kind:
                path = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
                found.append(posixpath.normpath(path).lstrip("/"))
        return [target for target in found if target in self]

    def add_part(self, name: str, content: bytes, *, content_type: str, kind: str, strict: bool) -> None:
        """A new part that the main part names: its content, its type, its relationship (part 2, 9.3 and 10.1.2)."""
        self.write(name, content)
        types = Located(self.read(TYPES)).root
        if all(entry.get("PartName", "").lower() != f"/{name}".lower() for entry in types):
            _put(self, TYPES, f'<Override PartName="/{name}" ContentType="{content_type}"/>')
        relations = relations_of(self.main)
        if relations not in self:
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            uri = "http://schemas.openxmlformats.org/package/2006/relationships"
            self.write(relations, f'{head}<Relationships xmlns="{uri}"/>'.encode())
        known = {relation.get("Id") for relation in Located(self.read(relations)).root}
        number = next(number for number in range(1, len(known) + 2) if f"rIdC{number}" not in known)
        looks = _STRICT_LOOKS if strict else _LOOKS
        target = posixpath.relpath(name, posixpath.dirname(self.main) or ".")
        _put(self, relations, f'<Relationship Id="rIdC{number}" Type="{looks}{kind}" Target="{target}"/>')

    def packed(self) -> bytes:
        """The archive: members in their order, new ones at the end."""
        stream = BytesIO()
        with zipfile.ZipFile(BytesIO(self.original)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
            fresh: Mapping[str, bytes] = dict(self.changed)
            for member in old.infolist():
                content = fresh.get(member.filename)
                new.writestr(_like(member), old.read(member) if content is None else content)
            there = set(old.namelist())
            for name, content in fresh.items():
                if name not in there:
                    new.writestr(_like(zipfile.ZipInfo(name, _EPOCH)), content)
        return stream.getvalue()


def relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def _put(members: Members, name: str, entry: str) -> None:
    """`entry` as the last child of a part's root; its names are those of the root's own namespace."""
    part = Located(members.read(name))
    splices = Splices(part)
    uri = part.root.tag.rpartition("}")[0][1:]
    prefix = part.prefixes.get(uri)
    bare = part.tag(part.root).lstrip(b"<").startswith(f"{prefix}:".encode()) if prefix else False
    append(part, splices, entry.replace("<", f"<{prefix}:", 1) if bare else entry)
    members.write(name, splices.applied())


def append(part: Located, splices: Splices, new: str) -> None:
    """`new` as the last child of the root, which may be empty (`<w:comments/>`)."""
    extent = part.extents[part.root]
    if extent.inner < extent.end:
        splices.insert(extent.close, new.encode())
        return
    name = part.tag(part.root)[1:].split(None, 1)[0].rstrip(b"/>")
    splices.replace(extent.end - 2, extent.end, b">" + new.encode() + b"</" + name + b">")


def _like(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member of the same name, time and attributes; sizes and places are the new archive's own."""
    made = zipfile.ZipInfo(member.filename, member.date_time)
    made.compress_type = zipfile.ZIP_STORED if member.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    made.external_attr, made.create_system = member.external_attr, member.create_system
    return made
