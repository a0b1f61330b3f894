"""Facts told once and in the order they are read: the day, its hour, the place, then deadlines.

A second day is a deadline or for rain and stands behind the place; halves of one statement are one
line, the price of some stands beside that of all, a place has its whole name.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.dates import DATE
from agents.imperatives import bidden
from agents.phrases import is_name, sentence_case, title_case, words_of
from agents.told_whole import told_whole
from agents.vocabulary import is_business

_MOST_JOINED = 16
_RAIN = "Rain date"
_LINES = ("subtitle", "item", "date", "offer", "price")
_BOUND = re.compile(
    r"(?:rsvp|repl\w+|regist\w+|sign[- ]?up|appl\w+|enrol\w*|enter|entries|submi\w+|order\w*"
    r"|b[uo][yu]\w*|book\w*|reserv\w+|purchas\w+|tickets|deadline|pay\w*|vot\w+|returned|return"
    r"|donat\w+)\b(?=.*\d|$)",
    re.IGNORECASE,
)
_BOUND_LABEL = re.compile(r"(?:.*\b(?:by|before|until)|deadline)$", re.IGNORECASE)
_OPEN_UNTIL = re.compile(r"\w until\b")
_DONE = {"bought": "buy", "purchased": "buy", "booked": "book", "ordered": "order",
         "reserved": "reserve", "returned": "return", "submitted": "submit"}  # fmt: skip
_MUST = re.compile(r"(?P<done>[a-z]+) (?P<rest>(?:by|before|until) .+)", re.IGNORECASE)
_WET = r"(?:rains?|bad weather)"
_DOES = re.compile(r"(?:buy|get|pay|bring|book|take|spend|order|collect|try|save|enjoy)\b", re.I)
_ANY = re.compile(r"\s(?P<lead>with|on|for)\s(?P<any>(?:any|every|each|all)\s.+)$", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\d+(?:st|nd|rd|th) (?:anniversary|birthday)|grand (?:re)?opening", re.I)
_SLOGAN = r"\b(?:slogan|tag ?line|motto)(?: is| reads| says)?\W{1,3}"
_NAME_OF = r"\bname of the (?P<thing>[a-z]+(?: [a-z]+){0,2}) is\W{1,3}"
_ON_GOODS = re.compile(r"(?P<deal>\w+-for-\w+) (?:offer|deal)s? (?:on|for) (?P<goods>.+)", re.I)
_ENTRY = ("Admission", "General admission", "Entry fee", "Tickets", "Price")
_OF_SOME = re.compile(r"(?P<price>\S*\d\S*) for (?!adults)[\w-]+(?: [\w-]+){0,2}")


def settled(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The texts with every fact whole, told once, and behind what is read before it."""
    texts = _headed(_joined(told_whole(texts, request), request), request)
    texts = tuple(_started(t, texts, request) for t in _while_it_lasts(texts, request))
    texts = _rained(tuple(_bid(t) for t in texts), request)
    for rule in (_dealt, _with_condition, _priced_apart, _priced_whole, _placed_whole):
        texts = rule(texts)
    texts = _goods_whole(_bought(texts, request), request)
    return tuple(_after_offer(_bidding(text, texts, request), texts) for text in texts)


def is_of_later(text: Text) -> bool:
    """Whether it is a day by which to do something, or one for rain: read after the place."""
    bound = _BOUND.match(text.text) or _OPEN_UNTIL.search(text.text)
    told = bound or _BOUND_LABEL.match(text.label) or text.label == _RAIN
    return text.role == "date" and not text.group and bool(told)


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
    of_it = first.role == "subtitle" and then.role == "item" and len(words_of(then.text)) < 3
    joints = ((" and ", both), (" ", hangs), (" for ", of_it))
    for joint in (words for words, fit in joints if fit):
        said = f"{first.text}{joint}{then.text}"
        at = request.lower().find(said.lower())
        if at >= 0:
            return request[at : at + len(said)]
    return ""


