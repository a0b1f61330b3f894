"""What a request says itself goes before what is offered to it, under a title or as the title."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import is_name, sentence_case, title_case, words_of
from agents.vocabulary import is_business, is_event

_FEWEST, _MOST_WORDS = 5, 9  # of a line that is a statement, and may be the title
_MOST_OFFERED = 6  # words of an offer that is read at a glance
_GREETS = re.compile(
    r"(?:happy|merry|congrat\w*|thank|welcome|farewell|get well|with sympathy|eid|thinking)\b",
    re.IGNORECASE,
)


def with_own_words(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """The texts without a suggestion whose place a line of the request can take."""
    return _led_by_offer(_led_by_line(_below(texts)))


def _below(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """A lone line of the request stands below the title, not what is suggested."""
    lines = [t for t in texts if t.role == "item" and not t.group]
    offered = [t for t in texts if t.role == "subtitle" and t.provenance == "suggested"]
    if len(lines) != 1 or not offered or len(words_of(lines[0].text)) < 2:
        return texts
    rest = (t for t in texts if t not in offered)
    return tuple(t.evolve(role="subtitle") if t is lines[0] else t for t in rest)


def _led_by_line(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """What a trade may say gives way to what this one says: "bad weather makes good pictures"."""
    title = next((t for t in texts if t.role == "title"), None)
    line = next((t for t in texts if t.role == "subtitle"), None)
    offered = title is not None and title.provenance == "suggested"
    headed = any(t.role == "kicker" for t in texts)
    if not (title and line and offered and headed) or _GREETS.match(title.text):
        return texts
    if line.provenance != "inferred" or not _FEWEST <= len(words_of(line.text)) <= _MOST_WORDS:
        return texts
    led = title.evolve(text=title_case(line.text), provenance="inferred")
    return tuple(led if t is title else t for t in texts if t is not line)


def _led_by_offer(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """Of a house that is only called by its trade, what it offers is the title."""
    title = next((t for t in texts if t.role == "title"), None)
    offers = [t for t in texts if t.role == "offer"]
    lone = all(t.role in ("title", "offer", "cta") for t in texts) and len(offers) == 1
    if title is None or not lone or title.provenance != "inferred":
        return texts
    if is_name(title.text.lower()) or not is_business(title.text) or is_event(title.text):
        return texts
    what, _, whom = offers[0].text.partition(" for ")
    if len(words_of(what)) > _MOST_OFFERED:
        return texts
    led = title.evolve(text=title_case(what).replace("% off", "% Off"))
    below = title.evolve(role="subtitle", text=sentence_case(f"for {whom}"))
    kicker = title.evolve(role="kicker", text=sentence_case(title.text.lower()))
    rest = (t for t in texts if t not in (title, offers[0]))
    return (kicker, led, *((below,) if whom else ()), *rest)
