"""Days in copy and in chat, whole or in part: "Saturday 5 December", "the 13th", "July", "fridays".

A day that is said is written into one that stands: its order, language and short forms stay.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

WEEKDAYS = (
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
)
MONTHS = (
    ("January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"),
    ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
     "Oktober", "November", "Dezember"),
    ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
     "octobre", "novembre", "décembre"),
    ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"),
)  # fmt: skip
_SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OTHER_SHORT = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "sept": 8}
_HORIZON = 8  # years in which a day without a year is looked for

_AND = re.compile(r",? ?(?:and |& |to |- ?|– ?)?")

Piece = tuple[int, int]  # a stretch of the text


class Day(NamedTuple):
    """A day as far as it is told, and where in the text each piece of it stands."""

    start: int
    end: int
    text: str
    weekday: int | None = None  # 0 is Monday
    day: int | None = None
    month: int | None = None
    year: int | None = None
    pieces: dict[str, Piece] = {}
    bare: bool = False  # an ordinal or a month alone, which may be no day at all

    def same_as(self, other: Day) -> bool:
        """Whether both tell nothing that differs, and at least one thing alike."""
        pairs = [(getattr(self, f), getattr(other, f)) for f in _FIELDS]
        told = [(a, b) for a, b in pairs if a is not None and b is not None]
        return bool(told) and all(a == b for a, b in told)


_FIELDS = ("weekday", "day", "month", "year")


def _named(tables: tuple[tuple[str, ...], ...], short: tuple[str, ...]) -> dict[str, int]:
    found = {name.lower(): n for table in tables for n, name in enumerate(table)}
    return found | {name.lower(): n for n, name in enumerate(short)}


_DAY_NUMBERS = _named(WEEKDAYS, _SHORT_DAYS) | {
    k: v for k, v in _OTHER_SHORT.items() if k != "sept"
}
_MONTH_NUMBERS = _named(MONTHS, _SHORT_MONTHS) | {"sept": 8}
_W = "|".join(sorted(_DAY_NUMBERS, key=len, reverse=True))
_M = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_WEEKDAY = rf"(?P<weekday>{_W})(?P<many>s)?\b\.?"
_MONTH = rf"(?P<month>{_M})\b\.?"
_NUMBER = (
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)(?P<nth>st|nd|rd|th|\.(?=\s|$))?(?![\w%]|[:.,/]\d"
    r"|\s?(?:[ap]\.?m\b|[€£$%]|uhr|h\b|o'clock|percent|euros?|pounds?|dollars?|min|hours?|px|mm))"
)
_YEAR = r"(?:,? (?:de )?(?P<year>(?:19|20)\d\d))?"
_LEAD = rf"(?:{_WEEKDAY},? (?:(?:the|den|dem|el|le|on the) )?)?"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.,/:])(?<!\D[-–]){_LEAD}{_NUMBER},? ?(?:of |de )?{_MONTH}{_YEAR}",
        rf"(?<![\w.,/:-]){_LEAD}{_MONTH} (?:the )?{_NUMBER}{_YEAR}",
        rf"(?<![\w.,/:-]){_WEEKDAY},? (?:(?:the|den|dem|el|le|on the) )?{_NUMBER}",
        r"(?<![\w.,/:-])(?:the |den |dem |el |le )(?P<day>3[01]|[12]\d|[1-9])(?P<nth>st|nd|rd|th"
        r"|\.)"
        r"(?!\w)",
        r"(?<![\w.,/:-])(?P<day>3[01]|[12]\d|[1-9])(?P<nth>st|nd|rd|th)(?!\w)",
        rf"(?<![\w./]){_WEEKDAY}(?!\w)",
        rf"(?<![\w./]){_MONTH}(?!\w)",
    )
)
_FIRST_OF_RANGE = re.compile(
    r"(?<![\w.,/:])(?P<day>3[01]|[12]\d|0?[1-9])(?P<nth>st|nd|rd|th|\.)?"
    r" ?(?:-|–|to|until|till|and|&|bis) ?$"
)
_COUNTED = re.compile(
    r"['’]?s? (?:birthday|anniversary|edition|annual|year|floor|street|avenue|class|grade|time"
    r"|place"
    r"|century|line|row|item|word|letter|session|one|course|annivers\w*|and (?:last|final))\b"
)
_SHORT_AND_OTHER = frozenset(["sat", "sun", "mar", "may", "march", "mon", "wed", "jan", "mars"])


def days_in(text: str) -> list[Day]:
    """Every day from left to right; the 21 of "21 to 23 August" is one too."""
    found: list[Day] = []
    for rank, form in enumerate(_FORMS):
        for match in form.finditer(text):
            if any(d.start < match.end() and match.start() < d.end for d in found):
                continue
            if rank > 4 and _is_other_word(match, text):
                continue
            if rank in (3, 4) and _COUNTED.match(text[match.end() :]):
                continue
            found.append(_day(match, bare=rank > 2 and not match.groupdict().get("weekday")))
    for day in list(found):
        first = _FIRST_OF_RANGE.search(text[: day.start]) if day.day else None
        if first and not any(d.start < first.end("day") and first.start() < d.end for d in found):
            found.append(_day(first, bare=False)._replace(month=day.month, year=day.year))
    return _with_months(sorted(found, key=lambda d: d.start), text)


def _with_months(found: list[Day], text: str) -> list[Day]:
    """Every day of "Saturday 21 and Sunday 22 March" with its month."""
    for n in reversed(range(len(found) - 1)):
        day, behind = found[n], found[n + 1]
        joined = _AND.fullmatch(text[day.end : behind.start])
        if joined and day.day and day.month is None and behind.month is not None and behind.day:
            found[n] = day._replace(month=behind.month, year=behind.year)
    return found


def _is_other_word(match: re.Match[str], text: str) -> bool:
    """ "may", "the sun", "she sat": no day, as they are written."""
    word = (match["weekday"] if "weekday" in match.groupdict() else match["month"]).lower()
    if word not in _SHORT_AND_OTHER:
        return False
    near = text[max(0, match.start() - 12) : match.start()]
    told = re.search(r"(?:\d|\b(?:in|to|until|till|from|of|not|every|on|and)|[-–&]) ?$", near)
    ranged = re.match(r" ?(?:-|–|to |and |& |until |\d)", text[match.end() :])
    return not (match[0][0].isupper() and match.start() > 0) and not (told or ranged)


def _day(match: re.Match[str], bare: bool) -> Day:
    told = match.groupdict()
    pieces = {f: match.span(f) for f in _FIELDS if told.get(f)}
    end = (
        match.end()
        if match.re is not _FIRST_OF_RANGE
        else match.end("nth" if told["nth"] else "day")
    )
    return Day(
        match.start(), end, match.string[match.start() : end],
        _DAY_NUMBERS[told["weekday"].lower()] if told.get("weekday") else None,
        int(told["day"]) if told.get("day") else None,
        _MONTH_NUMBERS[told["month"].lower()] if told.get("month") else None,
        int(told["year"]) if told.get("year") else None,
        pieces, bare,
    )  # fmt: skip


def known(day: Day) -> date | None:
    """The day itself; without a year the one of a near year on which its weekday is right."""
    if day.day is None or day.month is None:
        return None
    years = [day.year] if day.year else range(2026, 2026 + _HORIZON)
    for year in years:
        try:
            found = date(year, day.month + 1, day.day)
        except ValueError:
            continue
        if day.weekday in (None, found.weekday()):
            return found
    return None


def moved(old: Day, days: int) -> Day | None:
    """The day so many days later; of a weekday alone the one so many on."""
    at = known(old)
    if at is None:
        return old._replace(weekday=(old.weekday + days) % 7) if old.weekday is not None else None
    return _at(at + timedelta(days=days), old)


def in_other_month(old: Day, months: int) -> Day | None:
    """The same day so many months later, the last of that month where it has fewer days."""
    at = known(old)
    if at is None:
        return None
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return _at(date(year, month + 1, min(at.day, last)), old)


def _at(at: date, old: Day) -> Day:
    return old._replace(weekday=at.weekday() if old.weekday is not None else None, day=at.day,
                        month=at.month - 1, year=at.year if old.year else None)  # fmt: skip


def meant(old: Day, new: Day) -> Day:
    """What is said put on what stands: a weekday alone is the nearest, a day has its weekday."""
    at = known(old)
    if new.day is None and new.month is None and new.year is None and new.weekday is not None:
        if at is None:
            return old._replace(weekday=new.weekday)
        step = (new.weekday - at.weekday() + 3) % 7 - 3
        return _at(at + timedelta(days=step), old)
    whole = old._replace(
        day=new.day or old.day,
        month=old.month if new.month is None else new.month,
        year=new.year or old.year,
        weekday=new.weekday,
    )
    if whole.weekday is None and old.weekday is not None and at is not None:
        year = new.year or at.year
        moved_to = known(whole._replace(year=year))
        whole = whole._replace(weekday=moved_to.weekday() if moved_to else old.weekday)
    return whole


def written(old: Day, now: Day, text: str) -> str:
    """The stretch of the text that `old` is, telling what `now` says in the same form."""
    said = text[old.start : old.end]
    for field in sorted(old.pieces, key=lambda f: -old.pieces[f][0]):
        start, end = (at - old.start for at in old.pieces[field])
        said = said[:start] + _piece(field, said[start:end], now) + _rest(field, said[end:], now)
    if "weekday" not in old.pieces and now.weekday is not None and "day" in old.pieces:
        said = f"{WEEKDAYS[_language(said)][now.weekday]} {said}"
    if "year" not in old.pieces and now.year is not None:
        said = f"{said} {now.year}"
    if "day" not in old.pieces and now.day is not None:
        said = f"{said} {now.day}"
        if "month" not in old.pieces and now.month is not None:
            said = f"{said} {MONTHS[_language(said)][now.month]}"
    return said


def _piece(field: str, word: str, now: Day) -> str:
    if field in ("day", "year"):
        return str(getattr(now, field) or word)
    number = getattr(now, field)
    if number is None:
        return word
    short, names = (_SHORT_DAYS, WEEKDAYS) if field == "weekday" else (_SHORT_MONTHS, MONTHS)
    is_short = word.lower() in {x.lower() for x in short} and word.lower() != "may"
    new = short[number] if is_short else names[_language(word)][number]
    return new.upper() if word.isupper() else new.lower() if word.islower() else new


def _rest(field: str, rest: str, now: Day) -> str:
    """What stands behind the piece, with the ending of an ordinal number made right."""
    if field != "day" or now.day is None or not (ending := re.match(r"st|nd|rd|th", rest)):
        return rest
    return ordinal(now.day)[-2:] + rest[ending.end() :]


def ordinal(number: int) -> str:
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _language(words: str) -> int:
    low = set(re.findall(r"[^\W\d_]+", words.lower()))
    for n, (days, months) in enumerate(zip(WEEKDAYS, MONTHS, strict=True)):
        if low & {x.lower() for x in (*days, *months)}:
            return n
    return 0
