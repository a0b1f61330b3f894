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


def kept_spans(rest: str) -> list[tuple[int, int]]:
    """Where names, and what belongs to a home or a contract, stand in what follows a format."""
    return [m.span("title") for p in (_TITLED, _HOMES, _TERMS) for m in p.finditer(rest)]
