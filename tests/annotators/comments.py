"""What the comments of a .docx stand on and say, read without any code of ours."""

import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {W + "t": None, W + "tab": "\t", W + "br": "\n"}


@dataclass(slots=True)
class Comment:
    """`anchored` is the text between its range marks, "" for a point; paragraphs are joined by line breaks."""

    author: str
    text: str
    anchored: str = ""
    referenced: bool = False
    pieces: list[str] = field(default_factory=list)


def part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return ElementTree.fromstring(archive.read(name))


def shown(text: ElementTree.Element) -> str:
    """Blanks around the text of a w:t are shown only where it says so."""
    kept = text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return (text.text or "") if kept else (text.text or "").strip()


def comments(content: bytes) -> dict[str, Comment]:
    """The comments of a file by their id, in the order of the comments part."""
    found = {
        one.get(W + "id", ""): Comment(
            author=one.get(W + "author", ""),
            text="\n".join("".join(t.text or "" for t in paragraph.iter(W + "t")) for paragraph in one.iter(W + "p")),
        )
        for one in part(content, "word/comments.xml")
    }
    root = part(content, "word/document.xml")
    hidden = {leaf for run in root.iter(W + "r") if run.find(f"{W}rPr/{W}vanish") is not None for leaf in run}
    open_: set[str] = set()
    first = True
    for element in root.iter():
        if element.tag == W + "commentRangeStart":
            open_.add(element.get(W + "id", ""))
        elif element.tag == W + "commentRangeEnd":
            open_.discard(element.get(W + "id", ""))
        elif element.tag == W + "commentReference":
            found[element.get(W + "id", "")].referenced = True
        elif element.tag == W + "p" and not first:
            for name in open_:
                found[name].pieces.append("\n")
        elif element.tag in SIGNS and element not in hidden:
            for name in open_:
                found[name].pieces.append(SIGNS[element.tag] or shown(element))
        first = False
    for one in found.values():
        one.anchored = "".join(one.pieces)
    return found
