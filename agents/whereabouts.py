"""Where the subject of a picture is: the place said behind it, "… on a stage", "… by the sea".

Entries for places end in "place": "stage place".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from agents.lexicon import entry_named, icons_for

_WHERE = re.compile(
    r"\b(?:in front of|(?:with|and|offering) (?:a |the )?views? (?:of|over)|in|on|at|by|near|beside"
    r"|against|under|over|above|across|through|down|along|behind|amid|among|overlooking|into"
    r"|surrounded by|between|beneath|inside|outside|underneath|around)\s",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"((?:[\w'’-]+\s+){1,4})(?:in the (?:back(?:ground|drop)?|distance)|behind)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"[,.;:!?]|\s(?:and|or|with|in|on|at|by|near|under|over|to|for|of|from|that|which|while|as"
    r"|behind|next|beside)\s"
)
_BELOW = {"under", "beneath", "underneath"}
_MOON = re.compile(r"\b(?:full )?moon\b", re.IGNORECASE)  # nobody stands on it who is below it
_MOST_WORDS = 3  # of a place's name
_SEEN_BY_THEMSELVES = {"train", "bus", "bed", "moon", "crane", "barn", "church", "carriage"}
_HOURS = {"sunset-place", "night-place"}  # they say when, where a place is said as well
_AT_THAT_HOUR = {
    ("road-place", "sunset-place"): "sunset road place",
    ("city-place", "night-place"): "night city place",
}


def place_in(spans: Iterable[str]) -> str:
    """The entry for the place that stretches of a request about the picture name; or none."""
    found = dict.fromkeys(entry for span in spans for entry in _places(f" {span} "))
    drawn = {icons_for(entry)[0]: entry for entry in found}
    hour = next((icon for icon in drawn if icon in _HOURS), "")
    where = next((icon for icon in drawn if icon not in _HOURS), hour)
    return _AT_THAT_HOUR.get((where, hour), drawn.get(where, ""))


def is_place_too(entry: str) -> bool:
    """Whether what the entry names is also where other things are: a lake, a stage.

    A train or a barn that is named by itself is what is seen.
    """
    return entry not in _SEEN_BY_THEMSELVES and bool(entry_named(f"{entry} place"))


def _places(span: str) -> Iterator[str]:
    for found in _WHERE.finditer(span):
        phrase = _ENDS.split(f"{span[found.end() :]} ", maxsplit=1)[0]
        below = found[0].strip().lower() in _BELOW
        yield from _named(_MOON.sub("full moon", phrase) if below else phrase)
    for found in _BEHIND.finditer(span):
        yield from _named(_ENDS.split(f" {found[1]}")[-1])


def _named(phrase: str) -> Iterator[str]:
    """The longest name of a place at the end of a phrase."""
    words = re.findall(r"[^\W\d_][\w'’-]*", phrase.lower())
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        for end in range(len(words), count - 1, -1):
            name = " ".join(words[end - count : end])
            for form in (name, name.removesuffix("s")):
                if entry := entry_named(f"{form} place"):
                    yield entry
                    return
