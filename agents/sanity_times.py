"""Doubts about times: impossible, running backwards, or one time written two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from agents.doubts import Doubt
from agents.hours import Hour, hours_in
from agents.recaps import is_recap, sentence_before, sentences_apart
from agents.ways_out import exchanged, one_of

_DAY = 24 * 60  # minutes
_MORNING, _NOON, _EVENING = 6 * 60, 12 * 60, 17 * 60
_ROLES = (
    ("doors", r"doors(?: (?:open|opening|at|from))*\W*$"
     r"|(?:admission|entry|einlass) (?:from|at|ab)\s$"),
    ("end", r"(?:ends?|ending|closes?|closing|finish(?:es)?|until|till|over by)\b\W*(?:at |by )?$"),
    ("start", r"(?:starts?|starting|begins?|beginning|show|concert|kick-?off|opens?|curtain|from"
     r"|ceremony)\b\W*(?:at |is at |time )?$"),
    ("other", r"(?:check-?in|check-?out|registration|lunch|dinner|break|brunch|after-?party|rsvp"
     r"|happy hour|warm-?up|reception|deadline|last entry|sunset|by)\b[^.!?]{0,14}$"),
)  # fmt: skip
_ROLE_PATTERNS = tuple((role, re.compile(pattern, re.I)) for role, pattern in _ROLES)
_SEVERAL = re.compile(
    r"\b(?:schedule|programme|program|timetable|agenda|line-?up|sessions|classes|shows|sets|times"
    r"|hours|daily|every|screenings|services|masses|weekdays|weekends?|mon\w*\s?[-–]|itinerary)\b",
    re.IGNORECASE,
)


def doubts_about_times(request: str) -> Iterator[Doubt]:
    hours = hours_in(request)
    real = tuple(hour for hour in hours if hour.exists)
    yield from _impossible(hours)
    yield from _reversed_ranges(request, real)
    yield from _out_of_order(request, real)
    yield from _two_times(request, real)


def _impossible(hours: tuple[Hour, ...]) -> Iterator[Doubt]:
    for hour in hours:
        if not hour.exists and (hour.half or hour.sure):
            message = f"{hour.text!r} is a time that no clock shows"
            yield Doubt("fact-time", hour.text, message, "give the time that is meant")


def _reversed_ranges(request: str, hours: tuple[Hour, ...]) -> Iterator[Doubt]:
    for first, second in pairwise(hours):
        if second.tie == "to" and _is_backwards(first.minutes, second.minutes):
            words = request[first.start : second.end]
            message = f"{words!r} ends before it starts"
            spans = ((first.start, first.end), (second.start, second.end))
            ways = exchanged(request, spans, first.start, second.end)
            yield Doubt("fact-range", words, message, "exchange the two times or correct one", ways)


def _is_backwards(start: int, end: int) -> bool:
    """Nights pass midnight and bars close after it; nothing else runs into the next day."""
    if end >= start:
        return False
    return end > _MORNING and not (start >= _EVENING and end <= _NOON)


def _out_of_order(request: str, hours: tuple[Hour, ...]) -> Iterator[Doubt]:
    roles = {role: [h for h in hours if _role(request, h) == role] for role in ("doors", "end")}
    starts = [h for h in hours if not h.tie and _role(request, h) in ("start", "")]
    if len(starts) != 1:
        return
    start = starts[0]
    for doors in roles["doors"][:1]:
        if start.minutes < doors.minutes and doors.minutes - start.minutes < _DAY / 2:
            message = f"doors open at {doors.text!r}, after the start at {start.text!r}"
            yield Doubt("fact-range", doors.text, message, "correct one of the two times")
    for end in roles["end"][:1]:
        if end.tie == "" and _is_backwards(start.minutes, end.minutes):
            message = f"the end at {end.text!r} comes before the start at {start.text!r}"
            yield Doubt("fact-range", end.text, message, "correct one of the two times")


def _role(request: str, hour: Hour) -> str:
    before = sentence_before(request, hour.start)[-40:]
    return next((role for role, pattern in _ROLE_PATTERNS if pattern.search(before)), "")


def _two_times(request: str, hours: tuple[Hour, ...]) -> Iterator[Doubt]:
    """The start told twice, differently."""
    for first, second in pairwise(hours):
        if second.tie == "same" and first.minutes != second.minutes and not first.tie:
            yield _told_twice(first, second)
    if _SEVERAL.search(request):
        return
    heads = [
        hour for number, hour in enumerate(hours)
        if not hour.tie and _role(request, hour) in ("", "start")
    ]  # fmt: skip
    if len(heads) != 2 or heads[0].minutes == heads[1].minutes:
        return
    first, second = heads
    apart = sentences_apart(request, first.end, second.start)
    if apart and is_recap(request, second.start, second.end):
        yield _told_twice(first, second)


def _told_twice(first: Hour, second: Hour) -> Doubt:
    message = f"the time is told twice, as {first.text!r} and as {second.text!r}"
    ways = one_of(first.text, second.text)
    return Doubt("fact-twice", second.text, message, "keep the right one", ways)
