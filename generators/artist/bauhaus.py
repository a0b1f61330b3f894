"""Bauhaus tiles: the subject in a double tile, its companions and a few plain figures around it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast, mix
from design_io.document import Layer, ShapeLayer
from design_io.geometry import Box
from generators.artist.coats import Coat, Pose, coats, icon_stack, natural_stack
from generators.artist.drawing import group, number, path_layer, polygon, solid
from generators.artist.icons import (
    Ramp,
    dominant,
    icon_layers,
    keeps_its_colors,
    lifted,
    own_colors,
    recolored,
)
from generators.artist.tiles import FIGURES, Grid, Tile, quarters, tall_grid, wide_grid
from generators.request import GenerationRequest, Painted

_MOTIFS = 3  # kinds of figures in one design
_PLAIN = 0.3  # share of bare tiles among those without an icon
_MOST_COATS = 30  # of the companions
_APART = 1.8  # contrast of a companion with its tile
_COLORS = ("a", "b", "c", "ink", "paper")
_TURNS = (0, 1, 2, 3)
_FADED = 1.6  # contrast under which paper does not show on the hero's ground or half disc


Draw = Callable[[str, Pose, Ramp, str], list[Coat]]


class Mosaic(NamedTuple):
    grid: Grid
    hero: tuple[int, int]  # column and row of the 2 x 2 block's top left tile


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    art = request.boxes("object")[0]
    mosaic = _mosaic(request, art)
    chance = random.Random(f"bauhaus/{request.seed}")
    tiles = group("tiles", "Tiles", _tiles(mosaic, request, chance, assets))
    hero = group("hero-tile", "Hero tile", _hero(request, mosaic, chance, assets), role="hero")
    return Painted(layer=tiles), Painted(layer=hero)


def _mosaic(request: GenerationRequest, art: Box) -> Mosaic:
    beside = art.x > request.width * 0.3
    grid = wide_grid(request, art, wanted=3) if beside else tall_grid(art, wanted=4)
    return Mosaic(grid, _hero_place(grid.columns, grid.rows))


def _hero_place(columns: int, rows: int) -> tuple[int, int]:
    return max(0, min(columns - 2, (columns - 1) // 2 + (columns > 4))), max(0, (rows - 1) // 2)


def _tiles(
    mosaic: Mosaic, request: GenerationRequest, chance: random.Random, assets: AssetStore
) -> list[Layer]:
    """One layer per ground colour and per figure colour, then the companions, few coats in all."""
    grid, palette = mosaic.grid, request.palette
    grounds: dict[str, list[str]] = {}
    figures: dict[str, list[str]] = {}
    companions: list[tuple[Tile, str]] = []
    motifs = chance.sample(list(dict.fromkeys(FIGURES)), _MOTIFS)
    last = ""
    for column, row in _cells(mosaic):
        ground = chance.choice(
            [c for c in ("a", "a", *_COLORS) if c != last]
        )  # most often the strongest
        figure = chance.choice([c for c in _COLORS if c != ground])
        tile = Tile(column * grid.tile, row * grid.tile, grid.tile, chance.choice(_TURNS))
        grounds.setdefault(ground, []).append(tile.outline)
        last = ground
        if len(request.subjects) > 1 and (column + row) % 2 == 0:
            companions.append((tile, palette[ground]))
        elif chance.random() >= _PLAIN:
            figures.setdefault(figure, []).append(chance.choice(motifs)(tile))
    made: list[Layer] = []
    for kind, table in (("ground", grounds), ("figure", figures)):
        for role in sorted(table):
            made.append(
                path_layer(
                    f"tiles-{kind}-{role}", f"Tiles {kind} {role}", "".join(table[role]), grid.box,
                    solid(palette[role]), assets, rule="evenodd",
                )
            )  # fmt: skip
    return [*made, *_companions(mosaic, request, companions, assets)]


def _cells(mosaic: Mosaic) -> list[tuple[int, int]]:
    """Columns and rows beside the hero's block."""
    grid = mosaic.grid
    cells = ((column, row) for row in range(grid.rows) for column in range(grid.columns))
    return [cell for cell in cells if not _in_hero(mosaic, *cell)]


