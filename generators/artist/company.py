"""Somebody and what is about them, on one ground and at their sizes: a cat, a tree, a lighthouse.

What is larger stands behind, what is smaller in front; birds and balloons are above.
"""

from __future__ import annotations

from collections.abc import Sequence

from design_io.geometry import union_all
from generators.artist.people import Part
from generators.artist.statures import stature_of
from generators.artist.still_life import Thing

_PERSON = 28.0  # units of a drawing of people, somebody's height
_EASED = (0.85, 0.55)  # exponents of heights below and above 1: a house would leave no room
_LONGEST = 1.5  # width / height from which a thing is as long as it should be tall, times this
_BEHIND, _BEFORE = 0.4, 0.14  # of its width, how much of a thing lies behind or before somebody
_FARTHER, _NEARER = 0.05, -0.035  # of somebody's height, how much higher its foot is
_ALOFT, _HIGH = 0.42, 0.92  # height of what flies, and how high its middle is
_VIEW, _MARGIN = 32.0, 0.5  # units of an icon's view box


def in_company(things: Sequence[Thing]) -> tuple[Thing, ...]:
    """All of them, bottom first; the first is somebody, 1 unit tall, with its foot at (0, 0)."""
    first, *others = things
    hero = _sized(first, 1 / _PERSON)
    behind, before = list[Thing](), list[Thing]()
    for side, thing in zip((1, -1), others, strict=False):
        if thing.aloft:
            behind.append(_above(hero, thing, side))
            continue
        stature = stature_of(thing.name)
        height = stature ** _EASED[stature > 1]
        made = _at_height(thing, height)
        far = height > 1
        (behind if far else before).append(_aside(hero, made, side, far))
    return (*behind, hero, *before)


def company(things: Sequence[Thing]) -> tuple[Part, ...]:
    """The same as one picture, its parts bottom first, in an icon's view box."""
    stood = in_company(things)
    around = union_all(thing.frame for thing in stood)
    scale = (_VIEW - 2 * _MARGIN) / max(around.width, around.height)
    x, y = (_VIEW / 2 - scale * v for v in around.center)
    fitted = (thing.under(scale, x, y) for thing in stood)
    return tuple(part._replace(thing=thing.name) for thing in fitted for part in thing.parts)


def _sized(thing: Thing, scale: float) -> Thing:
    frame = thing.frame
    return thing.under(scale, -scale * frame.center.x, -scale * frame.bottom)


def _at_height(thing: Thing, height: float) -> Thing:
    frame = thing.frame
    return _sized(thing, height / max(frame.height, frame.width / _LONGEST))


def _aside(hero: Thing, thing: Thing, side: int, far: bool) -> Thing:
    """To the right or left of somebody, its foot a little farther or nearer."""
    hidden = min((_BEHIND if far else _BEFORE) * thing.frame.width, 0.5 * hero.frame.width)
    x = side * (0.5 * hero.frame.width + 0.5 * thing.frame.width - hidden)
    return thing.under(1.0, x, -(_FARTHER if far else _NEARER))


def _above(hero: Thing, thing: Thing, side: int) -> Thing:
    made = _at_height(thing, _ALOFT)
    x = side * (0.5 * hero.frame.width + 0.4 * made.frame.width)
    return made.under(1.0, x, 0.5 * _ALOFT - _HIGH)
