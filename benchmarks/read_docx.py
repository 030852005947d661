"""How long the .docx reader takes for a report of ten pages, against the bare parsing of its document.xml.

    python benchmarks/read_docx.py [--profile]

The report is written as Word writes one: revision ids on every paragraph and run, runs split at figures and at edits,
fonts repeated on every run, a styles.xml with its list of latent styles, multilevel lists, theme and footer. Prints
the best of many runs in milliseconds and the ratios. The goal is a ratio under 3 to lxml (needs `pip install lxml`).
"""

import cProfile
import re
import sys
import timeit
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests" / "readers")]

from build_docx import docx, field, level, levels, num, style  # noqa: E402 - after the path

from checker.readers.docx import read  # noqa: E402

PARAGRAPH = (
    "一是压实工作责任。成立由镇党委书记、镇长任双组长的法治政府建设工作领导小组，全年召开专题会议4次，研究解决执法人员不足等"
    "问题6项，将法治建设纳入23个村（社区）年度考核，占比由5%提高到8%。"
)
SIZE = '<w:color w:val="000000" w:themeColor="text1"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
LETTERS = f'<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="仿宋_GB2312" w:hint="eastAsia"/>{SIZE}</w:rPr>'
BODY = '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'


def paragraph(text: str, number: str = "") -> str:
    """A paragraph whose runs end at every figure and after every sentence, as an edited document has them."""
    runs = "".join(
        f'<w:r w:rsidR="00A12B{at:02X}" w:rsidRPr="00C37F1E">{LETTERS}<w:t>{piece}</w:t></w:r>'
        for at, piece in enumerate(re.findall(r"[0-9%]+|[^0-9%。]+。?", text))
    )
    return f'<w:p w:rsidR="00A12B3C" w:rsidRPr="00C37F1E" w:rsidRDefault="00A12B3C" w:rsidP="00C37F1E"><w:pPr>{number}{BODY}{LETTERS}</w:pPr>{runs}</w:p>'


def report() -> bytes:
    """Ten pages of 22 lines by 28 characters: about 6,200 characters."""
    heading = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    section = [paragraph("推进法治政府建设的主要举措和成效", heading.format(0))]
    for _ in range(3):
        section += [paragraph("健全工作机制，压实法治建设责任", heading.format(1)), *[paragraph(PARAGRAPH)] * 4]
    latent = "".join(
        f'<w:lsdException w:name="style {at}" w:semiHidden="1" w:uiPriority="99" w:unhideWhenUsed="1" w:qFormat="1"/>'
        for at in range(376)
    )
    named = "".join(style(f"heading {at}", str(at), based="a", properties="<w:keepNext/>") for at in range(1, 10))
    other = "".join(style(f"样式 {at}", f"x{at}", based="a", run='<w:sz w:val="28"/>') for at in range(30))
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/></w:rPr></w:rPrDefault></w:docDefaults>'
        f"<w:latentStyles>{latent}</w:latentStyles>{style('Normal', 'a', default=True)}{named}{other}"
    )
    forms = ("chineseCountingThousand", "japaneseCounting", *["decimal"] * 7)
    lists = "".join(
        levels(*[level(form, f"（%{at}）") for at, form in enumerate(forms, 1)], id=number) for number in range(6)
    )
    page = f"<w:p>{field('PAGE', '1')}</w:p>"
    return docx(*section * 5, parts={"styles": styles, "numbering": lists + num(1), "footer": page})


def best(*functions: Callable[[], object], repeat: int = 60) -> list[float]:
    """Milliseconds of the fastest call of each, in turns: the other calls were disturbed."""
    rounds = [[timeit.timeit(function, number=1) for function in functions] for _ in range(repeat)]
    return [min(times) * 1000 for times in zip(*rounds, strict=True)]


def main() -> None:
    content = report()
    xml = zipfile.ZipFile(BytesIO(content)).read("word/document.xml")
    document = read(content, "report.docx")
    letters = sum(len(block.text) for block in document.blocks)
    print(
        f"{len(document.blocks)} blocks, {letters} characters, {xml.count(b'<w:r ')} runs, document.xml {len(xml)} bytes"
    )
    try:
        from lxml import etree
    except ImportError:
        sys.exit("pip install lxml")
    ours, stdlib, lxml = best(
        lambda: read(content, "report.docx"), lambda: ElementTree.fromstring(xml), lambda: etree.fromstring(xml)
    )
    print(f"reader {ours:.2f} ms; ElementTree {stdlib:.2f} ms, ratio {ours / stdlib:.2f}; ", end="")
    print(f"lxml {lxml:.2f} ms, ratio {ours / lxml:.2f}")
    if "--profile" in sys.argv:
        cProfile.runctx("for _ in range(100): read(content, 'report.docx')", globals(), locals(), sort="tottime")


if __name__ == "__main__":
    main()
