"""Facts told once and in the order they are read: the day, its hour, the place, then deadlines.

A second day is a deadline or for rain and stands behind the place; halves of one statement are one
line, the price of some stands beside that of all, a place has its whole name.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import sentence_case, words_of

_MOST_JOINED = 16
_LINES = ("subtitle", "item", "date", "offer", "price")
_BOUND = re.compile(
    r"(?:rsvp|repl\w+|regist\w+|sign[- ]?up|appl\w+|enrol\w*|enter|entries|submi\w+|order\w*"
    r"|b[uo][yu]\w*|book\w*|reserv\w+|purchas\w+|tickets|deadline|pay\w*|vot\w+|returned|return"
    r"|donat\w+)\b(?=.*\d|$)",
    re.IGNORECASE,
)
_BOUND_LABEL = re.compile(r"(?:.*\b(?:by|before|until)|deadline)$", re.IGNORECASE)
_DONE = {"bought": "buy", "purchased": "buy", "booked": "book", "ordered": "order",
         "reserved": "reserve", "returned": "return", "submitted": "submit"}  # fmt: skip
_MUST = re.compile(r"(?P<done>[a-z]+) (?P<rest>(?:by|before|until) .+)", re.IGNORECASE)
_WET = r"(?:rains?|bad weather)"
_DOES = re.compile(r"(?:buy|get|pay|bring|book|take|spend|order|collect|try|save|enjoy)\b", re.I)
_ANY = re.compile(r"\s(?P<lead>with|on|for)\s(?P<any>(?:any|every|each|all)\s.+)$", re.IGNORECASE)
_OF_SOME = re.compile(r"(?P<price>\S*\d\S*) for (?:(?!adults)[a-z]+)(?: [a-z]+){0,2}")


def settled(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The texts with every fact whole, told once, and behind what is read before it."""
    texts = _joined(texts, request)
    texts = _rained(texts, request)
    for rule in (_with_condition, _priced_apart, _placed_whole):
        texts = rule(texts)
    return tuple(_behind(text, texts) for text in texts)


def _joined(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "Buy one pair from $120" and "Get the second free": halves that the request joins."""
    for first in texts:
        for then in texts:
            if first is not then and (whole := _one(first, then, request)):
                role = first.role if first.role != "price" else "item"
                line = first.evolve(text=sentence_case(whole), role=role)
                rest = (line if t is first else t for t in texts if t is not then)
                return _joined(tuple(rest), request)
    return texts


def _one(first: Text, then: Text, request: str) -> str:
    """Both as the request joins them; empty where they are lines of their own."""
    loose = all(t.role in _LINES and not t.label and not t.group for t in (first, then))
    if not loose or len(words_of(f"{first.text} {then.text}")) > _MOST_JOINED:
        return ""
    both = _DOES.match(first.text) and _DOES.match(then.text)
    hangs = re.match(r"for\s", then.text, re.IGNORECASE) and first.role != "date"
    for joint in (" and ",) * bool(both) + (" ",) * bool(hangs):
        said = f"{first.text}{joint}{then.text}"
        at = request.lower().find(said.lower())
        if at >= 0:
            return request[at : at + len(said)]
    return ""


def _with_condition(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "Free Pizza with Any Order" over "Any order over $30": the condition is one line."""
    title = next((t for t in texts if t.role == "title" and t.provenance != "user"), None)
    found = _ANY.search(title.text) if title else None
    if title is None or found is None:
        return texts
    whole = found["any"].lower()
    for line in texts:
        if line.role != "title" and line.text.lower().startswith(f"{whole} "):
            said = f"{found['lead'].lower()} {line.text[:1].lower()}{line.text[1:]}"
            condition = line.evolve(role="item", text=sentence_case(said), label="")
            shorter = title.evolve(text=title.text[: found.start()])
            return tuple({title: shorter, line: condition}.get(t, t) for t in texts)
    return texts


def _days(texts: tuple[Text, ...]) -> list[Text]:
    return [t for t in texts if t.role == "date" and not t.group]


def _rained(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """A day for rain under its own heading, in place of the line that tells of it."""
    for day in _days(texts)[1:]:
        if re.search(
            rf"\b{_WET}\b[^.;!?\n]{{0,40}}\b{re.escape(day.text)}", request, re.IGNORECASE
        ):
            rainy = day.evolve(role="contact", label="Rain date")
            stub = re.compile(rf"(?:in case of |if it )?{_WET}(?:.*{re.escape(day.text)})?", re.I)
            return tuple(rainy if t is day else t for t in texts if not stub.fullmatch(t.text))
    return texts


def _priced_apart(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "$40, $30 for students" of two prices and the line that says whose the second is."""
    for line in texts:
        some = _OF_SOME.fullmatch(line.text) if line.role in ("item", "price") else None
        prices = [t for t in texts if t.role == "price" and not t.group and t is not line]
        theirs = next((t for t in prices if some and t.text == some["price"]), None)
        other = next((t for t in prices if theirs and t is not theirs), None)
        if other is not None and theirs is not None and other.label == theirs.label:
            both = other.evolve(text=f"{other.text}, {line.text}")
            return tuple(both if t is other else t for t in texts if t not in (theirs, line))
    return texts


def _placed_whole(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "Elks Lodge ballroom" where the place was "Elks Lodge" and a line said the rest."""
    for place in (t for t in texts if t.role == "venue"):
        longer = re.compile(rf"{re.escape(place.text)}(?: [a-z]+){{1,2}}")
        for line in texts:
            if line.role in ("item", "subtitle") and longer.fullmatch(line.text):
                whole = place.evolve(text=line.text)
                return tuple(whole if t is place else t for t in texts if t is not line)
    return texts


def _behind(text: Text, texts: tuple[Text, ...]) -> Text:
    """What is to be done by a day, beside the day itself: it stands behind the place."""
    days = _days(texts)
    if text not in days[1:]:
        return text
    bound = _BOUND.match(text.text) or _BOUND_LABEL.match(text.label)
    if not bound or _BOUND.match(days[0].text):
        return text
    done = _MUST.fullmatch(text.text)
    verb = _DONE.get(done["done"].lower()) if done else None
    if done is None or verb is None:
        return text.evolve(role="contact")
    sold = any(t.role == "price" and t.label.startswith("Tickets") for t in texts)
    what = " tickets" if sold else ""
    return text.evolve(role="contact", text=sentence_case(f"{verb}{what} {done['rest']}"))
