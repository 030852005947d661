"""A list number as Word prints it in each of its number formats (ST_NumberFormat, ECMA-376 part 1, 17.18.59).

What the standard leaves open (beyond the last character of a set, zeros inside) follows what Word prints.
"""

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_LEGAL_JAPANESE = "〇壱弐参四伍六七八九"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# format: the characters that stand for 1, 2, …; a number beyond the last is printed in Arabic figures
_SETS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ideographEnclosedCircle": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
}
_LARGEST = 9_999  # a larger number is no list number; it is printed in Arabic figures


def numeral(number: int, form: str) -> str:
    """`numeral(12, "chineseCountingThousand") == "十二"`, `numeral(3, "decimalEnclosedCircle") == "③"`.

    An unknown format is printed in Arabic figures, "none" and "bullet" as nothing.
    """
    if form in ("none", "bullet"):
        return ""
    if not 0 < number <= _LARGEST:
        return str(number)
    if characters := _SETS.get(form):
        return characters[number - 1] if number <= len(characters) else str(number)
    match form:
        case "chineseCounting" | "taiwaneseCounting":
            return _chinese(number) if number < 100 else _spelled(number)
        case "chineseCountingThousand" | "taiwaneseCountingThousand":
            return _chinese(number)
        case "japaneseCounting":
            return _japanese(number)
        case "chineseLegalSimplified":
            return _counted(number, _LEGAL, "拾佰仟")
        case "ideographLegalTraditional":
            return _counted(number, _LEGAL_TRADITIONAL, "拾佰仟")
        case "japaneseLegal":
            return _counted(number, _LEGAL_JAPANESE, "拾百阡").replace("〇", "")
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return _spelled(number)
        case "ideographZodiacTraditional":
            pair = _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]
            return pair if number <= 60 else str(number)
    return _western(number, form)


def _western(number: int, form: str) -> str:
    match form:
        case "decimalZero":
            return f"{number:02d}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)})
        case "upperRoman" | "lowerRoman" if number < 4000:
            return _roman(number) if form == "upperRoman" else _roman(number).lower()
        case "upperLetter" | "lowerLetter" if number <= 26 * 30:
            letter = chr((65 if form == "upperLetter" else 97) + (number - 1) % 26)
            return letter * ((number - 1) // 26 + 1)
        case "numberInDash":
            return f"- {number} -"
        case "ordinal":
            ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            return f"{number}th" if 10 < number % 100 < 14 else f"{number}{ending}"
        case "hex":
            return f"{number:X}"
    return str(number)


def _spelled(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _chinese(number: int) -> str:
    text = _counted(number, _DIGITS, "十百千")
    return text[1:] if 10 <= number < 20 else text


def _japanese(number: int) -> str:
    text = _counted(number, _DIGITS, "十百千").replace("〇", "")
    return text.replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _counted(number: int, digits: str, units: str) -> str:
    """`digits` are 〇 to 九, `units` 十百千; every digit stands before its unit: 12 is 一十二."""
    text = ""
    for power, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        if digit := number // power % 10:
            text += digits[digit] + unit
        elif text and not text.endswith(digits[0]):
            text += digits[0]
    return text.rstrip(digits[0])


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
