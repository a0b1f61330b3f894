"""Stretches of a request in which words that part a sentence elsewhere part nothing."""

from __future__ import annotations

import re

# "called Run for Hope", "called Wander With Kai": a name holds words that part a sentence elsewhere
_TITLED = re.compile(
    r"\b(?:called|named|titled|entitled)\s(?P<title>[A-Z0-9][\w'’-]*"
    r"(?:\s(?:(?:for|of|and|the|with|by)\s(?:the\s)?(?!(?:Mother|Father|Valentine|Christmas"
    r"|Easter)\b)"
    r"(?=[A-Z])|(?=[A-Z&]))[\w'’&-]+)+)"
)


# "apartments with a sea view": what belongs to a home is told with it
_HOMES = re.compile(
    r"\b(?:apartments?|houses?|homes?|flats?|rooms?|villas?|condos?|cabins?|suites?|offices?)"
    r"(?P<title>\swith\s(?:an?\s)?(?:[\w-]+\s)?(?:views?|garden|pool|balcony|terrace|bedrooms))\b"
)


# "mortgages with low rates", "lessons with certified instructors"
_TERMS = re.compile(
    r"\b(?:mortgages?|loans?|plans?|accounts?|policies|courses|classes|lessons|jobs|trips|tours)"
    r"(?P<title>\swith\s(?:low|no|flexible|certified|experienced|expert|fixed|qualified)\s[\w-]+)\b"
)


# "how relaxing working with clay can be": what is shown of it is one clause
_SHOWN = re.compile(r"\b(?P<title>how\s[a-z]+\s[a-z]+ing\s[^.,;:!?]{3,50}?\scan\sbe)\b")


def kept_spans(rest: str) -> list[tuple[int, int]]:
    """Where names, clauses, and what belongs to a home or a contract, stand behind a format."""
    return [m.span("title") for p in (_TITLED, _HOMES, _TERMS, _SHOWN) for m in p.finditer(rest)]
