"""The tests inside a template: every example judged by its rule alone, then reports spoilt and reshaped.

Each required part is taken out of a whole report: the template must say so. Blank lines, indentation and full-width
digits are put into every report: the verdict must stay what it was.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from checker.engine.align import align
from checker.engine.evaluate import Evaluation, evaluate
from checker.errors import TemplateError
from checker.model.lexicon import Lexicon
from checker.model.result import Finding, Outcome
from checker.model.severity import Severity
from checker.model.structure import Structure
from checker.model.template import Example, Rule, Template
from checker.readers import read
from checker.recognisers import recognise
from checker.template_stage import staged, whole

AS_OF = date(2026, 1, 1)  # today, for every test

_WORDS = {Outcome.PASS: "pass", Outcome.FAIL: "fail", Outcome.REVIEW: "review", Outcome.NA: "na"}
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_RESHAPED: dict[str, Callable[[str], str]] = {
    "段落之间多空几行": lambda text: text.replace("\n", "\n\n\n"),
    "段首缩进两字": lambda text: "\n".join(
        line if line[:1] in ("#", "") else f"　　{line}" for line in text.split("\n")
    ),
    "数字改成全角": lambda text: text.translate(_WIDE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What the tests of a template brought to light. Slips are in the order of the template."""

    examples: int
    changes: int
    slips: tuple[TemplateError, ...]


Place = Callable[[str, int], tuple[str, int, int]]
"""Id of a rule and number of its example (from 0; −1 for the rule itself) → file, line and column."""


def try_template(template: Template, lexicon: Lexicon, place: Place) -> Trial:
    """Runs all tests of a template. Rules that are off are left out."""
    rules = [rule for rule in template.rules if rule.severity is not Severity.OFF]
    bench = _Bench(template, lexicon, place)
    slips = [slip for rule in rules for slip in bench.examples(rule)]
    slips += bench.lost_parts()
    slips += bench.reshaped()
    parts = [part for part in template.parts if part.required]
    examples = sum(len(rule.examples) for rule in rules)
    changes = len(parts) + (examples + 1) * len(_RESHAPED)
    return Trial(examples=examples, changes=changes, slips=tuple(slips))


@dataclass(frozen=True, slots=True)
class _Bench:
    template: Template
    lexicon: Lexicon
    place: Place

    def structure(self, text: str) -> Structure:
        return recognise(read(text.encode("utf-8"), "example.md"), self.lexicon)

    def judge(self, structure: Structure, *rules: str) -> Evaluation:
        alignment = align(structure, self.template.parts)
        return evaluate(self.template, structure, alignment, as_of=AS_OF, only=rules)

    def examples(self, rule: Rule) -> Iterator[TemplateError]:
        for number, example in enumerate(rule.examples):
            text = staged(rule, example, self.template.level, self.template.parts)
            structure = self.structure(text)
            judged = self.judge(structure, rule.id)
            wrong = _unlike(example, structure, judged)
            if wrong:
                yield self.slip(rule.id, number, f"规则“{rule.id}”的第 {number + 1} 个例子{wrong}")
                continue
            for name, reshape in _RESHAPED.items():
                now = _outcome(self.judge(self.structure(reshape(text)), rule.id))
                if now != _outcome(judged):
                    what = f"{name}之后结果从 {_outcome(judged)} 变成 {now}"
                    yield self.slip(rule.id, number, f"规则“{rule.id}”的第 {number + 1} 个例子，{what}")

    def lost_parts(self) -> Iterator[TemplateError]:
        full = _ids(self.judge(self.structure(whole(self.template))))
        for part in self.template.parts:
            rules = {f"{part.id}.missing", f"{part.id}.merged"}
            if not part.required:
                continue
            if rules & full:
                yield self.slip(f"{part.id}.missing", -1, f"以“{part.name}”为标题的一节没有认作这一部分，请补 heading")
            elif not rules & _ids(self.judge(self.structure(whole(self.template, without=part.id)))):
                yield self.slip(f"{part.id}.missing", -1, f"删去“{part.name}”一节，没有规则说缺少它")

    def reshaped(self) -> Iterator[TemplateError]:
        text = whole(self.template)
        before = _told(self.judge(self.structure(text)))
        for name, reshape in _RESHAPED.items():
            after = _told(self.judge(self.structure(reshape(text))))
            for rule in sorted(before ^ after):
                where = "之后才有" if rule in after else "之后没有了"
                yield self.slip(rule, -1, f"规则“{rule}”的发现，在整篇报告{name}{where}")

    def slip(self, rule: str, number: int, message: str) -> TemplateError:
        file, line, column = self.place(rule, number)
        return TemplateError(message, file=file, line=line, column=column)


def _unlike(example: Example, structure: Structure, judged: Evaluation) -> str:
    """How the verdict differs from what the example expects, "" if it does not."""
    if example.year is not None and structure.year != example.year:
        return f"写明是 {example.year} 年度，标题里认出的是 {structure.year or '空'}"
    outcome = _outcome(judged)
    if outcome != example.expect:
        told = "；".join(finding.message for finding in judged.findings)
        return f"应为 {example.expect}，结果是 {outcome}" + (f"（{told}）" if told else "")
    quotes = [finding.quote or "" for finding in judged.findings]
    if example.quote and example.quote not in quotes:
        return f"应引出“{example.quote}”，引出的是“{'、'.join(quotes)}”"
    variants = [finding.variant for finding in judged.findings]
    if example.variant and example.variant not in variants:
        return f"应为情形“{example.variant}”，结果是“{'、'.join(variants)}”"
    return ""


def _outcome(judged: Evaluation) -> str:
    """The word of a template for the outcome of the one rule that was tried."""
    result = judged.results[0]
    return _WORDS.get(result.outcome, f"程序出错（{result.because}）")


def _ids(judged: Evaluation) -> set[str]:
    return {finding.rule for finding in judged.findings}


def _told(judged: Evaluation) -> set[str]:
    return {finding.rule for finding in judged.findings if _counts(finding)}


def _counts(finding: Finding) -> bool:
    return finding.severity.rank >= Severity.WARNING.rank
