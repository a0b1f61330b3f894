"""Designs that thank someone: "to thank our nurses" is headed "Thank You, Nurses"."""

from __future__ import annotations

import re

from agents.cores import phrase_of
from agents.opening import Opening
from agents.phrases import first_clause, mostly_in, title_case, words_of
from agents.vocabulary import PEOPLE, head_of, is_business

_MOST_WORDS = 3  # of the thanked, beside "Thank You"
_AFTER = re.compile(r"\s(?:after|during|before|at the end of)\s")
_THEM = re.compile(r"them|her|him|you", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:her|his|their)\b", re.IGNORECASE)
_ANYONE = re.compile(
    r"(?:\w+ )?(?:customer|client|buyer|shopper|people|everyone)s?$", re.IGNORECASE
)
_SUPPORT = re.compile(
    r"\bfor (?:(?:the|an?|your|our|their|(?:the )?customers?[’']s?) )?(?P<what>order|purchase"
    r"|support|business|loyalty|trust|patience|donation|visit|presence)\b"
    r"|\bfor (?P<deed>support|shopp|visit|order|purchas|donat)ing\b",
    re.IGNORECASE,
)
_DEEDS = {
    "support": "support", "shopp": "order", "order": "order", "purchas": "purchase",
    "visit": "visit", "donat": "donation",
}  # fmt: skip
_CARD = re.compile(r"thank[- ]?you\b", re.IGNORECASE)
_DEAR = re.compile(
    r"(?:couple|mum|mom|mother|dad|father|parents?|grand\w+|team|staff|crew|volunteer|friend|boss|co-?worker|classmate|roommate|cousin|niece|nephew"
    r"|colleague|neighbou?r|employee|donor|sponsor|hero|veteran|firefighter|midwi\w+|coache?|fan"
    r"|follower|customer|client|guest|member|supporter|teacher|worker|driver|host)s?$",
    re.IGNORECASE,
)


_REACHED = re.compile(
    r"(?:reaching|hitting|passing)\s(?P<what>\d[^.;!?]{2,40}?)(?=[.,;!?]|$)", re.I
)


def is_dear(opening: Opening, core: str) -> bool:
    """Whether the topic of a card is a person who gets it: "retirement card for my boss"."""
    card = re.search(r"\bcard\b", opening.format, re.IGNORECASE)
    return bool(card and is_person(core))


def is_person(core: str) -> bool:
    """Whether the words name people by their trade or by what they are to the writer."""
    head = head_of(core)
    return bool({head, head.removesuffix("s")} & PEOPLE or _DEAR.match(head))


def said_to_them(text: str) -> str:
    """ "her graduation", "their hard work" as those who read it are spoken to: "your"."""
    return _THEIRS.sub("your", text)


def thanked_for(told: str) -> str:
    """What readers are thanked for: "order" of "gratitude for the customer's order"."""
    found = _SUPPORT.search(told)
    return (found["what"] or _DEEDS[found["deed"].lower()]).lower() if found else ""


def thanks_in(opening: Opening) -> tuple[str, str, tuple[str, ...]] | None:
    """Title, kicker and subtitles of a design that thanks; None for others."""
    thanked = opening.of("thank")
    carded = _CARD.search(f"{opening.format} {opening.theme}")
    if not thanked and not carded:
        return None
    reached = next((m for t in opening.of("topic") if (m := _REACHED.match(t))), None)
    if reached:
        return "Thank You", "", (f"for {reached['what'].strip()}",)
    text = next(iter(thanked), "") or next(iter(opening.of("topic")), "")
    whom, _, cause = first_clause(text)[0].partition(" for ")
    cause = cause or next(iter(opening.of("for")), "")
    whom = _AFTER.split(whom)[0]
    _, _, after = text.partition(" after ")
    when = f"after the {phrase_of(after).core}" if re.match(r"(?:an?|the)\s", after) else ""
    if _THEM.fullmatch(whom.strip()):
        if opening.of("praise", "welcome"):
            return None  # who is thanked as well is congratulated first
        whom = ""
    core = phrase_of(re.sub(r"^all (?:of )?(?:our |the )?", "", whom.strip())).core
    who, _, where = core.partition(" of ")
    dear = bool(thanked or is_person(who)) and not is_business(who)
    anyone = _ANYONE.match(core) or (re.match(r"an?\s", whom.strip()) and " " in core)
    if not core or not dear or anyone:
        alone = bool(carded) and not opening.of("topic")
        return ("Thank You", "", ()) if thanked or alone or anyone else None
    if len(words_of(core)) > _MOST_WORDS:
        return "Thank You", "", (f"to the {core}" if where else f"to our {core}",)
    cause = "" if mostly_in(cause, core) else said_to_them(cause)
    below = f"for {cause}" if cause else when
    return f"Thank You, {title_case(core)}", "", (below,) * bool(below)
