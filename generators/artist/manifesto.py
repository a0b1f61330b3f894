"""Manifesto: huge words on a plain ground; what they leave free holds the subject or a sign."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from design_io.assets import AssetStore
from design_io.geometry import Box
from generators.artist.copy_zones import is_beside
from generators.artist.drawing import (
    XY,
    circle,
    group,
    path_layer,
    polygon,
    rectangle,
    solid,
    turned,
)
from generators.artist.icons import plain_figure
from generators.artist.room import placed, roomiest
from generators.request import GenerationRequest, Painted

_LEAST = 0.14  # of the sheet's short side: a smaller space holds no sign, but a heavy rule
_MOST = 0.48  # of the sheet's short side
_LARGEST = 0.68  # of the short side, the most that a subject's sides take in the mean
_RULE = 11.0  # u, thickness


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    zone, short = request.boxes("object")[0], min(request.width, request.height)
    unit = math.sqrt(request.width * request.height) / 1000
    if min(zone.width, zone.height) < _LEAST * short:
        return () if is_beside(request) else _rule(request, zone, unit, assets)
    if request.subjects:
        name, box = placed(request, _LARGEST)
        figure = plain_figure(name, box, request.palette["bg"], assets)
        return (Painted(layer=group("subject", "Subject", figure, role="hero")),)
    room = roomiest(request, 1.0)
    side = min(room.width, room.height, _MOST * short)
    box = Box(room.right - side, room.bottom - side, side, side)
    chance = random.Random(f"manifesto/{request.seed}")
    data = chance.choice(_SIGNS)(side)
    sign = path_layer("sign-1", "Sign", data, box, solid(request.palette["accent"]), assets)
    return (Painted(layer=group("sign", "Sign", [sign])),)


def _rule(
    request: GenerationRequest, zone: Box, unit: float, assets: AssetStore
) -> tuple[Painted, ...]:
    height = min(_RULE * unit, zone.height)
    if height < 1:
        return ()
    box = Box(zone.x, zone.y + (zone.height - height) / 2, 0.18 * zone.width, height)
    data = rectangle(box.width, height)
    bar = path_layer("rule-1", "Rule", data, box, solid(request.palette["accent"]), assets)
    return (Painted(layer=group("rule", "Rule", [bar])),)


def _dot(side: float) -> str:
    return circle((side / 2, side / 2), side / 2)


def _ring(side: float) -> str:
    """A broad ring: the inner circle runs the other way, so that it is a hole."""
    inner = _reversed_circle((side / 2, side / 2), side * 0.27)
    return circle((side / 2, side / 2), side / 2) + inner


def _reversed_circle(center: XY, radius: float) -> str:
    x, y = center
    return (
        f"M{x - radius:.2f} {y:.2f}A{radius:.2f} {radius:.2f} 0 1 0 {x + radius:.2f} {y:.2f}"
        f"A{radius:.2f} {radius:.2f} 0 1 0 {x - radius:.2f} {y:.2f}Z"
    )


def _arrow(side: float) -> str:
    """Up and to the right, as broad as a letter's stem."""
    points = ((0.12, 0.0), (1.0, 0.0), (1.0, 0.88), (0.76, 0.88), (0.76, 0.41), (0.17, 1.0),
              (0.0, 0.83), (0.59, 0.24), (0.12, 0.24))  # fmt: skip
    return polygon((x * side, y * side) for x, y in points)


def _asterisk(side: float) -> str:
    center = (side / 2, side / 2)
    half = 0.11 * side
    bar = ((center[0] - half, 0.0), (center[0] + half, 0.0), (center[0] + half, side / 2),
           (center[0] - half, side / 2))  # fmt: skip
    arms = ((turned(point, center, 60.0 * n) for point in bar) for n in range(6))
    return "".join(polygon(arm) for arm in arms)


def _plus(side: float) -> str:
    a, b = 0.36 * side, 0.64 * side
    points = ((a, 0), (b, 0), (b, a), (side, a), (side, b), (b, b), (b, side), (a, side), (a, b),
              (0, b), (0, a), (a, a))  # fmt: skip
    return polygon(points)


def _quarter(side: float) -> str:
    return f"M{side:.2f} 0V{side:.2f}H0A{side:.2f} {side:.2f} 0 0 1 {side:.2f} 0Z"


_SIGNS: tuple[Callable[[float], str], ...] = (_dot, _ring, _arrow, _asterisk, _plus, _quarter)
