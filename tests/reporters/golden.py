"""One batch that holds whatever a reporter may meet: every status, every sort of finding, and hostile words."""

from checker.model.document import Note, Span
from checker.model.result import (
    Batch,
    Cap,
    CheckResult,
    Edit,
    Finding,
    Gate,
    HeadingSummary,
    Outcome,
    PartSummary,
    Repair,
    RuleResult,
    Score,
    ScoreItem,
    Status,
    StructureSummary,
    TemplateStamp,
    Waived,
)
from checker.model.severity import Severity
from checker.model.template import LegalBasis

HOSTILE = "100%完成:甲,乙|丙<丁>&amp;“引”'单'\"双\"\n换行\x1b[31m红\x07=1+1 `x` $y$ *粗* [链](http://a)"
ODD_NAME = '乡镇 报告/青石 镇%1,二:三&<四>|"五".docx'
PLAIN_NAME = "乡镇 报告/2023年/白石镇 报告.txt"
BROKEN_NAME = "=坏文件.pdf"
CRASHED_NAME = "乡镇 报告/云溪乡.md"
LAW = LegalBasis(
    source="党政机关公文处理工作条例",
    clause="第九条（七）",
    number="中办发〔2012〕14号",
    verified=True,
    url="https://law.example/1?a=1&b=2",
)
USAGE = LegalBasis(source="机关行文的习惯")


def finding(rule: str, severity: Severity = Severity.ERROR, **given: object) -> Finding:
    """A certain finding on the characters 3 to 5 of line 2; `given` says what is different."""
    usual: dict[str, object] = {
        "rule": rule,
        "severity": severity,
        "certain": True,
        "gate": False,
        "category": "form",
        "message": f"{rule}处有误",
        "hint": "照原件改正",
        "basis": (LAW,),
        "part": "achievements",
        "quote": "有误的",
        "line": 2,
        "column": 3,
        "end_line": 2,
        "end_column": 6,
        "byte_column": 7,
        "end_byte_column": 16,
        "page": None,
        "where": "一、工作情况 第1段",
        "count": 1,
        "fingerprint": f"f-{rule}",
        "spans": (Span(block=1, start=2, end=5),),
    }
    return Finding(**{**usual, **given})  # type: ignore[arg-type]


NOWHERE: dict[str, object] = {
    "quote": None, "line": None, "column": None, "end_line": None, "end_column": None, "byte_column": None,
    "end_byte_column": None, "where": "", "spans": (), "part": "",
}  # fmt: skip
IN_WORD: dict[str, object] = {"byte_column": None, "end_byte_column": None}
WAIVED = Waived(reason="县里另有规定|见附件", approved_by="法治办", expires="2026-12-31", source="waivers.yaml:3")
BASELINE = Waived(reason="", approved_by="", expires="", kind="baseline")

_STAMP = TemplateStamp(id="fazhi-township", title="乡镇报告", version="2026.1", sha256="a" * 64, chosen="by issuer")


def _structure(year: int | None, date: str | None) -> StructureSummary:
    return StructureSummary(
        title="白石镇人民政府关于2023年度法治政府建设情况的报告",
        year=year,
        issuer="清源县白石镇人民政府",
        addressee="县委、县政府",
        signature=("清源县白石镇人民政府",),
        date=date,
        parts=(
            PartSummary(
                part="achievements",
                name="主要举措和成效",
                state="separate",
                headings=("一、工作情况",),
                line=2,
                characters=812,
            ),
            PartSummary(part="plan", name="下一年度主要安排", state="absent", headings=(), line=None, characters=0),
        ),
        headings=(HeadingSummary(level=1, text="一、工作情况", line=2, how="number"),),
    )


def _item(id: str, title: str, possible: float, earned: float, *findings: int, because: str = "") -> ScoreItem:
    outcome = Outcome.FAIL if earned < possible else Outcome.PASS
    return ScoreItem(
        id=id, title=title, possible=possible, earned=earned, outcome=outcome, because=because, findings=findings
    )


