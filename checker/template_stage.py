"""Reports for the tests inside templates: an example put where its rule looks, and one with every required part."""

from collections.abc import Iterator

from checker.model.template import Example, RequiredPart, Rule, Template
from checker.text.numerals import to_han

YEAR = 2023  # of the report, where an example names none
ISSUERS = {
    "township": "清源县白石镇人民政府",
    "street": "清源区白石街道办事处",
    "county": "清源县人民政府",
    "department": "清源县水务局",
}
_ADDRESSEE = "县委、县政府："
_SENTENCE = "按照年初确定的工作任务抓好第{number}项工作，分工到人、按月调度，全年办理{figure}件。"


def staged(rule: Rule, example: Example, level: str, parts: tuple[RequiredPart, ...]) -> str:
    """The document (Markdown) of an example: its own when it begins with `#`, else one around its text."""
    text = example.text.strip("\n") * example.times
    if text.startswith("#") or "\n#" in text:
        return text
    title, where = f"# {heading(level, example.year or YEAR)}", rule.where.split(",")[0].strip()
    named = next((part for part in parts if part.id == where), None)
    if named is not None:
        return f"{title}\n\n一、{named.name}\n\n{text}"
    match where:
        case "title":
            return f"# {text}"
        case "residue":
            return f"{text}\n\n{title}\n\n{sentences(60)}"
        case "signature" | "date" | "closing" | "attachments":
            return f"{title}\n\n{sentences(60)}\n\n{text}"
        case _:
            return f"{title}\n\n{text}"


def heading(level: str, year: int) -> str:
    """The title of a report of this level."""
    return f"{ISSUERS[level]}关于{year}年度法治政府建设情况的报告"


def whole(template: Template, *, without: str = "") -> str:
    """A report (Markdown) that has every required part but one, each under its name and of the length it needs."""
    wanted = [part for part in template.parts if part.required and part.id != without]
    blocks = [f"# {heading(template.level, YEAR)}", _ADDRESSEE]
    blocks += [block for number, part in enumerate(wanted, 1) for block in _section(part, number)]
    return "\n\n".join([*blocks, "特此报告。", ISSUERS[template.level], f"{YEAR + 1}年2月1日"])


def _section(part: RequiredPart, number: int) -> Iterator[str]:
    yield f"{to_han(number)}、{part.name}"
    text = sentences(part.min_chars + 40, first=number * 100)
    yield f"{YEAR + 1}年，{text}" if part.future else text


def sentences(characters: int, *, first: int = 1) -> str:
    """Text of at least that many characters which says nothing that a rule looks for, no sentence twice."""
    text = ""
    number = first
    while len(text) < characters:
        text += _SENTENCE.format(number=number, figure=number + 7)
        number += 1
    return text
