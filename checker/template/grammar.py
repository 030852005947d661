"""The keys of a template and what may stand behind each, as JSON Schema; descriptions are what an editor shows."""

from collections.abc import Iterable
from typing import Any

from checker.template.params import TYPES

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
FLAG: Schema = {"type": "boolean"}
POINTS: Schema = {"type": "number", "minimum": 0, "maximum": 100}
SEVERITY: Schema = {
    "enum": ["error", "warning", "info", "off"],
    "description": "error 错误、warning 警告、info 提示、off 不查",
}
REGEXES: Schema = {"type": "array", "items": {**TEXT, "format": "regex"}}
PATTERN: Schema = {
    "type": "object",
    "properties": {
        "any": {**REGEXES, "description": "符合其中之一"},
        "not": {**REGEXES, "description": "且不符合其中任何一个"},
    },
    "additionalProperties": False,
}
LOSE: Schema = {"type": "object", "additionalProperties": POINTS, "description": "规则 id: 扣几分"}
BASIS: Schema = {
    "type": ["string", "array"],
    "items": TEXT,
    "description": "依据：sources 里的 id，或 id#条款，或它们的列表",
}
IDENTIFIER: Schema = {"type": "string", "pattern": r"^[a-z][a-z0-9]*([-_./][a-z0-9]+)*$"}
NAME: Schema = {"type": "string", "pattern": r"^[A-Za-z_][A-Za-z0-9_-]*$"}
DATE: Schema = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}


def closed(properties: Schema, required: Iterable[str] = (), **more: Any) -> Schema:
    """A map with these keys and no others."""
    return {
        "type": "object", "properties": properties, "required": list(required), "additionalProperties": False, **more,
    }  # fmt: skip


