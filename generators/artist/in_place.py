"""A thing or somebody in the place they are in: on a beach, on a stage, at a table."""

from __future__ import annotations

from typing import NamedTuple

from design_io.geometry import Box
from design_io.pathfinder import simplified, within
from generators.artist.drawing import circle, number
from generators.artist.people import Part
from generators.artist.still_life import Thing

_ACROSS, _IN_DISC = (24.0, 20.0), (0.9, -0.8)  # units; of its height, and how much higher it stands
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


def set_in(thing: Thing, place: Thing, in_disc: bool, person: bool) -> tuple[Part, ...]:
    """The parts of both, bottom first, in an icon's view box, on a card or in a disc."""
    stood, rests = _stood(thing, place.name, in_disc, person)
    window = circle(_CENTER, _RADIUS) if in_disc else _CARD
    ground = (_cut(part, window)._replace(thing=place.name) for part in place.parts)
    shadow = (_shadow(stood.frame),) if rests else ()
    before = (part._replace(thing=thing.name) for part in (*shadow, *stood.parts))
    return (*(part for part in ground if part.data), *before)


def _stood(thing: Thing, place: str, in_disc: bool, person: bool) -> tuple[Thing, bool]:
    """The thing at its size and spot, and whether it rests on the ground."""
    known = _STANDING if person and place in _FOR_THINGS else _SPOTS.get(place, _STANDING)
    spot = _ALOFT if thing.aloft else known
    share, higher = _IN_DISC if in_disc else (1.0, 0.0)
    frame = thing.frame
    scale = min(share * spot.tall / frame.height, _ACROSS[in_disc] / frame.width)
    half = 0.5 * scale * frame.height if spot.floats else 0.0
    bottom = spot.foot + half + (0.0 if spot.floats else higher)
    x, y = spot.middle - scale * frame.center.x, bottom - scale * frame.bottom
    return thing.under(scale, x, y), not spot.floats and place != "water-place"


def _cut(part: Part, window: str) -> Part:
    data = within(simplified(part.data, part.rule == "evenodd"), window)
    return part._replace(data=data, rule="evenodd")


def _shadow(frame: Box) -> Part:
    """A flat ellipse on the ground under a thing."""
    wide, high = 0.46 * frame.width, 0.05 * frame.width + 0.25
    left, right = number(frame.center.x - wide), number(frame.center.x + wide)
    arc, y = f"A{number(wide)} {number(high)} 0 1 1", number(frame.bottom - 0.2 * high)
    return Part(_SHADOW, _DARK, f"M{left} {y}{arc} {right} {y}{arc} {left} {y}Z", "nonzero")
