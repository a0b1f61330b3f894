"""Numbers and hours in words as figures: fifteen dollars, half past seven."""

from __future__ import annotations

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True)
)  # fmt: skip
NUMBERS: dict[str, int] = {
    **{word: n for n, word in enumerate(_ONES)},
    **_TENS,
    **{f"{ten}-{_ONES[n]}": value + n for ten, value in _TENS.items() for n in range(1, 10)},
    **{f"{ten} {_ONES[n]}": value + n for ten, value in _TENS.items() for n in range(1, 10)},
}
_ONE = "|".join(_ONES)
_NUMBER = (
    rf"(?:(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<unit>{_ONE}))?|(?P<ones>{_ONE})"
    r"(?P<hundred> hundred)?|(?P<a>an? hundred))"
)
_MEASURE = r"(?P<what>dollars?|pounds?|euros?|quid|percent|per cent|%|(?:o'? ?clock)|am|pm)"
_SUM = re.compile(rf"\b{_NUMBER} ?{_MEASURE}\b", re.IGNORECASE)
_HOUR = re.compile(
    rf"\b(?P<part>half|quarter) (?P<way>past|to) (?P<hour>{_ONE}|\d{{1,2}})\b", re.IGNORECASE
)
_SIGNS = {"dollar": "$", "pound": "£", "quid": "£", "euro": "€"}


def in_figures(text: str) -> str:
    """The text with sums and hours written in figures."""
    return _SUM.sub(_sum, _HOUR.sub(_hour, text))


def _sum(match: re.Match[str]) -> str:
    what = match["what"].lower()
    if match["a"] or match["hundred"]:
        number = 100 * (_ONES.index(match["ones"].lower()) if match["hundred"] else 1)
    elif match["tens"]:
        unit = match["unit"]
        number = _TENS[match["tens"].lower()] + (_ONES.index(unit.lower()) if unit else 0)
    else:
        number = _ONES.index(match["ones"].lower())
    sign = next((s for name, s in _SIGNS.items() if what.startswith(name)), "")
    if sign:
        return f"{sign}{number}"
    return f"{number}%" if what.startswith("per") or what == "%" else f"{number} {what}"


def _hour(match: re.Match[str]) -> str:
    said = match["hour"].lower()
    hour = int(said) if said.isdigit() else _ONES.index(said)
    minutes = 30 if match["part"].lower() == "half" else 15
    if match["way"].lower() == "to":
        hour, minutes = hour - 1, 60 - minutes
    return f"{hour}:{minutes:02d}"
