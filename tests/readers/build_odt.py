"""An .odt of a report (ODF 1.3): styles by name, one table, the page number in the footer."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.readers.build_report import Look, Part

# simple: LibreOffice loses a comma that it hangs into the margin
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"'
)
STYLES = {
    Look.TITLE: ("T", 'fo:text-align="center" fo:margin-bottom="16pt"', "22pt"),
    Look.PLAIN: ("P", "", "16pt"),
    Look.BODY: ("B", 'fo:text-indent="32pt" fo:text-align="justify" style:punctuation-wrap="simple"', "16pt"),
    Look.RIGHT: ("R", 'fo:text-align="end" fo:margin-right="64pt"', "16pt"),
    Look.ROW: ("C", 'fo:text-align="center"', "14pt"),
}


def odt(parts: tuple[Part, ...], *, extra: str = "", styles: str = "") -> bytes:
    """The file; `extra` is XML that follows the parts, `styles` that of more automatic styles."""
    automatic = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {layout}/>'
        f'<style:text-properties style:font-name-asian="Noto Serif CJK SC" fo:font-size="{size}" style:font-size-asian="{size}"/></style:style>'
        for name, layout, size in STYLES.values()
    )
    cell = '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMES}>'
        f"<office:automatic-styles>{automatic}{cell}{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body(parts)}{extra}</office:text></office:body></office:document-content>"
    )
    footer = '<style:footer><text:p text:style-name="F">— <text:page-number text:select-page="current">1</text:page-number> —</text:p></style:footer>'
    master = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {NAMES}><office:automatic-styles>'
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" '
        'fo:margin-top="37mm" fo:margin-bottom="20mm" fo:margin-left="28mm" fo:margin-right="26mm"/>'
        '<style:footer-style><style:header-footer-properties fo:min-height="10mm" fo:margin-top="5mm"/></style:footer-style></style:page-layout>'
        '<style:style style:name="F" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>'
        "</office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="A4">{footer}</style:master-page>'
        "</office:master-styles></office:document-styles>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("styles.xml", master, zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def body(parts: tuple[Part, ...]) -> str:
    """<text:p> for paragraphs, one <table:table> for consecutive rows."""
    lines: list[str] = []
    rows: list[str] = []
    for part in parts:
        if part.look is Look.ROW:
            cells = "".join(
                f'<table:table-cell table:style-name="cell" office:value-type="string"><text:p text:style-name="C">{escape(cell)}</text:p></table:table-cell>'
                for cell in part.text.split("\t")
            )
            rows.append(f"<table:table-row>{cells}</table:table-row>")
            columns = part.text.count("\t") + 1
            continue
        if rows:
            lines.append(
                f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>{"".join(rows)}</table:table>'
            )
            rows = []
        lines.append(f'<text:p text:style-name="{STYLES[part.look][0]}">{escape(part.text)}</text:p>')
    return "".join(lines)