def _companions(
    mosaic: Mosaic, request: GenerationRequest, tiles: list[tuple[Tile, str]], assets: AssetStore
) -> list[Layer]:
    """Further drawings of the subject in tiles of their own, by turns."""
    names = request.subjects[1:4]
    laid: tuple[Coat, ...] = ()
    ways: list[tuple[tuple[str, ...], Draw]] = [(names, natural_stack)]
    ways += [(names[:count], _toned_stack) for count in (3, 2, 1)]
    for shown, stack in ways:
        stacks = []
        for n, (tile, ground) in enumerate(tiles if shown else ()):
            pose = Pose(tile._replace(turn=0).at(0.5, 0.5), 0.7 * tile.side)
            tones = _tones(request.palette, ground)
            stacks.append(stack(shown[n % len(shown)], pose, tones, ground))
        laid = coats(stacks)
        if len(laid) <= _MOST_COATS:
            break
    return [
        path_layer(
            f"companions-{n + 1}", "Companions", coat.data, mosaic.grid.box, solid(coat.color),
            assets, rule="evenodd", role="hero",
        )
        for n, coat in enumerate(laid)
    ]  # fmt: skip


def _toned_stack(name: str, pose: Pose, ramp: Ramp, _ground: str) -> list[Coat]:
    return icon_stack(name, pose, ramp)


def _tones(palette: dict[str, str], ground: str) -> Ramp:
    """Of the palette's colours, the ones that stand out most on a tile."""
    seen = [palette[role] for role in _COLORS if contrast(palette[role], ground) >= _APART]
    main = max(seen or [palette["ink"], palette["paper"]], key=lambda c: contrast(c, ground))
    others = [palette[role] for role in _COLORS if palette[role] not in (main, ground)]
    accent = max(others, key=lambda color: contrast(color, main))
    return Ramp(mix(main, ground, 0.45), main, mix(main, "#ffffff", 0.35), accent)


def _in_hero(mosaic: Mosaic, column: int, row: int) -> bool:
    left, top = mosaic.hero
    return left <= column < left + 2 and top <= row < top + 2


def _hero(
    request: GenerationRequest, mosaic: Mosaic, chance: random.Random, assets: AssetStore
) -> list[Layer]:
    grid, (column, row) = mosaic
    side, palette = 2 * grid.tile, _showing(request)
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
    ramp, main = _ramp(palette), dominant(name)
    place = box.pad(-0.12 * side).shift(0, 0.02 * side)
    least = min((palette["hero_ground"], palette["hero_disc"]), key=lambda c: contrast(c, main))
    colors = own_colors(name, least) if keeps_its_colors(name) else recolored(name, ramp)
    layers: list[Layer] = [*made]
    layers += icon_layers(name, place, assets, "subject", colors=colors)
    return layers


def _showing(request: GenerationRequest) -> dict[str, str]:
    """The palette, with its strongest colour under a hero that keeps its own, if it shows there."""
    palette = dict(request.palette)
    if not request.subjects or not keeps_its_colors(request.subjects[0]):
        return palette
    colors = [palette[role] for role in ("a", "hero_ground", "hero_disc", *_COLORS)]
    free = [color for color in colors if lifted(request.subjects[0], color) is None]
    ground = free[0] if free else palette["hero_ground"]
    disc = next((color for color in free if color != ground), palette["hero_disc"])
    return palette | {"hero_ground": ground, "hero_disc": disc}


def _ramp(palette: dict[str, str]) -> Ramp:
    """Paper where it shows on ground and half disc; else what stands out most on both."""

    def seen(color: str) -> float:
        return min(contrast(color, palette["hero_ground"]), contrast(color, palette["hero_disc"]))

    paper, ink = palette["paper"], palette["ink"]
    if seen(paper) >= _FADED:
        return Ramp(ink, paper, mix(paper, palette["hero_disc"], 0.35), palette["c"])
    main = max((ink, paper, *(palette[role] for role in "abc")), key=seen)
    if main == ink:
        return Ramp(mix(ink, paper, 0.3), ink, paper, paper)
    return Ramp(mix(main, ink, 0.55), main, mix(main, "#ffffff", 0.4), palette["c"])
