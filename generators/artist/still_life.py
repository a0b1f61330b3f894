"""Several drawings as one: the first large, the others before it at its foot, or above it.

What stands about in life, as a bus and a chair do, stands side by side at its size. Where one
stands before another a rim of bare ground parts them, so that they read on any colour.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from design_io.geometry import Box, union_all
from design_io.pathfinder import grown, placed, simplified, united, without
from design_io.paths import path_bounds
from generators.artist.people import Part
from generators.artist.statures import stands, stature_of

MOST = 3  # things in a still life
_VIEW, _MARGIN = 32.0, 0.5  # units of an icon's view box
_SIZE = 20.0  # units, the first thing's; the geometric mean of its sides
_SMALLER = 0.66  # the others against the first
_BESIDE = 0.80  # where there are only two
_LONGEST = 1.45  # of its size, the longest side a thing may have
_OVER = (0.16, 0.42)  # of a smaller thing's width, the least and most it covers of the first
_EASED = 0.5  # exponent of one height against another: at its true size a chair is lost by a bus
_UNLIKE = 0.3  # logarithm of such a height against another, from which it tells
_HEIGHTS = (0.45, 1.3)  # the least and most of these
_WEIGHT = 0.9  # of the first's size at the same height: it leads
_TOUCH, _NEARER = 0.1, 0.03  # of its width, what it covers; of the height, its foot below
_COMPACT = 1.35  # width / height that is aimed at
_LOWER = 0.30  # of the first's height, how far the others stand before it, times what they cover
_TWINS = 0.12  # of the first's sides, how far another of its kind covers it and stands before it
_SLIVER = 2.5  # square units, the frame of what is too small to be seen as part of a thing
_RIM = 0.75  # units of bare ground between things
ALOFT = frozenset(
    {"airplane", "helicopter", "rocket", "hot-air-balloon", "balloon", "parachute", "drone", "kite",
     "sun", "moon", "crescent-moon", "full-moon", "cloud", "snowflake", "rainbow", "bat", "dove",
     "bird", "gull", "butterfly", "honeybee", "musical-notes", "musical-note", "confetti-ball",
     "bunting", "string-lights", "chandelier", "mirror-ball", "paper-plane", "origami-crane",
     "leaf-fluttering-in-wind", "sparkler", "fireworks", "firework-burst", "hummingbird",
     "swallow-bird", "paraglider", "airship", "five-stars", "mistletoe", "wisteria"}
)  # fmt: skip
_SOLID = 0.4  # opacity from which a part hides what is behind it


class Thing(NamedTuple):
    """A drawing's parts, and the frame they fill."""

    name: str
    parts: tuple[Part, ...]

    @property
    def aloft(self) -> bool:
        return self.name in ALOFT

    @property
    def frame(self) -> Box:
        return union_all(path_bounds(part.data) for part in self.parts)

    def moved(self, size: float, center: float, bottom: float) -> Thing:
        """The thing at that size, its foot's middle at (center, bottom)."""
        frame = self.frame
        mean = math.sqrt(frame.width * frame.height)
        scale = min(size / mean, _LONGEST * size / max(frame.width, frame.height))
        x, y = center - frame.center.x * scale, bottom - frame.bottom * scale
        return self.under(scale, x, y)

    def under(self, scale: float, x: float, y: float) -> Thing:
        matrix = (scale, 0.0, 0.0, scale, x, y)
        return self._replace(
            parts=tuple(p._replace(data=placed(p.data, matrix)) for p in self.parts)
        )

    def behind(self, outline: str) -> Thing:
        """What is left of the thing where another with this outline stands before it."""
        reach = path_bounds(outline)
        cut = (
            part if path_bounds(part.data).intersection(reach).empty else _cut(part, outline)
            for part in self.parts
        )
        return self._replace(parts=tuple(part for part in cut if part.data))

    def outline(self) -> str:
        return united(_even(part).data for part in self.parts if part.opacity >= _SOLID)


