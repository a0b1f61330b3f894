"""What the picture shows: the drawings of a brief's subject, and which stand beside the first."""

from __future__ import annotations

import hashlib
import re

from agents.brief import Brief
from agents.colorwishes import color_of_thing
from agents.counted import count_of, is_class
from agents.lexicon import (
    entries_in,
    hands_of,
    icons_for,
    is_concrete,
    is_confident,
    is_festive,
    takes_turns,
)
from agents.scenes import FEW_INKS, about_somebody, can_be_placed, place_of, weather_of
from agents.unpictured import refused_in
from design_io.color import hex_to_oklch
from generators.artist.icons import dominant, is_clothed, is_whole, keeps_its_colors
from generators.artist.naming import dyed, gathered, is_place, placed_in, thing_of
from generators.artist.statures import stature_of
from generators.artist.still_life import ALOFT, MOST
from layout.systems import VisualSystem

_TOLD = 3_000  # characters of a request in which children are looked for
_DISCS = frozenset({"deco", "retro", "swiss"})  # whose place for a picture is round
SMALL = frozenset({"arch", "deco", "retro"})  # of a window or medallion: only what is named
_MARKS = frozenset({"emblem", "lockup", "seal"})  # which join two things that are asked for
_IN_SMALL = 2  # things that such a one shows
BRED = frozenset(  # what keeps its colours and yet is grown or made in others
    {"hibiscus", "tulip", "rose", "lotus", "cherry-blossom", "blossom", "bouquet",
     "hyacinth", "painted-egg", "red-heart", "bell-pepper", "hot-pepper", "grapes", "wreath",
     "christmas-tree", "butterfly", "birthday-cake", "cupcake", "macarons", "doughnut", "candy",
     "lollipop"}
)  # fmt: skip
_CHROMATIC = 0.03  # OKLCH, the least that is a colour of its own
_WORN = (
    "shopping-bags",
    "paper-shopping-bags",
    "red-heart",
    "briefcase",
    "house",
    "star",
    "sparkles",
    "party-popper",
    "label",
    "credit-card",
)
_PLACES = frozenset(
    {"school", "hospital", "bank", "hotel", "convenience-store", "department-store"}
)
_FOR_CHILDREN = re.compile(
    r"\b(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|kindergarten|preschool|nursery"
    r"|school(?!.{0,30}"
    r"reunion)|teens?|teenagers?|pupils|boys|girls)\b",
    re.IGNORECASE,
)
_GROWN_UP = frozenset(  # nothing for children
    {"clinking-glasses", "bottle-with-popping-cork", "wine-glass", "wine-bottle", "wine-barrel",
     "beer-mug", "clinking-beer-mugs", "cocktail-glass", "cocktail-shaker", "tropical-drink",
     "tumbler-glass", "joker", "slot-machine", "motor-scooter", "motorcycle"}
)  # fmt: skip
_DOGS = frozenset(
    {"dog", "dog-face", "labrador", "poodle", "dachshund", "guide-dog", "service-dog"}
)
_EQUALS = 3  # icons of a trade that take turns
_FEW_KIN = 1  # things that nobody named, beside another
_STEM = 5  # letters by which a word and its plural are the same
_KINDS = 5  # icons of a word that has kinds, such as "flower"


