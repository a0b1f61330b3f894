"""Who signs a card: "Love, Tim and Sara", "From everyone at Harper & Lowe", kept as one line."""

from __future__ import annotations

import re

from agents.quotes import Quote

_BEGINS = r"(?:^|(?<=[.!?;:\n\"'”’])\s*|(?<=,)\s+|\b(?:and|signed)\s(?:it\s)?)"
_ENDS = r"(?=\s*(?:[.!?;\n]|$))"
_WHO = (
    r"(?:(?:the|your|our|my)\s)?(?-i:[A-Z0-9])[\w'’&.-]*(?<!\.)(?:,?\s(?:(?:and|&|of|at|the|all"
    r"|family"
    r"|class|team|staff|crew|kids|girls|boys|your|from)\s)*[\w'’&-]+){0,6}?"
)
_ALL = (
    r"(?:all|everyone|everybody|your|the whole|the entire|mum|mom|dad|grandma|grandpa)"
    r"(?:\s(?!to\b)[\w'’&-]+){0,6}?"
)
_LOVING = (
    r"(?:(?:with )?(?:all )?(?:(?:my|our) )?(?:lots of |much )?love(?: and (?:hugs|kisses))?|xoxo"
    r"|(?:best|warm(?:est)?|kind(?:est)?) (?:wishes|regards)|sincerely|yours(?: truly)?|hugs"
    r"|big hugs|cheers|gratefully)"
)
# a greeting formula with its comma, and "from" of people, which a card alone may have
_LOVED = re.compile(
    rf"{_BEGINS}(?P<words>{_LOVING}(?:,\s(?:from\s)?|\sfrom\s|\s(?=(?-i:[A-Z])))(?:{_WHO}"
    rf"|{_ALL})){_ENDS}",
    re.IGNORECASE,
)
_FROM = re.compile(rf"{_BEGINS}(?P<words>from\s(?:{_WHO}|{_ALL})){_ENDS}", re.IGNORECASE)
_CARD = re.compile(
    r"\b(?<!business )(?<!visiting )(?<!rack )(?:cards?|greeting|notes?|gift|congratulat\w+"
    r"|farewell|wish(?:es)?)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"from\s[^.!?]*\b(?:until|till|onwards|\d)", re.IGNORECASE)


def signoffs_in(request: str) -> tuple[Quote, ...]:
    """The sign-offs of a request, of use "signed"; "from" alone counts on cards only."""
    found = [*_LOVED.finditer(request)]
    if _CARD.search(request):
        found += [m for m in _FROM.finditer(request) if not _SPAN.match(m["words"])]
    return tuple(Quote(m["words"], "signed", *m.span("words")) for m in found[:1])
