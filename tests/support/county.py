"""Invented counties full of invented reports, with what was planted in each: for audits and their benchmarks.

Everything comes from the number of the report, so that the same call gives the same bytes. Reports share set formulas
and nothing else, unless one is a copy.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

_FIRST = "白石清云松桐梅兰溪桥沙岭泉平安宁和长青金银双龙凤虎鹤鹿马牛羊柳桃杏竹枫荷莲芦苇"
_LAST = "石溪桥岭泉坪坝湾塘坡沟坞渡浦洲岗岩峡台阁亭寨营堡屯铺店井窑冲"
COUNTIES = (
    "清源县",
    "云岭县",
    "松江桥县",
    "桐柏原县",
    "梅川坝县",
    "兰溪口县",
    "沙河湾县",
    "平泉坞县",
    "长亭渡县",
    "青竹坪县",
)

_WHEN = "年初 春季 三月以来 汛期前 上半年 年中 入夏后 暑期 下半年 秋收期间 第四季度 年末 换届后 机构调整后 专项行动期间 集市日 农闲时节 春耕时".split()
_WHO = "司法所 综合行政执法队 党政综合办 平安法治办 便民服务中心 农业服务中心 人民调解委员会 法律顾问 包片干部 网格员 村级普法骨干 妇联干部 退役军人服务站 应急管理办 规划建设办 社会事务办".split()
_ACT = "逐户走访 逐件核对 分批轮训 现场勘验 上门答疑 集中会审 交叉评查 联合巡查 蹲点督办 定期回访 限期销号 分类建档 公开听证 结对帮带 提前介入 当面约谈 全程跟踪 挂牌督促 夜间宣讲 案例复盘".split()
_WHAT = "林权界线纠纷 土地流转合同 宅基地审批卷宗 河道采砂线索 集体资产租赁协议 农资店铺 校园周边摊点 餐饮后厨 烟花爆竹网点 噪声扰民投诉 劳务欠薪诉求 占道经营商户 危房改造台账 秸秆禁烧区段 养殖污染点位 村规民约条款 工程招标文书 信访积案 邻里排水争议 婚姻家庭矛盾 交通劝导站点 古树名木保护 电信诈骗警示 养老机构消防 渡口船舶安全".split()
_AIM = "把问题解决在萌芽 让群众少跑冤枉路 压缩了办理时间 补上了制度漏洞 理清了责任边界 降低了重复来访 提高了卷宗质量 规范了裁量尺度 带动了村民议事 避免了越权审批 堵住了程序瑕疵 形成了书面清单 留存了完整记录 赢得了商户理解 缩短了调处周期 减少了同类争议".split()
_FORMULAS = (
    "坚持以习近平新时代中国特色社会主义思想为指导", "深入学习贯彻习近平法治思想", "切实增强“四个意识”", "坚定“四个自信”",
    "坚决做到“两个维护”", "把法治建设摆在全局工作的重要位置", "严格落实行政执法责任制", "全面推行行政执法公示制度",
    "不断提高依法行政的能力和水平", "营造办事依法、遇事找法的良好氛围", "扎实推进“八五”普法规划实施",
    "坚持和发展新时代“枫桥经验”", "做到矛盾纠纷早发现早处置", "自觉接受人大监督和社会监督", "为全面推进乡村振兴提供有力法治保障",
    "进一步压实各级各部门工作责任", "推动法治政府建设各项任务落地见效",
)  # fmt: skip
_HEADS = ("加强组织领导", "依法科学决策", "规范行政执法", "化解矛盾纠纷", "深化法治宣传")
_POINTS = {"plan": 15.0, "duty": 20.0, "shortcomings": 15.0, "date": 4.0, "addressee": 2.0, "signature": 4.0}
PLANTS = ("", "", "", "date", "addressee", "plan", "", "duty", "signature", "plan duty", "", "shortcomings date")


WAYS = ("renamed", "30% new", "50% new", "one word", "two words")  # words changed are in every sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A generated report and what was planted: lacking pieces, the score they leave, the report it is a copy of."""

    number: int
    county: str
    town: str
    year: int
    text: str
    lacking: tuple[str, ...]
    score: float
    source: int | None = None

    @property
    def path(self) -> str:
        return f"{self.county}/{self.year}/{self.number:05d}-{self.town}.txt"

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(part for part in self.lacking if part in ("plan", "duty", "shortcomings"))


