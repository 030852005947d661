"""What a comment says: one paragraph a line. The first comment of a file is the verdict, the others are findings."""

from checker.model.document import Document
from checker.model.result import CheckResult, Finding, Score
from checker.reporters.wording import GATE, SEVERITY, STATUS, SUSPECT, basis_text

AUTHOR, INITIALS = "报告检查", "检"
_STEPS = 5  # of 先改什么; the rest is in the comments themselves
_CLIP = 20  # characters of another place's words


def verdict(result: CheckResult, score: Score) -> tuple[str, ...]:
    """Verdict and score, why points were lost, what to repair first, how many comments follow."""
    lines = [f"检查结论：{STATUS[result.status]}。得分 {score.shown:g}（{score.band}），满分 100"]
    lines += [f"{GATE}：{gate.because}" for gate in score.gates]
    lines += [f"最高 {cap.at:g} 分：{cap.because}" for cap in score.caps]
    lost = [item for item in score.items if item.earned < item.possible]
    if lost:
        lines.append("扣分：")
        lines += [f"{item.title} {item.earned:g}/{item.possible:g}：{item.because}" for item in lost]
    if score.repairs:
        lines.append("先改什么：")
        lines += [
            f"{number}. {step.what}" + (f"（可得 {step.gain:.3g} 分）" if step.gain > 0 else "")
            for number, step in enumerate(score.repairs[:_STEPS], 1)
        ]
    lines.append(_count(result))
    lines += [f"说明：{note.message}" for note in result.notes]
    if result.template is not None:
        lines.append(f"模板：{result.template.title}（{result.template.version}）")
    return tuple(lines)


def finding_lines(finding: Finding, document: Document, more: int) -> tuple[str, ...]:
    """What is wrong, how to mend it, by which rule it is wrong. The last `more` places lie outside the comment."""
    kind = SEVERITY[finding.severity] if finding.certain else SUSPECT
    lines = [f"{kind}{f'（{GATE}）' if finding.gate else ''}：{finding.message}"]
    if finding.hint:
        lines.append(f"怎么改：{finding.hint}")
    if finding.basis:
        lines.append(f"依据：{'；'.join(basis_text(basis) for basis in finding.basis)}")
    if more:
        spans = finding.spans[-more:]
        places = (f"第{document.blocks[span.block].line}段“{_clip(document.text(span))}”" for span in spans)
        lines.append(f"另见：{'、'.join(places)}")
    elif finding.count > len(finding.spans) > 0:
        lines.append(f"同样的问题共{finding.count}处，这里只标出一处")
    return tuple(lines)


def _count(result: CheckResult) -> str:
    shown = [finding for finding in result.findings if finding.waived is None]
    counts: dict[str, int] = {}
    for finding in sorted(shown, key=lambda one: (not one.certain, -one.severity.rank)):
        kind = SEVERITY[finding.severity] if finding.certain else SUSPECT
        counts[kind] = counts.get(kind, 0) + 1
    waived = len(result.findings) - len(shown)
    said = "、".join(f"{kind}{count}条" for kind, count in counts.items())
    text = f"以下批注{len(shown)}条：{said}" if shown else "没有发现问题"
    return text + (f"；另有{waived}条已豁免，不再标出" if waived else "")


def _clip(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _CLIP else text[: _CLIP - 1] + "…"
