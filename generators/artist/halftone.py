"""Screens of dots as path data: a turned grid, each dot as large as its place is dark."""

from __future__ import annotations

import math
from collections.abc import Callable

from design_io.geometry import Box

_FINEST = 0.06  # of the cell, the smallest radius that prints


def screen(
    zone: Box, cell: float, angle: float, tone: Callable[[float, float], float], bleed: float = 0.0
) -> str:
    """Dots over `zone` and `bleed` px around, in the coordinates of the zone.

    Tone 0..1 at (x, y) sets the area of a dot: from about 0.5 dots touch; at 1 they cover all.
    """
    turn = math.radians(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    reach = int(math.hypot(zone.width, zone.height) / 2 / cell) + 2
    dots = []
    for row in range(-reach, reach + 1):
        for column in range(-reach, reach + 1):
            u, v = column * cell, row * cell
            x = zone.width / 2 + u * cos - v * sin
            y = zone.height / 2 + u * sin + v * cos
            if -bleed <= x <= zone.width + bleed and -bleed <= y <= zone.height + bleed:
                radius = 0.72 * cell * math.sqrt(max(0.0, tone(x, y)))
                if radius > _FINEST * cell:
                    dots.append(_dot(x, y, radius))
    return "".join(dots)


def _dot(x: float, y: float, radius: float) -> str:
    r, left, at = f"{radius:.1f}", f"{x - radius:.1f}", f"{y:.1f}"
    right = f"{float(left) + round(2 * radius, 1):.1f}"
    return f"M{left} {at}A{r} {r} 0 1 1 {right} {at}A{r} {r} 0 1 1 {left} {at}Z"
