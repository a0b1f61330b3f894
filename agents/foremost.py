"""Who or what is read first: a person one comes for, a house whose title only names its goods,
and words that the request wants emphasised.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import as_said, mostly_in, words_of
from agents.vocabulary import is_event, is_sale, occasion_in
from layout.plan import STRESSED

_FOR_PERSON = re.compile(
    r"\b(?:comedy|stand-?up|concert|gig|recital|tour|live|dj|performance|wedding|rehearsal"
    r"|engagement|book signing|reading|meet and greet)\b",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:\s(?:and\s|&\s)?[A-ZÀ-Þ][\w'’-]+){1,4}")
_CATEGORY = re.compile(r"\s(?:and|&|for)\s", re.IGNORECASE)
_VOUCHER = re.compile(r"certificate|voucher|coupon", re.IGNORECASE)
_BILLED = re.compile(
    rf"\b(?:featuring|starring|with|by|comedian|singer|band|speaker)\s(?P<n>{_BARE_NAME.pattern})"
)
_PLACEHOLDER = re.compile(r"your\b|\[|<", re.IGNORECASE)
_MOST_WORDS = 4  # of a name that leads
_THING = (
    r"(?:[\"'“‘](?P<q>[^\"'“”‘’]{2,40})[\"'”’]"
    r"|(?P<n>[A-Z][A-Z&-]+(?:\s[A-Z&-]+)*\b|(?:Part|Episode|Volume|Chapter)\s\d+))"
)
_BE = r"(?:should|must|needs? to|ha(?:s|ve) to|is to|are to) be\s(?:\w+\s)?"
_WANTED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_THING}\s{_BE}(?:emphasi[sz]ed|prominent|highlighted|dominant|large|big|bold)\b",
        rf"{_THING}\s(?:set |shown |displayed )?prominently\b",
        rf"\b(?:[Ee]mphasi[sz]\w+|[Hh]ighlight\w*)\s(?:the\s(?:words?|text|phrase)\s)?{_THING}",
    )
)


def foremost(texts: list[Text], people: tuple[str, ...], request: str) -> list[Text]:
    """The texts with the right one as title, and with what is stressed apart and marked."""
    billed = (*people, *(m["n"] for m in _BILLED.finditer(request)))
    return _stressed(_housed(_peopled(texts, billed), request), request)


def _peopled(texts: list[Text], people: tuple[str, ...]) -> list[Text]:
    """ "Stand-Up Comedy Show" with John Oliver is headed by him."""
    title = _composed(texts)
    person = next((t for t in texts if t.role == "subtitle" and t.text in people), None)
    if title is None or person is None or not _BARE_NAME.fullmatch(person.text):
        return texts
    if not _FOR_PERSON.search(title.text) or len(words_of(person.text)) > _MOST_WORDS + 1:
        return texts
    return _swapped(texts, person, title)


def _housed(texts: list[Text], request: str) -> list[Text]:
    """ "Electronic Gadgets and Games" of Oniisan is headed by the house."""
    title = _composed(texts)
    brand = next((t for t in texts if t.role == "brand"), None)
    if title is None or brand is None or _PLACEHOLDER.match(brand.text):
        return texts
    plain = title.text.lower() in request.lower() and len(words_of(title.text)) > 1
    paper = any(t.role == "kicker" and _VOUCHER.search(t.text) for t in texts)
    capitals = brand.text.isupper() and len(brand.text) > 3  # as its owner writes it
    label = plain and (paper or capitals or _CATEGORY.search(title.text))
    told = is_event(title.text) or is_sale(title.text) or occasion_in(title.text)
    if not label or told or len(words_of(brand.text)) > _MOST_WORDS:
        return texts
    return _swapped(texts, brand, title)


def _composed(texts: list[Text]) -> Text | None:
    """The title, where it is composed."""
    return next((t for t in texts if t.role == "title" and t.provenance == "inferred"), None)


def _swapped(texts: list[Text], leader: Text, title: Text) -> list[Text]:
    """The leader as title, and what was the title below it."""
    made = {leader: leader.evolve(role="title"), title: title.evolve(role="subtitle")}
    below = [made[title]]
    rest = [t for t in texts if t not in (leader, title)]
    return [made[leader], *below, *rest]


def _stressed(texts: list[Text], request: str) -> list[Text]:
    """Words that are to be prominent, taken out of the line they stand in and marked."""
    title = " ".join(t.text for t in texts if t.role == "title").lower()
    found = ((m["q"] or m["n"]).strip(" .,") for p in _WANTED for m in p.finditer(request))
    for words in dict.fromkeys(words for words in found if words.lower() not in title):
        for number, text in enumerate(texts):
            if text.role in ("kicker", "subtitle", "body") and words.lower() in text.text.lower():
                return [*texts[:number], *_apart(text, words), *texts[number + 1 :]]
    return texts


def _apart(text: Text, words: str) -> list[Text]:
    """The words as a line of their own below the title, and what is left of the line."""
    rest = re.sub(rf",?\s*{re.escape(words)}\s*,?", "", text.text, flags=re.IGNORECASE).strip()
    said = as_said(words, text.text) if words not in text.text else words
    stressed = text.evolve(role="subtitle", text=said, importance=STRESSED)
    return [text.evolve(text=rest), stressed] if rest and not mostly_in(rest, words) else [stressed]