def town(number: int) -> str:
    """`number` from 0; different numbers below 1,000 in one county give different names."""
    first, last = divmod(number, len(_LAST))
    return f"{_FIRST[first % len(_FIRST)]}{_LAST[last]}镇"


def county(
    count: int, *, year: int = 2023, copies: int = 0, seed: int = 0, ways: tuple[str, ...] = WAYS
) -> Iterator[Planted]:
    """`count` reports, of which the last `copies` are copied from earlier ones, in these ways by turns."""
    per = max(1, -(-count // len(COUNTIES)))
    for number in range(count):
        place, name = COUNTIES[number // per], town(number % per)
        lacking = tuple(PLANTS[number % len(PLANTS)].split())
        source = number - (count - copies) if number >= count - copies else None
        body = _body(number if source is None else source, seed)
        if source is not None:
            body = altered(body, ways[number % len(ways)], random.Random(f"copy {seed} {number}"))
        text = _report(place, name, year, body, lacking, number + seed)
        yield Planted(
            number=number, county=place, town=name, year=year, text=text, lacking=lacking, score=score(lacking),
            source=source,
        )  # fmt: skip


def score(lacking: tuple[str, ...]) -> float:
    """By the 扣分表 of the shipped township template: a missing part caps at 59, each further one ten lower."""
    left = 100 - sum(_POINTS[name] for name in lacking)
    parts = sum(name in ("plan", "duty", "shortcomings") for name in lacking)
    return min(left, 59 - 10 * (parts - 1)) if parts else left


Body = list[list[list[str]]]  # sections of sentences of clauses; {n} stands for figures, {t} for the town


def _body(number: int, seed: int) -> Body:
    chance = random.Random(f"body {seed} {number}")
    seen: set[str] = set()
    return [[_new_sentence(chance, seen) for _ in range(chance.randint(7, 9))] for _ in _HEADS]


def _new_sentence(chance: random.Random, seen: set[str]) -> list[str]:
    """A sentence none of whose clauses is among those `seen`, formulas aside: no report says a thing twice."""
    sentence = _sentence(chance)
    while seen.intersection(sentence).difference(_FORMULAS):
        sentence = _sentence(chance)
    seen.update(sentence)
    return sentence


def _sentence(chance: random.Random) -> list[str]:
    pick = chance.choice
    one = f"{pick(_WHEN)}{pick(_WHO)}{pick(_ACT)}{pick(_WHAT)}{{n}}件"
    two = f"{pick(_WHO)}会同{pick(_WHO)}对{pick(_WHAT)}{pick(_ACT)}{{n}}次"
    three = f"{pick(_WHO)}{pick(_ACT)}后{pick(_WHAT)}{pick(_AIM)}"
    clauses = [one, two, three] if chance.random() < 0.7 else [two, three]
    if chance.random() < 0.45:
        clauses.insert(0, pick(_FORMULAS))
    return clauses


def _clauses(body: Body) -> set[str]:
    return {clause for section in body for sentence in section for clause in sentence}


def altered(body: Body, way: str, chance: random.Random) -> Body:
    """The body as a copier leaves it: names and figures always new; see WAYS. "four words" is for benchmarks."""
    if way.endswith("new"):
        share = 0.3 if way.startswith("30") else 0.5
        seen = _clauses(body)
        return [[_new_sentence(chance, seen) if chance.random() < share else s for s in section] for section in body]
    if way.endswith(("word", "words")):
        times = {"one": 1, "two": 2, "four": 4}[way.split()[0]]
        return [[_reworded(sentence, times, chance) for sentence in section] for section in body]
    return body


def _reworded(sentence: list[str], times: int, chance: random.Random) -> list[str]:
    changed = list(sentence)
    for _ in range(times):
        at = chance.randrange(len(changed))
        changed[at] = changed[at][:2] + chance.choice(("再", "又", "均", "仍", "还")) + changed[at][2:]
    return changed


def _report(place: str, name: str, year: int, body: Body, lacking: tuple[str, ...], seed: int) -> str:
    chance = random.Random(f"figures {place} {name} {year} {seed}")
    lines = [f"{place}{name}人民政府", f"关于{year}年度法治政府建设情况的报告", ""]
    if "addressee" not in lacking:
        lines += ["县委、县政府：", ""]
    lines += [f"{year}年，{name}围绕县委、县政府中心工作，扎实推进法治政府建设。现将有关情况报告如下。", ""]
    lines += ["一、主要举措和成效", ""]
    for ordinal, head, section in zip("一二三四五", _HEADS, body, strict=True):
        text = "。".join("，".join(sentence) for sentence in section) + "。"
        while "{n}" in text:
            text = text.replace("{n}", str(chance.randint(2, 96)), 1)
        lines += [f"（{ordinal}）{head}", "", text, ""]
    own = _sentence_bank(chance, year, _clauses(body))
    ordinals = iter("二三四")
    for part in ("shortcomings", "duty", "plan"):
        if part not in lacking:
            title, text = own[part]
            lines += [f"{next(ordinals)}、{title}", "", text, ""]
    if "signature" not in lacking:
        lines.append(f"{place}{name}人民政府")
    if "date" not in lacking:
        lines.append(f"{year + 1}年1月{chance.randint(4, 28)}日")
    return "\n".join(lines) + "\n"


def _sentence_bank(chance: random.Random, year: int, seen: set[str]) -> dict[str, tuple[str, str]]:
    def detail() -> str:
        sentence = [clause for clause in _new_sentence(chance, seen) if clause not in _FORMULAS]
        return "，".join(clause.replace("{n}", str(chance.randint(2, 40))) for clause in sentence)

    where = chance.choice(_WHAT)
    return {
        "shortcomings": (
            "存在的不足和原因",
            f"一是执法力量不足。处理{where}时人手偏少，主要原因是{chance.choice(_WHO)}编制紧张。"
            f"二是普法针对性不强。围绕{chance.choice(_WHAT)}的宣传不够，原因在于{chance.choice(_WHO)}培训偏少，"
            f"{chance.choice(_ACT)}做得不细，对{chance.choice(_WHAT)}研究不深。",
        ),
        "duty": (
            "党政主要负责人履行推进法治建设第一责任人职责情况",
            f"镇党委书记、镇长认真履行推进法治建设第一责任人职责，全年主持研究法治议题{chance.randint(2, 9)}次，"
            f"亲自督办{where}{chance.randint(2, 9)}件，在年终述职中一并述法。{detail()}。{detail()}。",
        ),
        "plan": (
            "下一年度主要安排",
            f"{year + 1}年，重点做好以下工作：一是持续学习贯彻习近平法治思想，{chance.choice(_WHO)}对"
            f"{chance.choice(_WHAT)}{chance.choice(_ACT)}不少于{chance.randint(2, 9)}次。二是充实执法力量，6月底前完成"
            f"{chance.choice(_WHO)}岗位调整，对{chance.choice(_WHAT)}{chance.choice(_ACT)}。三是提升普法实效，"
            f"围绕{chance.choice(_WHAT)}{chance.choice(_ACT)}，下半年由{chance.choice(_WHO)}开展一次专项检查。",
        ),
    }  # fmt: skip
