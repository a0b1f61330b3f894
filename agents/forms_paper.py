"""Tickets, coupons and gift certificates: what the paper is, the deal it is good for, its terms.

What it is stands above the name ("Gift certificate"), and a worded deal is the title of a coupon.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import mostly_in, sentence_case, words_of
from agents.quotes import quotes_in

Span = tuple[int, int]

_PAPER = re.compile(
    r"\b(?P<kind>gift (?:certificate|voucher|coupon|card)|discount (?:voucher|coupon|card)|coupon"
    r"|voucher|drink token|boarding (?:pass|card)"
    r"|(?:(?P<of>movie|cinema|film|concert|raffle|theat(?:er|re)"
    r"|circus|train|bus|flight|museum|festival|event|party|entry|admission|lottery|opera|ballet"
    r"|football|soccer|basketball|hockey|baseball|zoo|parking|ferry|boat|plane"
    r"|exhibition) )?ticket)s?\b(?!\sstyle)",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"(?:(?<=[.;\n])|(?<=,)|(?<=\sand)|^)\s*(?P<words>(?:(?:this|the|it|offer|coupon|voucher)\s)*"
    r"(?:(?:is |are )?not valid|(?:is )?(?:only )?valid (?!until|till|thru|through|from"
    r"|on [\dA-Z]\w*\s[\dA-Z])|cannot be"
    r"|can(?:not|['’]t) be (?:used|combined|redeemed)|may not be|one (?:coupon|voucher|per)"
    r"|limit (?:of )?one|no cash value|non-?(?:transferable|refundable)|terms (?:and conditions )?"
    r"apply)[^.;\n]*?)(?=[.;\n]|,?\s(?:valid|until|expires?|code)\b|$)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:live |music )?(?:concert|show|gig|movie|film|event|match|game|party|play|performance"
    r"|festival|exhibition|tour|screening|raffle|lottery|draw)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:tickets?|pass(?:es)?|coupons?|vouchers?)\s(?:for|to)\s(?:the\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w'’&-]*(?:\s(?:[A-ZÀ-Þ][\w'’&-]*|&|(?:and|of|the)(?=\s(?:the\s)?[A-Z]))){1,6})"
)
_CALLED = re.compile(
    r"\b(?:called|titled|entitled|named|(?:title|name) is)\s*:?\s*[\"“'‘]?"
    r"(?P<name>[A-ZÀ-Þ][\w'’&-]*(?:\s(?:[A-ZÀ-Þ\d][\w'’&-]*|&|and|of|the|in|a|for)){0,6}"
    r"(?<!\sand)(?<!\sof)(?<!\sthe)(?<!\sin)(?<!\sfor)(?<!\sa))"
)
_DAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days", re.IGNORECASE)
_GIFT = re.compile(r"\bgift\b|\bworth\b|\bvalue", re.IGNORECASE)
_STARTS_WITH_FIGURE = re.compile(r"(?:up to |extra |save |get )?[$€£]?\s?\d", re.IGNORECASE)
_LEAST_DEAL = 4  # words of a deal that heads a coupon


def terms_in(request: str) -> tuple[tuple[Text, ...], tuple[Span, ...]]:
    """The conditions of a coupon as small print, sentence by sentence."""
    quoted = quotes_in(request)  # what stands in quotation marks is printed whole
    found = [
        m
        for m in _TERMS.finditer(request)
        if len(words_of(m["words"])) > 1
        and not any(q.start < m.start("words") < q.end for q in quoted)
    ]
    texts = (Text(role="legal", text=sentence_case(m["words"].strip())) for m in found)
    return tuple(texts), tuple(m.span("words") for m in found)


def paper_lines(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The copy with what the paper is above it, and with its deal where it is seen.

    No one presses a button on paper: only one that the user worded is kept.
    """
    printed = tuple(t for t in texts if t.role != "cta" or t.provenance == "user")
    lines = list(_routed(_called(_named(_told_for(printed, request)), request)))
    lines = _dealt(lines, request)
    return tuple(_kinded(lines, request))


