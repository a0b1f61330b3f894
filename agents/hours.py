"""Times of day as people write them, read into minutes: "7.30 pm", "19:30", "9-11PM", "25:00".

A time that no clock shows is read all the same, so that it can be doubted.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal, NamedTuple

_HALF = r"(?P<half>[ap])(?:\.\s?m\.|m\b|\.m\b)"
_CLOCK = re.compile(
    rf"(?<![\w:/.,$€£¥₹+#])(?P<h>\d{{1,2}})(?:(?P<mark>[:.h])(?P<m>\d\d))?\s?{_HALF}"
    r"|(?<![\w:/.,$€£¥₹+#])(?P<h24>\d{1,2}):(?P<m24>\d\d)(?![\d:%]|\s?(?:minutes?|mins?|hours?)\b)"
    r"|(?<![\w:/.,$€£¥₹+#])(?P<hu>\d{1,2})(?:[.:](?P<mu>\d\d))?\s(?:Uhr|часов|часа)\b"
    r"|\b(?P<word>noon|midnight)\b",
    re.IGNORECASE,
)
_BARE_FIRST = re.compile(
    r"(?<![\w:/.,$€£¥₹+#])(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s?(?:-|–|—|to|until|till)\s?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s?(?:-|–|—|to|until|till|bis|through)\s?", re.IGNORECASE)
_SAME = re.compile(r"\s?(?:[(/=]|,\s?(?:i\.e\.|that is))\s?", re.IGNORECASE)
_TIMELY = re.compile(
    r"\b(?:at|from|until|till|by|to|time|starts?|begins?|doors|opens?|um|ab|-|–|@|today|tonight"
    r"|day|\d{4}|\d{1,2}(?:st|nd|rd|th)?,|[a-z]+day,"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*,?)\W*$",
    re.IGNORECASE,
)
_TIMELY_AFTER = re.compile(
    r"\W{0,2}(?:on\s|am\s)?(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*\b"
    r"|\W{0,2}(?:uhr|hrs|cet|est|pst|gmt|utc|today|tonight|sharp)\b",
    re.IGNORECASE,
)
_PASSAGE = re.compile(
    r"\b(?:genesis|exodus|leviticus|deuteronomy|joshua|judges|ruth|samuel|kings|chronicles|job"
    r"|psalms?|proverbs|ecclesiastes|isaiah|jeremiah|ezekiel|daniel|hosea|micah|matthew|mark"
    r"|luke|john|acts|romans|corinthians|galatians|ephesians|philippians|colossians|timothy"
    r"|hebrews|james|peter|revelation|surah|score|ratio|aspect|lap|split|pb)\W*$",
    re.IGNORECASE,
)


class Hour(NamedTuple):
    """A time of the request: its words and what they say, tied or not to the time before."""

    text: str
    start: int
    end: int
    hour: int  # as written
    minute: int
    half: Literal["", "a", "p"]  # before or after noon, when that is written
    tie: Literal["", "to", "same"] = ""
    sure: bool = True  # the words around it speak of time

    @property
    def exists(self) -> bool:
        hours = range(1, 13) if self.half else range(0, 25)
        return self.hour in hours and self.minute < 60 and (self.hour, self.minute) <= (24, 0)

    @property
    def minutes(self) -> int:
        """After midnight."""
        hour = self.hour % 12 + 12 * (self.half == "p") if self.half else self.hour % 24
        return hour * 60 + self.minute


def hours_in(request: str) -> tuple[Hour, ...]:
    """Every time in the order of the request; "9" of "9-11 pm" is one too."""
    found: list[Hour] = []
    for match in _CLOCK.finditer(request):
        hour = _hour(match, request)
        if hour is not None:
            found += [*_bare_first(hour, request), hour]
    return _tied(found, request)


def _hour(match: re.Match[str], request: str) -> Hour | None:
    before = request[max(0, match.start() - 16) : match.start()]
    if _PASSAGE.search(before):
        return None
    place = (match[0], *match.span())
    if match["word"]:
        noon = match["word"].lower() == "noon"
        return Hour(*place, 12 if noon else 24, 0, "") if _TIMELY.search(before) else None
    if match["h"]:
        half: Literal["a", "p"] = "p" if match["half"].lower() == "p" else "a"
        return Hour(*place, int(match["h"]), int(match["m"] or 0), half)
    hour, minute = match["h24"] or match["hu"], match["m24"] or match["mu"] or "0"
    timely = _TIMELY.search(before) or _TIMELY_AFTER.match(request, match.end())
    sure = bool(match["hu"] or timely)
    return Hour(*place, int(hour), int(minute), "", sure=sure)


def _bare_first(second: Hour, request: str) -> list[Hour]:
    """The start of "9-11 pm", which takes its half of the day from the end."""
    match = _BARE_FIRST.search(request[max(0, second.start - 14) : second.start])
    if match is None or not second.half:
        return []
    start = max(0, second.start - 14) + match.start()
    hour, minute = int(match["h"]), int(match["m"] or 0)
    same = hour % 12 * 60 + minute <= second.hour % 12 * 60 + second.minute
    other: Literal["a", "p"] = "a" if second.half == "p" else "p"
    half = second.half if same else other
    text = request[start : second.end]
    return [Hour(text, start, second.start, hour, minute, half if hour <= 12 else "", sure=False)]


def _tied(hours: list[Hour], request: str) -> tuple[Hour, ...]:
    tied = list(hours)
    for number, (first, second) in enumerate(pairwise(hours)):
        between = request[first.end : second.start]
        if not between or _TO.fullmatch(between):
            tied[number + 1] = second._replace(tie="to")
        elif _SAME.fullmatch(between):
            tied[number + 1] = second._replace(tie="same")
    return tuple(tied)