def _headed(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """What is announced over a slogan, and the name of a product over what it is."""
    title = next((t for t in texts if t.role == "title"), None)
    if title is None:
        return texts
    for line in texts:
        words = re.escape(line.text)
        slogan = line.role == "subtitle" and _ANNOUNCED.fullmatch(line.text)
        slogan = slogan and re.search(rf"{_SLOGAN}{re.escape(title.text)}", request, re.IGNORECASE)
        named = re.search(rf"{_NAME_OF}{words}", request, re.I) if line.role == "brand" else None
        goods = named and not is_business(named["thing"])
        if slogan or (goods and title.provenance != "user"):
            below = title.text if slogan else sentence_case(title.text.lower())
            made = {
                title: line.evolve(role="title", text=title_case(line.text)),
                line: title.evolve(role="subtitle", text=below),
            }
            return tuple(made.get(t, t) for t in texts)
    return texts


def _dealt(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "Two-for-One Prescription Glasses" over "Two-for-one offer on prescription glasses"."""
    title = next((t for t in texts if t.role == "title" and t.provenance != "user"), None)
    for offer in (t for t in texts if t.role == "offer" and title):
        deal = _ON_GOODS.fullmatch(offer.text)
        if title and deal and deal["goods"].lower() == title.text.lower():
            count, _, whole = deal["deal"].partition("-for-")
            lead = f"{count.capitalize()}-for-{whole.capitalize()}"
            headed = title.evolve(text=f"{lead} {title.text}")
            return tuple(headed if t is title else t for t in texts if t is not offer)
    return texts


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
    for told in _days(texts)[1:]:
        found = DATE.search(told.text)
        day = found[0] if found else told.text
        if re.search(rf"\b{_WET}\b[^.;!?\n]{{0,40}}\b{re.escape(day)}", request, re.IGNORECASE):
            rainy = told.evolve(label=_RAIN, text=day)
            stub = re.compile(rf"(?:in case of |if it )?{_WET}(?:.*{re.escape(day)})?", re.I)
            rest = (t for t in texts if t is told or not stub.fullmatch(t.text))
            return tuple(rainy if t is told else t for t in rest)
    return texts


def _while_it_lasts(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "$49 until February 20" of a price and the day it ends."""
    for price in (t for t in texts if t.role == "price" and not t.group):
        for day in (t for t in texts if t.role == "date" and t.label == "Until"):
            if (whole := f"{price.text} until {day.text}") in request:
                lasting = price.evolve(text=whole)
                return tuple(lasting if t is price else t for t in texts if t is not day)
    return texts


def _started(text: Text, texts: tuple[Text, ...], request: str) -> Text:
    """ "Castle Square" of "starting at 9 AM from Castle Square": where it starts."""
    held = any(t.role in ("venue", "address") for t in texts)
    if held or text.role not in ("item", "subtitle") or not is_name(text.text):
        return text
    hours = [re.escape(t.text) for t in texts if t.role == "time" and not t.group]
    led = any(re.search(rf"{at} from (?:the )?{re.escape(text.text)}", request) for at in hours)
    return text.evolve(role="venue", label="Start") if led else text


def _bid(text: Text) -> Text:
    """ "By slowing down near schools", what readers are to do, as it is said to them."""
    done = text.text[3:] if text.text.startswith("By ") and text.role in _LINES else ""
    order = bidden(done)
    return text.evolve(text=sentence_case(order)) if order else text


def _priced_apart(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "$40, $30 for students" of prices and the line that says whose the second is."""
    for line in texts:
        some = _OF_SOME.fullmatch(line.text) if line.role in ("item", "price") else None
        prices = [t for t in texts if t.role == "price" and not t.group and t is not line]
        theirs = next((t for t in prices if some and t.text == some["price"]), None)
        others = [t for t in prices if some and t is not theirs and t.label in _ENTRY]
        if len(others) == 1 and (theirs is None or others[0].label == theirs.label):
            both = others[0].evolve(text=f"{others[0].text}, {line.text}")
            kept = (t for t in texts if t is not line and t is not theirs)
            return tuple(both if t is others[0] else t for t in kept)
    return texts


def _priced_whole(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "Tickets: $3 each or $10 for four" of a price and the line that says it to the end."""
    for price in (t for t in texts if t.role == "price" and t.label and not t.group):
        for line in (t for t in texts if t.role in ("item", "subtitle") and not t.group):
            told = line.text.removeprefix(f"{price.label}: ")
            if told.startswith(f"{price.text} "):
                whole = price.evolve(text=told)
                return tuple(whole if t is price else t for t in texts if t is not line)
    return texts


def _after_offer(line: Text, texts: tuple[Text, ...]) -> Text:
    """ "Mats are provided" of "Free and mats are provided", where the offer ended in "free"."""
    first, _, rest = line.text.partition(" and ")
    ends = any(t.text.lower().endswith(f" {first.lower()}") for t in texts if t.role == "offer")
    if line.role not in ("item", "subtitle") or not rest or not ends:
        return line
    return line.evolve(text=sentence_case(rest))


def told_once(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """The texts without a price that a line below says with all that belongs to it."""
    lines = [t.text.lower() for t in texts if t.role in ("item", "subtitle") and not t.group]
    return tuple(
        t
        for t in texts
        if t.role != "price"
        or t.group
        or not any(
            f"{t.text.lower()} " in f"{line} "
            and (t.label in ("", "Price") or line.startswith(t.label.lower()))
            and len(words_of(line)) > len(words_of(t.text)) + 2
            for line in lines
        )
    )


def _goods_whole(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "$5 off any bag of dog food", where the headline had the dog food and the line the rest."""
    title = next((t for t in texts if t.role == "title" and t.provenance != "user"), None)
    house = next(
        (t for t in texts if t.role in ("subtitle", "kicker") and is_business(t.text)), None
    )
    for offer in (t for t in texts if t.role == "offer" and title and house):
        whole = f"{offer.text} of {title.text if title else ''}"
        at = request.lower().find(whole.lower())
        if title and house and at >= 0:
            made = {
                title: title.evolve(text=title_case(house.text)),
                offer: offer.evolve(text=request[at : at + len(whole)]),
            }
            return tuple(made.get(t, t) for t in texts if t is not house)
    return texts


_BUYS = r"(?:^|[.!?;]\s)(?P<all>[^.!?;\n]{{0,40}}?{price}\s{line})"


def _bought(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "A donation of $25 keeps a child warm" is said in one line, not beside "Donation"."""
    for price in (t for t in texts if t.role == "price" and not t.group):
        for line in (t for t in texts if t.role in ("item", "subtitle") and not t.group):
            says = _BUYS.format(price=re.escape(price.text), line=re.escape(line.text))
            whole = re.search(says, request, re.IGNORECASE)
            if whole and len(words_of(whole["all"])) <= _MOST_JOINED:
                both = line.evolve(text=sentence_case(whole["all"]))
                return tuple(both if t is line else t for t in texts if t is not price)
    return texts


def _placed_whole(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "Elks Lodge ballroom" where the place was "Elks Lodge" and a line said the rest."""
    for place in (t for t in texts if t.role == "venue"):
        longer = re.compile(rf"(?:The )?{re.escape(place.text)}(?: [a-z]+){{1,2}}")
        for line in texts:
            if line.role in ("item", "subtitle", "brand") and longer.fullmatch(line.text):
                whole = place.evolve(text=line.text.removeprefix("The "))
                return tuple(whole if t is place else t for t in texts if t is not line)
    return texts


def _bidding(text: Text, texts: tuple[Text, ...], request: str) -> Text:
    """ "Buy tickets by 1 May" for "bought by 1 May" beside the day itself."""
    days = _days(texts)
    if text not in days[1:] or _BOUND.match(days[0].text):
        return text
    if text.label in ("Until", "Before"):
        ends = rf"(?P<what>[A-Z][a-z ]+?) (?:is|are) (?P<how>[a-z]+ until {re.escape(text.text)})"
        told = re.search(ends, request)
        line = f"{told['what']} {told['how']}" if told else ""
        return text.evolve(text=line, label="") if line else text
    if not is_of_later(text):
        return text
    labelled = _MUST.fullmatch(f"{text.label} {text.text}")
    done = _MUST.fullmatch(text.text) or labelled
    verb = _DONE.get(done["done"].lower()) if done else None
    if done is None or verb is None:
        return text
    sold = any(t.role == "price" and t.label.startswith("Tickets") for t in texts)
    line = sentence_case(f"{verb}{' tickets' if sold else ''} {done['rest']}")
    return text.evolve(text=line, label="")
