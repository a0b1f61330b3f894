"""Times of day in copy and in chat: "7:30 pm", "19 Uhr", "half past seven", "midnight", "at eight".

A time that is said is written the way the one that stands is: 12 or 24 hours, its marks, its words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.chat.figures import NUMBERS

_DAY = 24 * 60


class Hour(NamedTuple):
    """A time of day; `half` is "a", "p" or "" where the words do not tell the half of the day."""

    start: int
    end: int
    text: str
    minutes: int  # after midnight, as told
    half: str = ""
    sure: bool = True  # cannot be anything but a time

    def same_as(self, other: Hour) -> bool:
        exact = bool(self.half and other.half) or self.minutes > 720 or other.minutes > 720
        return (self.minutes - other.minutes) % (_DAY if exact else _DAY // 2) == 0


_WORD = "|".join(w for w, n in NUMBERS.items() if 1 <= n <= 12)
_HALF = r"(?: ?(?P<half>[ap])\.?m\b\.?)"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<part>half|quarter|(?:five|ten|twenty)(?: minutes)?) (?P<way>past|to)"
        rf" (?P<h>{_WORD}|1[0-2]|[1-9])\b{_HALF}?",
        rf"\b(?P<part>half) (?P<h>{_WORD}|1[0-2]|[1-9])\b(?! (?:price|off|%)){_HALF}?",
        r"(?<![\w.,:/£$€-])(?P<h>\d{1,2})(?:[.:h](?P<m>[0-5]\d))?(?: (?P<unit>uhr)\b| ?h\b(?!\w))"
        r"(?: (?P<m2>[0-5]\d)\b)?",
        rf"(?<![\w.,:/£$€])(?P<h>1[0-2]|0?[1-9])(?:[.:](?P<m>[0-5]\d))?{_HALF}",
        rf"\b(?P<h>{_WORD}){_HALF}",
        rf"(?<![\w.,:/£$€-])(?P<h>{_WORD}|1?\d|2[0-3]) ?o'? ?clock\b",
        r"(?<![\w.,:/£$€-])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:])",
        r"\b(?P<word>noon|midday|midnight|mittag|mitternacht)\b",
    )
)
_LOOSE = tuple(  # only where a time is spoken of
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\w.,:/£$€-])(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d)(?![\d.%]|\w)",
        rf"(?<![\w.,:/£$€-])(?P<h>{_WORD}|1?\d|2[0-4])(?![\w%:/-]|[.,]\d| ?[%€])",
    )
)
_FIRST_OF_RANGE = re.compile(
    r"(?<![\w.,:/£$€-])(?P<h>[01]?\d|2[0-3])(?:[.:](?P<m>[0-5]\d))?"
    r" ?(?:-|–|to|until|till|bis|and) ?$"
)
_WORDS = {"noon": 720, "midday": 720, "mittag": 720, "midnight": 1440, "mitternacht": 1440}
_PARTS = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}


def hours_in(text: str, loose: bool = False) -> list[Hour]:
    """Every time from left to right; `loose` also takes bare numbers, where times are spoken of."""
    found: list[Hour] = []
    for form in (*_FORMS, *(_LOOSE if loose else ())):
        for match in form.finditer(text):
            if not any(h.start < match.end() and match.start() < h.end for h in found):
                found.append(_hour(match, sure=form not in _LOOSE))
    for hour in list(found):
        first = _FIRST_OF_RANGE.search(text[: hour.start])
        if first and hour.sure and not any(h.start <= first.start() < h.end for h in found):
            found.append(_first(first, hour))
    return sorted(found, key=lambda h: h.start)


def _hour(match: re.Match[str], sure: bool) -> Hour:
    told = match.groupdict()
    if told.get("word"):
        return Hour(*match.span(), match[0], _WORDS[told["word"].lower()] % _DAY, "p", sure)
    said = told["h"].lower()
    minutes = 60 * (int(said) if said.isdigit() else NUMBERS[said])
    minutes += int(told.get("m") or told.get("m2") or 0)
    half = (told.get("half") or "").lower()
    if told.get("part"):
        part = _PARTS[told["part"].lower().split()[0]]
        minutes += -part if (told.get("way") or "").lower() == "to" else part  # "half five"
    if half:
        minutes = minutes % 720 + (720 if half == "p" else 0)
    return Hour(*match.span(), match[0].rstrip(), minutes % _DAY, half, sure)


def _first(match: re.Match[str], last: Hour) -> Hour:
    """The 9 of "9 to 11 pm", in the same half of the day unless that is after the end."""
    minutes = int(match["h"]) * 60 + int(match["m"] or 0)
    half = last.half
    if half:
        end = last.minutes % 720
        half = half if minutes % 720 <= end else ("a" if half == "p" else "p")
        minutes = minutes % 720 + (720 if half == "p" else 0)
    stop = match.end("m") if match["m"] else match.end("h")
    return Hour(match.start(), stop, match.string[match.start() : stop], minutes, half)


def meant(old: Hour, new: Hour) -> int:
    """The minutes after midnight that are said, in the half of the day nearest to what stands."""
    if new.half or new.minutes >= 780 or _is_word(new):
        return new.minutes
    if not old.half and _is_twelve(old):
        return new.minutes
    both = (new.minutes % 720, new.minutes % 720 + 720)
    return min(both, key=lambda m: (abs(m - old.minutes), (m >= 720) != (old.minutes >= 720)))


def _is_word(hour: Hour) -> bool:
    return hour.text[:1].isalpha() and hour.text.lower() in _WORDS


def _is_twelve(hour: Hour) -> bool:
    """A bare number of which nobody knows the half of the day."""
    return bool(re.fullmatch(r"\d{1,2}", hour.text)) and hour.minutes < 720


def written(old: Hour, minutes: int, new: Hour | None, beside: tuple[Hour, ...] = ()) -> str:
    """The time in the form of the old one; `beside` are others of the same text."""
    if new is not None and _is_word(new) and (old.half or _is_word(old)):
        return new.text.lower()
    form = old.text if not _is_word(old) else next((h.text for h in beside if not _is_word(h)), "")
    if not form:
        form = new.text if new is not None else old.text
    mark = re.search(r"\d([.:])\d", new.text if new is not None else "")
    halved = any(h.half and re.search(r"[ap]\.?m", h.text, re.IGNORECASE) for h in beside)
    minutes = minutes % 720 or 720 if halved and form.isdigit() else minutes
    return _like(form, minutes % _DAY, mark[1] if mark else ":")


def _like(form: str, minutes: int, mark: str) -> str:
    hour, minute = divmod(minutes, 60)
    mark = (re.search(r"\d([.:h])\d", form) or [mark, mark])[1]
    half = re.search(r"( ?)([ap])(\.?)m\b\.?", form, re.IGNORECASE)
    if half:
        letter = "p" if hour >= 12 else "a"
        tail = f"{half[1]}{letter}{half[3]}m{half[3]}"
        tail = tail.upper() if half[2].isupper() else tail
        shown = f"{hour % 12 or 12}" + (f"{mark}{minute:02d}" if minute else "")
        return shown + tail
    unit = re.search(r" ?(?:uhr|h|o'clock)\b", form, re.IGNORECASE)
    digits = len((re.match(r"\d+", form) or [""])[0])
    padded = f"{hour:02d}" if form.startswith("0") and digits == 2 else f"{hour}"
    full = bool(minute) or (bool(re.search(r"\d[.:h]\d", form)) and unit is None)
    return padded + (f"{mark}{minute:02d}" if full else "") + (unit[0] if unit else "")
