"""The Chinese words that reporters share, by the names that the result uses."""

from checker.model.alignment import PartState
from checker.model.result import Outcome, Status
from checker.model.severity import Severity
from checker.model.template import LegalBasis

SEVERITY = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示", Severity.OFF: "不查"}
SUSPECT = "待核"  # a finding that a person must look at
WAIVED = "已豁免"
GATE = "一票否决"
VERDICT = "结论"
STATUS = {Status.PASSED: "通过", Status.FAILED: "不通过", Status.NOT_CHECKED: "没有查成"}
OUTCOME = {
    Outcome.PASS: "满分",
    Outcome.FAIL: "扣分",
    Outcome.NA: "不适用",
    Outcome.REVIEW: "待核",
    Outcome.ERROR: "没有查成",
}
STATE = {
    PartState.SEPARATE: "单独成节",
    PartState.SUBSECTION: "在小节中",
    PartState.IMPLICIT: "散见各节",
    PartState.MERGED: "没有单列",
    PartState.ABSENT: "未见",
}
CATEGORY = {
    "parts": "法定部分",
    "substance": "内容",
    "form": "公文要素",
    "numbering": "层次序数",
    "figures": "数据与年度",
    "citations": "引用与时效",
    "wording": "文字标点残留",
    "privacy": "个人信息",
    "layout": "版式",
}
CHOSEN = {
    "by issuer": "按发文机关选定",
    "by option": "由使用者指定",
    "by config": "由配置指定",
    "by default": "没有认出发文机关，按默认",
}
UNIT = {"line": "行", "paragraph": "段"}  # what a position's "line" counts, see model.document.Source
LINES = ("txt", "md", "html")  # formats whose places are lines of the source; in all others they are paragraphs


def place(format: str, line: int | None, page: int | None = None) -> str:
    """`place("txt", 12) == "第12行"`, `place("pdf", 27, 3) == "第3页第27段"`, "" for a finding without a place."""
    if line is None:
        return ""
    return (f"第{page}页" if page else "") + f"第{line}{UNIT['line' if format in LINES else 'paragraph']}"


def basis_text(basis: LegalBasis) -> str:
    """《党政机关公文处理工作条例》第九条（七）; what is not verified is called usage, never law."""
    if not basis.verified:
        return f"惯例：{basis.source}"
    name = basis.source if basis.source.startswith(("GB", "《")) else f"《{basis.source}》"
    return f"{name}{f'（{basis.number}）' if basis.number else ''}{basis.clause}"


def points(value: float) -> str:
    """Points without idle zeros: `points(86.0) == "86"`, `points(2.5) == "2.5"`."""
    return f"{value:g}"