def subjects_of(brief: Brief, variant: int) -> tuple[str, ...]:
    """Icons of the subject: a thing is itself; of a trade the best ones take turns.

    None when only worn ones are left, which say nothing about this request.
    """
    word = brief.subject.value
    asked = brief.subject.provenance == "user"
    if not (is_confident(word) or asked):
        return ()
    icons = icons_for(word)
    named = set(icons[0].split("-")) <= set(re.split(r"\W+", word.lower()))
    of_place = icons[0] in _PLACES  # of a school its things are worth a look too
    itself = asked or (named and not of_place)
    telling = icons if itself else tuple(icon for icon in icons if icon not in _WORN)
    if not asked and _FOR_CHILDREN.search(brief.request[:_TOLD]):
        telling = tuple(icon for icon in telling if icon not in _GROWN_UP)
        icons = telling
    refused = _refused(brief.request[:_TOLD])
    telling, icons = (tuple(i for i in each if i not in refused) for each in (telling, icons))
    if not telling:
        return ()
    drawn = " " in word and _is_itself(telling[0], word)  # a food truck, a bubble tea
    turns = takes_turns(word) and not (asked or drawn)
    best = telling[:_EQUALS] if turns else telling[:1]
    turn = (variant + number_of(brief)) % len(best)
    chosen = best[turn]
    kin = (*best[turn:], *icons)
    company = company_of(brief, chosen)
    if asked and company:
        kin = ()  # what is said to be shown, and nothing else
    if not takes_turns(word) and len(icons) < _KINDS and _is_itself(chosen, word):
        kin = tuple(icon for icon in kin if _is_named(icon, word))
    return tuple(dict.fromkeys((chosen, *company, *kin)))


def _refused(request: str) -> frozenset[str]:
    """The drawings of what shall not be there, such as a keyboard on a piano teacher's card."""
    words = (w for said in refused_in(request) for w in entries_in(said) if is_concrete(w))
    return frozenset(icon for word in words for icon in icons_for(word)[:_EQUALS])


def _is_itself(icon: str, word: str) -> bool:
    """Whether every word of the entry stands in the drawing's name: of a lip gloss "lip-gloss"."""
    return all(_is_named(icon, said) for said in re.split(r"\W+", word) if len(said) > 2)


def _is_named(icon: str, word: str) -> bool:
    """Whether a word of the entry stands in the drawing's name."""
    said, drawn = re.split(r"\W+", word.lower()), icon.split("-")
    return any(a[:_STEM] == b[:_STEM] for a in said for b in drawn if len(a) > 2)


