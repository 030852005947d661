"""Name what two alike reports share: runs of clauses that are equal in both, as written in each."""

from checker.model.similarity import Clause, Fingerprint, Passage
from checker.text.masking import figures

_MARKS = "，。；、：！？,;:!?. \n"  # that may stand behind a clause
CLIP = 120  # characters of a passage that are shown


def passages(
    own: Fingerprint, other: Fingerprint, formulas: frozenset[int] = frozenset(), most: int = 5
) -> tuple[Passage, ...]:
    """The longest equal runs, at most `most`, longest first. Each clause of `own` is in one run at most.

    Runs of nothing but set formulas are left out, unless there is nothing else.
    """
    places: dict[int, list[int]] = {}
    for at, clause in enumerate(other.clauses):
        if clause.key:
            places.setdefault(clause.key, []).append(at)
    found: list[tuple[bool, Passage]] = []
    at = 0
    while at < len(own.clauses):
        length, there = max(
            ((_run(own.clauses, at, other.clauses, start), -start) for start in places.get(own.clauses[at].key, ())),
            default=(0, 0),
        )
        if length:
            run = own.clauses[at : at + length]
            telling = any(clause.key and clause.key not in formulas for clause in run)
            found.append((telling, _passage(run, other.clauses[-there : -there + length])))
        at += max(1, length)
    shown = [passage for telling, passage in found if telling] or [passage for _, passage in found]
    shown.sort(key=lambda passage: (-passage.length, passage.own_line))
    return tuple(shown[:most])


def copied_figures(own: Fingerprint, other: Fingerprint) -> tuple[int, int]:
    """Figures in clauses that are equal in both, and how many of those figures are equal too."""
    theirs = {clause.key: clause.text for clause in other.clauses if clause.key}
    count = same = 0
    for clause in own.clauses:
        if clause.key in theirs and (mine := figures(clause.text)):
            count += len(mine)
            same += len(mine) if mine == figures(theirs[clause.key]) else 0
    return count, same


def _run(own: tuple[Clause, ...], at: int, other: tuple[Clause, ...], there: int) -> int:
    """How many clauses from `at` on are those from `there` on; short ones in between must be equal as written."""
    length = last = 0
    while at + length < len(own) and there + length < len(other):
        one, two = own[at + length], other[there + length]
        if one.key != two.key or (not one.key and one.text != two.text):
            break
        length += 1
        if one.key:
            last = length
    return last


def _passage(own: tuple[Clause, ...], other: tuple[Clause, ...]) -> Passage:
    mine = tuple(figure for clause in own for figure in figures(clause.text))
    theirs = tuple(figure for clause in other for figure in figures(clause.text))
    longest = max(range(len(own)), key=lambda at: own[at].length)
    return Passage(
        own=_joined(own),
        other=_joined(other),
        own_quote=own[longest].text.rstrip(_MARKS),
        other_quote=other[longest].text.rstrip(_MARKS),
        own_line=own[0].line,
        other_line=other[0].line,
        clauses=sum(1 for clause in own if clause.key),
        length=sum(clause.length for clause in own),
        figures=len(mine),
        same_figures=sum(one == two for one, two in zip(mine, theirs, strict=False)),
    )


def _joined(clauses: tuple[Clause, ...]) -> str:
    text = "".join("".join(clause.text.split()) for clause in clauses).rstrip(_MARKS)
    return text if len(text) <= CLIP else text[: CLIP - 1] + "…"
