"""A sentence in the place of a report where the work of the year is told."""

import re
from pathlib import Path

from tests.support.desk import judge, of_rule

CLEAN = Path(__file__).parents[2].joinpath("examples/township/01-good.txt").read_text("utf-8")
SLOT = "走访企业64家次，帮助解决用地、用工等问题21个。"


def quotes(rule: str, sentence: str, *, year: int = 2023) -> list[str | None]:
    """What the rule quotes when `sentence` stands among the achievements of a clean report on `year`."""
    assert SLOT in CLEAN
    text = re.sub(r"202[34](?=年)", lambda found: str(int(found[0]) - 2023 + year), CLEAN)
    return [finding.quote for finding in of_rule(judge(text.replace(SLOT, SLOT + sentence)), rule)]
