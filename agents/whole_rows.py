"""Lines that hold half of a row of things get the other half: "starters, mains and desserts"."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import sentence_case, title_case, words_of
from agents.vocabulary import is_art, is_direction

_MOST_WORDS, _MOST_IN_TITLE = 14, 8
_THING = r"(?:the\s)?[\w'’-]+(?:\s[\w'’&-]+){0,3}"
_LAST = r"(?:the\s)?[\w'’-]+(?:\s[A-Z][\w'’&-]*){0,3}(?:\s[\w'’-]+(?=\s*(?:[.;!?]|$)))?"
_ON = re.compile(rf"(?:,\s{_THING})+?,?\s(?:and|&)\s{_LAST}")
_BEFORE = re.compile(
    rf"(?:^|[\s:])(?P<row>(?!(?:with|of|in|from|for|by|and|including)\b)[\w'’-]+(?:\s[A-Z][\w'’-]*"
    rf"|\s[\w'’-]+(?=,\s$))?(?:,\s{_THING})*?,\s)$"
)
_LED = re.compile(r"\b(?:in|of|with|from|by|for|and)\s", re.IGNORECASE)
_LINES = ("subtitle", "item", "body")


def with_whole_rows(texts: list[Text], masked: str) -> list[Text]:
    """The texts with rows whole, and without what is a part of one by now; facts are holes."""
    titled = " ".join(t.text.lower() for t in texts if t.role == "title")
    items = [t.text.lower() for t in texts if t.role == "item"]
    made = [
        _whole(text, masked, items, titled) if text.provenance == "inferred" else text
        for text in texts
    ]
    longer = [t.text.lower() for t, old in zip(made, texts, strict=True) if t is not old]
    return [
        t
        for t in made
        if t.role not in _LINES
        or not any(t.text.lower() in row and t.text.lower() != row for row in longer)
    ]


def _whole(text: Text, masked: str, items: list[str], titled: str) -> Text:
    title = text.role == "title"
    if text.group or (not title and text.role not in _LINES):
        return text
    at = masked.lower().find(text.text.lower().replace("’", "'"))
    at = masked.lower().find(text.text.lower()) if at < 0 else at
    if at < 0 or (title and not _LED.search(text.text)):
        return text
    end = at + len(text.text)
    on, before = _ON.match(masked, end), None
    if (
        not title
        and not on
        and masked[at].islower()
        and " and " in text.text
        and text.role != "body"
    ):
        before = _BEFORE.search(masked[:at])
    front = before["row"] if before else ""
    front = "" if front.strip(" ,").lower() in titled else front
    more = on[0] if on else ""
    whole = f"{front}{masked[at:end]}{more}"
    row = f"{front}{more}".lower()
    within = sum(item in row for item in items)
    if within > 1 or (within and text.role == "item" and len(items) > 2):
        return text  # a list that stands in lines of its own
    fit = len(words_of(whole)) <= (_MOST_IN_TITLE if title else _MOST_WORDS)
    if not (front or more) or not fit or is_art(more or front) or is_direction(whole):
        return text
    return text.evolve(text=title_case(whole) if title else sentence_case(whole))
