"""Required parts × sections of the report → states. The order of parts is free and never judged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.model.alignment import Alignment, PartPlace, PartState
from checker.model.structure import Heading, Passage, Structure
from checker.model.template import HeadingPattern, RequiredPart
from checker.text.naming import means
from checker.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading with the parts that it names, and the body blocks under it (its own included)."""

    heading: Heading
    claimed: tuple[str, ...]
    blocks: tuple[int, ...]


def align(structure: Structure, parts: tuple[RequiredPart, ...]) -> Alignment:
    """Where each part stands. A part may span several headings, two parts may share one."""
    sections = _with_themes(structure, _by_opening(structure, _sections(structure, parts), parts))
    top = min((section.heading.level for section in sections), default=1)
    implicit = _implicit(sections, parts, top)
    owner = _owners(structure, sections, parts, top, implicit)
    return Alignment(
        places=tuple(_place(part, structure, sections, top, implicit, owner, parts) for part in parts), owner=owner
    )


def _matches(pattern: HeadingPattern, words: str, year: int | None = None) -> bool:
    """`{year+1}` in a pattern is the year after the report year, any year when that is unknown."""
    following = str(year + 1) if year else r"20\d\d"
    return means(words, tuple(one.replace("{year+1}", following) for one in pattern.any), pattern.none)


def _sections(structure: Structure, parts: tuple[RequiredPart, ...]) -> list[_Section]:
    headings = structure.headings
    top = min((heading.level for heading in headings), default=1)
    sections: list[_Section] = []
    for i, heading in enumerate(headings):
        end = next((later.block for later in headings[i + 1 :] if later.level <= heading.level), None)
        blocks = tuple(b for b in structure.body if heading.block <= b and (end is None or b < end))
        claimed = tuple(part.id for part in parts if _matches(part.heading, heading.words, structure.year))
        if not claimed and heading.level == top:
            claimed = tuple(part.id for part in parts if _matches(part.generic, heading.words))[:1]
        sections.append(_Section(heading, claimed, blocks))
    return sections


def _by_opening(structure: Structure, sections: list[_Section], parts: tuple[RequiredPart, ...]) -> list[_Section]:
    """Thematic top headings (绘就法治新图景) under which a part plainly begins that no top heading names."""
    top = min((section.heading.level for section in sections), default=1)
    named = {name for section in sections if section.heading.level == top for name in section.claimed}
    found: list[_Section] = []
    for section in reversed(sections):
        if section.heading.level == top and not section.claimed:
            first = _first_sentence(structure, section)
            claimed = tuple(
                part.id for part in parts if part.id not in named and _matches(part.opening, first, structure.year)
            )[:1]
            named |= set(claimed)
            section = replace(section, claimed=claimed)
        found.insert(0, section)
    return found


def _with_themes(structure: Structure, sections: list[_Section]) -> list[_Section]:
    """A heading without any text takes the themes below it that are numbered like itself: 一、主要措施 一、… 二、…"""
    found = list(sections)
    for i, section in enumerate(sections):
        if not section.claimed or _first_sentence(structure, section):
            continue
        blocks = list(section.blocks)
        for later in sections[i + 1 :]:
            if later.claimed:
                break
            blocks += [block for block in later.blocks if block not in blocks]
        found[i] = replace(section, blocks=tuple(blocks))
    return found


def _first_sentence(structure: Structure, section: _Section) -> str:
    for block in section.blocks:
        start = section.heading.body if block == section.heading.block else 0
        text = structure.readings[block].text[start:]
        if text:
            return text[: next(iter(sentences(text)), (0, len(text)))[1]]
    return ""


