"""What cards and tickets carry besides facts: whose card it is, the deal, seat, prizes."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.dates import MONTH_NAME, WEEKDAY_NAME
from agents.phrases import mostly_in, sentence_case
from agents.stamps import is_stamped
from design_io.document import Role

Span = tuple[int, int]

_WORD = r"[A-ZÀ-ÞА-Я][\w'’-]*"
_NAME = rf"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.\s)?{_WORD}(?:\s(?:(?:de|da|van|von|&|and)\s)?{_WORD}){{0,3}}"
_WHOSE = re.compile(
    rf"\bcards?\s(?:for|of)\s(?P<name>{_NAME}),?\s(?:who is |is )?(?:an?\s|the\s|our\s)?"
    r"(?P<role>(?-i:[a-z])[\w'’&/-]*(?:\s(?!(?:at|of|with|from|in|for|and"
    r"|who)\b)[a-z&][\w'’/-]*){0,4}"
    r"|(?:Senior|Head|Chief|Lead)?\s?(?:CEO|CTO|CFO|COO|Director|Manager|Founder|Owner|Partner)"
    r"(?:\sof\s(?:Sales|Marketing|Operations|Engineering|Finance|Design|Product|Music|Education"
    r"|Communications|Development|Research)\b)?|(?:[A-Z][\w&-]+\s){0,3}[A-Z][\w-]+(?=\s(?:at"
    r"|with)\s))"
    rf"(?:\s(?:at|of|with|from|for)\s(?:the\s)?(?P<house>{_WORD}(?:\s(?:(?:&|and"
    rf"|of)\s)?{_WORD}){{0,4}}))?"
    r"(?=[\s,.;]|$)"
)
_DEAL = re.compile(
    r"\b(?P<deal>(?:buy|collect|get|every|after)\s\w+\s[^.\n;]{2,60}?\bfree\b(?:\s"
    r"(?:coffee|drink|cup"
    r"|one|wash|cut|pizza|treat|meal|session|class|lunch|ice cream)\b"
    r"|(?:\s(?:of\s)?[a-z]+){1,3}(?=\s*(?:[.,;!\n]|$)))?"
    r"|(?:an?\s)?free\s(?:[a-z]+\s){1,3}(?:after|for|with)\s(?:every\s)?[a-z\d]+\s[a-z]+)",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"\b(?:(?:Row|Section|Sec\.|Block|Gate|Seat|Table|Platform|Hall|Screen|row|section|block|seat)"
    r"\s#?[A-Z0-9]{1,4}\b"
    r"(?:,?\s(?:and\s)?(?=(?:[Rr]ow|[Ss]ection|Sec\.|[Bb]lock|Gate|[Ss]eat|Table)\b))?){1,4}"
)
_WHERE = re.compile(r"(?P<key>Gate|Table|Platform|Hall|Screen)\s#?(?P<value>\S+)")  # and no seat
_PLACE_NAME = r"(?-i:[A-ZÀ-Þ])[\w'’-]*(?:\s(?-i:[A-ZÀ-Þ])[\w'’-]*){0,2}"
_ENDS = ("from", "to")
_ROUTE = re.compile(
    rf"\b(?P<route>from (?P<from>(?!{WEEKDAY_NAME}|{MONTH_NAME}){_PLACE_NAME})"
    rf" to (?P<to>{_PLACE_NAME}))\b"
)
_SEATED = re.compile(
    r",?\s?\b(?:and )?(?:the |for |in )?seat(?: number\s?(?:is|:)?|\s?(?:is|:)?)\s"
    r"(?P<seat>(?-i:[A-Z]?\d{1,4}[A-Z]?))\b",
    re.IGNORECASE,
)
_ENTITLES = re.compile(
    r"\b(?P<what>(?:good|valid) for (?:an?|one|two|three|\d+)\s[^.,;\n]{2,40}?"
    r"|admits (?:an?|one|two|\d+)(?:\s(?!and\b)[a-z]+)?)(?=\s*(?:[.,;\n]|$)|\sand\b)",
    re.IGNORECASE,
)
_PRIZE = re.compile(
    r"\b(?P<which>(?:first|second|third|1st|2nd|3rd|grand|top)\sprize)\s?(?:is|:|-|–|(?=\san?\s|\s\d|(?:\s[a-z]+){1,3}[.,;\n]))\s?"
    r"(?P<what>(?:(?!\sand\s(?:the|an?|tickets|entr\w+)\b)[^.,;\n]){2,60})",
    re.IGNORECASE,
)


_HOUSE_FIRST = re.compile(
    rf"\bcards?\sfor\s(?P<house>{_NAME}),\s(?P<name>{_WORD}\s{_WORD}),\s"
    rf"(?P<role>[a-z][\w ]{{2,30}}?)"
    r"(?=[,.;]|$)"
)
# "Make me a business card. Ana Ruiz, tax lawyer, anaruiz.example": a card told as a list
_LISTED = re.compile(
    rf"\b(?i:business|visiting|calling) (?i:cards?)(?:\s[a-z]+){{0,2}}\s?[.:,\n–-]\s*"
    rf"(?P<name>{_WORD}\s{_NAME}),\s(?P<role>[a-z][a-z&/-]*(?:\s[a-z&][\w'’/-]*){{0,3}})(?P<house>)"
    r"(?=\s*(?:[,.;\n]|$))"
)
_CLOCK = re.compile(
    r"(?:\b(?:(?:that|which|who)\s(?:is\s)?(?:operates?|works?|opens?|open)|available|open"
    r"|on call)\s)"
    r"(?P<when>a?round the clock|24/7|day and night|24 hours a day)\b",
    re.IGNORECASE,
)
_CITY = re.compile(
    r",\s(?P<city>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:,\s(?:[A-Z]{2}|[A-Z][a-z]+))?)(?=\s*(?:[.\n]|$))"
)
_STREET = re.compile(r"\d+\s[A-Z][^,.\n]*$")
_SHOW = re.compile(
    rf"\btickets?\s(?:for|to)\s(?:the\s)?(?P<house>{_NAME}):\s(?P<show>[A-Z][^,.;\n]{{2,60}})"
)


_BUSINESS = re.compile(r"\b(?:business|visiting|calling|name) cards?\b", re.IGNORECASE)
_LABELLED = re.compile(
    rf"(?<!\w )\bName\s?:\s(?P<name>{_NAME})(?:,\s(?P<role>[^.,;:\n\d@]{{3,40}}))?(?=[.,;\n]|$)"
)
_CALLED = re.compile(
    r"\b(?:called|named|(?:\w+['’]?s? )?name (?:is|:))\s*[\"“'‘]?(?P<name>[A-ZÀ-Þ][\w'’&-]*"
    r"(?:\s(?:[A-ZÀ-Þ][\w'’&.-]*|&|and|of|de|van|von)){0,4})"
)


def card_lines(request: str) -> tuple[tuple[Text, ...], tuple[Span, ...]]:
    """The person, the role and the house of a business card, or the deal of a loyalty card."""
    texts: list[Text] = []
    spans: list[Span] = []
    whose = _HOUSE_FIRST.search(request) or _WHOSE.search(request) or _LISTED.search(request)
    if whose:
        texts.append(Text(role="title", text=whose["name"]))
        texts.append(Text(role="subtitle", text=sentence_case(whose["role"].strip())))
        starts = [whose.start(name) for name in ("name", "house") if whose[name]]
        spans.append((min(starts), whose.end("role")))
        if whose["house"]:
            texts.append(Text(role="brand", text=whose["house"]))
            spans[-1] = (min(starts), whose.end())
        city = _CITY.search(request, whose.end())
        if city and not _STREET.search(request[: city.start()]):
            texts.append(Text(role="address", text=city["city"]))
            spans.append(city.span("city"))
    deal = _DEAL.search(request)
    if deal and not whose:
        below: Role = "subtitle" if is_stamped(request) else "offer"  # it says what is stamped
        texts.append(Text(role=below, text=sentence_case(deal["deal"])))
        spans.append(deal.span())
    if clock := _CLOCK.search(request):
        texts.append(Text(role="item", text=sentence_case(clock["when"])))
        spans.append(clock.span())
    return tuple(texts), tuple(spans)


# "Thomas Reed of Skyline Realty": a person and the house behind them
_OF_HOUSE = re.compile(
    r"(?P<who>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,2}) (?:of|from|at) (?P<house>[A-Z].+)"
)


_TRADE = re.compile(
    r"\bcards?\sfor\s(?:an?|the|our|my)\s(?P<trade>[a-z][a-z'’-]+(?:\s[a-z][a-z'’-]+){0,3}?)"
    r"(?=[.,;:!?\n]|\s(?:that|which|who|with|in|using|called|named|available|and|open|at|on)\s|$)"
)


def with_trade(lines: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """A business card says of what trade it is; a slogan above the name goes below it."""
    trade = _TRADE.search(request) if _BUSINESS.search(request) else None
    if trade is None or mostly_in(trade["trade"], " ".join(t.text for t in lines), 0.4):
        return lines
    lines = tuple(t.evolve(role="subtitle") if t.role == "kicker" else t for t in lines)
    return (Text(role="kicker", text=sentence_case(trade["trade"]), provenance="inferred"), *lines)


def carded(lines: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """A business card is headed by a name: what else headed it, a trade or a slogan, goes below."""
    title = next((t for t in lines if t.role == "title"), None)
    if title is None or not _BUSINESS.search(request):
        return lines
    if labelled := _LABELLED.search(request):
        rest = [t for t in lines if t is not title and not t.text.startswith("Name")]
        heads = [Text(role="title", text=labelled["name"])]
        if labelled["role"]:
            heads.append(Text(role="subtitle", text=labelled["role"].strip()))
        trade = title.text not in request and title.text.lower() in request.lower()
        below: Role = "subtitle" if trade and not labelled["role"] else "brand"
        house = [title.evolve(role=below)] if labelled["name"] not in title.text else []
        return (*heads, *house, *(t for t in rest if t.text not in labelled[0]))
    if housed := _OF_HOUSE.fullmatch(title.text):
        rest = [t for t in lines if t is not title]
        behind = title.evolve(role="brand", text=housed["house"])
        return (title.evolve(text=housed["who"]), behind, *rest)
    called = _CALLED.search(request)
    others = [t for t in lines if t.role in ("brand", "subtitle", "item") and _is_name(t.text)]
    named = [t for t in others if called and t.text == called["name"]] or [
        t for t in others if not (title.text in request and _is_name(title.text))
    ]
    named = [t for t in named if t.text in request]
    if not named:
        return lines
    rest = [t for t in lines if t not in (title, named[0])]
    return (named[0].evolve(role="title"), title.evolve(role="subtitle"), *rest)


def _is_name(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    return 0 < len(words) <= 5 and all(
        w[0].isupper() for w in words if len(w) > 3 or len(words) == 1
    )


def ticket_lines(request: str) -> tuple[tuple[Text, ...], tuple[Span, ...]]:
    """Seat and prizes, which stand beside the facts of a ticket."""
    texts: list[Text] = []
    spans: list[Span] = []
    show = _SHOW.search(request)
    if show:
        texts.append(Text(role="title", text=show["show"].strip()))
        texts.append(Text(role="brand", text=show["house"]))
        spans.append((show.start("house"), show.end()))
    for seat in _SEAT.finditer(request):
        where = sentence_case(seat[0].strip().removeprefix("seat "))
        lone = _WHERE.fullmatch(where)
        label, text = (lone["key"], lone["value"]) if lone else ("Seat", where)
        texts.append(Text(role="contact", text=text, label=label))
        spans.append(seat.span())
    if route := _ROUTE.search(request):
        texts += [Text(role="contact", text=route[end], label=end.capitalize()) for end in _ENDS]
        spans.append(route.span("route"))
    if not any(t.label == "Seat" for t in texts) and (told := _SEATED.search(request)):
        texts.append(Text(role="contact", text=told["seat"], label="Seat"))
        spans.append(told.span())
    if entitles := _ENTITLES.search(request):
        texts.append(Text(role="item", text=sentence_case(entitles["what"])))
        spans.append(entitles.span())
    for prize in _PRIZE.finditer(request):
        label = sentence_case(prize["which"].lower())
        texts.append(Text(role="offer", text=sentence_case(prize["what"].strip()), label=label))
        spans.append(prize.span())
    return tuple(texts), tuple(spans)
