"""Doubts about days: impossible, past, on another weekday, out of order, two for one event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from agents.days import (
    WEEKDAY_NAMES,
    Day,
    Reading,
    days_in,
    months_in,
    weekday_named,
    with_weekday,
)  # fmt: skip
from agents.doubts import Doubt
from agents.recaps import is_recap, sentence_before, sentences_apart
from agents.ways_out import exchanged, one_of, other_day, renewed, ways_to

_WRAP = 6  # months: "28 December to 3 January" passes the year, "June to May" is a slip
_HISTORY = re.compile(
    r"since|found|establish|\best\b|\bborn|\bdied|passed away|memor|histor|anniversar|obituar"
    r"|comm?emorat|tribute|legacy|\bfirst\b.{0,12}(?:opened|held|released)|opened|released|built"
    r"|married|discovered|launched in|as of|dated|review|vintage|archive|\bwas\b|\bwere\b"
    r"|award|certif|complet|issue|graduat|taken|recorded|purchased|passing",
    re.IGNORECASE,
)
_ROLES = (
    ("deadline", r"(?:rsvp|register|registration|sign[- ]?up|apply|applications?|deadline|book"
     r"|submit|submissions?|entries|enter|reserve|order|reply|respond)\b[^.!?\d]{0,32}$"),
    ("end", r"(?:until|till|through|ends?|ending|closes?|closing|expires?|valid to|last day)\b"
     r"[^.!?\d]{0,16}$"),
    ("start", r"(?:starts?|starting|begins?|beginning|opens?|opening|from|launch(?:es)?)\b"
     r"[^.!?\d]{0,16}$"),
)  # fmt: skip
_ROLE_PATTERNS = tuple((role, re.compile(pattern, re.I)) for role, pattern in _ROLES)
_SEVERAL = re.compile(
    r"\b(?:dates|sessions|schedule|programme|program|calendar|timeline|itinerary|line-?up"
    r"|tour dates|events|shows|concerts|classes|courses|workshops|rounds|days|weekends"
    r"|performances|matches|games|holidays|deadlines|milestones|agenda|series|season)\b",
    re.IGNORECASE,
)
_SAY_WEEKDAY = re.compile(
    r"(?:see you|join us|come|be there|meet us|happening|it'?s|party|next|this|again)\s"
    r"(?:all\s|there\s|on\s|this\s|next\s|is\s|in\s)*(?P<day>[a-z]+day)\b(?!s)",
    re.IGNORECASE,
)


class _Dated(NamedTuple):
    """A day with its part in the request: start, end, deadline, or none of them."""

    day: Day
    role: str


def doubts_about_days(request: str, today: date) -> Iterator[Doubt]:
    days = days_in(request)
    real = tuple(day for day in days if any(r.exists for r in day.readings))
    yield from _impossible(days)
    yield from _wrong_weekday(real, today)
    yield from _past(request, real, today)
    yield from _reversed_ranges(request, real)
    yield from _out_of_order(request, real)
    yield from _two_days(request, real)


def _impossible(days: tuple[Day, ...]) -> Iterator[Doubt]:
    for day in days:
        if any(reading.exists for reading in day.readings):
            continue
        if not day.sure and day.readings[0].day > 31:
            continue
        message = f"{day.text!r} is a day that no calendar has"
        yield Doubt("fact-date", day.text, message, "give the day that is meant")


def _wrong_weekday(days: tuple[Day, ...], today: date) -> Iterator[Doubt]:
    for day in days:
        if day.weekday is None or day.vague:
            continue
        meant = [found for r in day.readings if (found := r.coming(today))]
        if not meant or any(found.weekday() == day.weekday for found in meant):
            continue
        found = meant[0]
        told, true = WEEKDAY_NAMES[day.weekday], WEEKDAY_NAMES[found.weekday()]
        message = f"{day.text!r} does not agree: {_written(found)} is a {true}, not a {told}"
        fix, ways = "correct the weekday or the date", other_day(day, found)
        yield Doubt("fact-weekday", day.text, message, fix, ways)


def _past(request: str, days: tuple[Day, ...], today: date) -> Iterator[Doubt]:
    """Expressions with a year all of whose days are over; the last one counts."""
    expressions: dict[str, list[Day]] = {}
    for day in (*days, *months_in(request)):
        expressions.setdefault(day.text, []).append(day)
    for text, members in expressions.items():
        dates = [r.known for day in members for r in day.readings if r.exists]
        known = [found for found in dates if found]
        over = bool(known) and len(known) == len(dates) and max(known) < today
        if over and not _is_history(request, members[-1]):
            message = f"{text!r} is over since {_written(max(known))}"
            fix = "give the next date, or leave the year out"
            ways = renewed(text, members[-1].readings[0], today)
            yield Doubt("fact-past", text, message, fix, ways)


def _is_history(request: str, day: Day) -> bool:
    """Memorials, anniversaries and old names tell of days that are meant to be past."""
    around = request[max(0, day.start - 60) : day.end + 40]
    return bool(_HISTORY.search(around))


def _reversed_ranges(request: str, days: tuple[Day, ...]) -> Iterator[Doubt]:
    for first, second in pairwise(days):
        if second.tie != "to":
            continue
        if all(_is_before(b, a) for a in first.readings for b in second.readings):
            words = request[first.start : second.end].rstrip(".")
            message = f"{words!r} ends before it starts"
            spans = ((first.start, first.end), (second.start, second.end))
            ways = exchanged(request, spans, first.start, first.start + len(words))
            yield Doubt("fact-range", words, message, "exchange the two days or correct one", ways)


def _is_before(end: Reading, start: Reading) -> bool:
    """Whether a range with this end and start runs backwards; a year may turn within it."""
    if end.year and start.year:
        return tuple(end) < tuple(start)
    if (end.month, end.day) >= (start.month, start.day):
        return False
    return end.month == start.month or (end.month - start.month) % 12 > _WRAP


def _out_of_order(request: str, days: tuple[Day, ...]) -> Iterator[Doubt]:
    """An end before the start, or a deadline after the event, told in different places."""
    dated = [_Dated(day, _role(request, day)) for day in days if not day.tie]
    for late, early, message in (
        ("start", "end", "{!r} ends before it starts on {!r}"),
        ("", "deadline", "{!r} is a deadline after the day itself, {!r}"),
        ("start", "deadline", "{!r} is a deadline after the day itself, {!r}"),
    ):
        firsts = [d.day for d in dated if d.role == late]
        seconds = [d.day for d in dated if d.role == early]
        if len(firsts) != 1 or len(seconds) != 1:
            continue
        a, b = firsts[0].readings[0], seconds[0].readings[0]
        before = _is_before(b, a) if early == "end" else _is_before(a, b)
        if before:
            words = seconds[0].text
            yield Doubt(
                "fact-range", words, message.format(words, firsts[0].text), "correct one of them"
            )


def _role(request: str, day: Day) -> str:
    before = sentence_before(request, day.start)[-60:]
    return next((role for role, pattern in _ROLE_PATTERNS if pattern.search(before)), "")


def _two_days(request: str, days: tuple[Day, ...]) -> Iterator[Doubt]:
    """The day of one event told twice, differently: two dates, or a date and another weekday."""
    plain = [d for d in days if not d.tie and not _role(request, d)]
    if len(plain) == 2 and len(days) == 2 and not _SEVERAL.search(request):
        first, second = plain
        apart = sentences_apart(request, first.end, second.start)
        if _differ(first, second) and apart and is_recap(request, second.start, second.end):
            message = f"the day is told twice, as {first.text!r} and as {second.text!r}"
            ways = one_of(first.text, second.text)
            yield Doubt("fact-twice", second.text, message, "keep the right one", ways)
    if len(plain) == 1 and len(days) == 1 and plain[0].weekday is not None:
        yield from _other_weekday(request, plain[0])


def _differ(first: Day, second: Day) -> bool:
    for a in first.readings:
        for b in second.readings:
            same_year = not a.year or not b.year or a.year == b.year
            if same_year and (a.month, a.day) == (b.month, b.day):
                return False
    return True


def _other_weekday(request: str, day: Day) -> Iterator[Doubt]:
    for match in _SAY_WEEKDAY.finditer(request, day.end):
        said = weekday_named(match["day"])
        if said is not None and said != day.weekday:
            message = f"{match['day']!r} is not the weekday of {day.text!r}"
            ways = ways_to(match["day"], with_weekday(match["day"], day.weekday or 0))
            yield Doubt("fact-twice", match["day"], message, "keep the right one", ways)


def _written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
