"""Doubts about amounts: discounts over 100 %, old prices below new ones, two prices for a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from agents.doubts import Doubt
from agents.recaps import sentences_apart
from agents.ways_out import exchanged, one_of

_SIGN = r"(?:US\$|A\$|C\$|[$€£¥₹₽₩]|\b(?:Rs\.?|USD|EUR|GBP|CHF|AUD|CAD|INR)\s?)"
_AMOUNT = r"\d{1,3}(?:[,.'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_AFTER = r"(?:€|₽|₹|(?:euros?|EUR|USD|dollars?|bucks|pounds?|GBP|CHF|rupees?)\b)"
_MONEY = rf"(?:{_SIGN}\s?(?:{_AMOUNT})|(?:{_AMOUNT})\s?{_AFTER})"
_PRICE = re.compile(rf"(?<![\w.,-]){_MONEY}", re.IGNORECASE)
_PERCENT = r"(?<![\w.,])(?P<n>\d{1,4}(?:[.,]\d+)?)\s?(?:%|percent\b|per cent\b)"
_CUT = (
    r"(?:off\b|discount|reduction|reduced|rebate|rabatt|de descuento|de réduction|di sconto"
    r"|cheaper|less\b|saving|sale\b)"
)
_DISCOUNT = re.compile(
    r"(?:\b(?P<lead>save|saving|discount(?: of)?|reduced by|sale(?: of)?|slashed by|cut by|get"
    rf"|take|reduction of|markdown of)\s(?:up to |an? |of |an extra |extra |over )*)?{_PERCENT}"
    rf"(?P<after>\s(?:price |flat |instant |on )?{_CUT})?",
    re.IGNORECASE,
)
_OLD = (
    r"(?:was|were|before|originally|original|regular(?:ly)?|old|usual(?:ly)?|normal(?:ly)?|list"
    r"|instead of|statt|früher|formerly|rrp|(?:reduced|marked down|price drop|price cut"
    r"|slashed|discounted|lowered|down) from)"
)
_NEW = (
    r"(?:now|only|just|reduced to|down to|today|sale|new|special|offer|promo|discounted|nur|jetzt"
    r"|for|to)"
)
_PRICED = r"(?: price)?(?: of| is| was)?(?: priced| sold| selling)?[\s:,]*(?:just |only |at |for )*"
_OLD_NEW = re.compile(
    rf"\b{_OLD}{_PRICED}(?P<old>{_MONEY})[^.!?$€£]{{0,40}}?\b{_NEW}{_PRICED}(?P<new>{_MONEY})",
    re.IGNORECASE,
)
_NEW_OLD = re.compile(
    rf"(?P<new>{_MONEY})[^.!?$€£]{{0,24}}?[(,\s–-]\s?(?:it )?{_OLD}{_PRICED}(?P<old>{_MONEY})",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"(?P<low>{_MONEY})\s?(?:-|–|to)\s?(?P<high>{_MONEY})", re.IGNORECASE)
_DEAR = re.compile(r"\b(?:from|between|ranging|range|priced)\s*$", re.IGNORECASE)
_NOT_A_PRICE = re.compile(
    r"\b(?:prizes?|win|worth|valued?(?: at)?|donat\w+|raised?|goal(?: of)?|save|budget|voucher|gift"
    r"|deposit|instal\w+|over|under|above|below|more than|less than|spend(?:ing)?|orders?|fee of"
    r"|was|were|originally|instead of|regular\w*|before|usually|normally|from|starting at|plus"
    r"|extra"
    r"|up to|bonus|reward|cash\s?back|value|monthly|down payment|credit|refund|coupon|salary|grant"
    r"|scholarship|discount|off|shipping|delivery|postage)\b[^.!?\d]{0,18}$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"\s?(?:off\b|cash|prize|gift|voucher|discount|million|k\b|credit|value|worth|bonus|refund"
    r"|per (?:month|year)|/\s?mo|a month|monthly|deposit|for (?:members|students|kids|children|two"
    r"|couples|adults|seniors|\d)|at the door|in advance|on the (?:door|day|night)|early)",
    re.IGNORECASE,
)
_KINDS = ("vip", "early", "adult", "child", "children", "kid", "kids", "student", "students",
          "senior", "seniors", "door", "advance", "member", "members", "couple", "couples",
          "family", "group", "small", "medium", "large", "single", "double", "regular", "premium",
          "standard", "half", "full", "table", "balcony", "front", "concession", "concessions",
          "women", "men", "online", "late", "basic", "pro", "day", "weekend", "season")  # fmt: skip
_THING_BEFORE = re.compile(
    r"(?:(?P<thing>[^\W\d_][\w'’-]*)\s)(?:are |is |costs? |cost |for |at |only |just |:|–|-|now "
    r"|priced? |sells? |available |will be |and |a |the |=|starts? )*$",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r"\s?(?:/|per|a|an|for (?:a|an|the|one|each)|each)\s?(?P<thing>[^\W\d_][\w'’-]*)", re.IGNORECASE
)
_LABELLED = re.compile(
    r"\b(?:price|costs?|only|just|pay|fee|all for|for)\b\W*(?:is |of |at )?$", re.IGNORECASE
)
_GENERIC = frozenset(
    ["price", "cost", "costs", "it", "only", "just", "all", "pay", "fee", "this", "that", "now"]
)
_ENTRY = {"admission": "entry", "entrance": "entry", "cover": "entry", "ticket": "entry"}


class _Priced(NamedTuple):
    text: str
    start: int
    end: int
    value: float
    thing: str


def doubts_about_values(request: str) -> Iterator[Doubt]:
    yield from _over_all(request)
    yield from _dearer_now(request)
    yield from _two_prices(request)
    yield from _two_discounts(request)


def _over_all(request: str) -> Iterator[Doubt]:
    for match in _DISCOUNT.finditer(request):
        number = float(match["n"].replace(",", "."))
        lead = (match["lead"] or "").lower()
        cut = match["after"] or (lead and lead not in ("get", "take", "sale"))
        if number > 100 and cut:
            words = match[0].strip()
            message = f"{words!r} takes off more than the whole price"
            yield Doubt("fact-percent", words, message, "give the discount that is meant")


def _dearer_now(request: str) -> Iterator[Doubt]:
    told: list[tuple[int, int]] = []
    for pattern in (_OLD_NEW, _NEW_OLD):
        for match in pattern.finditer(request):
            if any(a < match.end() and match.start() < b for a, b in told):
                continue
            told.append(match.span())
            old, new = match["old"].strip(), match["new"].strip()
            if value_of(new) >= value_of(old):
                message = f"the new price {new!r} is not below the old one, {old!r}"
                spans = (match.span("old"), match.span("new"))
                ways = exchanged(request, spans, *match.span())
                yield Doubt("fact-price", match[0], message, "correct one of the prices", ways)
    for match in _RANGE.finditer(request):
        low, high = match["low"], match["high"]
        if value_of(low) > value_of(high) and not any(
            a < match.end() and match.start() < b for a, b in told
        ) and _DEAR.search(request[: match.start()]):  # fmt: skip
            message = f"the range {match[0]!r} runs backwards"
            fix = "exchange the two prices or correct one"
            ways = exchanged(request, (match.span("low"), match.span("high")), *match.span())
            yield Doubt("fact-price", match[0], message, fix, ways)


def value_of(money: str) -> float:
    """The number in a price: "1,299.00" and "1.299,00" are both 1299."""
    digits = re.sub(r"[^\d.,'’]", "", money).strip(".,").replace("'", "").replace("’", "")
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits)
    return float(digits.replace(",", "."))


def _two_prices(request: str) -> Iterator[Doubt]:
    """One thing with two prices, told in two places."""
    prices = list(_prices(request))
    for first, second in combinations(prices, 2):
        if first.value == second.value or not sentences_apart(request, first.end, second.start):
            continue
        same = first.thing and first.thing == second.thing
        loose = len(prices) == 2 and (second.thing in _GENERIC or not second.thing)
        if same or (loose and _names_price(request, second)):
            message = f"two prices are told for one thing, {first.text!r} and {second.text!r}"
            ways = one_of(first.text, second.text)
            yield Doubt("fact-price", second.text, message, "keep the right one", ways)
            return


def _names_price(request: str, price: _Priced) -> bool:
    before = request[max(0, price.start - 24) : price.start]
    return bool(_LABELLED.search(before))


def _prices(request: str) -> Iterator[_Priced]:
    for match in _PRICE.finditer(request):
        before, after = request[: match.start()], request[match.end() :]
        if _NOT_A_PRICE.search(before[-40:]) or _NOT_AFTER.match(after):
            continue
        if re.match(rf"\s?(?:-|–|to)\s?{_MONEY}", after) or re.search(
            rf"{_MONEY}\s?(?:-|–|to)\s?$", before[-24:]
        ):
            continue
        thing = _thing(before[-60:], after)
        if thing not in _KINDS:
            yield _Priced(match[0].strip(), *match.span(), value_of(match[0]), thing)


def _thing(before: str, after: str) -> str:
    """What the price is for, as one word; a kind ("vip") when only some pay it."""
    words = re.findall(r"[^\W\d_]+", re.split(r"[.!?;,\n]", before)[-1].lower())
    words += re.findall(r"[^\W\d_]+", re.split(r"[.!?;,\n]", after)[0].lower())[:3]
    kind = next((word for word in words if word in _KINDS), "")
    if kind:
        return kind
    found = _THING_AFTER.match(after) or _THING_BEFORE.search(before)
    thing = found["thing"].lower() if found else ""
    single = thing[:-1] if len(thing) > 3 and thing.endswith("s") else thing
    return _ENTRY.get(single, single)


def _two_discounts(request: str) -> Iterator[Doubt]:
    """One discount told twice, differently, when nothing says that there are two."""
    found = [m for m in _DISCOUNT.finditer(request) if m["after"] or m["lead"]]
    if len(found) != 2 or found[0]["n"] == found[1]["n"]:
        return
    first, second = found
    between = request[first.end() : second.start()]
    around = request[max(0, first.start() - 30) : second.end() + 40]
    if not sentences_apart(request, first.end(), second.start()) or _TWO_DEALS.search(around):
        return
    if len(between) < 240:
        message = f"the discount is told twice, as {first[0].strip()!r} and {second[0].strip()!r}"
        ways = one_of(first[0].strip(), second[0].strip())
        yield Doubt("fact-twice", second[0].strip(), message, "keep the right one", ways)


_TWO_DEALS = re.compile(
    r"extra|additional|another|members?|students?|first|second|also|plus|up to|both|other|new|each"
    r"|more|early|vip|club|app|online|loyal|senior|kids|children|selected|if|when|buy|orders?"
    r"|subscri|then|later|next|clearance|final|%\s(?:off|discount)\s(?:on|all|for)\s\w+",
    re.IGNORECASE,
)
