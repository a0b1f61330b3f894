"""A thing or somebody in the place they are in: on a beach, on a stage, at a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from design_io.geometry import Box, union_all
from design_io.pathfinder import simplified, within
from generators.artist.company import in_company
from generators.artist.drawing import circle, number
from generators.artist.people import Part
from generators.artist.still_life import Thing
from generators.artist.weather import before, behind, in_weather

_ACROSS, _IN_DISC = (24.0, 20.0), (0.9, -0.8)  # units; of its height, and how much higher it stands
_SEVERAL_ACROSS = (28.5, 22.0)  # units, for somebody with what is about them
_CARD = (
    "M4.5 2.5H27.5A4 4 0 0 1 31.5 6.5V25.5A4 4 0 0 1 27.5 29.5H4.5A4 4 0 0 1 .5 25.5V6.5"
    "A4 4 0 0 1 4.5 2.5Z"
)
_CENTER, _RADIUS = (16.0, 16.0), 15.5
_SHADOW, _DARK = "#2a2440", 0.16


class Spot(NamedTuple):
    """Where in a place a thing stands: the middle and height of its foot, how tall it may be."""

    foot: float = 27.2
    tall: float = 21.5
    middle: float = 16.0
    floats: bool = False  # in air or water: its middle is at the foot, and it casts no shadow


_STANDING = Spot()
_SPOTS = {
    "table-place": Spot(25.2, 18.5),
    "kitchen-place": Spot(23.6, 16.5),
    "water-place": Spot(25.0, 19.0),
    "fireplace-place": Spot(27.4, 14.0, 24.0),
    "underwater-place": Spot(15.0, 16.0, floats=True),
    "sky-place": Spot(15.0, 20.0, floats=True),
}
_FOR_THINGS = {"table-place", "kitchen-place", "fireplace-place"}  # people stand before them
_ALOFT = Spot(13.5, 16.0, floats=True)


class Setting(NamedTuple):
    """A place, the weather there, and whether it fills a disc instead of a card."""

    place: Thing
    weather: tuple[str, ...] = ()
    in_disc: bool = False


def set_in(things: Sequence[Thing], setting: Setting, person: bool) -> tuple[Part, ...]:
    """The parts of all, bottom first, in an icon's view box, on a card or in a disc.

    Of several the first is somebody, and the others are what is about them.
    """
    name, weather = setting.place.name, setting.weather
    stood, rests = _stood(things, setting, person)
    window = circle(_CENTER, _RADIUS) if setting.in_disc else _CARD
    lit = in_weather(name, setting.place.parts, weather)
    ground = (_cut(part, window)._replace(thing=name) for part in lit)
    shown = (
        part._replace(thing=thing.name)
        for thing in stood
        for part in (*((_shadow(thing.frame),) if rests and not thing.aloft else ()), *thing.parts)
    )
    back, front = (layer(name, weather, window) for layer in (behind, before))
    return (*(part for part in ground if part.data), *back, *shown, *front)


def _stood(
    things: Sequence[Thing], setting: Setting, person: bool
) -> tuple[tuple[Thing, ...], bool]:
    """The things at their size and spot, bottom first, and whether they rest on the ground."""
    place, in_disc = setting.place.name, setting.in_disc
    known = _STANDING if person and place in _FOR_THINGS else _SPOTS.get(place, _STANDING)
    spot = _ALOFT if things[0].aloft else known
    share, higher = _IN_DISC if in_disc else (1.0, 0.0)
    several = len(things) > 1
    group = in_company(things) if several else tuple(things)
    frame = union_all(thing.frame for thing in group)
    across = (_SEVERAL_ACROSS if several else _ACROSS)[in_disc]
    scale = min(share * spot.tall / frame.height, across / frame.width)
    half = 0.5 * scale * frame.height if spot.floats else 0.0
    bottom = spot.foot + half + (0.0 if spot.floats else higher)
    middle = 16.0 if several else spot.middle
    x, y = middle - scale * frame.center.x, bottom - scale * frame.bottom
    set_up = tuple(thing.under(scale, x, y) for thing in group)
    return set_up, not spot.floats and place != "water-place"


def _cut(part: Part, window: str) -> Part:
    data = within(simplified(part.data, part.rule == "evenodd"), window)
    return part._replace(data=data, rule="evenodd")


def _shadow(frame: Box) -> Part:
    """A flat ellipse on the ground under a thing."""
    wide, high = 0.46 * frame.width, 0.05 * frame.width + 0.25
    left, right = number(frame.center.x - wide), number(frame.center.x + wide)
    arc, y = f"A{number(wide)} {number(high)} 0 1 1", number(frame.bottom - 0.2 * high)
    return Part(_SHADOW, _DARK, f"M{left} {y}{arc} {right} {y}{arc} {left} {y}Z", "nonzero")
