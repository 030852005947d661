"""A changed copy of a package: parts added by the book, the rest byte for byte."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

from checker.ooxml.members import Members
from tests.readers.build_docx import archive, docx, p, strict


def changed(content: bytes) -> dict[str, bytes]:
    members = Members(content)
    members.add_part("word/x.xml", b"<x/>", content_type="a/b", kind="comments", strict=False)
    with zipfile.ZipFile(BytesIO(members.packed())) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_new_part_has_its_type_and_its_relationship() -> None:
    files = changed(docx(p("文")))
    types = ElementTree.fromstring(files["[Content_Types].xml"])
    relations = ElementTree.fromstring(files["word/_rels/document.xml.rels"])
    assert ("/word/x.xml", "a/b") in [(one.get("PartName"), one.get("ContentType")) for one in types]
    assert [(one.get("Id"), one.get("Target")) for one in relations] == [("rIdC1", "x.xml")]


def test_a_package_without_relationships_of_its_text_gets_them() -> None:
    with zipfile.ZipFile(BytesIO(docx(p("文")))) as packed:
        files = {name: packed.read(name) for name in packed.namelist() if "document.xml.rels" not in name}
    assert b"comments" in changed(archive(files))["word/_rels/document.xml.rels"]


def test_members_keep_their_order_and_bytes() -> None:
    content = docx(p("文"), members={"word/media/图.png": b"\x89PNG", "customXml/item1.xml": b"<a/>"})
    with zipfile.ZipFile(BytesIO(content)) as packed:
        names = packed.namelist()
        kept = {name: packed.read(name) for name in names if "Types" not in name and "document.xml.rels" not in name}
    files = changed(content)
    assert list(files) == [*names, "word/x.xml"]
    assert {name: files[name] for name in kept} == kept


def test_parts_are_found_in_the_strict_form_too() -> None:
    members = Members(strict(docx(p("文"), parts={"styles": ""})))
    assert members.main == "word/document.xml"
    assert members.targets(members.main, "styles") == ["word/styles.xml"]
