"""Where the design states values, and which of them a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from agents.chat.context import Context
from agents.chat.values.day import Day, days_in
from agents.chat.values.hour import Hour, hours_in
from agents.chat.values.sum import Sum, sums_in
from design_io.document import TextLayer, walk
from layout.foot import label_id

Kind = Literal["day", "hour", "money", "percent", "number"]
Value = Day | Hour | Sum
_SUMS = ("money", "percent", "number")
_COUNTED = ("title", "subtitle", "body", "kicker", "offer", "cta", "quote", "item", "legal")


class Slot(NamedTuple):
    """One value on the design: the text that states it, and the small heading over that text."""

    kind: Kind
    layer: TextLayer
    value: Value
    label: str = ""
    of: int = 1  # how many of its kind the text states
    at: int = 0  # which of them it is

    @property
    def whole(self) -> str:
        return self.layer.text[self.value.start : self.value.end]


def slots_in(context: Context) -> list[Slot]:
    """Every value that is shown, in the order of the layers."""
    by_id = {x.id: x for x in walk(context.design)}
    found: list[Slot] = []
    for layer in by_id.values():
        if not isinstance(layer, TextLayer) or not layer.visible or layer.id.endswith("-label"):
            continue
        label = by_id.get(label_id(layer.id))
        said = label.text.lower() if isinstance(label, TextLayer) else ""
        for kind, values in _values(layer):
            found += [
                Slot(kind, layer, value, said, len(values), n) for n, value in enumerate(values)
            ]
    return found


def _values(layer: TextLayer) -> Iterable[tuple[Kind, Sequence[Value]]]:
    text = layer.text
    days: list[Day] = [d for d in days_in(text) if not d.bare and (d.day or d.weekday is not None)]
    hours = [h for h in hours_in(text, loose=layer.role == "time")
             if not _within(h, days)]  # fmt: skip
    yield "day", days
    yield "hour", hours
    if layer.role in ("contact", "address", "venue", "logo", "qr"):
        return
    sums = [s for s in sums_in(text) if not _within(s, [*days, *hours])]
    if layer.role == "price":  # of a price list without signs
        sums = [s._replace(kind="money") if s.kind == "number" else s for s in sums]
    for kind in _SUMS:
        own = [s for s in sums if s.kind == kind and (s.amount or layer.role in ("price", "offer"))]
        if kind != "number" or layer.role in _COUNTED:
            yield kind, own  # type: ignore[misc]


def _within(value: Value, others: Iterable[Value]) -> bool:
    return any(o.start < value.end and value.start < o.end for o in others)


class Told(NamedTuple):
    """A value that a sentence says."""

    kind: Kind
    value: Value
    denied: bool  # said to be wrong: "not the 5th", "instead of £12"


_TIMELY = re.compile(
    r"\b(?:start\w*|begin\w*|open\w*|clos\w*|end(?:s|ing)?|finish\w*|doors?|until|till|o'?clock"
    r"|time|hours?|from|kick\w*|runs?|at|sharp|am|pm|uhr|um|later|earlier|past)\b"
)
_HOURS = re.compile(r"\d{1,2}(?:[.:]\d\d)? ?(?:to|-|–) ?\d{1,2}(?:[.:]\d\d)?")  # "8 to 2"
_SPAN = re.compile(
    r" (?:and a half )?(?:minute|hour|day|night|week|month|year)s?\b"
    r"|(?: \w+)? (?:lines|words|texts|rows|columns|letters|pictures|colou?rs|things|bits)\b"
)
_OF_THEM = re.compile(r"\b(?:the|these|those|all|other|first|last|top|bottom|upper|lower) $")
_NO_HOUR = re.compile(r"\bnumber $|\b(?:tickets?|prices?|entry|admission|fees?) from $")
NUMBERED = re.compile(r"\bnumber $")  # of a house, of a seat
_DENIED = re.compile(
    r"(?:\b(?:not|no longer|instead of|rather than|isn't|aren't|wasn't|than|replace|from|used to"
    r" be|nicht"
    r"|statt|was|were|wrong)(?: just| only| on| at| the| be)*|n't be)(?: the| on| at| for)? ?$"
)


def told_in(low: str, raw: str) -> list[Told]:
    """Every value of the sentence, from left to right."""
    days = days_in(raw)
    hours = [h for h in hours_in(raw, loose=bool(_TIMELY.search(low) or _HOURS.fullmatch(low)))
             if not _within(h, days)
             and (h.sure or not _NO_HOUR.search(low[: h.start]))]  # fmt: skip
    sums = [s for s in sums_in(raw, words=True)
            if not _within(s, [*days, *(h for h in hours if h.sure)])]  # fmt: skip
    hours = [h for h in hours if h.sure or not any(
        _within(h, [s]) and s.kind != "number" for s in sums)]  # fmt: skip
    sums = [s for s in sums if s.kind != "number" or not _is_count(s, raw.lower())]
    found = [Told("day", d, False) for d in days] + [Told("hour", h, False) for h in hours]
    found += [Told(s.kind, s, False) for s in sums]
    found.sort(key=lambda t: t.value.start)
    found = _merged(found)
    return [t._replace(denied=_is_denied(t, found, low)) for t in found]


def _is_count(told: Sum, low: str) -> bool:
    """Whether it counts what is meant rather than telling a value: "the other two", "2 lines"."""
    word = not told.text[:1].isdigit()
    before, after = low[: told.start], low[told.end :]
    if re.search(r"\d[ -]?$", before) or re.match(r"[ -]?\d", after):
        return True  # a part of a telephone number
    letters = re.match(r" [a-z](?:'?s)?(?![\w'])", after) and not _SPAN.match(after)
    return bool(_SPAN.match(after) or letters or (word and _OF_THEM.search(before)))


def _is_denied(told: Told, every: list[Told], low: str) -> bool:
    """Whether it is said to be wrong; "from half two", and no more, is not."""
    match = _DENIED.search(low[: told.value.start])
    alone = sum(t.kind == told.kind for t in every) == 1
    return match is not None and not (alone and match[0].strip() == "from")


def _merged(found: list[Told]) -> list[Told]:
    """ "on a Friday: 10 April" tells one day in two places."""
    told = [t.value for t in found if isinstance(t.value, Day)]
    if len(told) != 2:
        return found
    name, number = sorted(told, key=lambda d: d.weekday is None)
    alone = name.day is None and name.month is None and number.weekday is None
    if not alone or name.weekday is None or number.day is None:
        return found
    whole = number._replace(weekday=name.weekday)
    return [
        t._replace(value=whole) if t.value is number else t for t in found if t.value is not name
    ]


def alike(kind: Kind, told: Value, slot: Slot) -> bool:
    """Whether the value that is told is the one that stands."""
    own = slot.value
    if isinstance(told, Day) and isinstance(own, Day):
        return told.same_as(own)
    if isinstance(told, Hour) and isinstance(own, Hour):
        return told.same_as(own)
    return isinstance(told, Sum) and isinstance(own, Sum) and told.same_as(own)
