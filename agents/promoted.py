"""A design whose words are all facts: its offer, or what the sheet is, becomes the title.

"Coupon: free dessert with any main" is headed by the dessert; "25% off glass drinkware" by what is
sold, beside the share that is off.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.lone import is_lone_trade
from agents.phrases import as_said, found_with, sentence_case, tidy, title_case, words_of
from design_io.document import Role
from layout.offer import offer_in

_MOST_WORDS = 8
_GOODS = re.compile(
    r"(?P<share>.*\d.*?)\s(?:(?<=off\s)|on\s)(?:(?:on|all|any|every|your|selected|select|the)\s)*"
    r"(?P<goods>[^\W\d]\D+)$",
    re.IGNORECASE,
)
_WHEN_BOUGHT = re.compile(
    r"(?:next|first|second|last)?\s?(?:visit|order|purchase|booking|stay)", re.I
)
_AT_HOUSE = re.compile(r"\bat (?:an?|our|the) (?P<house>[a-z]+(?: [a-z]+)?)(?=[.,;!]|$)")
_SAYS_ENOUGH = re.compile(r"[^%$€£]+$|.*\d.*?\soff\s\w", re.IGNORECASE)
_BADGE = re.compile(r"\b(?:logo|business card|visiting card|letterhead)\b", re.IGNORECASE)
_VOUCHER = re.compile(r"(?:gift |discount )?(?:coupon|voucher|certificate|card)", re.IGNORECASE)
_SHEETS = re.compile(
    r"\W*(?:(?:create|make|design|need)\s)?(?:(?:an?|the|our|my)\s)?(?P<sheet>menu|price ?list|gift"
    r" (?:voucher|certificate|card)|coupon|voucher)\b",
    re.IGNORECASE,
)


def titled(texts: list[Text], request: str) -> list[Text]:
    """The texts with a title, when one of them can be it."""
    if any(text.role == "title" for text in texts):
        return texts if _BADGE.search(request) else _offered(texts, request)
    sheet = _SHEETS.match(request)
    named = sentence_case(sheet["sheet"].lower()) if sheet else ""
    offer = next((text for text in texts if text.role == "offer"), None)
    made = _headed(offer) if offer else []
    house = _AT_HOUSE.search(request) if offer and not made else None
    if house and is_lone_trade(house["house"]):
        return [_made("title", title_case(house["house"])), *texts]
    if made:
        kicker = [_made("kicker", named)] if named else []
        return [*kicker, *made, *(text for text in texts if text is not offer)]
    return texts


_FIRM = re.compile(r" (?:company|firm|business|service|brand)\b", re.IGNORECASE)


def _offered(texts: list[Text], request: str) -> list[Text]:
    """A title that only names a trade gives way to a worded offer: "Free Estimates"."""
    title = next(text for text in texts if text.role == "title")
    offer = next((text for text in texts if text.role == "offer"), None)
    sheet = next((t for t in texts if t.role == "kicker" and _VOUCHER.fullmatch(t.text)), None)
    others = any(text.role in ("brand", "kicker") and text is not sheet for text in texts)
    bare = _FIRM.search(request) and found_with(
        title.text, rf"\b{re.escape(title.text)}{_FIRM.pattern}", request
    )
    called = title.text in request and len(words_of(title.text)) > 1  # a name, as it is written
    trade = (
        not called and title.provenance != "user" and (bare or is_lone_trade(title.text.lower()))
    )
    if offer is None or others or not trade or not _SAYS_ENOUGH.match(offer.text):
        return texts
    figured = any(sign.isdigit() for sign in offer.text)
    if offer_in(offer.text) or not (
        (4 if figured else 2) <= len(words_of(offer.text)) <= _MOST_WORDS
    ):
        return texts  # a figure is the largest thing of the sheet where it stands
    above = as_said(bare[0] if bare else title.text, request)
    kind = _made("kicker", above)
    rest = [text for text in texts if text not in (title, offer, sheet)]
    text = sentence_case(offer.text) if figured else title_case(offer.text)
    return [kind, _made("title", text), *rest]


def headed(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """A list of goods that nobody has named is headed by what it is: "Menu"."""
    sheet = _SHEETS.match(request)
    listed = any(text.role in ("item", "price") for text in texts)
    if not sheet or not listed or any(text.role == "title" for text in texts):
        return texts
    return (_made("title", sentence_case(sheet["sheet"].lower())), *texts)


def offers_something(words: str) -> bool:
    """ "Free Check-Up", "20% off": what comes with the thing, and not the thing."""
    return bool(re.match(r"free\b|.*\d\s?%|buy \w+,? get", words, re.IGNORECASE))


def goods_of(offer: str) -> str:
    """What an offer is on: "chic glass drinkware" of "25% off chic glass drinkware"."""
    match = _GOODS.match(offer)
    goods = tidy(match["goods"]) if match else ""
    return "" if _WHEN_BOUGHT.fullmatch(goods) else goods


def _headed(offer: Text) -> list[Text]:
    """The offer as a title, or its goods as a title and what is left of it."""
    match, goods = _GOODS.match(offer.text), goods_of(offer.text)
    if match and goods:
        return [_made("title", title_case(goods)), offer.evolve(text=match["share"])]
    fit = len(words_of(offer.text)) <= _MOST_WORDS and "%" not in offer.text
    return [_made("title", title_case(offer.text))] if fit else []


def _made(role: Role, text: str) -> Text:
    return Text(role=role, text=text, provenance="inferred")
