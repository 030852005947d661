"""What government sites print around an article: index cards, source lines, buttons. Words of sites, not of the law."""

import re

from checker.model.document import Metadata

# the index card of 政府信息公开 pages and the line under the title; blanks inside them do not count
_SITE_WORDS = """
索引号 信息索引号 文件编号 统一编号 规范性文件编号 发文字号 备注/文号 发布文号 登记号
发布机构 发文机构 发文机关 发文单位 发布单位 制发单位 公开单位 公开责任部门
发布日期 发文日期 成文日期 印发日期 签发日期 生成日期 公文生成日期 形成日期 公开日期 更新日期 信息发布日期
发布时间 发文时间 成文时间 生成时间 公开时间 更新时间 发表时间 添加时间 录入时间 失效日期 废止日期 生效日期
主题分类 体裁分类 服务对象分类 公开方式 公开范围 公开时限 公开形式 公开类型 公开程序 公开属性
有效性 时效性 文件状态 信息状态 信息来源 文章来源 稿件来源 内容来源 来源 稿源 内容概述 信息名称 文件名称
载体类型 信息格式 组配分类 信息分类 信息类别 文件类型 公文种类 公文类别 所属栏目 所属分类
责任编辑 审核人 浏览次数 浏览量 阅读次数 阅读量 访问量 访问次数 点击次数 点击数 点击率 点击量
字体 字号 字体大小 文字大小 视力保护色 保护视力色 分享到
"""
# words that a report may well use before a colon: they only count beside one of those above
_COMMON_WORDS = """
时间 日期 主题 主题词 标题 名称 体裁 文种 文号 审核 编辑 作者 阅读 浏览 录入 分类 栏目 人气 收藏 打印 分享
服务对象 责任部门 有效期 关键词 关键字 初审 复审 终审 供稿 撰稿 实施日期 施行日期 语种
"""
_COMMON = frozenset(_COMMON_WORDS.split())
LABELS = frozenset((*_SITE_WORDS.split(), *_COMMON_WORDS.split()))
_LONGEST = max(map(len, LABELS))
_COLON = re.compile("[:：]")
_STAMP = re.compile(
    r"\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?=\s)"
)  # 2025-01-20 09:18
_BLANKS = re.compile(r"[\s\u3000]+")
_BEFORE = " \t\n\u3000\xa0|｜[【(（;；)）]】◎·•"  # what may stand between a value and the next label
_AROUND = _BEFORE + ":："

# lines of buttons and neighbours that stand before or after an article, never inside one
_CHROME = re.compile(
    r"[\s\u3000\xa0>»]*(?:"
    r"(?:您(?:现在|当前)?(?:所在)?的?)?(?:当前)?位置(?:是)?\s*[:：>].*"
    r"|(?:当前位置|您的位置|您现在的位置|您所在的位置|网站首页|首页)(?:\s*[:：>»/].*)?"
    r"|[上下]一[篇条页个则](?:文章|信息)?(?:\s*[:：].*)?"
    r"|相关(?:文章|链接|信息|新闻|阅读|解读|政策|文件|稿件|推荐|内容|专题)\s*[:：]?"
    r"|扫一扫.*|分享(?:到|至|本页|文章)?.{0,20}|(?:用)?微信扫.*|手机(?:扫|看|浏览).{0,20}|二维码.{0,20}"
    r"|.{0,4}(?:打印|关闭|收藏|返回|纠错)(?:本页|窗口|页面|此页|顶部|列表|首页|正文)?.{0,16}"
    r"|[\[【(（]?\s*(?:大|中|小)[\s|/]*(?:中|小)?[\s|/]*(?:小)?\s*[\]】)）]?"
    r"|[A-Za-z0-9]?[+\-]|T\|T|无障碍.{0,12}|(?:简体|繁体|繁體)(?:中文|版)?"
    r"|.*(?:ICP备|公网安备|网站标识码|版权所有|建议使用.*分辨率|技术支持\s*[:：]|承办单位?\s*[:：]|主办单位?\s*[:：]).*"
    r"|网站地图.{0,30}|联系我们.{0,30}|关于我们.{0,30}|(?:附件)?下载(?:附件|次数|WORD版|PDF版).{0,20}"
    r")[\s\u3000\xa0]*",
    re.IGNORECASE,
)


