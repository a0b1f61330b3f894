"""Which drawing shows the people of a picture: "a woman at a laptop", "a couple dancing".

Entries for people end in "figure"; what they do or have comes before it: "woman laptop figure".
"""

from __future__ import annotations

import re

from agents.lexicon import entry_named
from agents.phrases import word_set
from agents.vocabulary import PEOPLE

PERSONS = (
    word_set(
        """man men woman women girl boy lady ladies guy person people couple baby child kid toddler
    infant family friend student customer player athlete model mother father mom dad grandmother
    grandfather bride groom gamer band audience crowd guest host team worker artist performer
    astronaut dj figure pair generations granny grandma grandpa teenager kids children girls boys"""
    )
    | PEOPLE
)
_KINDS = {  # of whom else a drawing will do, the nearest first
    "woman": "women lady ladies female businesswoman mum",
    "man": "men guy guys male gentleman businessman",
    "girl woman": "girls schoolgirl",
    "boy man": "boys schoolboy",
    "mother woman": "mothers mom moms mum mums mama mommy mummy",
    "father man": "fathers dad dads daddy papa",
    "child": "children kid kids toddler toddlers pupil pupils",
    "couple people": "couples pair lovers newlyweds partners",
    "family people": "families parents",
    "friend people": "friends",
    "team people": "teams colleague colleagues coworker coworkers crew staff",
    "people": "group crowd audience fans neighbours neighbors",
    "person": "someone somebody people adult teenager teen individual",
    "elderly": "grandparents seniors pensioners",
}
_KIND_OF = {word: kinds for kinds, words in _KINDS.items() for word in f"{words} {kinds}".split()}
_PAIR = re.compile(r"\b(\w+) (?:and|&) (?:(?:an?|her|his|their|the) )?(\w+)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_DOING = re.compile(r"\s\w{2,}ing\s", re.IGNORECASE)


def joined_persons(span: str) -> str:
    """The span with a pair that one drawing shows held together: "bride and groom"."""

    def joined(found: re.Match[str]) -> str:
        return found[0].replace(" ", "_") if _pair(found) else found[0]

    return _PAIR.sub(joined, span)


def scene_in(piece: str) -> str:
    """The entry for people of the piece and what they do or have, or for a pair of them."""
    for found in _PAIR.finditer(piece.replace("_", " ")):
        if entry := _pair(found):
            return entry
    words = [word.lower() for word in _WORDS.findall(piece)]
    persons = [word for word in words if _KIND_OF.get(word) or word in PERSONS]
    pairs = (
        f"{kind} {other} figure"
        for person in persons
        for kind in _KIND_OF.get(person, person).split()
        for other in words
        if other != person
    )
    return next(filter(None, map(_entry, pairs)), "")


def figure_in(front: str) -> str:
    """Who stands alone or does something, where there is a drawing: "a farmer harvesting …"."""
    words = [word.lower() for word in _WORDS.findall(_DOING.split(front, maxsplit=1)[0])]
    names = [" ".join(words[-count:]) for count in (2, 1)]
    forms = (form for name in names for form in (name, name.removesuffix("s")))
    return next((entry for form in forms if (entry := entry_named(f"{form} figure"))), "")


def told_once(entries: list[str]) -> tuple[str, ...]:
    """Without those who are shown at what they do as well: "couple" beside "couple dancing"."""
    whole = [entry.removesuffix("figure") for entry in entries if entry.endswith(" figure")]
    return tuple(
        entry
        for entry in entries
        if not any(
            other != (who := entry.removesuffix("figure")) and other.startswith(who)
            for other in whole
        )
    )


def _pair(found: re.Match[str]) -> str:
    return entry_named(f"{found[1]} and {found[2]} figure")


def _entry(words: str) -> str:
    """The entry of these words, or of them with the last but one in the singular."""
    kind, other, figure = words.split()
    return entry_named(words) or entry_named(f"{kind} {other.removesuffix('s')} {figure}")
