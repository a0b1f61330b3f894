"""What is offered, in the words of a poster: "50% discount on decor" is "50% off on decor".

Figures stay character for character; only the words between them change.
"""

from __future__ import annotations

import re

from agents.fact import Fact

_SIGN = r"[$€£¥₹]"
_FIGURE = (
    rf"(?:\d{{1,3}}(?:[.,]\d+)?\s?(?:%|percent|per cent)|{_SIGN}\s?\d[\d.,]*\d|{_SIGN}\s?\d"
    r"|\d{1,2}\s?[-–]\s?\d{1,3}\s?%)"
)
_LEAD = r"(?P<lead>(?:up to|at least|flat|an? extra|an? additional|extra|additional|save)\s)?"
# "Up to a 50% discount on decorations", "50% off discount", "50% off on select items"
_DISCOUNT = re.compile(
    rf"{_LEAD}(?:an?\s)?(?P<figure>{_FIGURE})(?:\s(?:off|discounts?|savings?))+"
    r"(?P<after>(?:\s(?:on|for|off|all|any|every|your|the|selected|select|plus|and|first|next"
    r"|entire|everything|storewide|sitewide|with)\b.*|(?<=discount)|(?<=discounts)|(?<=off)"
    r"|(?<=savings)|(?<=saving))|(?<=off)\s\w.*)$",
    re.IGNORECASE,
)
_ON_CHANNEL = re.compile(r"\son (?:facebook|instagram|linked ?in|twitter|tik ?tok|youtube)$", re.I)
_WHOSE = re.compile(
    r"^\son\s(?:its|their|the (?:brand|store|shop|company|house)['’]s)\s", re.IGNORECASE
)
_ON = re.compile(r"^\s(?:on|off)\s(?!our\s|the\s)", re.IGNORECASE)
_BARE = re.compile(rf"(?:up to\s)?{_FIGURE}$", re.IGNORECASE)
_REDUCED = re.compile(
    r"\b(?:discount(?:s|ed)?|reduc\w+|reductions?|rebates?|marked down|price cuts?|mark-?downs?)"
    r"(?: (?:rates?|prices?|offers?|items?|offerings?))?"
    r"(?: (?:of|is|are|by|at|goes|from|with|all))*"
    r"[:,]?\s*$",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"(?P<what>(?!\d|any\b|one\b|two\b|three\b|four\b|five\b|six\b|ten\b)[^\d$€£]+?)\sfor\s"
    rf"(?P<price>(?:(?:just|only)\s)?{_SIGN}\s?\d[\d.,]*)$",
    re.IGNORECASE,
)


def offer_of(fact: Fact, request: str) -> str:
    """The words of an offer as they are printed; `request` is the text the fact was found in."""
    text = _ON_CHANNEL.sub("", fact.text.strip())
    discount = _DISCOUNT.match(text)
    if discount:
        return _off(discount)
    if _BARE.match(text) and _REDUCED.search(request[max(0, fact.start - 60) : fact.start]):
        return f"{text} off"
    part = re.match(rf"(?P<share>(?:up to\s)?{_FIGURE})\son\s(?P<what>.+)$", text, re.IGNORECASE)
    if (
        part
        and "%" in part["share"]
        and _REDUCED.search(request[max(0, fact.start - 60) : fact.start])
    ):
        return f"{part['share']} off {part['what']}"
    priced = _FOR.match(text)
    return f"{priced['what']} {priced['price']}" if priced else text


def _off(discount: re.Match[str]) -> str:
    """ "Up to 50% off decorations"; what is saved is not off as well."""
    lead, after = discount["lead"] or "", _ON.sub(" ", _WHOSE.sub(" ", discount["after"]))
    after = re.sub(r"^\s(?=(?:entire|whole|full)\s)", " the ", after)
    off = "" if lead.lower().startswith("save") and not after else " off"
    return f"{lead}{discount['figure']}{off}{after}"
