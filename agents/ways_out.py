"""Ways out of a doubt: the words as they could be, written as the doubted ones are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from agents.days import Day, Reading, with_weekday
from agents.doubts import Way

_ORDINAL = re.compile(r"(?P<gap>\s?)(?:st|nd|rd|th)(?!\w)", re.IGNORECASE)


def ways_to(words: str, *others: str) -> tuple[Way, ...]:
    """Each of the others that says something else."""
    told = dict.fromkeys(each for each in others if each and each != words)
    return tuple(Way(words=words, instead=each) for each in told)


def one_of(first: str, second: str) -> tuple[Way, ...]:
    """What is told in two ways, told in one of them everywhere."""
    return (Way(words=second, instead=first), Way(words=first, instead=second))


def other_day(day: Day, found: date) -> tuple[Way, ...]:
    """A day whose weekday is wrong: its true weekday, or the nearest day of the one told."""
    apart = ((day.weekday or 0) - found.weekday() + 3) % 7 - 3
    nearest = redated(day.text, found, found + timedelta(days=apart))
    return ways_to(day.text, with_weekday(day.text, found.weekday()), nearest)


def redated(words: str, old: date, new: date) -> str:
    """The words with another day of the month; nothing where that is not one plain number."""
    numbers = list(re.finditer(rf"(?<!\d)0?{old.day}(?!\d)", words))
    if len(numbers) != 1 or old.month != new.month:
        return ""
    number = numbers[0]
    before, after = words[: number.start()], words[number.end() :]
    written = f"{new.day:02}" if number[0].startswith("0") else str(new.day)
    if suffix := _ORDINAL.match(after):
        written += suffix["gap"] + _suffix(new.day)
        after = after[suffix.end() :]
    return "" if re.match(r"er\b", after) else before + written + after


def _suffix(day: int) -> str:
    teen = 10 < day < 14
    return "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def renewed(words: str, reading: Reading, today: date) -> tuple[Way, ...]:
    """A day that is over: the next one of its name, and the same without a year."""
    coming = reading._replace(year=None).coming(today)
    if coming is None:
        return ()
    now = with_weekday(words, coming.weekday()) or words
    year = re.escape(str(reading.year))
    other = re.sub(rf"(?<!\d){year}(?!\d)", str(coming.year), now)
    return ways_to(words, other, re.sub(rf",?\s{year}(?!\d)", "", now))


def exchanged(text: str, spans: Iterable[tuple[int, int]], start: int, end: int) -> tuple[Way, ...]:
    """Two pieces between start and end in each other's place, where they are written alike."""
    (a, b), (c, d) = sorted(spans)
    first, second = text[a:b], text[c:d]
    if _shape(first) != _shape(second):
        return ()
    return ways_to(text[start:end], text[start:a] + second + text[b:c] + first + text[d:end])


def _shape(words: str) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", words))
