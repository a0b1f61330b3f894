"""Stamps of a loyalty card: as many numbered circles as its deal says."""

from __future__ import annotations

import re

from layout.carded import STAMPS
from layout.plan import Element

_BOUGHT = re.compile(r"\bbuy\s(?P<n>\w+)\b.*\bfree", re.IGNORECASE | re.DOTALL)
_COUNTED = re.compile(
    r"\b(?:collect|after|every|get|the|your)\s(?:the\s)?(?P<n>\d{1,2}|[a-z]+)(?:th|st|nd|rd)?\b"
    r"|\b(?P<st>\d{1,2}|[a-z]+)\s?(?:\w+\s)?(?:stamps|boxes|punches)\b",
    re.IGNORECASE,
)
_STAMPS, _MOST_STAMPS = 10, 20
_WORDS = ["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ORDINALS = [
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_NUMBERS = {word: n for words in (_WORDS, _ORDINALS) for n, word in enumerate(words, 4)}


def stamps_in(request: str) -> tuple[Element, ...]:
    """As many numbered circles as a loyalty card says; none for other cards."""
    if not re.search(r"\b(?:loyalty|stamp|punch|reward)", request, re.IGNORECASE):
        return ()
    return tuple(
        Element(id=f"stamp-{n}", role="item", text=str(n), group=f"{STAMPS}/row-{n}")
        for n in range(1, _count(request) + 1)
    )


def _count(request: str) -> int:
    """ "Buy 9, get the 10th free" is ten; ten when nothing is said."""
    bought = _BOUGHT.search(request)
    if bought and (number := _number(bought["n"])):
        return min(number + 1, _MOST_STAMPS)
    said = [_number(match["n"] or match["st"]) for match in _COUNTED.finditer(request)]
    return min(next((number for number in said if number > 3), _STAMPS), _MOST_STAMPS)


def _number(word: str) -> int:
    """A number in digits or as a word; 0 when it is none."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 0)
