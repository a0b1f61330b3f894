"""What an occasion, trade or season asks for without a word: moods, and palettes by convention.

The table is `assets/words/moods.toml`. A style tells more than an occasion, that more than a
season, a greeting and a trade; among equals the longer name, then the one said first.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from layout.scheme import Scheme

FILE = Path(__file__).parent.parent / "assets" / "words" / "moods.toml"
_RANKS = ("trade", "greeting", "season", "occasion", "style")  # the last tells most
STYLE = len(_RANKS) - 1


class Mood(NamedTuple):
    """One entry of the table."""

    name: str
    rank: int
    moods: tuple[str, ...]
    schemes: tuple[Scheme, ...]


class _Hit(NamedTuple):
    """How well an entry is named; the greatest tells most."""

    rank: int
    words: int
    early: int  # the negative place in the text
    mood: Mood


def moods_of(copy: str, request: str) -> tuple[Mood, ...]:
    """The entries that the copy names, else the request, most telling first.

    A style is asked for anywhere in the request."""
    said = _hits(_plain(request))
    hits = [hit for hit in said if hit.rank == STYLE]
    hits += [hit for hit in _hits(_plain(copy)) if hit.rank < STYLE] or said
    return tuple(dict.fromkeys(hit.mood for hit in hits))


def _plain(text: str) -> str:
    return re.sub(r"\bst\. ", "st ", text.lower().replace("’", "'"))


def _hits(text: str) -> list[_Hit]:
    found = []
    for match in _names_in(text):
        words = match[0]
        mood = next((_table()[n] for n in _keys_of(words) if n in _table()), None)
        if mood:
            found.append(_Hit(mood.rank, words.count(" ") + 1, -match.start(), mood))
    return sorted(found, key=lambda hit: hit[:3], reverse=True)


def _keys_of(words: str) -> list[str]:
    """The name as it stands in the table: whole, without its s, or by its beginning."""
    name = re.sub(r"[\s-]+", " ", words)
    plain = [name, re.sub(r"'s$|s$", "", name)]
    starts = [f"{name[:n]}*" for n in range(len(name), 2, -1)]
    return [*plain, *starts]


def _names_in(text: str) -> Iterator[re.Match[str]]:
    """The longest name at every beginning of a word, none within another."""
    end = 0
    for word in re.finditer(r"(?<![\w'])\w\w", text):
        at = word.start()
        known = _names().get(word[0], ()) if at >= end else ()
        named = (name for first, name in known if text.startswith(first, at))
        if match := next(filter(None, (_pattern(name).match(text, at) for name in named)), None):
            end = match.end()
            yield match


@cache
def _names() -> dict[str, list[tuple[str, str]]]:
    """Two letters -> the names that begin with them and their first words, the longest first."""
    names = dict[str, list[tuple[str, str]]]()
    for name in sorted(_table(), key=len, reverse=True):
        names.setdefault(name[:2], []).append((re.split(r"[ *]", name)[0], name))
    return names


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """What a name looks like in a text: to make those of all takes 0.2 s."""
    spelled = re.escape(name).replace(r"\ ", r"[\s-]+").replace(r"\*", r"[\w'-]*")
    return re.compile(spelled + ("" if name.endswith("*") else r"(?:'s|s)?(?![\w'])"))


@cache
def _table() -> dict[str, Mood]:
    """Name, with a star where any ending will do -> its entry."""
    raw = tomllib.loads(FILE.read_text("utf-8"))
    made: dict[str, Mood] = {}
    for rank, kind in enumerate(_RANKS):
        for title, entry in raw[kind].items():
            schemes = tuple(_scheme(line) for line in entry["palettes"])
            mood = Mood(title, rank, tuple(entry["moods"].split()), schemes)
            for word in entry["words"].split():
                made[re.sub(r"[_-]", " ", word)] = mood
    return made


def _scheme(line: str) -> Scheme:
    ground, *colors = line.split()
    return Scheme(ground, tuple(colors))
