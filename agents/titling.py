"""The title of a design: a quotation, what is composed, a greeting, or its mere name."""

from __future__ import annotations

import re

from agents.brief import Provenance, Text
from agents.causes import birthday, greeting_for_cause, ordinal
from agents.fragments import is_heading
from agents.hearing import Heard
from agents.light import is_talk
from agents.lone import trade_of
from agents.phrases import (
    found_with,
    mostly_in,
    title_case,
    words_of,
)
from agents.promoted import goods_of
from agents.quotes import Quote
from agents.thanks import is_person
from agents.vocabulary import (
    OCCASIONS,
    head_of,
    is_business,
    is_event,
    is_sale,
    occasion_in,
)

PRINTED_FORMATS = re.compile(
    r"gift (?:certificate|voucher|coupon|card)|discount (?:voucher|coupon|card)|coupon|voucher"
    r"|ticket|invitation|save[- ]the[- ]date|price ?list|loyalty card|membership card"
    r"|certificate(?: of \w+)?|menu",
    re.IGNORECASE,
)
TITLE_USES = ("title", "text", "quote", "slogan", "message")
_TITLE_RANKS = {"title": 0, "text": 1, "quote": 1, "message": 1, "slogan": 2}  # then by place


def quoted_title(heard: Heard) -> tuple[Text | None, list[Quote]]:
    """The quote that is the title, and the quotes left over for other places."""
    copy = [q for q in heard.quotes if q.use in (*TITLE_USES, "subtitle", "body")]
    ranked = [q for q in copy if q.use in TITLE_USES]
    for quote in sorted(ranked, key=lambda q: _TITLE_RANKS[q.use]):
        head, tail = _split_copy(quote.text)
        if not head:
            continue
        rest = [q for q in copy if q is not quote]
        if tail:
            rest.insert(0, quote._replace(text=tail, use="body"))
        return Text(role="title", text=head), rest
    return None, copy


def _split_copy(text: str) -> tuple[str, str]:
    """A long quotation: its first sentence as title when it is short enough, and the rest."""
    count = len(words_of(text))
    if count <= 6 or (count <= 9 and not re.search(r"[.!?]\s+\S", text)):
        return text, ""
    match = re.match(r"(?P<head>[^\n]{2,60}?[.!?])\s+(?P<tail>\S.*)$", text, re.DOTALL)
    if match is None or len(words_of(match["head"])) > 9:
        match = re.match(r"(?P<head>[^,\n]{2,24}),\s+(?P<tail>\S.*)$", text, re.DOTALL)
    if match is None:
        return ("", "") if len(words_of(text)) > 12 else (text, "")
    return match["head"], match["tail"]


def composed_title(heard: Heard, brand: str) -> Text | None:
    headline, said = heard.headline, heard.statements
    occasion = occasion_in(heard.masked)
    if said.title and (headline.weak or not headline.title):
        return _inferred(said.title)
    if is_greeting(heard):
        cause = "" if occasion else greeting_for_cause(heard.request)
        if cause and _names_whom(headline.title):
            return Text(role="title", text=cause, provenance="suggested")
        if said.greeting:
            return _inferred(title_case(said.greeting))
        greeting = OCCASIONS.get(occasion, ("", ""))[1]
        honoured = heard.names.honoured
        whom = f", {honoured}" if honoured else ""
        title = headline.title.replace("-", " ")
        letter = heard.names.letter
        if greeting and title.startswith(f"{greeting}, "):
            return _inferred(headline.title)
        whom = whom or (f", {title}" if KIN.fullmatch(title) and " " in greeting else "")
        whom = "" if "rom " in letter else whom  # who it is from stands below with for whom
        bare = (
            not title
            or (occasion_in(title) == occasion and " " not in title)
            or (bool(letter) and mostly_in(title, letter))
            or title.startswith("From ")
            or is_person(title)
            or AGED.match(title)
            or (
                "You, " not in title
                and mostly_in(title, f"{occasion} {greeting} greeting {WHOSE} {whom}")
            )
        )
        if greeting and bare:
            own = greeting.lower() in heard.request.lower().replace("-", " ")
            provenance: Provenance = "inferred" if own else "suggested"
            return Text(role="title", text=_counted(heard, greeting) + whom, provenance=provenance)
    couple = next(iter(heard.names.people), "")
    if couple and occasion == "Wedding" and headline.title.lower() == "wedding":
        return _inferred(couple)
    if brand and _is_its_name(heard, brand):
        return _inferred(brand)
    bare = headline.title.lower() in _BARE or is_trade(heard)
    named = brand and (not headline.title or bare or _is_kind(headline.title) or _is_badge(heard))
    title = brand if named else headline.title
    title = headline.kicker if is_heading(title) and not is_talk(title.lower()) else title
    if not title:
        title = heard.statements.greeting or (occasion if occasion in heard.masked else "")
    return _inferred(title) if title else _last_resort(heard, occasion)