def in_one_hand(subjects: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The things as one of the artists who draw the first of them has drawn them."""
    if not subjects:
        return ()
    hands = hands_of(subjects[0])
    hand = hands[number // _EQUALS % len(hands)].removeprefix(subjects[0])
    return tuple(
        f"{name}{hand}" if f"{name}{hand}" in hands_of(name) else name for name in subjects
    )


def company_of(brief: Brief, hero: str) -> list[str]:
    """The best icon of each companion, of an occasion one besides the hero, and none twice.

    Of a class of things its other members come before what is only the occasion.
    """
    word = brief.subject.value
    found = ((word, icons_for(word)) for word in brief.companions)
    fresh = (_of_occasion(icons, hero) if is_festive(word) else icons for word, icons in found)
    best = [icons[0] if icons else "" for icons in fresh]
    if is_class(word) and not _is_itself(hero, word):
        festive = (at for at, named in enumerate(brief.companions) if is_festive(named))
        at = next(festive, len(best))
        best[at:at] = icons_for(word)[1:]
    others = (icon for icon in dict.fromkeys(best) if icon not in ("", hero, *_WORN))
    return [icon for icon in others if not is_place(icon)]


def _of_occasion(icons: tuple[str, ...], hero: str) -> tuple[str, ...]:
    """What tells of an occasion beside the hero: what hangs or flies above it rather than stands
    before it."""
    others = tuple(icon for icon in icons if icon != hero)
    return tuple(icon for icon in others if icon in ALOFT) or others


def number_of(brief: Brief, variant: int = 0) -> int:
    words = f"{brief.seed}/{brief.request}" + (f"/{variant}" if variant else "")
    digest = hashlib.sha256(words.encode()).digest()
    return int.from_bytes(digest[:4], "big")


def still_life_of(brief: Brief, system: VisualSystem, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """The subjects, the first of them gathered into one picture where the system shows one.

    A thing is joined by what the request names beside it, somebody by what is about them; a trade
    or kind of goods by its others.
    """
    place = place_of(brief, subjects[0]) if subjects else ""
    if place and can_be_placed(system):
        own = tuple(map(thing_of, subjects))  # in the manner of the places
        joined = _joined(brief, own, system, only_named=True)
        weather = weather_of(brief, place)
        return (placed_in(joined[0], place, system.name in _DISCS, weather), *joined[1:])
    return _joined(brief, subjects, system)


def _joined(
    brief: Brief, subjects: tuple[str, ...], system: VisualSystem, only_named: bool = False
) -> tuple[str, ...]:
    """The first of the subjects with those that stand beside it, as one picture."""
    mark = system.name in _MARKS and brief.subject.provenance == "user"
    few = system.name in FEW_INKS and not mark
    alone = system.gathers or few or system.family == "photo"
    small = mark or system.name in SMALL
    alone |= small and brief.form.value == "ticket"  # whose art is a narrow strip
    count = _number_shown(brief, subjects[:1])
    if alone or (len(subjects) < 2 and count < 2):
        return subjects
    if is_clothed(subjects[0]):
        about = about_somebody(subjects[0], subjects[1 : 1 + len(company_of(brief, subjects[0]))])
        if system.name in _DISCS:  # where what is larger would leave somebody small
            about = tuple(thing for thing in about if stature_of(thing) < 1)
        return (gathered((subjects[0], *about)), *(s for s in subjects[1:] if s not in about))
    if is_whole(subjects[0]):
        return subjects
    most = _IN_SMALL if small else MOST
    room = most - bool(company_of(brief, subjects[0]))
    members = [subjects[0]] * min(count, room)
    for icon in _joining(brief, subjects, only_named or small):
        fits = not is_whole(icon) and not any(_is_alike(icon, member) for member in members)
        if len(members) < most and fits:
            members.append(icon)
    rest = (icon for icon in subjects if icon not in members)
    return (gathered(members), *rest)


def _number_shown(brief: Brief, hero: tuple[str, ...]) -> int:
    """How many of the first thing stand there: what is asked for in a number, drawn as one."""
    single = all(not thing_of(icon).endswith("s") for icon in hero)
    asked = bool(hero) and brief.subject.provenance == "user"
    return count_of(brief.subject.value, brief.request[:_TOLD]) if single and asked else 1


def _joining(brief: Brief, subjects: tuple[str, ...], only_named: bool) -> tuple[str, ...]:
    """What the request names beside the first; where it names nothing, one thing that
    belongs to a trade or a kind of goods, of which no single drawing is the thing itself."""
    word, hero = brief.subject.value, subjects[0]
    named = len(company_of(brief, hero))
    company, kin = subjects[1 : 1 + named], subjects[1 + named :]
    if company or only_named or _is_itself(thing_of(hero), word):
        return company
    return kin[:_FEW_KIN]


def _is_alike(first: str, second: str) -> bool:
    """Whether two drawings show one thing: a beer mug and clinking beer mugs, two dogs."""
    if {thing_of(first), thing_of(second)} <= _DOGS:
        return True
    return not set(thing_of(first).split("-")).isdisjoint(thing_of(second).split("-"))


def dyes_of(brief: Brief, system: VisualSystem, subjects: tuple[str, ...]) -> dict[str, str]:
    """The colour that is said of each thing that is asked for: a green suitcase and a red cup.

    None of what grows in one colour, is white or grey, or has no part that takes it.
    """
    if brief.subject.provenance != "user" or system.silhouettes or system.name in FEW_INKS:
        return {}
    told, several = brief.request[:_TOLD], bool(brief.companions)
    found: dict[str, str] = {}
    for name in subjects:
        thing = thing_of(name)
        grown = keeps_its_colors(name) and thing not in BRED
        color = "" if grown or is_whole(name) else color_of_thing(told, (thing,), best=several)
        if color and hex_to_oklch(color).chroma >= _CHROMATIC:
            found[thing] = color
    return {t: c for t, c in found.items() if dominant(dyed(t, {t: c})) != dominant(t)}
