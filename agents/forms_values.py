"""One row of a list as people write it: a name with a price, a time, a date, hours or a number."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from agents.dates import DATE, TIME, WEEKDAY_NAME

Kind = Literal["price", "time", "date", "hours", "share", "number", ""]


class Row(NamedTuple):
    """`leads` tells that the value stands before the name, as the time of a programme does."""

    name: str
    value: str
    kind: Kind
    note: str = ""
    leads: bool = False


_SIGN = r"(?:US\$|A\$|C\$|[$€£¥₹₽₩]|\bRs\.?|\b(?:USD|EUR|GBP|CHF|AUD|CAD|INR)\b)"
_AMOUNT = r"(?:\d{1,3}(?:[,.'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
_UNIT = (
    r"(?:€|₽|₹|元|円|원|(?:euros?|EUR|USD|dollars?|pounds?|GBP|CHF|rupees?|руб\.?|pesos?|zł"
    r"|kr|лв|ريال|درهم|جنيه)(?!\w))"
)
_ONE = rf"(?:{_SIGN}\s?{_AMOUNT}k?|{_AMOUNT}\s?{_UNIT})"
_PER = (
    r"(?:\sper\s[a-z]+\b|\s?(?:/|per\s|an?\s|each\b)\s?(?:person|month|mo\b|week|year|night|ticket|kg|lb|day|hour"
    r"|head|adult|child|piece|glass|cup|bottle|slice|pair|class|session|seat|visit)?)?\+?"
)
MONEY = rf"(?:from\s|ab\s|\+\s?)?{_ONE}(?:\s?(?:-|–|/|to)\s?(?:{_ONE}|{_AMOUNT}))?{_PER}"
_CLOCK = r"\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?\s?m\b\.?)?"
_HOURS = (
    rf"(?:{_CLOCK}\s?(?:-|–|—|to|until|till|bis|à)\s?{_CLOCK}(?:\s?(?:Uhr|h)\b)?|closed|Closed"
    r"|CLOSED|by appointment|geschlossen|cerrado|fermé|chiuso|24 hours)"
)
_DAYS = rf"{WEEKDAY_NAME}(?:\s?(?:-|–|—|to|through|and|&|/|,|bis)\s?{WEEKDAY_NAME})*"
_LINK = r"\s*(?:\.{2,}|…+|[-–—:=@|→>(]+|\bfor\b|\bat\b|\bcosts?\b|\bis\b|\bum\b|\bà\b)?\s*"
_SHARE = r"\d{1,3}(?:[.,]\d+)?\s?%(?:\s(?:off|discount))?"
_BARE = r"\d{1,6}(?:[.,]\d{1,2})?(?:\s?(?:k|m|mio|million|thousand|h|min|units?|pcs?))?"
_NAME = r"(?P<name>[^\W_](?:.*?[^\s\-–—:=@|(.])?\.?)"
_FREE = r"(?:for )?free|gratis|complimentary|included|sold out|frei"
_GUESTS = (
    r"(?P<name>(?:children|kids|members|students|seniors|babies|toddlers|infants|locals|parking"
    r"|entry|admission|under[- ]\d+s?|adults|kinder)(?: under \d+)?)"
)


def _first(value: str) -> re.Pattern[str]:
    """The value, then the name."""
    return re.compile(
        rf"^(?P<value>{value})(?!\w)\s*(?:[-–—:|,]+|\bis\b)?\s*(?P<name>[^\W\d_(\"“'].*"
        rf"|\d[^\W_].*)$",
        re.IGNORECASE | re.DOTALL,
    )


def _last(value: str, name: str = _NAME) -> re.Pattern[str]:
    """The name, then the value, then perhaps what is to be said about it."""
    return re.compile(
        rf"^{name}(?:{_LINK}(?<![^\W_]))(?P<value>{value})(?![\w%]|[:.,]\d)\)?(?:\s*"
        rf"(?:[-–—:,]+\s*|(?=\())(?P<note>\S.*))?$",
        re.IGNORECASE | re.DOTALL,
    )


_TIMES = rf"(?:{TIME.pattern})"
_DATES = rf"(?:{DATE.pattern})"
_FORMS: tuple[tuple[Kind, bool, re.Pattern[str]], ...] = (
    (
        "hours",
        False,
        re.compile(
            rf"^(?:(?:we(?:’re|'re| are) )?open:?\s)?(?P<name>{_DAYS})\s*[:–—-]?\s*"
            rf"(?P<value>{_HOURS})$",
            re.I,
        ),
    ),
    ("time", True, _first(rf"{_TIMES}(?:\s?[-–—]\s?{_TIMES})?|{_CLOCK}\s?[-–—]\s?{_CLOCK}")),
    ("time", True, _first(rf"{_DAYS},?\s+(?:at\s)?(?:{_TIMES})")),
    ("price", False, _last(MONEY)),
    ("price", False, _last(_FREE, _GUESTS)),
    ("time", False, _last(_TIMES)),
    ("date", True, _first(_DATES)),
    ("date", False, _last(_DATES)),
    ("price", True, _first(MONEY)),
    ("share", False, _last(_SHARE)),
    ("share", True, _first(_SHARE)),
    ("number", False, _last(_BARE)),
)
_VALUE = re.compile(rf"(?<![\w.]){MONEY}(?![\w%])", re.IGNORECASE)
_DATED = re.compile(_DATES, re.IGNORECASE | re.DOTALL)
_STAMP = re.compile(_TIMES, re.IGNORECASE)
_ALONE = (_VALUE, _STAMP, re.compile(f"{_HOURS}|{_SHARE}|{_BARE}", re.IGNORECASE))
_NOTE = re.compile(
    r"^(?P<name>[^()]{2,}?)\s*(?:\((?P<in>[^()]+)\)|\s[-–—]\s(?P<out>\S.*))$", re.DOTALL
)
_ON_A_DAY = re.compile(rf"(?:^|\bon\s|,\s){WEEKDAY_NAME}$", re.IGNORECASE)  # "classes on Mon"
_NO_NAME = re.compile(
    r"^(?:off|discount|each|per|am|pm|more|or|sale|on|of|to|until|every|buy|save|get|spend)\b", re.I
)
_LONGEST, _MOST = 16, 240  # words of a name, characters of a row


def row_of(text: str) -> Row | None:
    """The row that the whole text is; None when it is none."""
    text = re.sub(r"(?<=[\d)])\.$", "", text.strip().strip("*_").strip())
    if len(text) > _MOST:
        return None
    dated = _DATED.search(text)
    for kind, leads, pattern in _FORMS:
        if kind == "date" and not dated:
            continue  # long patterns
        match = pattern.match(text)
        if match is None or _NO_NAME.match(match["name"]):
            continue
        if kind == "time" and not leads and _ON_A_DAY.search(match["name"]):
            return None
        name, note = match["name"].strip(), (match.groupdict().get("note") or "").strip(" ()")
        yearly = kind == "number" and bool(re.fullmatch(r"(?:19|20)\d\d", name))
        if len(name.split()) > _LONGEST or not (yearly or any(c.isalpha() for c in name)):
            continue
        if kind != "hours" and not note:
            name, note = _with_note(name)
        name = re.sub(r"\s(?:from|at|on)$", "", name.rstrip(" .,-–—:"))
        return Row(name, match["value"].strip(), kind, note.rstrip("."), leads)
    return None


def is_value(text: str) -> bool:
    """A price, a time, hours, a share or a number and nothing else."""
    return any(pattern.fullmatch(text.strip(" .")) for pattern in _ALONE)


def cuts_in(text: str) -> list[int]:
    """Where a stretch of several rows without separators is to be cut."""
    for pattern in (_VALUE, _STAMP):
        found = list(pattern.finditer(text))
        if len(found) > 1:
            first = found[0].start() <= 2
            places = [m.start() for m in found[1:]] if first else [m.end() for m in found[:-1]]
            return places
    return []


def _with_note(name: str) -> tuple[str, str]:
    """ "Margherita (tomato, basil)" and "Keynote – Ann Lee": the name and what is said about it."""
    match = _NOTE.match(name)
    if match is None:
        return name, ""
    return match["name"], match["in"] or match["out"]
