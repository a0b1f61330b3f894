"""Facts as their line says them: "From £180", not "£180"; "Sign up by 15 March", not "15 March".

The rules cut facts out of sentences; where the reader is sure of a short line that holds them, the
line is printed in their place. And a name that the reader knows as that of the house is the brand.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.leading import CALLED, DANGLING, is_part, plain, shown
from agents.phrases import sentence_case, word_set, words_of
from agents.reader.copy import Copy
from agents.reader.spans import Span

_SURE = 0.9
_MOST = 8  # words of a line that stands for a fact
_MOST_PRICE = 6  # words of a line that is set as a price; a longer one is an item
_FACTS = ("price", "offer", "date", "time", "contact")
_PIECES = (*_FACTS, "item", "subtitle")
_MEANINGLESS = word_set(
    "a an the on at in of to is are be will and or it this we our you your they date time price"
    " venue address cost costs held takes place there open from"
)
_HEADINGS = ("", "Date", "Time", "Price", "Code")  # of facts, that the line makes unnecessary
_QUOTED = re.compile(r"\b(?:quotes?|quotation|poem|verse|proverb)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"[@\n]|\w\.[a-z]{2}|://|\d{5}")  # an address on the web, a telephone number


def with_fact_lines(texts: tuple[Text, ...], copy: Copy) -> tuple[Text, ...]:
    """The texts, facts and names as the reader reads them; who is quoted is no house."""
    quoted = _QUOTED.search(copy.text)
    for span in copy.spans:
        if span.kind in ("line", "item", "tagline") and _is_whole(span, copy):
            texts = _said_whole(texts, shown(copy.said(span)))
        elif span.kind == "brand" and copy.printed(span) >= _SURE and not quoted:
            texts = _branded(texts, shown(copy.said(span)))
    return texts


def _is_whole(span: Span, copy: Copy) -> bool:
    line = copy.said(span)
    apart = _WRITTEN.search(line) or DANGLING.search(line)
    return not apart and len(words_of(line)) <= _MOST and copy.printed(span) >= _SURE


def _said_whole(texts: tuple[Text, ...], line: str) -> tuple[Text, ...]:
    pieces = [t for t in texts if t.role in _PIECES and _holds(line, t.text)]
    facts = [t for t in pieces if t.role in _FACTS]
    others = [t for t in texts if t not in pieces]
    said = {word.lower() for t in texts for word in words_of(f"{t.label} {t.text}")}
    fresh = [word for word in words_of(line.lower()) if word not in said | _MEANINGLESS]
    headed = any(t.group or t.label not in _HEADINGS for t in pieces)
    priced = facts and facts[0].role == "price" and "from" in words_of(line.lower())
    if not facts or headed or not (priced or any(map(str.isalpha, fresh))):
        return texts
    if any(is_part(facts[0].text, t.text) for t in others) or _is_two(facts):
        return texts
    long = facts[0].role == "price" and len(words_of(line)) > _MOST_PRICE
    role = "item" if long or CALLED.match(facts[0].text) else facts[0].role
    whole = facts[0].evolve(role=role, text=sentence_case(line), label="")
    return tuple(whole if t is facts[0] else t for t in texts if t is facts[0] or t not in pieces)


def _holds(line: str, piece: str) -> bool:
    return plain(piece) != plain(line) and is_part(piece, line)


def _is_two(facts: list[Text]) -> bool:
    """A day and an hour are set apart, each in its own place."""
    return {"date", "time"} <= {fact.role for fact in facts}


def _branded(texts: tuple[Text, ...], name: str) -> tuple[Text, ...]:
    if any(t.role == "brand" for t in texts):
        return texts
    line = next((t for t in texts if t.role in ("item", "subtitle") and not t.group
                 and t.text[:1].isalnum() and plain(t.text) == plain(name)), None)  # fmt: skip
    return tuple(t.evolve(role="brand") if t is line else t for t in texts)
