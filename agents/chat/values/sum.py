"""Sums, percentages and counts in copy and in chat: "£12", "12.90", "two quid", "half price".

A sum that is said is written the way the one that stands is: its sign, its decimals, its commas.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from agents.chat.figures import NUMBERS

Kind = Literal["money", "percent", "number"]
_CENT = Decimal("0.01")


class Sum(NamedTuple):
    start: int
    end: int
    text: str
    amount: Decimal
    kind: Kind
    figure: tuple[int, int]  # where its figures stand
    sign: str = ""  # of a currency

    def same_as(self, other: Sum) -> bool:
        """A bare number may be any sum."""
        kinds = {self.kind, other.kind}
        return self.amount == other.amount and kinds != {"money", "percent"}


_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_TEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ONE = rf"{_DIGIT}|{_TEEN}"
_TEN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_FIGURE = r"(?P<n>\d{1,3}(?:[,.]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d))(?P<k>k\b)?"
_SIGNS = {"dollar": "$", "buck": "$", "pound": "£", "quid": "£", "euro": "€", "eur": "€"}
_UNIT = r"(?P<unit>€|£|\$|euros?|eur|pounds?|quid|dollars?|bucks?)(?!\w)"
_AT = r"(?<![\w.,:/-])"
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("percent", rf"{_AT}(?P<n>\d{{1,3}}(?:[.,]\d+)?) ?(?:%|per ?cent\b|prozent\b)"),
    ("percent", rf"\b(?P<w>{_WORD}) ?(?:%|per ?cent\b)"),
    ("percent", r"\b(?P<share>half)(?:[ -]price| off)\b|\ba (?P<part>third|quarter) off\b"),
    ("money", rf"(?<![\w.,:/-])(?P<sign>[€£$]) ?{_FIGURE}"),
    (
        "money",
        rf"\b(?P<w>{_ONE}|{_TEN}) (?:euros?|pounds?|dollars?|quid|bucks?) (?:and )?"
        rf"(?P<hundredths>{_TEN}(?:[ -](?:{_DIGIT}))?|{_TEEN})\b",
    ),
    ("money", rf"{_AT}{_FIGURE} ?{_UNIT}"),
    ("money", rf"\b(?P<w>{_WORD}|(?:an?)) {_UNIT}"),
    ("money", r"\b(?:an? )?(?P<note>tenner|fiver)\b"),
    ("money", r"(?<![\w-])(?P<free>free|gratis|kostenlos|frei)(?![\w-])"),
    ("money", rf"\b(?P<w>{_ONE}|{_TEN}) (?P<hundredths>{_TEN}(?:[ -](?:{_DIGIT}))?|{_TEEN})\b"),
    ("money", rf"{_AT}(?P<cents>\d{{1,2}}|{_WORD}) ?(?:cents?|pence|p)\b(?!\.)"),
    ("number", rf"{_AT}{_FIGURE}(?![\w%:/]|[.,-]\d|\.\w)"),
)
_FORMS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_SHARES = {"half": Decimal(50), "third": Decimal(33), "quarter": Decimal(25)}
_NOTES = {"tenner": 10, "fiver": 5}
_WORDS = re.compile(rf"\b(?P<w>{_WORD})\b", re.IGNORECASE)


def sums_in(text: str, words: bool = False) -> list[Sum]:
    """Every sum from left to right; `words` also takes bare number words."""
    found: list[Sum] = []
    more: tuple[tuple[Kind, re.Pattern[str]], ...] = (("number", _WORDS),)
    for kind, form in (*_FORMS, *(more if words else ())):
        for match in form.finditer(text):
            if not any(s.start < match.end() and match.start() < s.end for s in found):
                found.append(_sum(match, kind))
    return sorted(found, key=lambda s: s.start)


def _sum(match: re.Match[str], kind: Kind) -> Sum:
    told = match.groupdict()
    if told.get("free"):
        return Sum(*match.span(), match[0], Decimal(0), kind, match.span())
    if share := told.get("share") or told.get("part"):
        return Sum(*match.span(), match[0], _SHARES[share.lower()], kind, match.span())
    if told.get("hundredths"):
        pair = [_whole(told[x].replace("-", " ")) for x in ("w", "hundredths")]
        amount = Decimal(pair[0]) + Decimal(pair[1]) / 100
        return Sum(*match.span(), match[0], amount, kind, match.span())
    if note := told.get("note"):
        return Sum(*match.span(), match[0], Decimal(_NOTES[note.lower()]), kind, match.span("note"))
    if told.get("cents"):
        amount = Decimal(_whole(told["cents"])) / 100
        return Sum(*match.span(), match[0], amount, kind, match.span("cents"))
    if told.get("w"):
        amount, figure = Decimal(_whole(told["w"])), match.span("w")
    else:
        amount, figure = _amount(told["n"]), match.span("n")
        amount *= 1000 if told.get("k") else 1
    unit = (told.get("unit") or "").lower().rstrip("s")
    sign = told.get("sign") or (unit if unit in ("€", "£", "$") else _SIGNS.get(unit, ""))
    return Sum(*match.span(), match[0], amount, kind, figure, sign)


def _whole(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 1)


def _amount(figure: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?", figure):
        return Decimal(figure.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", figure):
        return Decimal(figure.replace(".", "").replace(",", "."))
    return Decimal(figure.replace(",", "."))


def written(old: Sum, amount: Decimal, sign: str = "") -> str:
    """The whole of the old sum with another amount, and another sign where one is said."""
    if not amount:
        return "Free" if old.start == 0 else "free"
    if not old.amount:  # it was free
        return sign + _figure("", amount)
    start, end = (at - old.start for at in old.figure)
    figure = old.text[start:end]
    if figure.isdigit() and int(figure) == 100 * old.amount:
        amount *= 100  # of a sum in pence
    said = old.text[:start] + _figure(figure, amount) + old.text[end:]
    if sign and old.sign and sign != old.sign:
        said = said.replace(old.sign, sign)
    elif sign and not old.sign and old.kind == "money":
        said = sign + said
    return said


def _figure(old: str, amount: Decimal) -> str:
    amount = amount.quantize(_CENT, ROUND_HALF_UP)
    decimals = re.search(r"([.,])(\d{1,2})$", old)
    point = decimals[1] if decimals else ("," if re.search(r"\d\.\d{3}\b", old) else ".")
    thousands = {".": ",", ",": "."}[point] if re.search(r"\d[.,]\d{3}(?!\d)", old) else ""
    whole = f"{int(amount):,}".replace(",", thousands)
    if decimals is None and amount == int(amount):
        return whole
    places = len(decimals[2]) if decimals else 2
    return f"{whole}{point}{str(amount % 1)[2:4].ljust(2, '0')[:places]}"