def _names_whom(title: str) -> bool:
    """A composed title that only says for whom the card is, or nothing."""
    whose = re.split(r"['’]s\s", title.lower())[0]
    return (
        not title
        or bool(MOURNED.fullmatch(title))
        or is_person(title.lower())
        or is_person(whose)
        or title.lower().startswith("from ")
    )


def _counted(heard: Heard, greeting: str) -> str:
    """ "50th anniversary" keeps its number: "Happy 50th Anniversary"."""
    head, _, last = greeting.rpartition(" ")
    number = re.search(rf"\b(\d+(?:st|nd|rd|th)) {last}", heard.request, re.IGNORECASE)
    wed = _MARRIED.search(heard.request) if greeting == "Happy Anniversary" else None
    if wed:
        return f"Happy {ordinal(wed[1] or wed[2])} Anniversary"
    return f"{head} {number[1]} {last}" if number and head else birthday(greeting, heard.request)


_MARRIED = re.compile(
    r"\b(?:married|together|wed)\b[^.\d]{0,16}(\d{1,2}) years\b"
    r"|\b(\d{1,2}) years (?:together|of marriage|married)\b",
    re.IGNORECASE,
)
MOURNED = re.compile(r"bereavement|condolences?|sympathy|loss", re.IGNORECASE)
AGED = re.compile(r"(?:[\w-]+[ -])?year[ -]olds?\b", re.IGNORECASE)


KIN = re.compile(r"mum|mom|mother|dad|father|aunt|uncle|sister|brother|grand\w+", re.IGNORECASE)
WHOSE = (
    "little wedding son daughter girl boy kid child friend wife husband sister brother loved one"
)
_BARE = ("launch", "opening", "event", "announcement", "promotion", "celebration", "invitation")


def _last_resort(heard: Heard, occasion: str) -> Text | None:
    goods = (goods_of(f.text) for f in heard.facts if f.role == "offer")
    named = next((title_case(g) for g in goods if g), "")
    return _inferred(occasion or named) if occasion or named else None


def _is_its_name(heard: Heard, brand: str) -> bool:
    """ "The camp is called Camp Wildwood" of a summer camp: the thing has that name itself."""
    head = head_of(heard.headline.title) or "event"
    thing = rf"\b(?:it|event|{re.escape(head)})(?:['’]s name)? (?:is|are|was)(?: called| named)? "
    return bool(found_with(brand, thing + re.escape(brand), heard.masked))


def is_trade(heard: Heard) -> bool:
    """A composed title that is the trade the design is for, with or without "company"."""
    if PRINTED_FORMATS.search(heard.opening.format):
        return False  # a coupon is for what the house does
    return trade_of(heard.opening).lower().startswith(heard.headline.title.lower())


def _is_kind(title: str) -> bool:
    """A title that only says what kind of business it is."""
    return is_business(title) and not is_event(title)


def _is_badge(heard: Heard) -> bool:
    """Logos and business cards are headed by the name."""
    return bool(re.search(r"logo|business card|visiting card", heard.opening.format, re.I))


def is_greeting(heard: Heard) -> bool:
    """Cards between people carry greetings, not headlines and offers."""
    words = f"{heard.opening.format} {heard.opening.theme}".lower()
    card = "card" in words and not re.search(r"business|gift|discount|invitation|agency", words)
    greets = bool(heard.opening.of("greet")) or "greeting" in words
    return (card or greets) and not is_sale(heard.opening.theme)


def _inferred(text: str) -> Text:
    return Text(role="title", text=text, provenance="inferred")
