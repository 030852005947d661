"""An organ's name → the county and the unit that it speaks of."""

import re

# 清源县白石镇人民政府 → 清源县, 白石镇; at least two characters before the level, as in 市中区
_COUNTY = re.compile(r"[一-鿿]{1,7}?(?:自治县|自治旗|县|区|旗|市)")
_UNIT = re.compile(r"[一-鿿]{1,8}?(?:民族乡|镇|乡|苏木|街道)")
_TAIL = re.compile(r"^(?:中共|中国共产党)|(?:委员会|人民政府|党委|党工委|工委|党组|办事处|办公室|（.*）)+$")


def county_and_unit(organ: str) -> tuple[str, str]:
    """`county_and_unit("清源县白石镇人民政府") == ("清源县", "白石镇")`; "" for what the name does not say.

    A county's or a department's own name is the unit: 清源县人民政府 gives 清源县 twice, 清源县司法局 gives 司法局.
    """
    name = _TAIL.sub("", "".join(organ.split()))
    county, at = "", 0
    while (match := _COUNTY.match(name, at)) is not None:
        if name.startswith(("街道", "镇", "乡"), match.end()):
            break  # 城区街道: 区 belongs to the unit's name
        county, at = match[0], match.end()
    unit = name[at:]
    if not unit:
        return county, county
    found = _UNIT.match(unit)
    return county, found[0] if found else unit


def year_in(text: str) -> int | None:
    """The last year that a path or a heading names: `year_in("清源县/2023/白石镇.docx") == 2023`"""
    found = re.findall(r"(?<!\d)(20\d\d)(?!\d)", text)
    return int(found[-1]) if found else None
