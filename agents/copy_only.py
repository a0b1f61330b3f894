"""What the learned reader is sure is no copy goes: whole lines of direction, and words at the ends.

Titles, facts, quoted words, rows of a list and words of ours are left to others.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.lexicon import entry_named, icons_for
from agents.phrases import is_name, sentence_case, telling_words, words_of
from agents.reader.copy import Copy
from agents.reader.spans import Span
from agents.vocabulary import (
    PEOPLE,
    head_of,
    is_business,
    is_direction,
    is_event,
    is_instruction,
    is_sale,
)

_HOLLOW = 0.05  # how likely a line is copy that is left out
_NOWHERE = 0.005  # and what stands within a sentence
_DOUBTED = 0.5  # and a clause that hangs on what is not printed: "who runs a small studio"
_UNPRINTED = 0.95  # how sure of a word at an end that goes
_TRADE = 2  # words of a trade
_SHORT = 3  # telling words of a line of the asking that is left whole
_LOOKED_AT = ("subtitle", "body", "quote", "item", "brand", "legal", "venue", "kicker")
_NAMES = ("venue", "brand")  # whose names the rules found by what stands around them
_FIGURES = ("legal", "venue")  # facts where they hold a figure
_BORDERS = ".!?,;:–—-\n/|•*="
_QUOTES = tuple("\"'“‘«„")
_ADDRESSED = re.compile(r"(?:For|To|From|Dear) [A-Z]")
_REMARK = re.compile(r"(?:we|i|you|it|ok|so|first|please|hi|hey|hello|need|the|this|my)\b", re.I)
_SHEET = re.compile(
    r"\b(?:menu|price ?list|notice|card|coupon|voucher|certificate|announcement|invit\w+|schedule"
    r"|programme|program|timetable|ticket|pass|album|podcast|workshop|webinar)s?$",
    re.IGNORECASE,
)
_UNTOLD = re.compile(
    r"(?:don['’]t|do not|never)\s(?:mention|say|print|write|include|show|put|use|add|list)\b", re.I
)
_CLAUSE = re.compile(r"(?:who|which|whose|where|in which|that)\s", re.IGNORECASE)
_FOR_WHOM = re.compile(r"For (?!an? |the |us$)[\w’' -]+(?:s|men|people|children|one)$")
_TAIL = re.compile(r"\W*(?:[,;.:!?–—\n]|\s-\s|\s(?:and|but|with|or|so|as)\b)")
_ROW = re.compile(r",\s.*(?:,|\sand)\s")
_LEAD = re.compile(  # what says what comes, and is not said with it
    r"(?:[:,;]|\b(?:is|are|will be|includ\w+|compris\w+|contain\w*|that|says?|reads?|has|have"
    r"|lists?|offers?|discover|expect|enjoy|underscor\w+|underlin\w+|stress\w*|emphasi\w+|mention\w*"
    r"|highlight\w*|for|plus|called|named|titled))\s*$",
    re.IGNORECASE,
)
_STATED, _STATEMENT = re.compile(r"\w\s(?:is|are)\s*$"), 4  # words: "Admission is free"
_HANGING = re.compile(r"(?:for|with|by|to|in|on|at|from|of|and|or|as|than|until)\s", re.IGNORECASE)
_CREDIT = re.compile(  # what belongs to the words behind it
    r"\W*(?:(?:host|present|perform|direct|illustrat|organi[sz]|produc|creat|narrat|sponsor|moderat"
    r"|curat)ed\s|(?:written|led|taught|read|sung|given)\s)?(?:by|with)(?:\sguests?)?\W*",
    re.IGNORECASE,
)


def without_direction(
    texts: tuple[Text, ...], copy: Copy, paged: bool = False
) -> tuple[Text, ...]:  # fmt: skip
    """The texts without what is no copy.

    `paged`: the sentences of the request are what its pages say, however short they are.
    """
    said = (t.text.startswith("– ") or (paged and _is_said(t)) for t in texts)  # who is quoted
    kept = (t if own else _printable(t, copy) for t, own in zip(texts, said, strict=True))
    return tuple(filter(None, kept)) or texts


def _is_said(text: Text) -> bool:
    """Whether it is a sentence of the user's that tells nothing to the designer."""
    words = text.text
    theirs = text.role == "body" and text.provenance == "user"
    return theirs and not (is_instruction(words) or is_direction(words) or _UNTOLD.match(words))


