"""Which kind of body wrote the report: township, street, county or department."""

from checker.model.lexicon import Lexicon
from checker.model.structure import Structure
from checker.recognisers.words import Words

_LEAD = 4  # blocks in which a text may say of whom it speaks
LEVELS = ("street", "township", "county", "department")  # the narrower name first: 街道办事处 ends like a department


def level_of(structure: Structure, lexicon: Lexicon) -> str:
    """One of LEVELS by the organ in the title, in the signature, in the opening, else by how the text calls itself.

    "" when nothing tells.
    """
    words = Words(lexicon)
    for organ in (structure.issuer, *(line.value for line in structure.signature)):
        found = _level(organ, words)
        if found:
            return found
    title = structure.title.value if structure.title else ""
    for level in LEVELS:
        if words.has(f"title_{level}", title):
            return level
    texts = [structure.readings[block].text for block in structure.body[:40]]
    for text in texts[:_LEAD]:
        lead = words.pattern("lead_report").search(text) or words.pattern("lead_year").search(text)
        found = _level(lead["organ"], words) if lead else ""
        if found:
            return found
    text = "".join(texts)
    counts = {level: len(words.pattern(f"self_{level}").findall(text)) for level in LEVELS}
    best = max(LEVELS, key=lambda level: counts[level])
    return best if counts[best] >= 2 else ""


def _level(organ: str, words: Words) -> str:
    return next((level for level in LEVELS if organ and words.has(f"level_{level}", organ)), "")
