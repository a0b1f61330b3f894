"""A headline that only names a trade gives way to what the request says of that trade.

"Bakery" says little: what the bakery offers, stresses or asks its readers to do is the title then,
in the request's own words, and the trade stands above it.
"""

from __future__ import annotations

import re

from agents.cores import cores_of, phrase_of
from agents.opening import Opening
from agents.phrases import is_name, shortened, tidy, words_of
from agents.urged import urged_in
from agents.vocabulary import PEOPLE, head_of, is_business, is_direction, is_empty, is_event

MOST_WORDS = 7
_SERVICES = frozenset({"service", "services", "app", "platform", "software", "tool", "website"})
_GOODS = re.compile(
    r"(?:[\w-]+,? ){0,2}(?:fresh|freshly|homemade|home-made|handmade|hand-made|organic|delicious"
    r"|local|seasonal|artisan|artisanal|natural|custom|signature|vegan|tasty|juicy|crispy|craft"
    r"|affordable|free|personalized|personalised|gluten-free|award-winning)\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?:made|before|until|after|on|for|when|bookings?|to)\b", re.IGNORECASE)
_SERVICE = re.compile(
    r"(?<!church)(?<!memorial)(?<!funeral)(?<!sunday)(?<!worship)(?<!carol)\sservices?$",
    re.IGNORECASE,
)
_STRESSED = re.compile(r"\s(?:and|or)\s(?=the\s)")


def is_lone_trade(core: str) -> bool:
    """A kind of business, service or profession and nothing else; names are no kinds."""
    head = head_of(core)
    if not core or is_name(core) or (is_event(core) and not _SERVICE.search(core)):
        return False
    return is_business(core) or bool({head, head.rstrip("s")} & (PEOPLE | _SERVICES))


def said_of_trade(opening: Opening, trade: str) -> str:
    """What the request says of the trade, fit for a title; empty when it says nothing."""
    stressed = cores_of(opening, "message", the=True) + cores_of(opening, "stress", the=True)
    goods = tuple(c for c in cores_of(opening, "goods") if not _LOOSE.match(c))
    pictured = tuple(c for t in opening.of("picture") if (c := _goods_pictured(t)))
    for core in (*goods, *stressed, urged_in(opening), *pictured):
        line = shortened(_STRESSED.split(core)[0], MOST_WORDS)
        if _is_fit(line, trade):
            return line
    return ""


def _is_fit(line: str, trade: str) -> bool:
    said = {w.lower() for w in words_of(trade)}
    fresh = [w for w in words_of(line) if w.lower() not in said]
    plain = len(fresh) < 2 and len(words_of(line)) < 2
    return bool(fresh) and not plain and not is_empty(line)


def _goods_pictured(text: str) -> str:
    """ "featuring fresh croissants and a young couple": goods, when the words praise them."""
    first = re.split(r",|\s(?:and|with|on|in|at|against)\s", text.strip())[0].strip(" .")
    if re.match(r"an?\s", first) or not _GOODS.match(first) or is_direction(first):
        return ""
    return phrase_of(tidy(first)).core
