"""Whether every word of a sentence about a fact is accounted for: nothing said is passed over."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from agents.edits import distance

FILE = Path(__file__).parents[3] / "assets" / "words" / "edits_talk.txt"
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_LEAST_FOR_SLIP = 5  # letters of a word in which one slip of the pen is allowed


def unaccounted(low: str, *, known: frozenset[str] = frozenset()) -> list[str]:
    """The words that neither the talk around facts nor `known` explains, from left to right."""
    return [w for w in _WORD.findall(low) if not _is_talk(w.strip("'-"), known)]


def _is_talk(word: str, known: frozenset[str]) -> bool:
    bare = re.sub(r"'s?$", "", word)
    stem = re.sub(r"(?<=\w{3})(?:ing|ed|es|s)$", "", bare)
    if {word, bare} & known or {word, bare, stem, f"{stem}e"} & talk() or len(word) < 2:
        return True
    return len(word) >= _LEAST_FOR_SLIP and any(
        distance(word, other, 1) <= 1 for other in (*talk(), *known)
        if abs(len(other) - len(word)) < 2 and other[0] == word[0] and len(other) >= 4
    )  # fmt: skip


@cache
def talk() -> frozenset[str]:
    lines = FILE.read_text("utf-8").splitlines()
    return frozenset(
        word.replace("-", " ") for line in lines if not line.startswith("#")
        for word in line.split()
    )  # fmt: skip
