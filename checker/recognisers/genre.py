"""Whether a text is an annual report on law-based government at all; a notice or a novel is never scored."""

from checker.model.lexicon import Lexicon
from checker.model.structure import Structure
from checker.recognisers.words import Words

ENOUGH = 5  # mentions of the subject in the text
_OPENING = 3  # blocks
PER_THOUSAND = 2.0  # characters; a government work report mentions it, but speaks of other things


def why_not(structure: Structure, lexicon: Lexicon) -> str:
    """Why this is not a report of the kind that templates judge, in one sentence; "" when it is one."""
    words = Words(lexicon)
    title = structure.title.value if structure.title else ""
    if title and words.has("other_genre", title):
        return f"不像法治政府建设年度报告：标题是“{title}”"
    if title and words.has("report_subject", title):
        return ""
    text = "".join(structure.readings[block].text for block in structure.body)
    first = structure.readings[structure.body[0]].text if structure.body else ""
    if not title and len(first) < 60 and words.has("other_genre", first):
        return f"不像法治政府建设年度报告：开头是“{first}”"
    for block in structure.body[:_OPENING] if not title else ():
        opening = words.pattern("other_opening").search(structure.readings[block].text)
        if opening:
            return f"不像法治政府建设年度报告：没有标题，开头写的是“{opening[0]}”"
    hits = len(words.pattern("subject_word").findall(text))
    if hits < ENOUGH or hits * 1000 < PER_THOUSAND * len(text):
        return "不像法治政府建设年度报告：没有这样的标题，正文也很少谈到法治建设"
    return ""
