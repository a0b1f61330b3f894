"""Stamps of a loyalty card: as many numbered circles as its deal says."""

from __future__ import annotations

import re

from layout.carded import STAMPS
from layout.plan import Element

_BOUGHT = re.compile(r"\bbuy\s(?P<n>\w+)\b.*\bfree", re.IGNORECASE | re.DOTALL)
_COUNTED = re.compile(
    r"\b(?:collect|after|every|get|the|your)\s(?:the\s)?(?P<n>\d{1,2}|[a-z]+)(?:th|st|nd|rd)?\b"
    r"|\b(?P<st>\d{1,2}|[a-z]+)\s?(?:\w+\s)?(?:stamps|boxes|punches|circles)\b",
    re.IGNORECASE,
)
_STAMPS, _MOST_STAMPS = 10, 20
_CARDS = re.compile(r"\b(?:loyalty|stamp|punch|reward)", re.IGNORECASE)
_N = r"(?:\d{1,2}|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PLACES = re.compile(
    rf"\b(?:{_N} (?:[a-z]+ )?stamps"
    rf"|(?:room|spaces?|places?|fields?|circles|boxes) (?:for|to) (?:the )?(?:{_N} )?stamps?"
    rf"|{_N} (?:[a-z]+ )?(?:circles|boxes|fields|spaces) (?:for|to) stamp\w*)\b",
    re.IGNORECASE,
)
_WORDS = "four five six seven eight nine ten eleven twelve"
_ORDINALS = "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_NUMBERS = {w: n for words in (_WORDS, _ORDINALS) for n, w in enumerate(words.split(), 4)}


def is_stamped(request: str) -> bool:
    """Whether a paper has places to stamp, whatever it is called: "space for five stamps"."""
    return _PLACES.search(request) is not None


def stamps_in(request: str) -> tuple[Element, ...]:
    """As many numbered circles as a loyalty card says; none for other cards."""
    if not (_CARDS.search(request) or is_stamped(request)):
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
