"""The hour and weather of a place: dusk, night, rain, snow and fog, as colours and what falls."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

from design_io.color import hex_to_oklch, mix
from design_io.pathfinder import simplified, within
from design_io.paths import path_bounds
from generators.artist.drawing import circle, number
from generators.artist.people import Part

_ROOMS = frozenset(
    {"airport-place", "bathroom-place", "bedroom-place", "cafe-place", "cellar-place",
     "christmas-place", "church-place", "classroom-place", "clinic-place", "conference-place",
     "fireplace-place", "gallery-place", "gym-place", "hall-place", "kitchen-place",
     "library-place", "moon-place", "office-place", "rink-place", "room-place", "servers-place",
     "shop-place", "space-place", "stage-place", "table-place", "train-place",
     "underwater-place", "workshop-place"}
)  # fmt: skip
_PALE, _WHITE, _SOME, _BLUE = 0.82, 0.955, 0.012, (195.0, 275.0)  # of skies: OKLCH
_SUNNY, _LARGEST_SUN = (75.0, 115.0), 15.0  # hues and units of a sun
_SECOND = 0.6  # of its share, what weather changes in the light of an hour


class Light(NamedTuple):
    """The colours of sky, clouds and sun, and how far all else takes on a tone."""

    sky: str
    cloud: str
    sun: str
    tone: str
    share: float


LIGHTS = {
    "dusk": Light("#f9c493", "#fde0bd", "#fff0b8", "#7b4468", 0.46),
    "night": Light("#2a3163", "#4a538f", "#f6ecc4", "#262c5c", 0.62),
    "rain": Light("#b3c1cd", "#d7dfe6", "#c3cfd8", "#71808f", 0.26),
    "fog": Light("#e2e8ea", "#f1f4f5", "#f7f1de", "#e8edee", 0.45),
    "snow": Light("#cddbe8", "#eef4f9", "#e4ecf3", "#f7fafd", 0.55),
}
_DROP, _FLAKE, _STAR = "#f4f9fc", "#ffffff", "#e4e8fb"
_SEED = 7


def in_weather(place: str, parts: Iterable[Part], weather: tuple[str, ...]) -> tuple[Part, ...]:
    """The parts of a place in that light; of a room only what is seen through its window."""
    drawn = tuple(parts)
    if not weather:
        return drawn
    first, *others = (LIGHTS[each] for each in weather)
    indoors = place in _ROOMS
    lit = (_lit(part, first, at == 0, indoors) for at, part in enumerate(drawn))
    veils = () if indoors else others
    return tuple(reduce(_veiled, veils, part) for part in lit)


def behind(place: str, weather: tuple[str, ...], window: str) -> tuple[Part, ...]:
    """What is seen of the weather behind those who stand there: stars."""
    if "night" not in weather or place in _ROOMS or place == "night-place":
        return ()
    chance = random.Random(_SEED)
    spots = [(chance.uniform(1, 31), chance.uniform(1, 13)) for _ in range(16)]
    stars = "".join(circle(spot, chance.choice((0.18, 0.25, 0.34))) for spot in spots)
    return (_within(Part(_STAR, 0.9, stars, "nonzero", place), window),)


def before(place: str, weather: tuple[str, ...], window: str) -> tuple[Part, ...]:
    """What falls or drifts before those who stand there."""
    if place in _ROOMS:
        return ()
    made = (Part(*_FALLING[each](), "nonzero", place) for each in weather if each in _FALLING)
    return tuple(_within(part, window) for part in made)


def _within(part: Part, window: str) -> Part:
    return part._replace(data=within(simplified(part.data), window), rule="evenodd")


def _rain() -> tuple[str, float, str]:
    chance, data = random.Random(_SEED), ""
    for row in range(6):
        for column in range(8):
            x = 4.4 * column + 2.2 * (row % 2) + chance.uniform(-1, 1)
            y, long = 5.6 * row + chance.uniform(-1.6, 1.6), chance.uniform(1.7, 3.0)
            slant = 0.28 * long
            data += f"M{number(x)} {number(y)}l.34.1{number(-slant)} {number(long)}-.34-.1z"
    return _DROP, 0.75, data


def _snow() -> tuple[str, float, str]:
    chance, data = random.Random(_SEED), ""
    for row in range(6):
        for column in range(6):
            x = 5.6 * column + 2.6 * (row % 2) + chance.uniform(-1.7, 1.7)
            y = 5.4 * row + chance.uniform(-1.7, 1.7)
            data += circle((x, y), chance.choice((0.28, 0.38, 0.52)))
    return _FLAKE, 0.95, data


def _fog() -> tuple[str, float, str]:
    rows = ((19.5, 2.2, -4.0, 15.0), (23.2, 2.6, 9.0, 27.0), (27.0, 2.2, -6.0, 18.0))
    data = "".join(
        f"M{number(x)} {number(y)}h{number(long)}a{number(h / 2)} {number(h / 2)} 0 0 1 0 "
        f"{number(h)}h{number(-long)}a{number(h / 2)} {number(h / 2)} 0 0 1 0 {number(-h)}z"
        for y, h, x, long in rows
    )
    return "#f6f8f8", 0.62, data


def _lit(part: Part, light: Light, lowest: bool, indoors: bool) -> Part:
    """The part in this light: the sky is the lowest, and what is seen in a window."""
    value, box = hex_to_oklch(part.color), path_bounds(part.data)
    pale = value.lightness > _PALE and value.chroma > _SOME and _BLUE[0] < value.hue < _BLUE[1]
    yellow = value.lightness > _PALE and _SUNNY[0] < value.hue < _SUNNY[1]
    round_ = abs(box.width - box.height) < 0.1 and box.width < _LARGEST_SUN
    if pale or (lowest and not indoors):
        return part._replace(color=light.sky)
    if indoors:
        return part
    if value.lightness > _WHITE:
        return part._replace(color=light.cloud)
    if yellow and round_:
        return part._replace(color=light.sun)
    return part._replace(color=mix(part.color, light.tone, light.share))


def _veiled(part: Part, light: Light) -> Part:
    """The part in a second light, which changes it less."""
    return part._replace(color=mix(part.color, light.tone, _SECOND * light.share))


_FALLING = {"rain": _rain, "snow": _snow, "fog": _fog}
