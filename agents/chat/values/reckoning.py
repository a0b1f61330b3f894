"""Values that are reckoned: "all prices up by 50 cents", "half an hour later", "the day after"."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from agents.chat.context import Context
from agents.chat.figures import NUMBERS
from agents.chat.mentions import Mention, mentions
from agents.chat.results import Answer, Done, UnclearError
from agents.chat.sentence import Sentence
from agents.chat.values import day as days
from agents.chat.values import hour as hours
from agents.chat.values import sum as sums
from agents.chat.values.accounted import unaccounted
from agents.chat.values.day import Day
from agents.chat.values.hour import Hour
from agents.chat.values.restating import (
    _HELD_BACK,
    Write,
    _narrowed,
    _of_named,
    _only,
    applied,
    blanked,
)
from agents.chat.values.slots import Slot, Told, slots_in
from agents.chat.values.sum import Sum, sums_in

_COUNT = rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|an?|\d+|a couple of|one)"
_SPAN = (
    rf"(?P<n>half an? |(?:three )?quarters? of an? |(?:an?|one) and a half |{_COUNT} )?"
    r"(?P<unit>min(?:ute)?s?|hours?|days?|weeks?|fortnight|months?|years?)(?P<half> and a half)?"
)
_LATER = r"(?P<way>later|earlier|sooner|back|forwards?|longer|shorter|after(?:wards)?|on)"
_SPAN_2 = re.sub(r"\?P<(n|unit|half)>", r"?P<\g<1>2>", _SPAN)
_SHIFT = re.compile(
    rf"\b(?:(?:by )?{_SPAN} {_LATER}|(?P<way2>back|forwards?|later|earlier|on)(?: by)? {_SPAN_2})\b"
)
_BY = re.compile(
    rf"\b(?:extend\w*|postpone\w*|delay\w*|prolong\w*|push\w*(?: back)?|put (?:it )?back)\b.*? by"
    rf" (?:another )?{_SPAN}\b"
)
_THAN = re.compile(
    r" than (?:it|what|they|that)?(?: it)?(?: says?| said| is| are| was| stands?| stated| printed"
    r"| planned| written| now| before| on (?:it|there|the \w+))+"
)
_NEXT_DAY = re.compile(
    rf"\b(?:the following|the next|next) (?P<day>{'|'.join(d.lower() for d in days.WEEKDAYS[0])})\b"
)
_NEXT = re.compile(
    r"\b(?P<which>the following|the next|next|the) (?P<unit>day|week)(?P<after> after(?: that)?"
    r"| later| before)?\b"
)
_UP = re.compile(r"\b(?:up|more|higher|dearer|extra|add|raise|increase|increased|raised|rise"
                 r"|plus|on top|expensive"
                 r"|hike|put on|bump)\b")  # fmt: skip
_DOWN = re.compile(r"\b(?:down|less|lower|cheaper|off|knock|reduce[ds]?|cut|drop(?:s|ped)?|minus"
                   r"|decrease|lowered"
                   r"|take|subtract)\b")  # fmt: skip
_PRICED = re.compile(
    r"\b(?:pric\w+|costs?|tickets?|entry|fees?|admission|dearer|cheaper|expensive)\b"
)
_ALL = re.compile(r"\b(?:all|every|everything|each|prices|times|whole)\b")
_BEHIND_IT = re.compile(
    r"\b(?:everything|all|all that (?:comes|is)|the (?:rest|others|ones)|what(?:ever)? (?:comes"
    r"|is))"
    r"(?: that (?:comes|is))? (after|before|from) "
)
_BEFORE = re.compile(
    r"\b(?:by|up|down|add|knock|take|put|another|extra|plus|minus|cut|subtract|off|increase|raise)"
    r" (?:an? (?:extra|further) |another |about )?$"
)
_BEHIND = re.compile(
    r" ?(?:more|less|up|down|off|higher|lower|cheaper|dearer|extra|on top|on|to (?:every|each"
    r"|all|the)"
    r"|increase|discount|from)\b"
)
_SIGN = re.compile(r" ?(?:signs?|symbols?)\b")
_WORDS = frozenset(
    [
        "up",
        "down",
        "by",
        "more",
        "less",
        "higher",
        "lower",
        "dearer",
        "cheaper",
        "extra",
        "add",
        "off",
        "knock",
        "plus",
        "minus",
        "decrease",
        "increase",
        "bump",
        "subtract",
        "hike",
        "percent",
        "cents",
        "later",
        "earlier",
        "sooner",
        "back",
        "forward",
        "forwards",
        "longer",
        "shorter",
        "expensive",
    ]
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    low = _THAN.sub("", sentence.low)
    if _HELD_BACK.search(low) or re.search(r"[\"“„]|(?<!\w)'|#", low):
        return None
    return _later(low, context) or _next(low, context) or _dearer(low, sentence.raw, context)


def _later(low: str, context: Context) -> Answer | None:
    """ "the film starts 30 minutes earlier", "push everything back by 10 minutes" """
    match = _SHIFT.search(low) or _BY.search(low)
    if match is None:
        return None
    said = {name.rstrip("2"): value for name, value in match.groupdict().items() if value}
    unit = said["unit"]
    count = _count(said.get("n", "a ").strip(), said.get("half"))
    way = said.get("way", "later")
    sign = -1 if way in ("earlier", "sooner", "shorter") or way.startswith("forward") else 1
    if unit.startswith(("min", "hour")):
        step = sign * int(count * (1 if unit.startswith("min") else 60))
        return _each("hour", low, match.span(), context, lambda slot: _hour_at(slot, step))
    if unit.startswith(("month", "year")):
        months = sign * int(count * (12 if unit.startswith("year") else 1))
        return _each("day", low, match.span(), context, lambda slot: _month_at(slot, months))
    step = sign * int(count * {"d": 1, "w": 7, "f": 14}[unit[0]])
    return _each("day", low, match.span(), context, lambda slot: _day_at(slot, step))


def _next(low: str, context: Context) -> Answer | None:
    """ "move it to the following day", "the week after" """
    if (named_day := _NEXT_DAY.search(low)) is not None:
        return _on_the_next(named_day, low, context)
    match = _NEXT.search(low)
    if match is None or not (match["which"] != "the" or match["after"]):
        return None
    step = 1 if match["unit"] == "day" else 7
    step = -step if (match["after"] or "").strip() == "before" else step
    return _each("day", low, match.span(), context, lambda slot: _day_at(slot, step))


def _on_the_next(match: re.Match[str], low: str, context: Context) -> Answer | None:
    """ "the following Friday": the next one after the day that stands."""
    wanted = [day.lower() for day in days.WEEKDAYS[0]].index(match["day"])

    def made(slot: Slot) -> str | None:
        at = days.known(slot.value) if isinstance(slot.value, Day) else None
        return _day_at(slot, (wanted - at.weekday() - 1) % 7 + 1) if at else None

    return _each("day", low, match.span(), context, made)


def _dearer(low: str, raw: str, context: Context) -> Answer | None:
    """ "add two pounds to every price", "10% off everything", "knock 15,000 off the price" """
    up, down = bool(_UP.search(low)), bool(_DOWN.search(low))
    found = [s for s in sums_in(raw, words=True) if s.kind != "number" or s.amount > 1]
    if up == down or len(found) != 1:
        return None
    by = found[0]
    if not (_BEFORE.search(low[: by.start]) or _BEHIND.match(low[by.end :])):
        return None  # "it has gone up to £5"
    if _SIGN.match(low[by.end :]):
        return None  # "add a euro sign"
    if by.kind == "number" and not _PRICED.search(low):
        return None  # "move the date up 40"
    slots = [s for s in slots_in(context) if s.kind in ("money", "percent")]
    if by.kind == "percent" and any(s.kind == "percent" for s in slots):
        return None
    sign = Decimal(1 if up else -1)

    def made(slot: Slot) -> str | None:
        if not isinstance(slot.value, Sum):
            return None
        now = slot.value.amount
        step = now * by.amount / 100 if by.kind == "percent" else by.amount
        return sums.written(slot.value, now + sign * step) if now + sign * step > 0 else None

    return _each("money", low, (by.start, by.end), context, made)


def _from_there_on(places: list[Slot], named: list[Mention], way: str) -> list[Slot]:
    """The values below what is named, or above it: "everything after lunch"."""
    at = [leaf.box.center.y for m in named for leaf in m.named.leaves]
    if not at:
        return []
    edge = {"after": max(at) + 1, "from": min(at) - 1}.get(way)
    middle = lambda slot: slot.layer.box.center.y  # noqa: E731
    if edge is not None:
        return [s for s in places if middle(s) > edge]
    return [s for s in places if middle(s) < min(at) - 1]


def _hour_at(slot: Slot, step: int) -> str | None:
    own = slot.value
    return hours.written(own, own.minutes + step, None) if isinstance(own, Hour) else None


def _day_at(slot: Slot, step: int) -> str | None:
    own = slot.value
    now = days.moved(own, step) if isinstance(own, Day) else None
    return days.written(own, now, slot.layer.text) if isinstance(own, Day) and now else None


def _month_at(slot: Slot, step: int) -> str | None:
    own = slot.value
    now = days.in_other_month(own, step) if isinstance(own, Day) else None
    return days.written(own, now, slot.layer.text) if isinstance(own, Day) and now else None


def _count(word: str, half: str | None) -> float:
    extra = 0.5 if half or "and a half" in word else 0.0
    if word.startswith("half"):
        return 0.5
    if "quarter" in word:
        return 0.75 if word.startswith("three") else 0.25
    if word.isdigit():
        return int(word) + extra
    return {"a couple of": 2}.get(word, NUMBERS.get(word.split()[0], 1)) + extra


def _each(
    kind: str, low: str, span: tuple[int, int], context: Context,
    made: Callable[[Slot], str | None],
) -> Answer | None:  # fmt: skip
    """The values that are spoken of, reckoned; None when the sentence is about more."""
    own = [s for s in slots_in(context) if s.kind == kind]
    rest = blanked(low, [span])
    try:
        named = [m for m in mentions(rest, context) if not m.compared]
    except UnclearError:
        named = []
    known = {w for s in own for w in re.findall(r"[^\W\d_]+", f"{s.layer.text} {s.label}".lower())}
    left = unaccounted(blanked(rest, [m.span for m in named]), known=frozenset(known) | _WORDS)
    if left or not own:
        return None
    if (behind := _BEHIND_IT.search(low)) is not None:
        own = _from_there_on(own, named, behind[1])
        named = []
    many = bool(_ALL.search(low)) and not _of_named(own, named, context)
    places = own if many else _narrowed(own, named, low, context)
    if kind == "hour" and not many and len(places) == 2 and places[0].layer is places[1].layer:
        many = bool(re.search(r"\b(?:everything|whole|it|party|moved?|push)\b", low))
    if not many and len({s.layer.id for s in places}) > 1 and not _ALL.search(low):
        told = Told(places[0].kind, places[0].value, False)
        _only(places, told, low)
    if kind == "day" and len(places) == 1:  # "Saturday 21 and Sunday 22 March" go together
        places = [s for s in own if s.layer is places[0].layer]
    writes: list[Write] = [(s, words) for s in places if (words := made(s)) is not None]
    found = applied(writes, context) if writes else None
    return found._replace(sure=True) if isinstance(found, Done) else found
