"""A report that a clerk could have written, and what its page shows."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from checker.app import Examination
from checker.model.result import CheckResult, Finding
from checker.reporters import html

REPORT = """\
清源县白石镇人民政府
关于2023年度法治政府建设情况的报告

县委、县政府：

2023年，白石镇深入学习贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下。

一、主要举措和成效

（一）依法决策更加规范。全年召开党委会、镇长办公会研究涉法事项14次，重大行政决策全部经过公众参与、专家论证、风险评估、合法性审查和集体讨论决定，审查合同38份、规范性文件2件，没有发生因决策引起的行政诉讼。镇法律顾问列席会议9次，出具法律意见书21份，意见采纳率100%。

（二）执法行为更加严格。落实行政执法公示、执法全过程记录和重大执法决定法制审核三项制度，办理行政处罚案件12件，全部录入执法平台。开展农村宅基地、占道经营、燃气安全专项检查46次，发现问题87处，当场整改79处，限期整改8处。组织执法人员培训4次，新增持证人员3名，现有持证执法人员15名。

（三）矛盾纠纷及时化解。坚持和发展新时代“枫桥经验”，排查矛盾纠纷134件，调解成功130件，成功率97%。办理信访事项22件，按期办结率100%。没有被申请行政复议、没有被提起行政诉讼的案件。

（四）普法宣传更加深入。开展宪法宣传周、民法典进农家等活动23场，接待咨询426人次，发放资料3200份，培育“法律明白人”64名。政府信息主动公开118条，依申请公开2件，均按时答复。

二、存在的不足和原因

一是执法力量不足。持证人员只占在编人员的三成，主要原因是镇里编制紧、新进人员取证需要时间。二是普法的针对性不强。宣传多在集镇，偏远村组去得少，原因在于交通不便、宣传队伍人手不够，内容也没有按不同人群来准备。三是档案不够完整。个别案卷缺少过程记录，原因是执法人员对记录制度学习不深、镇里的检查也不经常。

三、党政主要负责人履行推进法治建设第一责任人职责情况

镇党委书记、镇长认真履行推进法治建设第一责任人职责，把法治建设列入年度工作要点，与经济工作同部署、同考核。书记主持党委会专题研究法治建设3次，听取工作汇报2次，带头讲法治课2次；镇长主持会前学法12次，签批合法性审查意见38份，对2起疑难案件亲自包案、亲自督办。年底，书记、镇长在述职报告中述法，并接受评议。

四、2024年工作安排

2024年，白石镇将做好三项工作：一是加强执法队伍建设，新增持证执法人员5名，每季度组织一次案卷评查；二是改进普法方式，把宣传送到12个偏远村组，每村每年不少于2场；三是健全档案管理，修订执法案卷归档办法，6月底前补齐历年案卷，年底前完成一次全面检查。

清源县白石镇人民政府
2024年1月18日
"""


def page_of(examined: Examination) -> LexborHTMLParser:
    """The page of one report, parsed as a browser would."""
    return LexborHTMLParser("".join(html.page("1", [examined.result], [html.sheet(examined)])))


def numbered(result: CheckResult) -> Iterator[tuple[int, Finding]]:
    """Findings with the numbers that the page gives them: from 1 in the order of their places."""
    order = sorted(
        range(len(result.findings)),
        key=lambda i: (result.findings[i].line or 10**9, result.findings[i].column or 0, i),
    )
    return ((number, result.findings[i]) for number, i in enumerate(order, 1))


def marked(page: LexborHTMLParser, number: int) -> str:
    """The words on the page that are marked for a finding, pieces joined."""
    return "".join(mark.text() for mark in page.css(f'.mark[data-findings~="{number}"]'))
