"""Bauhaus tiles: geometric primaries on a square grid, the subject in a double tile."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import mix
from design_io.document import Layer, ShapeLayer
from design_io.geometry import Box
from generators.artist.drawing import XY, circle, group, number, path_layer, polygon, solid
from generators.artist.icons import Ramp, icon_layers, recolored
from generators.request import GenerationRequest, Painted

_COLORS = ("a", "b", "c", "ink", "paper")
_TURNS = (0, 1, 2, 3)


class Grid(NamedTuple):
    box: Box
    tile: float
    columns: int
    rows: int
    hero: tuple[int, int]  # column and row of the 2 x 2 block's top left tile


class Tile(NamedTuple):
    x: float
    y: float
    side: float
    turn: int  # quarter turns, clockwise

    def at(self, u: float, v: float) -> XY:
        """A point of the unit square, turned, in grid pixels."""
        for _ in range(self.turn):
            u, v = 1 - v, u
        return self.x + u * self.side, self.y + v * self.side


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    art = request.boxes("object")[0]
    grid = _grid(request, art)
    chance = random.Random(f"bauhaus/{request.seed}")
    tiles = group("tiles", "Tiles", _tiles(grid, request.palette, chance, assets))
    hero = group("hero-tile", "Hero tile", _hero(request, grid, chance, assets), role="hero")
    return Painted(layer=tiles), Painted(layer=hero)


def _grid(request: GenerationRequest, art: Box) -> Grid:
    if art.x > request.width * 0.3:
        return _wide_grid(request, art)
    return _tall_grid(art)


def _wide_grid(request: GenerationRequest, art: Box) -> Grid:
    """Full height, bleeding right: the row count, 2 to 5, that leaves the least width empty."""
    room, choices = request.width - art.x, []
    for rows in range(2, 6):
        tile = request.height / rows
        columns = int(room / tile)
        if columns >= 2:
            choices.append((1 - columns * tile / room + 0.04 * abs(rows - 4), columns, rows, tile))
    if not choices:
        choices.append((1.0, 2, 2, request.height / 2))
    _, columns, rows, tile = min(choices)
    box = Box(request.width - columns * tile, 0, columns * tile, rows * tile)
    return Grid(box, tile, columns, rows, _hero_place(columns, rows))


def _tall_grid(art: Box) -> Grid:
    """As wide as the zone; the column count, 3 to 12, whose rows leave the least height empty."""
    choices = []
    for columns in range(3, 13):
        tile = float(int(art.width / columns))
        rows = int(art.height / tile)
        if rows >= 2:
            empty = 1 - rows * tile / art.height
            choices.append((empty + 0.03 * abs(columns - 5), columns, rows, tile))
    if not choices:
        tile = max(1.0, float(int(art.height / 2)))
        choices.append((0.0, max(2, int(art.width / tile)), 2, tile))
    _, columns, rows, tile = min(choices)
    x = float(round(art.x + (art.width - columns * tile) / 2))
    y = float(round(art.y + (art.height - rows * tile) / 2))
    box = Box(x, y, columns * tile, rows * tile)
    return Grid(box, tile, columns, rows, _hero_place(columns, rows))


def _hero_place(columns: int, rows: int) -> tuple[int, int]:
    return max(0, min(columns - 2, (columns - 1) // 2 + (columns > 4))), max(0, (rows - 1) // 2)


def _tiles(
    grid: Grid, palette: dict[str, str], chance: random.Random, assets: AssetStore
) -> list[Layer]:
    """One layer per ground colour and one per figure colour, whatever the number of tiles."""
    grounds: dict[str, list[str]] = {}
    figures: dict[str, list[str]] = {}
    last, last_motif = "", None
    for row in range(grid.rows):
        for column in range(grid.columns):
            if _in_hero(grid, column, row):
                continue
            ground = chance.choice([c for c in _COLORS if c != last])
            figure = chance.choice([c for c in _COLORS if c != ground])
            motif = chance.choice([m for m in _MOTIFS if m is not last_motif])
            x, y = column * grid.tile, row * grid.tile
            tile = Tile(x, y, grid.tile, chance.choice(_TURNS))
            square = Tile(x, y, grid.tile, 0)
            corners = [square.at(0, 0), square.at(1, 0), square.at(1, 1), square.at(0, 1)]
            grounds.setdefault(ground, []).append(polygon(corners))
            figures.setdefault(figure, []).append(motif(tile))
            last, last_motif = ground, motif
    made: list[Layer] = []
    for kind, table in (("ground", grounds), ("figure", figures)):
        for role in sorted(table):
            made.append(
                path_layer(
                    f"tiles-{kind}-{role}", f"Tiles {kind} {role}", "".join(table[role]), grid.box,
                    solid(palette[role]), assets, rule="evenodd",
                )
            )  # fmt: skip
    return made


def _in_hero(grid: Grid, column: int, row: int) -> bool:
    left, top = grid.hero
    return left <= column < left + 2 and top <= row < top + 2


def _hero(
    request: GenerationRequest, grid: Grid, chance: random.Random, assets: AssetStore
) -> list[Layer]:
    side, palette = 2 * grid.tile, request.palette
    box = Box(
        grid.box.x + grid.hero[0] * grid.tile, grid.box.y + grid.hero[1] * grid.tile, side, side
    )
    whole = polygon([(0, 0), (side, 0), (side, side), (0, side)])
    half = number(side / 2)
    dome = f"M0 {number(side)}A{half} {half} 0 0 1 {number(side)} {number(side)}Z"
    made: list[ShapeLayer] = [
        path_layer("hero-ground", "Ground", whole, box, solid(palette["hero_ground"]), assets),
        path_layer("hero-disc", "Half disc", dome, box, solid(palette["hero_disc"]), assets),
    ]
    if not request.subjects:
        petals = _quarters(Tile(0, 0, side, chance.choice(_TURNS)))
        made[1] = path_layer(
            "hero-disc",
            "Quarters",
            petals,
            box,
            solid(palette["hero_disc"]),
            assets,
            rule="evenodd",
        )
        return list(made)
    name = request.subjects[0]
    light = mix(palette["paper"], palette["hero_disc"], 0.35)
    ramp = Ramp(palette["ink"], palette["paper"], light, palette["c"])
    place = box.pad(-0.12 * side).shift(0, 0.02 * side)
    colors = recolored(name, ramp)
    layers: list[Layer] = [*made]
    layers += icon_layers(name, place, assets, "subject", colors=colors)
    return layers


def _quarter(tile: Tile) -> str:
    return _sector(tile, 1.0)


def _sector(tile: Tile, radius: float) -> str:
    """A quarter disc about the tile's corner."""
    corner, start, end = tile.at(0, 0), tile.at(radius, 0), tile.at(0, radius)
    r = number(radius * tile.side)
    return f"M{_xy(corner)}L{_xy(start)}A{r} {r} 0 0 1 {_xy(end)}Z"


