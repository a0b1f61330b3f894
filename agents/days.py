"""Days as people write them, read into numbers: "Fri 12 and Sat 13 June 2027", "31.02.", "6月3日".

A day that does not exist is read all the same, so that it can be doubted.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_WORDS = (
    "january jan januar jänner janvier enero janeiro gennaio января يناير जनवरी",
    "february feb februar février févr febrero fevereiro febbraio февраля فبراير फरवरी",
    "march mar märz mars marzo março марта مارس मार्च",
    "april apr avril abril aprile апреля أبريل अप्रैल",
    "may mai mayo maio maggio мая مايو मई",
    "june jun juni juin junio junho giugno июня يونيو जून",
    "july jul juli juillet julio julho luglio июля يوليو जुलाई",
    "august aug août agosto августа أغسطس अगस्त",
    "september sep sept septembre septiembre setembro settembre сентября سبتمبر सितंबर सितम्बर",
    "october oct oktober okt octobre octubre outubro ottobre октября أكتوبر अक्टूबर",
    "november nov novembre noviembre novembro ноября نوفمبر नवंबर नवम्बर",
    "december dec dezember dez décembre diciembre dezembro dicembre декабря ديسمبر दिसंबर दिसम्बर",
)
_FURTHER = 5  # languages after English: German, Spanish, French, Italian, Russian
_WEEKDAY_WORDS = (
    "monday mon montag lunes lundi lunedì понедельник",
    "tuesday tue tues dienstag martes mardi martedì вторник",
    "wednesday wed mittwoch miércoles mercredi mercoledì среда",
    "thursday thu thur thurs donnerstag jueves jeudi giovedì четверг",
    "friday fri freitag viernes vendredi venerdì пятница",
    "saturday sat sonnabend samstag sábado samedi sabato суббота",
    "sunday sun sonntag domingo dimanche domenica воскресенье",
)
_MONTHS = {w: n for n, words in enumerate(_MONTH_WORDS, 1) for w in words.split()}
_WEEKDAYS = {w: n for n, words in enumerate(_WEEKDAY_WORDS) for w in words.split()}
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?!\w)\.?"
_WEEKDAY = rf"(?:{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})(?!\w)\.?"
_NUMBER = r"\d{1,2}(?![\dXx])(?![:.,]\d|\s?%|\s?[ap]\.?m\b|\s?o['’]clock|\s?(?:hours?|hrs?|Uhr)\b)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th)(?!\w)|er(?!\w)|\.(?=\s)|º|ª)?"
_DAY = rf"{_NUMBER}{_ORDINAL}"
_YEAR = r"(?:\d{4}(?![\d:])|\d\d[Xx]{2})"
_TO = r"(?:-|–|—|to\b|through\b|thru\b|until\b|till\b|bis\b|au\b|al\b|a\b|до\b)"
_JOIN = rf"\s?(?:{_TO}|&|,|/|\+|(?:and|und|et|y|or|e|и)\b)(?:\s?(?:and|the|den|el|le)\b)?\s?"
_LEAD = rf"(?:(?P<lead>{_WEEKDAY}),?\s+(?:(?:the|den|der|el|le)\s+)?)?"
_INNER = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?{_DAY}"
_TAIL = rf"(?:,?\s\(?(?P<tail>{_WEEKDAY})\)?)?"
_DAY_FIRST = rf"{_LEAD}(?P<days>{_DAY}(?:{_JOIN}{_INNER})*)\s?(?:of\s|de\s)?(?P<month>{_MONTH})"
_MORE = rf"(?:{_JOIN}(?!{_DAY}\s?{_MONTH}){_INNER})*"
_MONTH_FIRST = rf"{_LEAD}(?P<month>{_MONTH})\s(?:the\s)?(?P<days>{_DAY}{_MORE})"
_CASE = re.IGNORECASE
_NAMED = tuple(
    re.compile(rf"(?<![\w.,/:$€£-]){form}(?:,?\s(?:de\s)?(?P<year>{_YEAR}))?{_TAIL}", _CASE)
    for form in (_DAY_FIRST, _MONTH_FIRST)
)
_NUMERIC = re.compile(
    rf"(?<![\w./-]){_LEAD}(?:(?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})"
    rf"|(?P<little>\d{{1,2}}(?P<mark>[./-])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d\d)))(?![\w/]"
    rf"|[.-]\d){_TAIL}",
    _CASE,
)
_HAN = re.compile(
    r"(?:(?P<year>\d{4})\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日號号일]"
)
_WHOLE_MONTH = re.compile(rf"(?<![\w.,/-])(?P<month>{_MONTH})\s(?P<year>\d{{4}})(?!\d)", _CASE)
_PART = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s+(?:the\s+)?)?(?P<day>\d{{1,2}}){_ORDINAL}", _CASE
)


class Reading(NamedTuple):
    """One way to understand a written day."""

    year: int | None
    month: int
    day: int

    @property
    def known(self) -> date | None:
        """The day itself when it has a year and exists."""
        return _date(self.year, self.month, self.day) if self.year else None

    @property
    def exists(self) -> bool:
        year = self.year or 2024  # a leap year: 29 February may be meant without one
        return _date(year, self.month, self.day) is not None

    def coming(self, today: date) -> date | None:
        """The day itself, or the next one of that name when no year is given."""
        if self.year:
            return self.known
        years = range(today.year, today.year + 9)
        days = (_date(year, self.month, self.day) for year in years)
        return next((day for day in days if day and day >= today), None)


class Day(NamedTuple):
    """A day of the request: its words, what they may mean, and how it is tied to the day before."""

    text: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    weekday: int | None = None  # 0 is Monday
    tie: Literal["", "to", "and"] = ""
    vague: bool = False  # the year is a placeholder such as 20XX
    sure: bool = True  # the words can hardly mean anything but a day


def days_in(request: str) -> tuple[Day, ...]:
    """Every day in the order of the request."""
    found: list[Day] = []
    for pattern in _NAMED:
        for match in pattern.finditer(request):
            if not any(d.start < match.end() and match.start() < d.end for d in found):
                found += _named_days(match, request)
    found += [day for m in _NUMERIC.finditer(request) if (day := _numeric_day(m))]
    found += [_han_day(m) for m in _HAN.finditer(request)]
    return _tied(sorted(found, key=lambda d: d.start), request)


def months_in(request: str) -> tuple[Day, ...]:
    """Whole months with a year ("March 2024"), as their last day."""
    made = []
    for match in _WHOLE_MONTH.finditer(request):
        before = request[max(0, match.start() - 6) : match.start()]
        if re.search(r"\d(?:st|nd|rd|th|\.)?(?:\sof)?\s$", before):
            continue
        month, year = _month(match["month"]), int(match["year"])
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day if year else 1
        reading = Reading(year, month, last)
        made.append(Day(match[0], *match.span(), (reading,)))
    return tuple(made)


def weekday_named(word: str) -> int | None:
    return _WEEKDAYS.get(word.lower().rstrip("."))


def with_weekday(words: str, weekday: int) -> str:
    """The words with this weekday for theirs, in the same language, as short and as large."""
    found = re.search(rf"(?<!\w){_WEEKDAY}", words, _CASE)
    if found is None:
        return ""
    written = found[0].rstrip(".")
    names = _WEEKDAY_WORDS[_WEEKDAYS[written.lower()]].split()
    at, name = names.index(written.lower()) - len(names), WEEKDAY_NAMES[weekday]
    if at >= -_FURTHER:
        name = _WEEKDAY_WORDS[weekday].split()[at]
    elif written.lower() != names[0]:
        name = name[:3]
    if written[0].isupper():
        name = name.upper() if written.isupper() else name.capitalize()
    else:
        name = name.lower()
    return words[: found.start()] + name + words[found.start() + len(written) :]


def _named_days(match: re.Match[str], request: str) -> list[Day]:
    """The days of one expression, all in its month."""
    year, month = match["year"] or "", _month(match["month"])
    parts = _own_parts(match)
    weekdays = [weekday_named(part["weekday"] or "") for part in parts]
    start = match.start("days") + parts[0].start()
    if parts[0].start() == 0:
        start, weekdays[0] = match.start(), weekday_named(match["lead"] or "")
    if match["tail"] and len(parts) == 1 and weekdays[0] is None:
        weekdays[0] = weekday_named(match["tail"])
    sure, text = _is_sure(match, request), request[start : match.end()].rstrip(".")
    made = []
    for number, (part, weekday) in enumerate(zip(parts, weekdays, strict=True)):
        reading = Reading(int(year) if year.isdigit() else None, month, int(part["day"]))
        gap = match["days"][parts[number - 1].end() : part.start()] if number else ""
        tie: Literal["", "to", "and"] = ("to" if _is_to(gap) else "and") if number else ""
        vague = bool(year) and not year.isdigit()
        made.append(Day(text, start, match.end(), (reading,), weekday, tie, vague, sure))
    return made


def _own_parts(match: re.Match[str]) -> list[re.Match[str]]:
    """The numbers that are days; in "$45, 18–24 May" and "6 to 12, 5–9 May" the first are not."""
    parts = list(_PART.finditer(match["days"]))
    if match["month"] == match[0][: len(match["month"])]:
        return parts
    first = 0
    for number, (a, b) in enumerate(pairwise(parts), 1):
        comma = "," in match["days"][a.end("day") : b.start()]
        if comma and not int(a["day"]) < int(b["day"]) <= 31:
            first = number
    return parts[first:]


def _is_sure(match: re.Match[str], request: str) -> bool:
    """A number above 31 beside a month is a day only when something else says so."""
    if match["year"] or match["lead"] or re.search(r"\d\s?(?:st|nd|rd|th)\b", match["days"]):
        return True
    before = request[max(0, match.start() - 16) : match.start()]
    after = request[match.end() : match.end() + 6]
    told = re.search(r"(?:\bon|\bdate|until|till|from|by|:|,|–|-)\s*(?:the\s)?$", before, _CASE)
    return bool(told and re.match(r"\s*(?:[.,;)!\n]|$|at\b|from\b|to\b|in\b)", after, _CASE))


def _numeric_day(match: re.Match[str]) -> Day | None:
    numbers = [int(n) for n in re.findall(r"\d+", match["iso"] or match["little"])]
    if match["iso"]:
        readings = [Reading(*numbers)]
    else:
        first, second, year = numbers
        year += 2000 if year < 100 else 0
        readings = [Reading(year, second, first)]
        if match["mark"] != ".":
            readings.append(Reading(year, first, second))
    year = readings[0].year or 0
    if not 1000 < year < 3000:
        return None
    words = match["lead"] or match["tail"] or ""
    return Day(match[0], *match.span(), tuple(readings), weekday_named(words))


def _han_day(match: re.Match[str]) -> Day:
    year = int(match["year"]) if match["year"] else None
    reading = Reading(year, int(match["month"]), int(match["day"]))
    return Day(match[0], *match.span(), (reading,))


def _tied(days: list[Day], request: str) -> tuple[Day, ...]:
    """Days of neighbouring expressions joined by a dash, "to" or "and"; a range shares its year."""
    tied = list(days)
    for number, (first, second) in enumerate(pairwise(days)):
        between = request[first.end : second.start]
        if second.start < first.end or len(between) > 12:
            continue
        if _is_to(between):
            tied[number + 1] = second._replace(tie="to")
        elif re.fullmatch(_JOIN, between, _CASE):
            tied[number + 1] = second._replace(tie="and")
    return tuple(tied)


def _is_to(words: str) -> bool:
    return bool(re.fullmatch(rf"\s?{_TO}(?:\s?(?:the|den)\b)?\s?", words, _CASE))


def _month(word: str) -> int:
    return _MONTHS[word.lower().rstrip(".")]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
