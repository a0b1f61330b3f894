"""Titles that tell of a house, put in the voice of a poster.

"A gym is hiring a personal trainer" is headed "Personal Trainer Wanted"; a day that is an opening
or an open day heads its sheet above what else is offered there.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.labels import label_of
from agents.lone import is_lone_trade
from agents.phrases import as_said, is_name, mostly_in, sentence_case, title_case, words_of
from agents.vocabulary import is_event, occasion_in

_HIRES = re.compile(
    r"(?:(?P<trade>.+?)\s)?(?:is|are|we[’']re)\s(?:now\s|currently\s)?"
    r"(?:hiring|looking for|seeking|recruiting)\s(?:an?\s|new\s)*(?P<role>[^,.;:]+)$",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:(?:an?|the)\s)?(?P<owner>[\w ]+?)[’']s(?:\s(?P<what>\S+\s.+)|\s\S+)?$", re.I
)
_THINGS = (  # up to where, when and what for
    r"(?P<what>(?!markets?\b|\S+ (?:offer|deal) on\b)(?:buy one, )?[^.,;:!?\n]+?)(?=[.,;:!?\n]|$"
    r"|\s(?:on|at|in|from|with|that|which|for|to|until|by|and|featuring|including|called"
    r"|named)\s)"
)
_HIRING = re.compile(r"(?P<trade>.+?)\s(?:is\s)?hiring$", re.IGNORECASE)
_HELD = re.compile(r"(?P<event>.+?)\s(?:on|from|at)$", re.IGNORECASE)
_WHOSE = re.compile(r"^(?:an?|the|our|my)\s", re.IGNORECASE)
_BELOW = ("subtitle", "item", "offer", "price")
_MOST_WORDS = 5


def retitled(texts: list[Text], request: str, language: str) -> list[Text]:
    """The texts with a title fit for a poster; those the user worded stay as they are."""
    title = next((t for t in texts if t.role == "title" and t.provenance != "user"), None)
    if title is None:
        return texts
    if title.text.startswith("At ") and is_name(title.text[3:]):
        return [title.evolve(text=title.text[3:]) if t is title else t for t in texts]
    made = (
        _wanted(texts, title, request)
        or _owned(texts, title, request)
        or _held(texts, title, language)
    )
    return made or texts


def _wanted(texts: list[Text], title: Text, request: str) -> list[Text]:
    """The post that is open, from the title or from the line below it."""
    lines = [t for t in texts if t.role in ("subtitle", "body")]
    below = lines if _HIRING.match(title.text) else []
    for told in (title, *below):
        hires = _HIRES.search(told.text)
        if hires and len(words_of(hires["role"])) <= _MOST_WORDS:
            trade = (_HIRING.match(title.text) or hires)["trade"] or ""
            made = title.evolve(text=title_case(f"{hires['role']} wanted"))
            return _with(texts, title, made, _WHOSE.sub("", trade), told, request)
    return []


def _owned(texts: list[Text], title: Text, request: str) -> list[Text]:
    """ "A bakery's half-price Friday": what the house has is the title, and no line below it."""
    owned = _OWNED.match(title.text)
    owner = owned["owner"].lower() if owned else ""
    has = re.search(rf"\b(?:an?|the|our|my) {re.escape(owner)}[’']s {_THINGS}", request)
    what = (has and has["what"]) or (owned and owned["what"]) or ""
    if not what or not is_lone_trade(owner):
        return []
    made = title.evolve(text=title_case(what))
    rest = [t for t in texts if t.role not in _BELOW or not mostly_in(t.text, what, 0.99)]
    return _with(rest, title, made, owner, title, request)


def _held(texts: list[Text], title: Text, language: str) -> list[Text]:
    """ "Grand opening on" over a date: the opening is the title, "Date" what stands over it."""
    named = any(t.role in ("brand", "kicker") for t in texts)
    if is_event(title.text) or occasion_in(title.text):
        return []
    for text in texts:
        held = _HELD.match(text.label) if text.role == "date" else None
        if not named and not is_name(title.text):
            break
        if held and is_event(held["event"]) and not mostly_in(held["event"], title.text):
            dated = text.evolve(label=label_of("date", language))
            below = title.evolve(role="subtitle", text=sentence_case(title.text.lower()))
            below = below if named else title.evolve(role="brand")
            made = title.evolve(text=title_case(held["event"]))
            rest = [dated if t is text else t for t in texts if t is not title]
            return [made, below, *rest]
    return []


def _with(
    texts: list[Text], title: Text, made: Text, trade: str, told: Text, request: str
) -> list[Text]:  # fmt: skip
    """The texts under a new title; the trade above it, and the line it was taken from left out."""
    rest = [t for t in texts if t not in (title, told)]
    if trade and not any(t.role in ("kicker", "brand") for t in rest):
        named = is_name(trade) and trade in request
        above = made.evolve(role="kicker", text=as_said(trade, request))
        rest = [above.evolve(role="brand") if named else above, *rest]
    return [made, *rest]
