"""Bauhaus tiles: geometric primaries on a square grid, the subject in a double tile."""

from __future__ import annotations

import random
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast, mix
from design_io.document import Layer, ShapeLayer
from design_io.geometry import Box
from generators.artist.drawing import group, number, path_layer, polygon, solid
from generators.artist.icons import Ramp, icon_layers, recolored
from generators.artist.tiles import FIGURES, Grid, Tile, quarters, tall_grid, wide_grid
from generators.request import GenerationRequest, Painted

_COLORS = ("a", "b", "c", "ink", "paper")
_TURNS = (0, 1, 2, 3)
_FADED = 1.9  # contrast under which paper does not show on the hero's ground


class Mosaic(NamedTuple):
    grid: Grid
    hero: tuple[int, int]  # column and row of the 2 x 2 block's top left tile


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    art = request.boxes("object")[0]
    mosaic = _mosaic(request, art)
    chance = random.Random(f"bauhaus/{request.seed}")
    tiles = group("tiles", "Tiles", _tiles(mosaic, request.palette, chance, assets))
    hero = group("hero-tile", "Hero tile", _hero(request, mosaic, chance, assets), role="hero")
    return Painted(layer=tiles), Painted(layer=hero)


def _mosaic(request: GenerationRequest, art: Box) -> Mosaic:
    beside = art.x > request.width * 0.3
    grid = wide_grid(request, art) if beside else tall_grid(art, wanted=4)
    return Mosaic(grid, _hero_place(grid.columns, grid.rows))


def _hero_place(columns: int, rows: int) -> tuple[int, int]:
    return max(0, min(columns - 2, (columns - 1) // 2 + (columns > 4))), max(0, (rows - 1) // 2)


def _tiles(
    mosaic: Mosaic, palette: dict[str, str], chance: random.Random, assets: AssetStore
) -> list[Layer]:
    """One layer per ground colour and one per figure colour, whatever the number of tiles."""
    grid = mosaic.grid
    grounds: dict[str, list[str]] = {}
    figures: dict[str, list[str]] = {}
    last, last_motif = "", None
    for row in range(grid.rows):
        for column in range(grid.columns):
            if _in_hero(mosaic, column, row):
                continue
            ground = chance.choice([c for c in _COLORS if c != last])
            figure = chance.choice([c for c in _COLORS if c != ground])
            motif = chance.choice([m for m in FIGURES if m is not last_motif])
            x, y = column * grid.tile, row * grid.tile
            tile = Tile(x, y, grid.tile, chance.choice(_TURNS))
            grounds.setdefault(ground, []).append(tile.outline)
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


def _in_hero(mosaic: Mosaic, column: int, row: int) -> bool:
    left, top = mosaic.hero
    return left <= column < left + 2 and top <= row < top + 2


def _hero(
    request: GenerationRequest, mosaic: Mosaic, chance: random.Random, assets: AssetStore
) -> list[Layer]:
    grid, (column, row) = mosaic
    side, palette = 2 * grid.tile, request.palette
    box = Box(grid.box.x + column * grid.tile, grid.box.y + row * grid.tile, side, side)
    whole = polygon([(0, 0), (side, 0), (side, side), (0, side)])
    half = number(side / 2)
    dome = f"M0 {number(side)}A{half} {half} 0 0 1 {number(side)} {number(side)}Z"
    made: list[ShapeLayer] = [
        path_layer("hero-ground", "Ground", whole, box, solid(palette["hero_ground"]), assets),
        path_layer("hero-disc", "Half disc", dome, box, solid(palette["hero_disc"]), assets),
    ]
    if not request.subjects:
        petals = quarters(Tile(0, 0, side, chance.choice(_TURNS)))
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
    ramp = _ramp(palette)
    place = box.pad(-0.12 * side).shift(0, 0.02 * side)
    colors = recolored(name, ramp)
    layers: list[Layer] = [*made]
    layers += icon_layers(name, place, assets, "subject", colors=colors)
    return layers


def _ramp(palette: dict[str, str]) -> Ramp:
    """Paper on dark grounds; ink where paper would fade."""
    paper, ink = palette["paper"], palette["ink"]
    if contrast(paper, palette["hero_ground"]) >= _FADED:
        return Ramp(ink, paper, mix(paper, palette["hero_disc"], 0.35), palette["c"])
    return Ramp(mix(ink, paper, 0.3), ink, paper, palette["paper"])