def _named(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "Concert" by "The Paper Kites" is headed by who plays."""
    title = next((t for t in texts if t.role == "title"), None)
    brand = next((t for t in texts if t.role == "brand"), None)
    if title is None or brand is None or not _BARE.fullmatch(title.text):
        return texts
    rest = tuple(t for t in texts if t not in (title, brand))
    return (brand.evolve(role="title"), *rest)


def _told_for(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "A concert ticket for The Paper Kites" is headed by them, not by "Concert" or "Paper"."""
    told = _FOR.search(request)
    title = next((t for t in texts if t.role == "title"), None)
    if told is None or title is None:
        return texts
    cut = told["name"].lower().startswith(f"{title.text.lower()} ")
    if not cut and not _BARE.fullmatch(title.text):
        return texts
    rest = (t for t in texts if t is not title and t.text != told["name"])
    return (title.evolve(text=told["name"]), *rest)


def _routed(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "Lisbon to Madeira", where the title was only "Plane" or there was none."""
    ends = {t.label: t.text for t in texts if t.label in ("From", "To") and t.role == "contact"}
    title = next((t for t in texts if t.role == "title"), None)
    if len(ends) < 2 or (title is not None and not _RIDE.fullmatch(title.text)):
        return texts
    route = Text(role="title", text=f"{ends['From']} to {ends['To']}", provenance="inferred")
    return (route, *(t for t in texts if t is not title))


_RIDE = re.compile(
    r"(?:train|bus|coach|plane|flight|ferry|boat|cruise|rail(?:way)?|air(?:line)?)", re.IGNORECASE
)


def _called(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """A show by its own name: "The Lost Kingdom" of "a school play" that is called so."""
    called = _CALLED.search(request)
    said = any(called["name"].lower() in t.text.lower() for t in texts) if called else True
    title = next((t for t in texts if t.role == "title"), None)
    if called is None or said or title is None:
        return texts
    below = title.evolve(role="subtitle")
    return (Text(role="title", text=called["name"]), below, *(t for t in texts if t is not title))


def _dealt(lines: list[Text], request: str) -> list[Text]:
    """A coupon is headed by its deal, under the name of the house."""
    if re.search(r"\btickets?\b", request[:60], re.IGNORECASE):
        return lines
    title = next((t for t in lines if t.role == "title"), None)
    house = next((t for t in lines if t.role in ("brand", "venue")), None)
    deal = next((t for t in lines if t.role == "offer" and _is_deal(t.text)), None)
    if deal is None:
        return _housed(lines, title, house, request)
    made = [deal.evolve(role="title")]
    if house is not None:
        made.insert(0, house.evolve(role="brand", label=""))
    elif title is not None and not mostly_in(title.text, deal.text):
        made.insert(0, title.evolve(role="brand"))
    return [*made, *(t for t in lines if t not in (deal, title, house))]


def _housed(lines: list[Text], title: Text | None, house: Text | None, request: str) -> list[Text]:
    """A coupon whose deal stands as a figure is headed by the house, its trade below."""
    deal = next((t for t in lines if t.role == "offer" and _STARTS_WITH_FIGURE.match(t.text)), None)
    if deal is None or title is None or house is None:
        return lines
    off, what = re.escape(deal.text), re.escape(title.text)
    whole = re.search(rf"{off}\s(?:on\s)?(?:(?:the|any|all|your)\s)?{what}", request, re.IGNORECASE)
    if not whole and title.text in request:
        return lines
    named = house.evolve(role="title", label="", provenance="inferred")
    rest = [t for t in lines if t not in (title, house, deal)]
    if whole:
        return [named, *rest, deal.evolve(text=whole[0])]
    under = any(t.role == "subtitle" for t in lines)
    trade = [] if under else [title.evolve(role="subtitle", text=sentence_case(title.text.lower()))]
    return [named, *trade, *rest, deal]


def _is_deal(text: str) -> bool:
    return len(words_of(text)) >= _LEAST_DEAL and not _STARTS_WITH_FIGURE.match(text)


def _kinded(lines: list[Text], request: str) -> list[Text]:
    """What the paper is on top; the trade that stood there goes below the name."""
    paper = _PAPER.search(request)
    if paper is None:
        return lines
    if any(t.role == "title" and _is_paper(t.text) for t in lines):
        return lines
    kind = sentence_case(paper["kind"].lower())
    title = next((t.text.lower() for t in lines if t.role == "title"), "")
    above = [t for t in lines if t.role == "kicker"]
    rest = [
        t for t in lines if t.role != "kicker" and not (t.role != "offer" and _is_paper(t.text))
    ]
    trade = [
        t.evolve(role="subtitle")
        for t in above
        if not _is_paper(t.text)
        and t.text.lower() not in kind.lower()
        and t.text.lower() not in title
    ]
    if _GIFT.search(request):
        rest = [
            t.evolve(label="Value") if t.role == "price" and t.label == "Price" else t for t in rest
        ]
    return [Text(role="kicker", text=kind, provenance="inferred"), *trade, *rest]


def _labelled(line: Text, is_gift: bool) -> Text:
    """With the small heading that such a paper has: a gift's price is its value."""
    if line.role == "price" and line.label in ("Price", "Tickets"):
        return line.evolve(label="Value" if is_gift else "Price")
    return (
        line.evolve(label="Valid on") if _DAYS.search(line.text) and line.role == "date" else line
    )


def _is_paper(text: str) -> bool:
    return bool(
        _PAPER.fullmatch(text) or re.fullmatch(r"(?:the )?certificate", text, re.IGNORECASE)
    )
