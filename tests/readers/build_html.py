"""Pages of the shapes that government sites really have, laid out from the parts of a report."""

from html import escape

from tests.readers.build_report import Look, Part

ALIGN = {Look.TITLE: "center", Look.RIGHT: "right"}
SITE = "澄源县人民政府"


def page(body: str, *, title: str = "", head: str = "", charset: str = "utf-8") -> str:
    """A page with the usual surroundings of a government site: menu, path, footer."""
    menu = "".join(
        f'<li><a href="/{n}/">{n}</a></li>' for n in ("首页", "政务公开", "政务服务", "互动交流", "走进澄源")
    )
    return (
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="{charset}">\n<title>{title}_{SITE}</title>\n{head}\n'
        f"<style>.a{{color:red}}</style><script>var a = '，。，。';</script>\n</head>\n<body>\n"
        f'<div class="header"><h1><a href="/">{SITE}</a></h1><ul>{menu}</ul></div>\n'
        f'<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 正文</div>\n'
        f"{body}\n"
        f'<div class="bottom_bar"><p>主办：{SITE}办公室　地址：澄源县城关镇人民路1号，邮编：000000</p>'
        f"<p>网站标识码：0000000000　某ICP备00000000号</p></div>\n</body>\n</html>\n"
    )


def paragraphs(parts: tuple[Part, ...], *, indent: str = "　　") -> str:
    """<p> for paragraphs, one <table> for consecutive rows."""
    lines: list[str] = []
    rows: list[str] = []
    for part in parts:
        if part.look is Look.ROW:
            rows.append("<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in part.text.split("\t")) + "</tr>")
            continue
        if rows:
            lines.append('<table border="1"><tbody>' + "".join(rows) + "</tbody></table>")
            rows = []
        align = f' style="text-align: {ALIGN[part.look]};"' if part.look in ALIGN else ""
        lines.append(f"<p{align}>{indent if part.look is Look.BODY else ''}<span>{escape(part.text)}</span></p>")
    return "\n".join(lines)


def trs(parts: tuple[Part, ...], *, charset: str = "utf-8") -> str:
    """TRS editor: title above, source line, buttons, the body in .TRS_Editor, neighbours below."""
    title, body = parts[0].text, parts[1:]
    head = f'<meta name="ArticleTitle" content="{title}">\n<meta name="PubDate" content="2025-01-20 09:18">'
    return page(
        f'<div class="main"><div class="xl-title">{title}</div>\n'
        f'<div class="xl-info"><span>来源：白石坪镇</span> <span>发布时间：2025-01-20 09:18</span> 浏览次数：<em>31</em> '
        f'【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>\n'
        f'<div class="TRS_Editor">{paragraphs(body)}</div>\n'
        f'<div>【打印本页】【关闭窗口】</div><div class="related"><h3>相关文章</h3><ul>'
        + "".join(f'<li><a href="{n}.html">澄源县{n}号文件解读，请看全文，了解情况</a></li>' for n in range(5))
        + "</ul></div></div>",
        title=title,
        head=head,
        charset=charset,
    )


def breaks(parts: tuple[Part, ...]) -> str:
    """One <div> with <br> after every paragraph and &nbsp; as indent; the title is an <h1> outside."""
    lines = []
    for part in parts[1:]:
        lines.append(("&nbsp;" * 4 if part.look is Look.BODY else "") + escape(part.text))
    return page(
        f"<div><h1>{parts[0].text}</h1><p>发布日期：2025-01-20　信息来源：白石坪镇人民政府</p><div id='con'>"
        + "<br>\n<br/>".join(lines)
        + "</div><p>上一篇：没有了</p><p>下一篇：关于森林防火的通告</p></div>",
        title=parts[0].text,
    )


def layout_tables(parts: tuple[Part, ...]) -> str:
    """Tables in tables lay out the whole page, as sites of 2010 did; the paragraphs are <div>s and bare text."""
    inner = "".join(
        f"<tr><td align='{ALIGN.get(part.look, 'left')}'>{escape(part.text)}</td></tr>"
        for part in parts
        if part.look is not Look.ROW
    )
    return page(
        "<table width=1000><tr><td valign=top width=200><table><tr><td><a href='/a'>领导之窗</a></td></tr>"
        "<tr><td><a href='/b'>机构设置</a></td></tr><tr><td><a href='/c'>政策文件</a></td></tr><tr><td><a href='/d'>法治建设</a>"
        f"</td></tr></table></td><td><table class=nr><tbody>{inner}</tbody></table></td></tr></table>"
    )


def card(parts: tuple[Part, ...]) -> str:
    """政府信息公开 page: an index card above, the body in a container without a known name."""
    title = parts[0].text
    return page(
        f'<div class="box"><table class="xxgk"><tr><td>索 引 号：</td><td>00000000X/2025-00003</td><td>主题分类：</td><td>综合政务</td></tr>'
        f"<tr><td>发布机构：</td><td>白石坪镇</td><td>成文日期：</td><td>2025-01-15</td></tr>"
        f"<tr><td>文　　号：</td><td>白政〔2025〕3号</td><td>公开方式：</td><td>主动公开</td></tr>"
        f"<tr><td>名　　称：</td><td colspan=3>{title}</td></tr></table>\n"
        f'<h2 class="bt">{title}</h2><div class="nr">{paragraphs(parts[1:])}</div></div>',
        title=title,
    )


def word(parts: tuple[Part, ...]) -> str:
    """Saved by Word as a web page: no surroundings, mso styles, wrapped source lines, an old <title>."""
    body = []
    for part in parts:
        if part.look is Look.ROW:
            cells = "".join(
                f"<td style='border:solid 1.0pt'><p class=MsoNormal>{cell}</p></td>" for cell in part.text.split("\t")
            )
            body.append(f"<tr>{cells}</tr>")
            continue
        half = next(
            i for i in range(len(part.text) // 2, len(part.text)) if part.text[i] > "\u3000" or i == len(part.text) - 1
        )
        align = (
            f"align={ALIGN[part.look]} style='text-align:{ALIGN[part.look]}'"
            if part.look in ALIGN
            else "style='text-indent:32.0pt'"
        )
        body.append(
            f"<p class=MsoNormal {align}><span style='font-family:仿宋_GB2312'>{part.text[:half]}\n{part.text[half:]}<o:p></o:p></span></p>"
        )
    text = (
        "\n\n".join(body)
        .replace("\n\n<tr>", "\n<table border=1><tr>", 1)
        .replace("</tr>\n\n<p", "</tr></table>\n<p", 1)
    )
    return (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'>\n<head>\n<meta http-equiv=Content-Type content='text/html; charset=gb2312'>\n"
        "<meta name=Generator content='Microsoft Word 15'>\n<title>关于表彰先进的决定</title>\n</head>\n<body lang=ZH-CN>\n"
        f"<div class=WordSection1>\n{text}\n</div>\n</body>\n</html>"
    )