def is_chrome(line: str) -> bool:
    """Whether a line beside an article is a button, a path or a footer: `is_chrome("【打印本页】【关闭窗口】")`."""
    return len(line) <= 200 and _CHROME.fullmatch(line) is not None


def label_of(cell: str) -> str:
    """The label that a cell consists of, "" when it is something else: `label_of("索 引 号：") == "索引号"`."""
    label = _BLANKS.sub("", cell).strip(_AROUND) if len(cell) <= 30 else ""
    return label if label in LABELS else ""


def read_line(line: str) -> tuple[Metadata, ...]:
    """The labelled values of a source line, empty when the line is something else.

    `read_line("来源：平川镇 发布时间：2025-01-20")` gives 来源 and 发布时间. A line counts when it begins with a label,
    holds one that only sites use, and is no prose.
    """
    values = _labelled(line)
    return values if any(value.name not in _COMMON for value in values) else ()


def read_card(cells: tuple[str, ...]) -> tuple[Metadata, ...]:
    """The labelled values of an index card, given the texts of its cells in reading order; empty when it is none.

    Label and value may stand in one cell (`索引号：A01`) or in neighbouring ones. Two labels make a card, one of them
    such as only sites use.
    """
    values: list[Metadata] = []
    pending = ""
    for cell in cells:
        label = label_of(cell)
        inside = () if label else _labelled(cell)
        if label:
            if pending:
                values.append(Metadata(name=pending, value=""))
            pending = label
        elif inside:
            values.extend(inside)
            pending = ""
        elif pending:
            values.append(Metadata(name=pending, value=clean(cell)))
            pending = ""
    if pending:
        values.append(Metadata(name=pending, value=""))
    names = {value.name for value in values}
    return tuple(values) if len(names) >= 2 and names - _COMMON else ()


def _labelled(line: str) -> tuple[Metadata, ...]:
    if len(line) > 300 or "。" in line:
        return ()
    stamp = _STAMP.match(line)
    if stamp and _labelled(line[stamp.end() :]):
        return (Metadata(name="时间", value=stamp[0].strip()), *_labelled(line[stamp.end() :]))
    found: list[tuple[str, int, int]] = []  # label, its start, the end of its colon
    for colon in _COLON.finditer(line):
        before = found[-1][2] if found else 0
        label, start = _label_before(line[before : colon.start()])
        if label and (found or not line[:start].strip(_BEFORE)):
            found.append((label, before + start, colon.end()))
        elif not found:
            return ()
    ends = [start for _, start, _ in found[1:]] + [len(line)]
    return tuple(
        Metadata(name=label, value=_value(line[after:end])) for (label, _, after), end in zip(found, ends, strict=False)
    )


def _value(text: str) -> str:
    """The value behind a label; buttons in brackets and a bracket that opens before the label are cut off."""
    value = clean(re.split("[【】]", text, maxsplit=1)[0])
    return value if "（" in value else value.rstrip("）")


def _label_before(text: str) -> tuple[str, int]:
    """The label that ends `text`, and where it starts; blanks inside it do not count. ("", 0) when there is none."""
    solid = [(place, char) for place, char in enumerate(text) if not char.isspace()]
    for length in range(min(_LONGEST, len(solid)), 1, -1):
        label = "".join(char for _, char in solid[-length:])
        start = solid[-length][0]
        if label in LABELS and (start == 0 or text[start - 1] in _BEFORE):
            return label, start
    return "", 0


def clean(value: str) -> str:
    """A value without the blanks and brackets around it."""
    return _BLANKS.sub(" ", value).strip(" \xa0|｜[]【】")
