"""One report, written once and laid out in every format by the builders beside this file. All places are invented."""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    TITLE = "title"  # centred, large
    PLAIN = "plain"  # flush left: the addressee
    BODY = "body"  # indented by two characters
    RIGHT = "right"  # signature and date
    ROW = "row"  # cells separated by tabs


@dataclass(frozen=True, slots=True)
class Part:
    look: Look
    text: str


REPORT: tuple[Part, ...] = (
    Part(Look.TITLE, "白石坪镇人民政府关于2024年度法治政府建设情况的报告"),
    Part(Look.PLAIN, "澄源县人民政府："),
    Part(Look.BODY, "2024年，白石坪镇坚持以习近平法治思想为指导，认真落实《法治政府建设实施纲要（2021—2025年）》，围绕县委、县政府工作部署，持续推进依法行政。现将有关情况报告如下："),
    Part(Look.BODY, "一、2024年度推进法治政府建设的主要举措和成效"),
    Part(Look.BODY, "（一）健全工作机制，压实法治建设责任"),
    Part(Look.BODY, "成立由镇党委书记、镇长任双组长的法治政府建设工作领导小组，全年召开专题会议4次，研究解决执法人员不足、合法性审查力量薄弱等问题6项。将法治建设纳入村（社区）年度考核，占比由5%提高到8%。"),
    Part(Look.BODY, "（二）严格规范执法，提升依法行政水平"),
    Part(Look.BODY, "全面落实行政执法“三项制度”，办理行政处罚案件12件，罚款金额3.6万元，未发生行政复议被撤销或行政诉讼败诉情形。对12份行政规范性文件和合同进行合法性审查，提出意见27条，全部采纳。"),
    Part(Look.BODY, "1. 加强执法队伍建设。新增持证执法人员3名，持证人员达到11名，组织业务培训5次。"),
    Part(Look.BODY, "2. 规范行政裁量。对照裁量基准逐案说理，制作执法文书样本9种。"),
    Part(Look.BODY, "（三）化解矛盾纠纷，夯实基层治理基础"),
    Part(Look.BODY, "排查矛盾纠纷186件，调解成功181件，成功率97.3%；受理群众信访34件，办结34件。各村调解情况见下表。"),
    Part(Look.ROW, "村（社区）\t排查件数\t调解成功件数"),
    Part(Look.ROW, "白石社区\t74\t72"),
    Part(Look.ROW, "下坪村\t61\t59"),
    Part(Look.ROW, "柳湾村\t51\t50"),
    Part(Look.BODY, "二、党政主要负责人履行推进法治建设第一责任人职责情况"),
    Part(Look.BODY, "镇党委书记、镇长带头学法，主持党委理论学习中心组法治专题学习4次，听取法治工作汇报3次，对重大行政决策事项亲自把关，在年终述职时同步述法。"),
    Part(Look.BODY, "三、存在的不足和原因"),
    Part(Look.BODY, "一是执法力量仍显薄弱。综合行政执法队实有8人，承接县级赋权事项后，专业人员偏少，原因是招录渠道窄、培训周期长。"),
    Part(Look.BODY, "二是普法方式较为单一。宣传多以发放资料为主，针对青少年和外出务工人员的活动不多，原因是经费和师资不足。"),
    Part(Look.BODY, "四、2025年度工作安排"),
    Part(Look.BODY, "（一）充实执法力量。2025年6月底前完成2名专业人员配备，全年轮训执法人员不少于60学时。"),
    Part(Look.BODY, "（二）创新普法形式。依托http://www.example.org/fazhi平台开展线上普法，组织“法律进校园”活动不少于6场。"),
    Part(Look.BODY, "特此报告。"),
    Part(Look.RIGHT, "白石坪镇人民政府"),
    Part(Look.RIGHT, "2025年1月15日"),
)  # fmt: skip

TEXTS: tuple[str, ...] = tuple(part.text for part in REPORT)