def _printable(text: Text, copy: Copy) -> Text | None:
    if text.role not in _LOOKED_AT or text.group or text.provenance == "suggested":
        return text
    places = list(copy.places(text.text))
    if text.role in _FIGURES and re.search(r"\d", text.text):
        return text
    if any(_is_quoted(place, copy) for place in places):
        return text
    if text.role in _NAMES and any(is_name(copy.said(place)) for place in places):
        return text
    if _tells_kind(text) or _ADDRESSED.match(text.text):
        return text
    within = bool(places) and not any(begins(place, copy) for place in places)
    likely = likeliest(text.text, places, copy)
    if _UNTOLD.match(text.text) or (within and _is_aside(text.text, likely)):
        return None
    if not within and likely < _HOLLOW:
        return None
    return text if within or text.role == "kicker" else _trimmed(text, places, copy)


def _is_aside(words: str, likely: float) -> bool:
    """Whether what the rules took out of a sentence is no copy, as good as surely.

    Rows of goods and whom it is for they know better.
    """
    if _CLAUSE.match(words):
        return likely < _DOUBTED
    return likely < _NOWHERE and not (_FOR_WHOM.match(words) or _ROW.search(words))


def begins(place: Span, copy: Copy) -> bool:
    """Whether a sentence or a part of it begins there; what is within one the rules took out."""
    before = copy.text[: place.start].rstrip(" \"'“‘(")
    return not before or before[-1] in _BORDERS


def likeliest(words: str, places: list[Span], copy: Copy) -> float:
    """How likely these words are copy, where they likeliest are; 1 of words that are ours."""
    if places:
        return max(map(copy.printed, places))
    said = [list(copy.places(word)) for word in telling_words(words)]
    if not said or not all(said):
        return 1.0
    return sum(max(map(copy.printed, each)) for each in said) / len(said)


def _is_quoted(place: Span, copy: Copy) -> bool:
    return copy.text[place.start - 1 : place.start] in _QUOTES if place.start else False


def _tells_kind(text: Text) -> bool:
    """Whether a kicker says whose design it is or what, or a subtitle the trade."""
    words = text.text
    if text.role != "kicker":
        trade = is_business(words) or head_of(words) in PEOPLE or words.isupper()
        return text.role == "subtitle" and trade and len(words_of(words)) <= _TRADE
    if len(words_of(words)) > 1:
        return not _REMARK.match(words)
    kind = is_event(words) or is_business(words) or is_sale(words) or _SHEET.search(words)
    return bool(kind or icons_for(entry_named(words)))


def _trimmed(text: Text, places: list[Span], copy: Copy) -> Text | None:
    """The text without words of direction at its ends; None when it holds no others."""
    if places and not any(copy.trimmed(place, _UNPRINTED) for place in places):
        return None
    rests = [rest for place in places if (rest := _rest(place, copy))]
    longest = max(rests, key=len, default=text.text)
    kept, had = telling_words(longest), telling_words(text.text)
    asked = any(not copy.sentence(place)[0] for place in places)
    if not kept or len(kept) == len(had) or (asked and len(had) <= _SHORT):
        return text
    return text.evolve(text=sentence_case(longest))


def _rest(place: Span, copy: Copy) -> str:
    """The words of a place without those that are no copy, but with who it is by."""
    rest = copy.trimmed(place, _UNPRINTED)
    lead, _, tail = copy.said(place).partition(rest) if rest else ("", "", "")
    rest = rest if _TAIL.match(tail) else f"{rest}{tail}"
    ordered = is_instruction(lead) and not _HANGING.match(rest)
    stated = _STATED.search(lead) and len(words_of(f"{lead}{rest}")) <= _STATEMENT
    stays = stated or _CREDIT.fullmatch(lead) or not (_LEAD.search(lead) or ordered)
    return f"{lead}{rest}" if stays else rest
