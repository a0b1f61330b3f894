"""Cards and vouchers told in pieces, said in one sentence: "Name: X. Profession: Y. Business card".

The person and the trade go behind the words that ask for the card, the rest keeps its place.
"""

from __future__ import annotations

import re

_CARD = re.compile(r"\b(?:business|visiting|calling) cards?\b", re.IGNORECASE)
_BORDER = r"(?:^|(?<=[.,;:|/\n])\s*|(?<=\n))"
_END = r"\s*(?:[.;|\n]|,(?=\s)|\s/\s|$)"
_NAME = re.compile(
    rf"{_BORDER}(?:full |my )?name(?: is|:)\s(?P<name>(?-i:[A-ZÀ-Þ])[^.,;:|/\n]{{2,40}}?){_END}",
    re.IGNORECASE,
)
_TRADE = re.compile(
    rf"{_BORDER}(?:profession|occupation|trade|job(?: title)?|position|role|title)(?: is|:)\s"
    rf"(?P<trade>[^.,;:|/\n]{{3,40}}?){_END}",
    re.IGNORECASE,
)
# "Business card:\nOmar Haddad\nElectrician" and the same with slashes
_STACKED = re.compile(
    r"\b(?P<card>(?:business|visiting|calling) cards?)(?: for(?= )|\s?[:.,])?\s*"
    r"(?P<name>(?-i:[A-ZÀ-Þ])[\w'’-]+(?: (?-i:[A-ZÀ-Þ])[\w'’.-]+){1,2})\s*(?P<mark>[/|•·\n])\s*"
    r"(?P<trade>[A-Za-z][A-Za-z &-]{2,40}?)\s*(?P=mark)",
    re.IGNORECASE,
)
# "a voucher for $50 at Nook Books" is a voucher for the house, worth that much
_WORTH = re.compile(
    r"\b(?P<paper>(?i:(?:gift )?(?:vouchers?|certificates?|cards?|coupons?))) (?:for|of) "
    r"(?P<sum>[$€£]\s?\d[\d.,]*\d?) (?:at|from|to|in) (?P<house>[A-ZÀ-Þ][\w'’&-]*"
    r"(?: (?:&|and|of|the|[A-ZÀ-Þ][\w'’&-]*)){0,4})"
)


def card_told(request: str) -> str:
    """The request with its card in one sentence; as it is when it tells none in pieces."""
    request = _WORTH.sub(r"\g<paper> for \g<house> worth \g<sum>", request)
    if not _CARD.search(request):
        return request
    if stacked := _STACKED.search(request):
        head = f"{stacked['card']} for {stacked['name']}, {_small(stacked['trade'])}, "
        rest = re.sub(
            rf"\s*{re.escape(stacked['mark'])}\s*", ", ", request[stacked.end() :].strip()
        )
        return request[: stacked.start()] + head + rest
    name, trade = _NAME.search(request), _TRADE.search(request)
    if name is None or trade is None:
        return request
    rest = request
    for told in sorted((name, trade), key=lambda m: -m.start()):
        rest = f"{rest[: told.start()].rstrip()} {rest[told.end() :].lstrip()}"
    return f"Business card for {name['name']}, {_small(trade['trade'])}. {rest.strip()}"


def _small(trade: str) -> str:
    return " ".join(word if word.isupper() else word.lower() for word in trade.split())
