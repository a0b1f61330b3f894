"""A quotation that is the whole design: its words, as given, and who said them."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.quotes import quotes_in


class Said(NamedTuple):
    words: str
    author: str
    start: int
    end: int


_NAME = (
    r"(?:St\. |Dr\. )?[A-ZÀ-ÞА-Я][\w'’.-]*(?:(?<![a-z]{3}\.)\s(?:(?:de|da|van|von|der|di|al|the|of"
    r"|ibn)\s)?[A-ZÀ-ÞА-Я][\w'’.-]*){0,3}"
)
_QUOTING = re.compile(
    r"\b(?:quotes?|quotation|saying|proverb|aphorism|verse|lyrics?|testimonial|review|words of)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^[.,]?\s*(?:[-–—~]\s*|\(|(?:(?:and |it |(?:The|This) (?:review|quote|testimonial|feedback"
    r"|words?) )?(?:is|was|comes) )?(?:said |written |quote )?"
    rf"(?:by|from)\s+)(?P<name>{_NAME}(?:\sproverb|\ssaying)?)(?<!,)(?<!\w\w\.)"
    r"(?:,\s(?P<who>(?!(?:with|for|in|on|and)\b)[a-z]+(?:\s[\w'’&-]+){1,5})(?=[.;\n]|$))?\)?|^[.,]?\s*(?P<verse>(?:[1-3]\s)?[A-Z][a-z]+\s\d{{1,3}}"
    rf":\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?)"
)
_SIGNED = re.compile(rf"^[.,]?\s+(?P<name>{_NAME})\s*$")  # a name alone, at the end of all
_BEFORE = re.compile(
    rf"\b(?:(?:quotes?|words|saying|quotation|proverb|line|lyrics?|verse)\s(?:by|from|of)"
    rf"|(?:testimonial|review)\s(?:by|from))\s(?:the (?:poet|writer|author|singer) )?"
    rf"(?P<name>{_NAME})"
)
_SPELLED = re.compile(
    rf"\b(?:quote|quotation|saying|proverb)(?:\s(?:by|from|of)\s(?:{_NAME}))?\s*:\s*"
    rf"(?P<words>[A-Z][^\n\"“”]{{12,300}}?)"
    rf"(?=\s[-–—~]\s*{_NAME}|[.!?](?:\s|$)|$)",
)
_TOLD_BY = re.compile(  # a design of something else that others speak of
    r"(?:\bfor (?:an?|the|our|my)\s|\bcongratulat)[^.!?\n]*?[.\s](?:[^.!?\n]*\s)?"
    r"(?:includ|featur|quot|show|with|add)\w*\s(?P<told>(?:an?|the)\s(?:[a-z]+\s){0,2}"
    r"(?:review|testimonial|quote|statement)\s(?:from|by|of)\s(?:(?:customer|client|guest)\s)?(?P<who>[^:,.\"“”'‘\n]{3,40}?)"
    r"\s?[:,]?\s?)(?=[\"“'‘])",
    re.IGNORECASE,
)
_LEAST, _SHORT = 4, 3  # words of a quotation, and of one whose author is named


def told_by_others(request: str) -> Said | None:
    """What a customer or a colleague says of what the design is about, and where it is told."""
    found = _TOLD_BY.search(request)
    quote = next((q for q in quotes_in(request) if found and q.start == found.end()), None)
    if found is None or quote is None or len(quote.text.split()) < _SHORT:
        return None
    who = found["who"].strip()
    return Said(quote.text, who[:1].upper() + who[1:], found.start("told"), quote.end)


def said_in(request: str) -> Said | None:
    """The quotation a request is about; None when its quoted words are a headline or a name."""
    quoting = bool(_QUOTING.search(request))
    best: Said | None = None
    for quote in quotes_in(request):
        after = _AFTER.match(request[quote.end :])
        if (
            after
            and not quoting
            and re.match(r"[.,]?\s*(?:written |said )?(?:by|from)\s", after[0])
        ):
            after = None  # 'book launch of "The Silent Tide" by Mara Quinn'
        before = _BEFORE.search(request) if quoting else None
        signed = _SIGNED.match(request[quote.end :]) if quoting and not after else None
        author = signed["name"] if signed else _author(after, before)
        words = len(quote.text.split())
        enough = words >= _SHORT if after or before else words >= _LEAST and quoting
        sentence = quoting and quote.text.rstrip()[-1:] in tuple(".!?")
        if (
            enough
            and (quote.use not in ("cta", "brand") or (quote.use == "brand" and sentence))
            and (best is None or words > len(best.words.split()))
        ):
            found = signed or after
            end = quote.end + (found.end() if found else 0)
            best = Said(quote.text, _unstopped(author), quote.start, end)
    return best or _spelled(request)


def _author(after: re.Match[str] | None, before: re.Match[str] | None) -> str:
    if after and after["who"]:
        return f"{after['name']}, {after['who']}"
    if after:
        return after["name"] or after["verse"]
    return before["name"] if before else ""


def _unstopped(author: str) -> str:
    """Without a full stop, unless it belongs to an initial: "Karen P."."""
    return author if re.search(r"\s[A-Z]\.$", author) else author.rstrip(".")


def _spelled(request: str) -> Said | None:
    match = _SPELLED.search(request)
    if match is None:
        return None
    after = _AFTER.match(request[match.end() :])
    before = _BEFORE.search(request)
    author = _author(after, before)
    end = match.end() + (after.end() if after else 0)
    return Said(match["words"].strip(), author, match.start("words"), end)
