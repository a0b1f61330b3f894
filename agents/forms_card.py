"""What cards and tickets carry besides facts: whose card it is, the deal, seat, prizes."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import sentence_case

Span = tuple[int, int]

_WORD = r"[A-ZÀ-ÞА-Я][\w'’-]*"
_NAME = rf"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.\s)?{_WORD}(?:\s(?:(?:de|da|van|von|&|and)\s)?{_WORD}){{0,3}}"
_WHOSE = re.compile(
    rf"\bcards?\s(?:for|of)\s(?P<name>{_NAME}),?\s(?:who is |is )?(?:an?\s|the\s|our\s)?"
    r"(?P<role>(?-i:[a-z])[\w'’&/-]*(?:\s(?!(?:at|of|with|from|in|for|and"
    r"|who)\b)[a-z&][\w'’/-]*){0,4}"
    r"|(?:Senior|Head|Chief|Lead)?\s?(?:CEO|CTO|CFO|COO|Director|Manager|Founder|Owner|Partner)"
    r"(?:\sof\s[A-Z]\w+)?|(?:[A-Z][\w&-]+\s){0,3}[A-Z][\w-]+(?=\s(?:at|with)\s))"
    rf"(?:\s(?:at|of|with|from|for)\s(?:the\s)?(?P<house>{_WORD}(?:\s(?:(?:&|and"
    rf"|of)\s)?{_WORD}){{0,4}}))?"
    r"(?=[\s,.;]|$)"
)
_DEAL = re.compile(
    r"\b(?P<deal>(?:buy|collect|get|every|after)\s\w+\s[^.\n;]{2,60}?\bfree\b(?:\s"
    r"(?:coffee|drink|cup"
    r"|one|wash|cut|pizza|treat|meal|session|class|lunch|ice cream)\b)?)",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"\b(?:(?:Row|Section|Sec\.|Block|Gate|Seat|Table|Platform|Hall|Screen)\s#?[A-Z0-9]{1,4}\b"
    r"(?:,?\s(?=(?:Row|Section|Sec\.|Block|Gate|Seat|Table)\b))?){1,4}"
)
_PRIZE = re.compile(
    r"\b(?P<which>(?:first|second|third|1st|2nd|3rd|grand|top)\sprize)\s?(?:is|:|-|–)\s?"
    r"(?P<what>[^.,;\n]{2,60})",
    re.IGNORECASE,
)


_HOUSE_FIRST = re.compile(
    rf"\bcards?\sfor\s(?P<house>{_NAME}),\s(?P<name>{_WORD}\s{_WORD}),\s"
    rf"(?P<role>[a-z][\w ]{{2,30}}?)"
    r"(?=[,.;]|$)"
)
_SHOW = re.compile(
    rf"\btickets?\s(?:for|to)\s(?:the\s)?(?P<house>{_NAME}):\s(?P<show>[A-Z][^,.;\n]{{2,60}})"
)


def card_lines(request: str) -> tuple[tuple[Text, ...], tuple[Span, ...]]:
    """The person, the role and the house of a business card, or the deal of a loyalty card."""
    texts: list[Text] = []
    spans: list[Span] = []
    whose = _HOUSE_FIRST.search(request) or _WHOSE.search(request)
    if whose:
        texts.append(Text(role="title", text=whose["name"]))
        texts.append(Text(role="subtitle", text=sentence_case(whose["role"].strip())))
        starts = [whose.start(name) for name in ("name", "house") if whose[name]]
        spans.append((min(starts), whose.end("role")))
        if whose["house"]:
            texts.append(Text(role="brand", text=whose["house"]))
            spans[-1] = (min(starts), whose.end())
    deal = _DEAL.search(request)
    if deal and not whose:
        texts.append(Text(role="offer", text=sentence_case(deal["deal"])))
        spans.append(deal.span())
    return tuple(texts), tuple(spans)


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
        texts.append(Text(role="contact", text=seat[0].strip(), label="Seat"))
        spans.append(seat.span())
    for prize in _PRIZE.finditer(request):
        label = sentence_case(prize["which"].lower())
        texts.append(Text(role="offer", text=sentence_case(prize["what"].strip()), label=label))
        spans.append(prize.span())
    return tuple(texts), tuple(spans)
