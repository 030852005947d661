"""Which kind of body wrote the report: township, street, county or department."""

from checker.model.lexicon import Lexicon
from checker.model.structure import Structure
from checker.recognisers.words import Words

LEVELS = ("street", "township", "county", "department")  # the narrower name first: 街道办事处 ends like a department


def level_of(structure: Structure, lexicon: Lexicon) -> str:
    """One of LEVELS by the organ in the title, else in the signature, else by how the text calls itself; "" unknown."""
    words = Words(lexicon)
    for organ in (structure.issuer, *(line.value for line in structure.signature)):
        found = _level(organ, words)
        if found:
            return found
    title = structure.title.value if structure.title else ""
    for level in LEVELS:
        if words.has(f"title_{level}", title):
            return level
    text = "".join(structure.readings[block].text for block in structure.body[:40])
    counts = {level: len(words.pattern(f"self_{level}").findall(text)) for level in LEVELS}
    best = max(LEVELS, key=lambda level: counts[level])
    return best if counts[best] >= 2 else ""


def _level(organ: str, words: Words) -> str:
    return next((level for level in LEVELS if organ and words.has(f"level_{level}", organ)), "")
