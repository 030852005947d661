"""What was recognised, as a tree for people who doubt a verdict."""

from checker.model.structure import Element, How, Structure

_HOW = {
    How.STYLE: "样式",
    How.NUMBER: "序号",
    How.BOLD: "加粗",
    How.WORDS: "用语",
    How.PLACE: "位置",
    How.METADATA: "网页元数据",
}


def describe(structure: Structure) -> str:
    """Title, year, addressee, the tree of headings, signature, date; each with its line and how it was recognised."""
    lines = [
        _element("标题", structure, structure.title),
        f"年度　　{structure.year or '没有认出'}",
        f"机关　　{structure.issuer or '没有认出'}",
        _element("主送机关", structure, structure.addressee),
        "层次",
    ]
    for heading in structure.headings:
        line = structure.document.position(heading.block, structure.readings[heading.block].offsets[heading.start]).line
        lines.append(f"{'　' * heading.level}{heading.text}　（第{line}行，{_HOW[heading.how]}）")
    if not structure.headings:
        lines.append("　没有认出小标题")
    lines += [_element("署名", structure, element) for element in structure.signature] or ["署名　　没有认出"]
    date = structure.date
    if date is None:
        lines.append("成文日期　没有认出")
    else:
        line = structure.document.position(date.span.block, date.span.start).line
        lines.append(f"成文日期　{date.text}　（第{line}行，{_HOW[date.how]}）")
    lines += [f"附件等　　第{structure.document.blocks[block].line}行" for block in structure.attachments]
    lines += [f"网页残留　第{structure.document.blocks[block].line}行" for block in structure.residue]
    lines += [f"注：{note.message}" for note in structure.notes]
    return "\n".join(lines) + "\n"


def _element(name: str, structure: Structure, element: Element | None) -> str:
    label = f"{name}　　"[:5] if len(name) < 4 else f"{name}　"
    if element is None:
        return f"{label}没有认出"
    first = element.spans[0]
    line = structure.document.position(first.block, first.start).line
    return f"{label}{element.text}　（第{line}行，{_HOW[element.how]}）"
