"""A quoted line that lists facts, taken apart: "Friday, June 12 · 9 PM · The Velvet Room"."""

from __future__ import annotations

import re

from agents.facts import facts_in
from agents.phrases import is_name
from agents.quotes import Quote

_PIECE = re.compile(r"(?:(?!\s*[·•|\n]|\s[-–—]\s|,\s).)+", re.DOTALL)
_VAGUE = re.compile(r"(?:every|each|all|any) ?day|daily|today|tonight", re.IGNORECASE)  # of slogans
_USES = ("title", "text", "quote", "slogan", "message", "subtitle", "body")


def taken_apart(quote: Quote) -> tuple[Quote, ...]:
    """What a quotation says beside its facts; the quotation itself when facts are not whole pieces.

    The facts are left to those who read the request.
    """
    if quote.use not in _USES:
        return (quote,)
    facts = [f for f in facts_in(quote.text) if f.role != "item" and not _VAGUE.fullmatch(f.text)]
    if not facts or (len(facts) == 1 and facts[0].text == quote.text):
        return (quote,)
    words = quote.text.split()
    if len(facts) == 1 and len(words) <= 3 and facts[0].role in ("price", "offer"):
        return (quote._replace(use=facts[0].role),)  # "$6 only"
    at = quote.start + 1  # after the quotation mark
    rest: list[Quote] = []
    for match in _PIECE.finditer(quote.text):
        piece, (start, end) = match[0].strip(" ,"), match.span()
        covered = sum(f.end - f.start for f in facts if f.start < end and start < f.end)
        if covered and covered < 0.75 * len(piece):
            return (quote,)
        if not covered and piece:
            rest.append(Quote(piece, _use(quote, piece, bool(rest)), at + start, at + end))
    return tuple(rest)


def _use(quote: Quote, piece: str, later: bool) -> str:
    if quote.use == "title" and not later:
        return "title"
    return "venue" if is_name(piece) and len(piece.split()) <= 5 else "subtitle"
