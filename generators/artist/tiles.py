"""Square tiles: grids that fill a zone with them, and the geometric figures drawn in one."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from design_io.geometry import Box
from generators.artist.copy_zones import right_edge
from generators.artist.drawing import XY, circle, number, polygon
from generators.request import GenerationRequest


class Grid(NamedTuple):
    box: Box
    tile: float  # px, side of a tile
    columns: int
    rows: int
    stretch: float = 1.0  # height over width of a tile


class Tile(NamedTuple):
    x: float
    y: float
    side: float  # px, its width
    turn: int = 0  # quarter turns, clockwise
    stretch: float = 1.0  # height over width

    def at(self, u: float, v: float) -> XY:
        """A point of the unit square, turned, in grid pixels."""
        for _ in range(self.turn):
            u, v = 1 - v, u
        return self.x + u * self.side, self.y + v * self.stretch * self.side

    @property
    def inner(self) -> float:
        """The side of the largest square in it."""
        return self.side * min(1.0, self.stretch)

    @property
    def outline(self) -> str:
        return polygon([self.at(0, 0), self.at(1, 0), self.at(1, 1), self.at(0, 1)])


def wide_grid(request: GenerationRequest, art: Box, wanted: int = 4) -> Grid:
    """Full height, to the right edge: the row count, 2 to 5, that leaves the least width empty.

    A narrow strip has two columns, and ends below its zone, where a ticket's stub covers it."""
    right = right_edge(request)
    height = art.bottom if art.y <= 0 else float(request.height)
    room, choices = right - art.x, []
    for rows in range(2, 6):
        tile = height / rows
        columns = int(room / tile)
        if columns >= 2:
            empty = 1 - columns * tile / room
            choices.append((empty + 0.06 * abs(rows - wanted), columns, rows, tile))
    if not choices:
        tile = room / 2
        choices.append((1.0, 2, min(math.ceil(height / tile), int(request.height / tile)), tile))
    _, columns, rows, tile = min(choices)
    box = Box(right - columns * tile, 0, columns * tile, rows * tile)
    return Grid(box, tile, columns, rows)


def tall_grid(zone: Box, wanted: int = 5) -> Grid:
    """As wide as the zone; the column count, 3 to 12, whose rows leave the least height empty."""
    choices = []
    for columns in range(3, 13):
        tile = float(int(zone.width / columns))
        rows = int(zone.height / tile)
        if rows >= 2:
            empty = 1 - rows * tile / zone.height
            choices.append((empty + 0.05 * abs(columns - wanted), columns, rows, tile))
    if not choices:
        tile = max(1.0, float(int(zone.height / 2)))
        choices.append((0.0, max(2, int(zone.width / tile)), 2, tile))
    _, columns, rows, tile = min(choices)
    x = float(round(zone.x + (zone.width - columns * tile) / 2))
    y = float(round(zone.y + (zone.height - rows * tile) / 2))
    return Grid(Box(x, y, columns * tile, rows * tile), tile, columns, rows)


def quarter(tile: Tile) -> str:
    return _sector(tile, 1.0)


def half(tile: Tile) -> str:
    return f"M{_xy(tile.at(0, 0.5))}{_arc(tile, 0.5)}{_xy(tile.at(1, 0.5))}Z"


def leaf(tile: Tile) -> str:
    arc = _arc(tile, 1.0)
    first, second = _xy(tile.at(0, 1)), _xy(tile.at(1, 0))
    return f"M{first}{arc}{second}{arc}{first}Z"


def dot(tile: Tile) -> str:
    return circle(tile.at(0.5, 0.5), 0.30 * tile.inner)


def ring(tile: Tile) -> str:
    center = tile.at(0.5, 0.5)
    return circle(center, 0.44 * tile.inner) + circle(center, 0.22 * tile.inner)


def triangle(tile: Tile) -> str:
    return polygon([tile.at(0, 0), tile.at(1, 0), tile.at(0, 1)])


def stripes(tile: Tile) -> str:
    bars = [(k / 7, (k + 1) / 7) for k in (0, 2, 4, 6)]
    return "".join(
        polygon([tile.at(0, a), tile.at(1, a), tile.at(1, b), tile.at(0, b)]) for a, b in bars
    )


def nested(tile: Tile) -> str:
    return _sector(tile, 1.0) + _sector(tile, 0.66) + _sector(tile, 0.33)


def dots(tile: Tile) -> str:
    centers = [(u, v) for u in (0.28, 0.72) for v in (0.28, 0.72)]
    return "".join(circle(tile.at(u, v), 0.15 * tile.inner) for u, v in centers)


def quarters(tile: Tile) -> str:
    """Two quarter discs meeting at opposite corners."""
    other = tile._replace(turn=(tile.turn + 2) % 4)
    return _sector(tile, 0.5) + _sector(other, 1.0) + _sector(other, 0.5)


def _sector(tile: Tile, radius: float) -> str:
    """A quarter disc about the tile's corner."""
    corner, start, end = tile.at(0, 0), tile.at(radius, 0), tile.at(0, radius)
    return f"M{_xy(corner)}L{_xy(start)}{_arc(tile, radius)}{_xy(end)}Z"


def _arc(tile: Tile, radius: float) -> str:
    """The start of an arc with this radius, in shares of the tile."""
    across = radius * tile.side
    return f"A{number(across)} {number(tile.stretch * across)} 0 0 1 "


def _xy(point: XY) -> str:
    return f"{number(point[0])} {number(point[1])}"


FIGURES: tuple[Callable[[Tile], str], ...] = (
    quarter, quarter, half, leaf, dot, ring, triangle, stripes, nested, dots,
)  # fmt: skip
