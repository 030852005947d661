"""One report in twelve formats. Two of them (.doc, .wps) only a word processor writes: LibreOffice makes them."""

import subprocess
from pathlib import Path

from checker.readers.office import find
from tests.readers.build_docx import docx, p, r, style, table, tr
from tests.readers.build_html import trs
from tests.readers.build_odt import odt
from tests.readers.build_ofd import ofd
from tests.readers.build_pdf import pdf
from tests.readers.build_report import Look, Part
from tests.readers.build_rtf import rtf

LAID = {
    Look.TITLE: '<w:jc w:val="center"/>',
    Look.PLAIN: "",
    # overflowPunct: LibreOffice loses a comma that it hangs into the margin
    Look.BODY: '<w:overflowPunct w:val="0"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>',
    Look.RIGHT: '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>',
}


def samples(parts: tuple[Part, ...]) -> dict[str, bytes]:
    """The ten that are built by code, by file name."""
    text = "\n".join(part.text for part in parts)
    return {
        "utf-8.txt": text.encode("utf-8-sig"),
        "gbk.txt": text.encode("gb18030"),
        "utf-16.txt": text.encode("utf-16"),
        "marks.md": f"# {text}".replace("\n", "\n\n").encode(),
        "word.docx": word(parts),
        "site.html": trs(parts, charset="gb2312").encode("gb18030"),
        "libreoffice.odt": odt(parts),
        "rich.rtf": rtf(parts),
        "paper.pdf": pdf(parts),
        "paper.ofd": ofd(parts),
    }


def word(parts: tuple[Part, ...]) -> bytes:
    """Runs split in the middle of words, the title in the style of that name."""
    body: list[str] = []
    rows: list[str] = []
    for part in (*parts, None):
        if part is not None and part.look is Look.ROW:
            rows.append(tr(*part.text.split("\t")))
            continue
        if rows:
            body.append(table(*rows))
            rows = []
        if part is not None:
            half = len(part.text) // 2
            size = '<w:sz w:val="44"/>' if part.look is Look.TITLE else '<w:sz w:val="32"/>'
            runs = r(part.text[:half], size), r(part.text[half:], f'<w:rFonts w:hint="eastAsia"/>{size}')
            body.append(p(*runs, style="t" if part.look is Look.TITLE else "", properties=LAID[part.look]))
    return docx(*body, parts={"styles": style("Normal", "a", default=True) + style("Title", "t", based="a")})


def by_libreoffice(content: bytes, kind: str, folder: Path) -> bytes:
    """A .docx as LibreOffice writes it in another format ("doc", "pdf")."""
    program = find()
    assert program is not None
    (folder / "report.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        "--headless",
        profile,
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(folder / "report.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"report.{kind.partition(':')[0]}").read_bytes()