def _half(tile: Tile) -> str:
    r = number(tile.side / 2)
    return f"M{_xy(tile.at(0, 0.5))}A{r} {r} 0 0 1 {_xy(tile.at(1, 0.5))}Z"


def _leaf(tile: Tile) -> str:
    r = number(tile.side)
    first, second = _xy(tile.at(0, 1)), _xy(tile.at(1, 0))
    return f"M{first}A{r} {r} 0 0 1 {second}A{r} {r} 0 0 1 {first}Z"


def _dot(tile: Tile) -> str:
    return circle(tile.at(0.5, 0.5), 0.30 * tile.side)


def _ring(tile: Tile) -> str:
    center = tile.at(0.5, 0.5)
    return circle(center, 0.44 * tile.side) + circle(center, 0.22 * tile.side)


def _triangle(tile: Tile) -> str:
    return polygon([tile.at(0, 0), tile.at(1, 0), tile.at(0, 1)])


def _stripes(tile: Tile) -> str:
    bars = [(k / 7, (k + 1) / 7) for k in (0, 2, 4, 6)]
    return "".join(
        polygon([tile.at(0, a), tile.at(1, a), tile.at(1, b), tile.at(0, b)]) for a, b in bars
    )


def _nested(tile: Tile) -> str:
    return _sector(tile, 1.0) + _sector(tile, 0.66) + _sector(tile, 0.33)


def _dots(tile: Tile) -> str:
    centers = [(u, v) for u in (0.28, 0.72) for v in (0.28, 0.72)]
    return "".join(circle(tile.at(u, v), 0.15 * tile.side) for u, v in centers)


def _quarters(tile: Tile) -> str:
    """Two quarter discs meeting at opposite corners."""
    other = tile._replace(turn=(tile.turn + 2) % 4)
    return _sector(tile, 0.5) + _sector(other, 1.0) + _sector(other, 0.5)


def _xy(point: XY) -> str:
    return f"{number(point[0])} {number(point[1])}"


_MOTIFS: tuple[Callable[[Tile], str], ...] = (
    _quarter, _quarter, _half, _leaf, _dot, _ring, _triangle, _stripes, _nested, _dots,
)  # fmt: skip