PASSED = CheckResult(
    path=PLAIN_NAME,
    sha256="1" * 64,
    format="txt",
    status=Status.PASSED,
    template=_STAMP,
    structure=_structure(2023, "2024-01-18"),
    score=Score(
        value=97.5,
        shown=97.5,
        band="优秀",
        earned=97.5,
        possible=100.0,
        pending=3.0,
        caps=(),
        gates=(),
        items=(
            _item("achievements", "主要举措和成效", 60.0, 60.0),
            _item("wording", "文字标点残留", 40.0, 37.5, 0, because="1处，每处扣2.5分"),
        ),
        repairs=(Repair(rule="typo", what="改为“投诉”", gain=2.5, gate=False, findings=(0,)),),
    ),
    findings=(
        finding(
            "typo",
            Severity.WARNING,
            fix="正确的",
            edits=(Edit(span=Span(block=1, start=2, end=5), text="正确的"),),
        ),
        finding("length.short", Severity.INFO, hint="", basis=(), variant="brief"),
        finding("figure.sum", waived=WAIVED),
        finding("term.old", Severity.WARNING, waived=BASELINE, basis=(USAGE,)),
        finding("privacy.phone", certain=False, category="privacy"),
        finding(
            "punctuation.halfwidth",
            Severity.WARNING,
            count=3,
            quote="，\n。",
            end_line=4,
            end_column=2,
            end_byte_column=4,
            spans=(Span(block=1, start=2, end=3), Span(block=3, start=0, end=1)),
            fix="，\n。",
            edits=(
                Edit(span=Span(block=1, start=2, end=3), text="，"),
                Edit(span=Span(block=3, start=0, end=1), text="。"),
            ),
        ),
    ),
    rules=(
        RuleResult(rule="typo", outcome=Outcome.FAIL, findings=(0,)),
        RuleResult(rule="length.short", outcome=Outcome.FAIL, findings=(1,)),
        RuleResult(rule="figure.sum", outcome=Outcome.FAIL, findings=(2,)),
        RuleResult(rule="term.old", outcome=Outcome.FAIL, findings=(3,)),
        RuleResult(rule="privacy.phone", outcome=Outcome.REVIEW, findings=(4,)),
        RuleResult(rule="punctuation.halfwidth", outcome=Outcome.FAIL, findings=(5,)),
        RuleResult(rule="plan.thin", outcome=Outcome.NA, because="所在部分缺失"),
        RuleResult(rule="title.form", outcome=Outcome.PASS),
    ),
    notes=(Note(message="第2段有修订痕迹，按接受后的文字检查", line=2),),
)

FAILED = CheckResult(
    path=ODD_NAME,
    sha256="2" * 64,
    format="docx",
    status=Status.FAILED,
    template=_STAMP,
    structure=_structure(None, None),
    score=Score(
        value=69.0,
        shown=69.0,
        band="不合格",
        earned=75.0,
        possible=100.0,
        pending=0.0,
        caps=(Cap(at=69.0, because="缺少“下一年度主要安排”"),),
        gates=(Gate(rule="plan.missing", because="没有“下一年度主要安排”|部分", finding=0),),
        items=(
            _item("achievements", "主要举措和成效", 60.0, 60.0),
            _item("plan", "下一年度主要安排", 40.0, 15.0, 0, 1, because="缺少这一部分|扣25分"),
        ),
        repairs=(
            Repair(rule="plan.missing", what="设“四、下一年度主要安排”", gain=31.0, gate=True, findings=(0,)),
            Repair(rule="figure.percent", what="重新计算", gain=0.0, gate=False, findings=(1,)),
        ),
    ),
    findings=(
        finding("plan.missing", gate=True, category="parts", **NOWHERE),
        finding("figure.percent", message=HOSTILE, hint=HOSTILE, quote="97%", **IN_WORD),
        finding("year.body", page=3, **IN_WORD),
        finding("title.form", Severity.WARNING, message='=HYPERLINK("http://a")', **IN_WORD),
        finding("place.foreign", Severity.WARNING, certain=False, **IN_WORD),
    ),
    rules=(
        RuleResult(rule="plan.missing", outcome=Outcome.FAIL, findings=(0,)),
        RuleResult(rule="figure.percent", outcome=Outcome.FAIL, findings=(1,)),
        RuleResult(rule="year.body", outcome=Outcome.FAIL, findings=(2,)),
        RuleResult(rule="title.form", outcome=Outcome.FAIL, findings=(3,)),
        RuleResult(rule="place.foreign", outcome=Outcome.REVIEW, findings=(4,)),
    ),
)

UNREADABLE = CheckResult(
    path=BROKEN_NAME,
    sha256="3" * 64,
    format="pdf",
    status=Status.NOT_CHECKED,
    reason="文件损坏:读到第3页,<后面>没有了%|\n再存一次",
)

CRASHED = CheckResult(
    path=CRASHED_NAME,
    sha256="4" * 64,
    format="md",
    status=Status.NOT_CHECKED,
    reason="程序出错，规则figure.percent没有查成，不予评分",
    template=_STAMP,
    structure=_structure(2023, "2024-01-18"),
    findings=(finding("date.format", Severity.WARNING),),
    rules=(
        RuleResult(rule="date.format", outcome=Outcome.FAIL, findings=(0,)),
        RuleResult(rule="figure.percent", outcome=Outcome.ERROR, because="ZeroDivisionError: x"),
    ),
)

BATCH = Batch(
    version="1.2.3",
    reports=(PASSED, FAILED, UNREADABLE, CRASHED),
    warnings=("waivers.yaml:9 的豁免没有用上|请删去",),
)