VARIANT = closed(
    {"severity": SEVERITY, "suspect": FLAG, "gate": FLAG, "message": TEXT, "hint": {"type": "string"}},
    description="某种情形的等级、措辞",
)
EXAMPLE = closed(
    {
        "text": {"type": "string", "description": "放在规则所查之处的文字；以 # 开头则是整篇"},
        "expect": {"enum": ["pass", "fail", "review", "na"]},
        "quote": {**TEXT, "description": "应当引出的原文"},
        "year": {"type": "integer", "minimum": 1949, "maximum": 2100, "description": "报告年度"},
        "times": {"type": "integer", "minimum": 1, "maximum": 10000, "description": "text 重复几遍（试长短用）"},
        "variant": TEXT,
    },
    ("text", "expect"),
)
RULE_KEYS: Schema = {
    "id": IDENTIFIER,
    "kind": {"type": "string", "description": "规则的种类"},
    "title": {**TEXT, "description": "规则的名称"},
    "in": {
        "type": ["string", "array"],
        "items": TEXT,
        "description": "查哪里：title、body、部分的 id……，可写“body, -plan”",
    },
    "severity": SEVERITY,
    "suspect": {**FLAG, "description": "存疑：只列入待核，不扣分"},
    "gate": {**FLAG, "description": "一票否决"},
    "locked": {**FLAG, "description": "下级不得降低"},
    "category": {**NAME, "description": "归入哪个扣分池"},
    "message": {**TEXT, "description": "发现问题时说的话，可用 {quote} 等占位"},
    "hint": {"type": "string", "description": "怎样改"},
    "why": {"type": "string", "description": "为什么"},
    "basis": BASIS,
    "variants": {"type": "object", "additionalProperties": VARIANT},
    "tests": {"type": "array", "items": EXAMPLE},
}
RULE_REQUIRED = ("id", "kind", "severity", "category", "message")
_BY_CHECK = {name: {"type": "string"} for name in ("missing", "merged", "thin")}
PART = closed(
    {
        "id": IDENTIFIER,
        "name": {**TEXT, "description": "这一部分的名称"},
        "title": TEXT,
        "required": {**FLAG, "description": "必备；缺了就扣分"},
        "gate": {**FLAG, "description": "缺了即不合格"},
        "locked": FLAG,
        "points": POINTS,
        "lose": LOSE,
        "heading": {**PATTERN, "description": "怎样的标题是这一部分"},
        "generic": {**PATTERN, "description": "笼统的标题，不能算别的部分时才算这一部分"},
        "opening": {**PATTERN, "description": "标题没有点明时，怎样的第一句话说明这一节就是这一部分"},
        "mention": {**PATTERN, "description": "没有标题时，怎样的句子算提到了"},
        "min_chars": {"type": "integer", "minimum": 0, "description": "最少字数，不计空白"},
        "implicit": {**FLAG, "description": "不足之前的各专题标题算这一部分"},
        "future": {**FLAG, "description": "说的是下一年度"},
        "category": NAME,
        "basis": BASIS,
        "hint": {"type": "string"},
        "why": {"type": "string"},
        "titles": closed(dict.fromkeys(_BY_CHECK, TEXT)),
        "messages": closed(dict.fromkeys(_BY_CHECK, TEXT)),
        "hints": closed(_BY_CHECK),
        "severities": closed(dict.fromkeys(_BY_CHECK, SEVERITY)),
        "tests": closed({name: {"type": "array", "items": EXAMPLE} for name in _BY_CHECK}),
    },
    ("id", "name"),
)
SCORE = closed(
    {
        "items": {
            "type": "array",
            "items": closed(
                {"id": IDENTIFIER, "title": TEXT, "points": POINTS, "lose": LOSE}, ("id", "title", "points", "lose")
            ),
        },
        "pools": {
            "type": "array",
            "items": closed(
                {
                    "id": IDENTIFIER,
                    "title": TEXT,
                    "points": POINTS,
                    "each": {"type": "number", "exclusiveMinimum": 0, "maximum": 100, "description": "每处扣几分"},
                    "categories": {"type": "array", "items": NAME, "minItems": 1},
                },
                ("id", "title", "points", "each", "categories"),
            ),
        },
        "cap": {**POINTS, "description": "缺一个必备部分时的最高分"},
        "each_more": {**POINTS, "description": "再缺一个，最高分再降几分"},
        "bands": {
            "type": "array",
            "minItems": 1,
            "items": closed({"name": TEXT, "at_least": POINTS}, ("name", "at_least")),
        },
        "min_chars": {"type": "integer", "minimum": 0, "description": "不到这个字数不予评分"},
    },
    ("items", "pools", "bands"),
)
SOURCE = closed(
    {
        "name": {**TEXT, "description": "文件名称，不加书名号"},
        "number": TEXT,
        "clause": {"type": "string"},
        "from": DATE,
        "until": DATE,
        "url": TEXT,
        "verified": {**FLAG, "description": "已核实；未核实的只作惯例，不作依据"},
        "about": TEXT,
    },
    ("name",),
)
TABLE = closed(
    {
        "file": {"type": "string", "pattern": r"\.(ya?ml|csv|txt)$", "description": "表的文件名"},
        "type": {"enum": ["terms", "laws", "places", "divisions", "topics"]},
        "rows": {"type": "array"},
        "rows-": {"type": "array", "items": TEXT, "description": "不用的行"},
    },
    ("type",),
)
YEARS = r"^(>=|<=|==|>|<)[0-9]{4}(, *(>=|<=|==|>|<)[0-9]{4})*$"
PARAM = closed(
    {"type": {"enum": list(TYPES)}, "default": True, "about": {**TEXT, "description": "是什么"}}, ("type", "default")
)
HEAD: Schema = {
    "checker": {"const": 1, "description": "模板语言的版本"},
    "id": IDENTIFIER,
    "version": {**TEXT, "description": "模板的版本，要加引号"},
    "title": {**TEXT, "description": "模板的名称"},
    "level": {"enum": ["township", "street", "county", "department"], "description": "哪一级机关的报告"},
    "effective": closed({"report_year": {"type": "string", "pattern": YEARS, "description": "适用的报告年度"}}),
    "params": {
        "type": "object",
        "propertyNames": NAME,
        "additionalProperties": PARAM,
    },
    "sources": {"type": "object", "propertyNames": IDENTIFIER, "additionalProperties": SOURCE},
    "patterns": {"type": "object", "propertyNames": NAME, "additionalProperties": {**TEXT, "format": "regex"}},
    "tables": {"type": "object", "propertyNames": IDENTIFIER, "additionalProperties": TABLE},
    "draft": closed(
        {
            "title": {**TEXT, "description": "标题；{year} 是报告年度，{next_year} 是下一年"},
            "addressee": {**TEXT, "description": "主送机关，不写冒号"},
            "opening": {**TEXT, "description": "开头一段"},
            "signature": {**TEXT, "description": "署名"},
            "date": {**TEXT, "description": "成文日期"},
            "parts": {
                "type": "object",
                "propertyNames": IDENTIFIER,
                "additionalProperties": {"type": "array", "items": TEXT},
                "description": "部分的 id: 标题之下的各段",
            },
        },
        description="checker new 写出的空白报告",
    ),
}