def still_life(things: Sequence[Thing]) -> tuple[Part, ...]:
    """The parts of all, bottom first, in an icon's view box."""
    first, *others = [thing for thing in things if not thing.aloft] or things
    others = [*others, *(thing for thing in things if thing.aloft and thing is not first)]
    hero = first.moved(_SIZE, 0.0, 0.0)
    stood = [hero]
    size = _SIZE * (_SMALLER if len(others) > 1 else _BESIDE)
    others = [thing.moved(size, 0.0, 0.0) for thing in others]
    over = _covered(hero, [thing.frame.width for thing in others if not thing.aloft])
    for side, thing in zip((1, -1), others, strict=False):
        if thing.name == hero.name:
            made = _again(hero, side)
        elif thing.aloft:
            made = _above(hero, thing, side)
        elif _differ_in_height(hero, thing):
            made = _beside(hero, thing, side)
        else:
            made = _before(hero, thing, side, over)
        rim = grown(made.outline(), _RIM)
        stood = [*(other.behind(rim) for other in stood), made]
    return _fitted(stood)


def _covered(hero: Thing, widths: Sequence[float]) -> float:
    """What the smaller things cover of the first, in their widths, for a compact whole."""
    frame = hero.frame
    wish = 1 - (_COMPACT * frame.height - frame.width) / max(1e-6, sum(widths))
    return min(_OVER[1], max(_OVER[0], wish))


def _before(hero: Thing, thing: Thing, side: int, over: float) -> Thing:
    frame = hero.frame
    edge = frame.right if side > 0 else frame.x
    x = edge + side * (0.5 - over) * thing.frame.width
    return thing.under(1.0, x, _LOWER * over * frame.height)


def _again(hero: Thing, side: int) -> Thing:
    """One more of the first, as large beside it."""
    return hero.under(1.0, side * (1 - _TWINS) * hero.frame.width, _TWINS * hero.frame.height)


def _differ_in_height(hero: Thing, thing: Thing) -> bool:
    """Whether both stand about by themselves, and one is clearly taller in life."""
    both = stands(hero.name) and stands(thing.name)
    return both and abs(math.log(stature_of(thing.name) / stature_of(hero.name))) > _UNLIKE


def _beside(hero: Thing, thing: Thing, side: int) -> Thing:
    """On one ground with the first, as tall beside it as such a thing is."""
    frame, own = hero.frame, thing.frame
    least, most = _HEIGHTS
    tall = (stature_of(thing.name) / stature_of(hero.name)) ** _EASED
    tall = min(most, max(least, tall))
    sides = math.sqrt(frame.area / own.area)
    scale = tall * min(frame.height / own.height, _WEIGHT * sides)
    touch = _TOUCH if tall < 1 else -_RIM / own.width
    edge = frame.right if side > 0 else frame.x
    x = edge + side * (0.5 - touch) * scale * own.width - scale * own.center.x
    return thing.under(scale, x, _NEARER * frame.height - scale * own.bottom)


def _above(hero: Thing, thing: Thing, side: int) -> Thing:
    frame = hero.frame
    edge = frame.right if side > 0 else frame.x
    return thing.under(1.0, edge, frame.y + 0.3 * frame.height)


def _fitted(things: Sequence[Thing]) -> tuple[Part, ...]:
    around = union_all(thing.frame for thing in things)
    scale = (_VIEW - 2 * _MARGIN) / max(around.width, around.height)
    x, y = (_VIEW / 2 - scale * v for v in around.center)
    fitted = (thing.under(scale, x, y) for thing in things)
    return tuple(part._replace(thing=thing.name) for thing in fitted for part in thing.parts)


def _cut(part: Part, outline: str) -> Part:
    """What is left of a part behind an outline, without the slivers at its edge."""
    even = _even(part)
    whole = {_rounded(path_bounds(piece)) for piece in _pieces(even.data)}
    left = ((piece, path_bounds(piece)) for piece in _pieces(without(even.data, outline)))
    kept = (p for p, box in left if box.area > _SLIVER or _rounded(box) in whole)
    return even._replace(data="".join(kept))


def _pieces(data: str) -> list[str]:
    return [f"M{piece}" for piece in data.split("M")[1:]]


def _rounded(box: Box) -> tuple[float, ...]:
    return tuple(round(value, 1) for value in box)


def _even(part: Part) -> Part:
    """The part as an outline that is filled even-odd."""
    return part._replace(data=simplified(part.data, part.rule == "evenodd"), rule="evenodd")