def _implicit(sections: list[_Section], parts: tuple[RequiredPart, ...], top: int) -> list[_Section]:
    """Thematic top-level headings before the next part of the template, when none names the implicit part itself."""
    part = next((part for part in parts if part.implicit), None)
    if part is None or any(part.id in section.claimed for section in sections if section.heading.level == top):
        return []
    ends = {other.id for other in parts if other.future} | {other.id for other in parts[parts.index(part) + 1 :][:1]}
    thematic: list[_Section] = []
    for section in sections:
        if section.heading.level == top and ends & set(section.claimed):
            break
        if section.heading.level == top and not section.claimed:
            thematic.append(section)
    return thematic


def _owners(
    structure: Structure,
    sections: list[_Section],
    parts: tuple[RequiredPart, ...],
    top: int,
    implicit: list[_Section],
) -> dict[int, str]:
    """The part of every body block: of its top section, unless a deeper heading names a part without one."""
    future = {part.id for part in parts if part.future}
    first = next((part.id for part in parts if part.implicit), "")
    on_top = {name for section in sections if section.heading.level == top for name in section.claimed}
    owner = dict.fromkeys(structure.body, "")
    current = ""
    for section in sections:
        if section.heading.level == top:
            name = next((n for n in section.claimed if n in future), next(iter(section.claimed), ""))
            if not name:
                name = first if section in implicit else current
            current = name
        else:
            name = next((n for n in section.claimed if n not in on_top), "")
            if not name:
                continue
        for block in section.blocks:
            owner[block] = name
    return owner


def _place(
    part: RequiredPart,
    structure: Structure,
    sections: list[_Section],
    top: int,
    implicit: list[_Section],
    owner: dict[int, str],
    parts: tuple[RequiredPart, ...],
) -> PartPlace:
    named = [section for section in sections if part.id in section.claimed]
    on_top = [section for section in named if section.heading.level == top]
    if on_top:
        return _found(part, PartState.SEPARATE, on_top, structure)
    if part.implicit and implicit:
        return _found(part, PartState.IMPLICIT, implicit, structure)
    if named:
        return _found(part, PartState.SUBSECTION, named, structure)
    mention = next(_mentions(part, structure, owner, parts), None)
    if mention is None:
        return PartPlace(part=part.id, state=PartState.ABSENT)
    length = mention.end - mention.start
    return PartPlace(part=part.id, state=PartState.MERGED, passages=(mention,), characters=length, mention=mention)


def _found(part: RequiredPart, state: PartState, found: list[_Section], structure: Structure) -> PartPlace:
    headings = tuple(section.heading for section in found)
    listed = headings[:1] if state is PartState.IMPLICIT else headings
    passages = tuple(_passages(structure, found))
    return PartPlace(
        part=part.id,
        state=state,
        headings=listed,
        passages=passages,
        characters=sum(passage.end - passage.start for passage in passages),
    )


def _passages(structure: Structure, found: list[_Section]) -> Iterator[Passage]:
    seen: set[int] = set()
    for section in found:
        for block in section.blocks:
            if block in seen:
                continue
            seen.add(block)
            start = section.heading.body if block == section.heading.block else 0
            end = len(structure.readings[block].text)
            if end > start:
                yield Passage(block=block, start=start, end=end)


def _mentions(
    part: RequiredPart, structure: Structure, owner: dict[int, str], parts: tuple[RequiredPart, ...]
) -> Iterator[Passage]:
    """Sentences outside headings (and outside the future part, unless the part itself is the future one)."""
    if not part.mention.any:
        return
    future = {other.id for other in parts if other.future}
    heads = {heading.block: heading.body for heading in structure.headings}
    for block in structure.body:
        at = owner.get(block, "")
        if part.implicit and at:
            continue  # what other parts say is not yet an account of the work
        foreseen = at in future and not part.future
        text = structure.readings[block].text
        for start, end in sentences(text):
            # in the plan 我乡还存在…不足 is a confession, while most else there is a promise
            pattern = part.opening if foreseen else part.mention
            if start >= heads.get(block, 0) and _matches(pattern, text[start:end], structure.year):
                yield Passage(block=block, start=start, end=end)
