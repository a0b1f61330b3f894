"""What is about the hero of a picture: the place it is in, the hour and weather, what is near."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.brief import Brief
from agents.lexicon import icons_for
from agents.weather import weather_in
from generators.artist.icons import has_icon, is_bust, is_clothed, is_scene, is_whole
from generators.artist.naming import is_place, thing_of
from generators.artist.outdoors import is_outdoors
from generators.artist.statures import stands
from generators.artist.still_life import ALOFT
from layout.systems import VisualSystem

FEW_INKS = frozenset(  # systems of one small mark, and those of few inks, in which things merge
    {
        "lockup",
        "emblem",
        "monogram",
        "seal",
        "dotmatrix",
        "botanical",
        "riso",
        "engraving",
    }
)
_PLACELESS = frozenset({"arch", "aurora", "papercut"})  # that set the scene themselves
_TOLD = 3_000  # characters of a request in which hour and weather are looked for
_NEAR = 2  # things about somebody
_SKIES = frozenset({"sunset-place", "night-place", "sky-place"})
_OPEN_WATER = frozenset(
    {"harbour-place", "beach-place", "lake-place", "water-place", "underwater-place"}
)
_AFLOAT = frozenset(
    {"sailboat", "canoe", "kayak", "rowing-boat", "cruise-liner", "passenger-ship", "ship", "ferry",
     "tall-ship", "paper-boat", "gondola", "speedboat", "motor-boat", "narrowboat", "swan", "duck",
     "rubber-duck", "cargo-ship", "rowers-in-boat",
     "fisherman-in-boat", "surfer-on-wave", "woman-surfing", "swimmer-in-water", "water-wave"}
)  # fmt: skip
_INDOORS = frozenset(
    {"bathroom-place", "bedroom-place", "cafe-place", "classroom-place", "clinic-place",
     "conference-place", "fireplace-place", "gallery-place", "hall-place", "kitchen-place",
     "library-place", "office-place", "room-place", "shop-place", "table-place", "train-place"}
)  # fmt: skip
_LARGE = frozenset(
    {"electric-car", "safari-jeep", "cargo-ship", "lunar-lander",
     "airplane", "small-airplane", "helicopter", "automobile", "convertible", "vintage-car", "van",
     "bus", "minibus", "double-decker", "train", "locomotive", "tram", "tractor", "delivery-truck",
     "fire-engine", "camper-van", "cruise-liner", "ship", "ferry", "sailboat", "hot-air-balloon",
     "elephant", "whale", "giraffe", "house-with-garden", "lighthouse", "windmill"}
)  # fmt: skip
_SWIMMERS = frozenset(
    {"fish", "tropical-fish", "blowfish", "turtle", "octopus", "squid", "shark", "whale",
     "spouting-whale", "dolphin", "seal", "jellyfish", "seahorse", "lobster", "crab", "shrimp",
     "submarine", "starfish", "sea-turtle", "coral", "diver-with-tank"}
)  # fmt: skip
_FACE = "-face"  # ending of a drawing of an animal's head alone
_OPEN_AIR = "meadow-place"
_RINK, _SKY = "rink-place", "sky-place"
_WINDOW = re.compile(r"\b(?:outside|windows?|windowsill|indoors|blanket|fireplace)\b")
_SEATED = re.compile(r"-at-(?!grill)|armchair|over-coffee|patient|client|reading|gaming|cooking")
_HOURLY = {  # places that show an hour or weather by themselves
    "dusk": ("sunset-place", "sunset-road-place"),
    "night": ("night-place", "night-city-place"),
    "snow": ("snow-place",),
}


def can_be_placed(system: VisualSystem) -> bool:
    """Whether it shows one picture in its own colours, and large enough for a place."""
    few = system.gathers or system.name in FEW_INKS | _PLACELESS
    return not (few or system.mute or system.family == "photo")


def place_of(brief: Brief, hero: str) -> str:
    """The drawing of the place that the subject is said to be in; in said weather the open air.

    None for a scene of its own.
    """
    places = (icon for word in brief.companions for icon in icons_for(word)[:1] if is_place(icon))
    thing, place = thing_of(hero), next(places, "")
    if is_scene(thing) or is_bust(thing) or "face" in thing.split("-"):
        return ""
    if thing in _AFLOAT and (place in _OPEN_WATER | _SKIES):
        return "water-place"
    if thing in _SWIMMERS and place in _SKIES:
        return "water-place"
    if thing == "sleeping-in-bed" and place:
        return "room-place"
    if place in _INDOORS and thing in _LARGE:
        return ""
    if place == _RINK and not is_clothed(thing):
        return ""  # oysters on ice
    if place == _SKY and stands(thing) and thing not in ALOFT:
        return _OPEN_AIR  # a house under an autumn sky
    if place in _OPEN_WATER and thing in _SWIMMERS:
        return "underwater-place"
    return place or _in_the_open(brief, thing)


def weather_of(brief: Brief, place: str) -> tuple[str, ...]:
    """The hour and weather that are said and that the place does not show by itself."""
    told = weather_in(brief.request[:_TOLD])
    return tuple(each for each in told if place not in _HOURLY.get(each, ()))


def about_somebody(hero: str, company: Sequence[str]) -> tuple[str, ...]:
    """What can stand beside somebody: things that their drawing does not hold already."""
    if hero.startswith("portrait"):
        return ()
    shown = set(hero.split("-"))
    found = list[str]()
    for icon in map(_upright, map(thing_of, company)):
        about = stands(icon) or icon in ALOFT
        if about and not is_whole(icon) and shown.isdisjoint(icon.split("-")):
            found.append(icon)
            shown |= set(icon.split("-"))
    return tuple(found[:_NEAR])


def _in_the_open(brief: Brief, thing: str) -> str:
    """Where somebody, or what lives or stands outdoors, is seen in weather that is said."""
    told = weather_in(brief.request[:_TOLD])
    if brief.subject.provenance != "user" or not told:
        return ""
    if thing in _AFLOAT:
        return "water-place"
    if is_clothed(thing) and (_WINDOW.search(brief.request) or _SEATED.search(thing)):
        return "room-place"
    if not (is_clothed(thing) or is_outdoors((thing,))):
        return ""
    return "snow-place" if "snow" in told else _OPEN_AIR


def _upright(icon: str) -> str:
    """The whole animal where the drawing shows its head."""
    whole = icon.removesuffix(_FACE)
    return whole if whole != icon and has_icon(whole) else icon
