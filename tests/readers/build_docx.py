"""Builds .docx files from fragments of WordprocessingML that a test can show in full. Zip times are fixed."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
# A4 with the margins of GB/T 9704—2012 in twentieths of a point: 37, 35, 28, 26 mm
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "styles": ("styles", "styles.xml"),
    "numbering": ("numbering", "numbering.xml"),
    "comments": ("comments", "comments.xml"),
    "footnotes": ("footnotes", "footnotes.xml"),
    "header": ("hdr", "header1.xml"),
    "footer": ("ftr", "footer1.xml"),
}


def docx(
    *body: str,
    section: str = PAGE,
    parts: Mapping[str, str] | None = None,
    members: Mapping[str, bytes] | None = None,
    encoding: str = "utf-8",
) -> bytes:
    """A .docx with this body. `parts` are contents of styles, numbering, comments, …; `members` replace whole files."""
    relations, overrides = [], [("/word/document.xml", f"{WORD}.document.main+xml")]
    files: dict[str, bytes] = {}
    for kind, content in (parts or {}).items():
        if kind == "theme":
            relations.append(("theme", "theme/theme1.xml"))
            overrides.append(("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"))
            files["word/theme/theme1.xml"] = (HEAD + content).encode()
            continue
        root, name = _PARTS[kind]
        relations.append((kind, name))
        overrides.append((f"/word/{name}", f"{WORD}.{kind}+xml"))
        files[f"word/{name}"] = part(root, content)
    if "footer" in (parts or {}):
        number = 1 + [kind for kind, _ in relations].index("footer")
        section = section.replace("<w:sectPr>", f'<w:sectPr><w:footerReference w:type="default" r:id="rId{number}"/>')
    document = part("document", f"<w:body>{''.join(body)}{section}</w:body>")
    files["word/document.xml"] = document.decode().replace("UTF-8", encoding.upper(), 1).encode(encoding)
    files["word/_rels/document.xml.rels"] = _relations([(f"{OFFICE}/{kind}", name) for kind, name in relations])
    files["_rels/.rels"] = _relations([(f"{OFFICE}/officeDocument", "word/document.xml")])
    types = "".join(f"<Override PartName={quoteattr(name)} ContentType={quoteattr(kind)}/>" for name, kind in overrides)
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    files["[Content_Types].xml"] = f'{HEAD}<Types xmlns="{TYPES}">{defaults}{types}</Types>'.encode()
    return archive(files | dict(members or {}))


def archive(files: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(files):
            packed.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), files[name], zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def part(root: str, content: str) -> bytes:
    """One part of the package: <w:root> around `content`, with every namespace declared."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'{HEAD}<w:{root} {declared} mc:Ignorable="w14">{content}</w:{root}>'.encode()


def strict(content: bytes) -> bytes:
    """The same package in the strict form of ISO/IEC 29500, as Word's "Strict Open XML 文档" saves it."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    for name in files:
        files[name] = (
            files[name]
            .replace(NAMESPACES["w"].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            .replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
            .replace(NAMESPACES["a"].encode(), b"http://purl.oclc.org/ooxml/drawingml/main")
        )
    return archive(files)


def p(*content: str, style: str = "", number: tuple[int, int] | None = None, properties: str = "") -> str:
    """A paragraph; plain strings become runs. `number` is (numId, level)."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    inside = "".join(piece if piece.startswith("<") else r(piece) for piece in content)
    return f"<w:p><w:pPr>{named}{listed}{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; tabs and line breaks in `text` become w:tab and w:br."""
    pieces = re.split("([\t\n])", text)
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    inside = "".join(signs.get(one) or f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in pieces if one)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def table(*rows: str) -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str) -> str:
    """A row; plain strings become cells of one paragraph."""
    return f"<w:tr>{''.join(cell if cell.startswith('<w:tc>') else tc(p(cell)) for cell in cells)}</w:tr>"


def tc(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def field(instruction: str, result: str) -> str:
    """A complex field over several runs, as Word writes it."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + r(result) + mark.format("end")


def text_box(*content: str) -> str:
    """A run with a text box, written twice as Word does: as a drawing and, for old programs, as VML."""
    inside = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="500000"/><wp:wrapNone/><wp:docPr id="1" name="文本框 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f'<w:pict><v:shape style="width:150pt;height:40pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>'


def style(name: str, id: str, *, based: str = "", properties: str = "", run: str = "", default: bool = False) -> str:
    """A paragraph style with w:pPr `properties` and w:rPr `run`."""
    first = ' w:default="1"' if default else ""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph"{first} w:styleId="{id}"><w:name w:val="{name}"/>{base}<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>'


def levels(*each: tuple[str, str] | str, id: int = 0, extra: str = "") -> str:
    """A w:abstractNum; each level is (number format, text) or the XML inside w:lvl."""
    written = "".join(
        f'<w:lvl w:ilvl="{at}">{one if isinstance(one, str) else level(*one)}</w:lvl>' for at, one in enumerate(each)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>{extra}{written}</w:abstractNum>'
    )


def level(form: str, text: str, *, start: int = 1, before: str = "", suffix: str = "nothing") -> str:
    """Inside of a w:lvl; `before` stands where the schema has w:lvlRestart, w:pStyle, w:isLgl."""
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{before}<w:suff w:val="{suffix}"/><w:lvlText w:val="{escape(text)}"/>'


def num(id: int, abstract: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def start_at(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _relations(each: list[tuple[str, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(each, 1)
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'.encode()
