"""Vague wishes, "make it pop": adjectives turn four dials and come back as three variants.

The table is `assets/words/dials.toml`: words, and where each visual system stands.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parents[2] / "assets" / "words" / "dials.toml"
DIALS = ("loud", "modern", "playful", "dense")
_LEAST = 0.05
_SHORT = 4  # words of a sentence in which an adjective needs no cue
_CUE = re.compile(
    r"\b(?:more|less|too|make|it's|its|is|are|looks?|looking|feels?|feel|needs?|some|give|bit"
    r"|very|so|be|being|really|something|add|much|little|touch|lot|want|like|not|isn't|bring|as"
    r"|and|or|but|super|lacks?|lacking|missing|without|no|of|quite|pretty|rather|kind|sort|way"
    r"|get|become|keep|stay|a|an|style|vibe|vibes|should|could|read|see|seen"
    r"|legible|readable|visible)\b"
    r"(?: \S+){0,2}$"
)
_NOT = re.compile(
    r"\b(?:less|too|not so|not as|not too|isn't so|so|overly|way too|stop being"
    r"|don't want it(?: to (?:be|look))?|avoid|without(?: being)?|never|wasn't so)(?: (?:bit"
    r"|very|much|damn|quite))?(?: (?:look|be|feel|looking|being))?(?: like)?(?: an?| the| some)?$"
)
_WANT = re.compile(
    r"\b(?:more|make it|make this|be|look|feel|even|want it|get it)(?: (?:a bit|bit|a|more|look"
    r"|feel))*$"
)
_LACK = re.compile(
    r"\b(?:isn't|is not|not|doesn't (?:look|feel)|does not (?:look|feel)|lacks?"
    r"|needs?(?: (?:more|some|a bit of|to be))?|no|missing|wants|lacking)(?: (?:very|really|that"
    r"|much|any|enough|more|some|a bit of|the))?$"
)


class Wish(NamedTuple):
    """How far each dial is to be turned, -1 to 1, and the words that asked for it."""

    turns: dict[str, float]
    words: tuple[str, ...]


def wish_in(plain: str) -> Wish | None:
    """All adjectives of the sentence together; None without any."""
    turns: dict[str, float] = {}
    found: list[str] = []
    for match in _pattern().finditer(plain):
        word = match[0]
        said = _CUE.search(plain[: match.start()].rstrip()) or word != _entry(word)[1]
        if not said and len(plain.split()) > _SHORT and not plain.startswith(word):
            continue
        table, key = _entry(word)
        sign = _sign(table, word != key, plain[: match.start()].rstrip(), plain[match.end() :])
        for dial, value in _tables()[table][key].items():
            turns[dial] = turns.get(dial, 0.0) + sign * value
        found.append(word)
    if not found:
        return None
    turns = {dial: max(-1.0, min(1.0, turn)) for dial, turn in turns.items()}
    return Wish({d: t for d, t in turns.items() if abs(t) >= _LEAST}, tuple(found))


def stand_of(system: str) -> dict[str, float]:
    """Where a visual system stands; the middle for one that is not in the table."""
    return {dial: _tables()["systems"].get(system, {}).get(dial, 0.0) for dial in DIALS}


def words() -> tuple[str, ...]:
    """Every word of the table."""
    return tuple((*_tables()["wishes"], *_tables()["faults"], *_tables()["phrases"]))


def _sign(table: str, compared: bool, front: str, back: str) -> float:
    if table == "phrases":
        return 1.0
    if _NOT.search(front):
        return -1.0
    enough = back.lstrip().startswith("enough")
    if table == "wishes":
        return 1.0
    wanted = compared or enough or bool(_WANT.search(front)) or bool(_LACK.search(front))
    return (
        1.0
        if wanted and not re.search(r"\b(?:looks?|feels?|it's|is|seems?)(?: \w+)?$", front)
        else -1.0
    )


def _entry(word: str) -> tuple[str, str]:
    """The table and the key of a word in any of its forms."""
    return _forms()[word]


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_forms(), key=len, reverse=True)
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, longest))})(?![\w'-])")


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """Every form of every word: bold, bolder, boldest; cosy, cosier."""
    found: dict[str, tuple[str, str]] = {}
    for table in ("wishes", "faults", "phrases"):
        for key in _tables()[table]:
            for form in _inflected(key) if table != "phrases" else [key, *_of_this(key)]:
                found.setdefault(form, (table, key))
    return found


def _inflected(word: str) -> list[str]:
    if " " in word:
        return [word]
    if "-" in word:
        return [word, word.replace("-", " ")]
    stem = word[:-1] + "i" if word.endswith("y") else word.rstrip("e")
    twice = word + word[-1] if re.search(r"[^aeiou][aeiou][bdgmnpt]$", word) else ""
    found = [word, f"{stem}er", f"{stem}est", f"{stem}er-looking", f"{word}-looking"]
    return found + ([f"{twice}er", f"{twice}est"] if twice else [])


def _of_this(phrase: str) -> list[str]:
    return [phrase.replace(" it ", f" {other} ") for other in ("this", "things", "everything")
            if " it " in phrase]  # fmt: skip


@cache
def _tables() -> dict[str, dict[str, dict[str, float]]]:
    return tomllib.loads(FILE.read_text("utf-8"))
