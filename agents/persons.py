"""Which drawing shows the people of a picture: "a woman at a laptop", "a couple dancing".

Entries for people end in "figure"; what they do or have comes before it: "woman laptop figure".
"""

from __future__ import annotations

import re
from collections import Counter

from agents.lexicon import entry_named, icons_for, is_drawn
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
    "woman": "lady female businesswoman",
    "man": "guy male gentleman businessman",
    "women woman": "ladies",
    "men man": "guys gentlemen",
    "girl woman": "girls schoolgirl",
    "boy man": "boys schoolboy",
    "grandmother elderly woman": "grandma granny nana grandmothers",
    "grandfather elderly man": "grandpa grandad grandfathers",
    "mother woman": "mothers mom moms mum mums mama mommy mummy",
    "father man": "fathers dad dads daddy papa",
    "child": "children kid kids toddler toddlers pupil pupils",
    "couple people": "couples pair lovers newlyweds partners",
    "family people": "families parents",
    "friend people": "friends",
    "team people": "teams colleague colleagues coworker coworkers crew staff",
    "people": "group crowd audience fans neighbours neighbors",
    "person": "someone somebody people adult teenager teen individual",
    "hands": "hand",
    "elderly": "grandparents seniors pensioners",
}
_KIND_OF = {
    word: kinds for kinds, words in _KINDS.items() for word in (*words.split(), kinds.split()[0])
}
_ALONE = "alone"
_VAGUE = word_set(  # of where and how they are rather than what they do
    """outside kitchen park garden office school hospital stage street home together laughing
    smiling standing happy asleep"""
)
_ELDERLY = word_set("older elderly old senior retired aged")
_IDLE = frozenset(  # drawings of those who only stand there
    {"old-man-waving", "old-woman-waving", "man-waving-hello", "woman-waving-hello",
     "boy-waving-hello", "girl-waving-hello", "group-of-people", "group-of-women",
     "portrait-of-man", "portrait-of-woman", "elderly-couple-arm-in-arm"}
)  # fmt: skip
_EARLY = 4  # words of a span, in which those are named whom it is about
_PAIR = re.compile(r"\b(\w+) (?:and|&) (?:(?:an?|her|his|their|the) )?(\w+)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_DOING = re.compile(  # and how they are seen
    r"\s(?:\w{2,}ing|seen|viewed|shown|drawn|painted|photographed|dressed|lit)(?:\s|$)",
    re.IGNORECASE,
)


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
    entries = [
        entry
        for at, person in enumerate(words)
        if person in _KIND_OF or person in PERSONS
        for other in (*words[max(0, at - 1) : at], *words[at + 1 :])
        if other not in _ELDERLY
        if (entry := _pair_of(_aged(words, at, other), other) or _pair_of(person, other))
    ]
    votes = Counter(icon for entry in entries for icon in icons_for(entry))

    def worth(entry: str) -> tuple[int, bool, bool]:
        what = entry.split()[-2]
        return votes[icons_for(entry)[0]], what not in _VAGUE, not what.endswith("ing")

    return max(entries, key=worth, default="")


def _aged(words: list[str], at: int, other: str) -> str:
    """The person as one of the elderly, if the word before says so and no other person follows."""
    old = at > 0 and words[at - 1] in _ELDERLY
    return "seniors" if old and other not in PERSONS else words[at]


def lone_person(piece: str) -> str:
    """The entry for somebody of whom no more is said: "a portrait of a woman"."""
    words = [word.lower() for word in _WORDS.findall(piece)][-1:]
    return _pair_of(words[0], _ALONE) if words and words[0] in _KIND_OF else ""


def _pair_of(person: str, other: str) -> str:
    """The entry for what this person does or has, or for who else does it as well."""
    kinds = _KIND_OF.get(person, person).split()
    forms = dict.fromkeys((other, other.removesuffix("s")))
    names = (f"{kind} {form} figure" for kind in kinds for form in forms)
    return next((entry for name in names if (entry := entry_named(name))), "")


def figure_in(front: str) -> str:
    """Who stands alone or does something, where there is a drawing: "a farmer harvesting …"."""
    words = [word.lower() for word in _WORDS.findall(_DOING.split(front, maxsplit=1)[0])]
    if words[-1:] == ["model"] and is_drawn(words[-2] if len(words) > 1 else ""):
        return ""  # of a volcano
    names = [" ".join(words[-count:]) for count in (2, 1)]
    forms = (
        form
        for name in names
        for form in (name, name.removesuffix("s"), re.sub(r"men$", "man", name))
    )
    return next((entry for form in forms if (entry := entry_named(f"{form} figure"))), "")


def told_once(entries: list[str]) -> tuple[str, ...]:
    """People at what they do first, and not once more without it."""
    scenes = [entry for entry in entries if _rank(entry) == 0]
    shown = {scene.rsplit(" ", 2)[0] for scene in scenes}
    kept = (entry for entry in entries if entry in scenes or _who(entry) not in shown)
    return tuple(sorted(kept, key=_rank))


def is_lone(entry: str) -> bool:
    """Whether it is somebody of whom no more is said."""
    return entry.endswith(f" {_ALONE} figure")


def anyone_in(span: str) -> str:
    """The entry for the first people of the span at anything that it names behind them."""
    words = [word.lower() for word in _WORDS.findall(span)]
    pairs = (
        (person, other)
        for at, person in enumerate(words[:_EARLY])
        if person in _KIND_OF
        for other in words[at + 1 :]
    )
    return next((entry for pair in pairs if (entry := _pair_of(*pair))), "")


def at_work(lone: str, told: str) -> str:
    """Somebody at what the words tell of, where it is drawn: a woman of a programming seminar."""
    who = lone.split()[0]
    words = dict.fromkeys(word.lower() for word in _WORDS.findall(told))
    return next((entry for word in words if (entry := _pair_of(who, word))), lone)


def busy_with(entry: str, told: str) -> str:
    """Somebody who only stands there, at what the words tell of: "two old men" of a chess club."""
    if is_lone(entry):
        return at_work(entry, told)
    if not entry.endswith(" figure") or icons_for(entry)[0] not in _IDLE:
        return entry
    alone = (f"{who} {_ALONE} figure" for who in entry.split()[:-1])
    return next((e for who in alone if (e := at_work(who, told)) != who), entry)


def _rank(entry: str) -> int:
    *who, last = entry.split()
    if last != "figure" or len(who) < 2:
        return 1
    return 2 if is_lone(entry) else 0


def _who(entry: str) -> str:
    return entry.removesuffix(" figure").removesuffix(f" {_ALONE}")


def _pair(found: re.Match[str]) -> str:
    return entry_named(f"{found[1]} and {found[2]} figure")
