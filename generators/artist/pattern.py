"""Icon pattern: an edge-to-edge grid of coloured tiles with icons of one family, and figures.

Of one or two icons the first stands in a tile four times as large, where there is room for it.
"""

from __future__ import annotations

import math
import random
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast, hex_to_oklch, mix, reach_contrast
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Grain
from generators.artist.coats import Coat, Pose, coats, icon_stack, natural_stack
from generators.artist.drawing import group, path_layer, solid
from generators.artist.icons import Ramp, keeps_its_colors, lifted, shade
from generators.artist.tiles import FIGURES, Grid, Tile, wide_grid
from generators.request import GenerationRequest, Painted

_GROUNDS = ("tile_1", "tile_2", "tile_3", "tile_4", "tile_5")
_FIGURES = (1.0, 0.34, 0.2, 0.13, 0.1)  # share of geometric tiles beside 0, 1, 2, 3, 4+ icons
_FAMILY = 3  # icons, from which on none is larger
_FEW = 8  # tiles; so few have a figure only beside one icon
_MOST_STRETCH = 1.25  # height over width of a tile, or the other way round
_DARK = 0.4  # lightness under which an icon's own tones drown
_MOST_ICONS = 6
_MOST_COATS = 56

Cell = tuple[int, int]  # column, row


class Mosaic(NamedTuple):
    request: GenerationRequest
    grid: Grid
    figures: frozenset[Cell]  # cells with a geometric figure
    icons: tuple[str, ...]
    natural: tuple[str, ...]  # those in their own colours
    block: Cell | None = None  # the first cell of the large tile

    def icon(self, cell: Cell) -> str:
        """The icons in turn along the diagonals."""
        if cell in self.figures or not self.icons:
            return ""
        if cell == self.block:
            return self.icons[0]
        count = len(self.icons)
        return self.icons[(cell[0] + cell[1] * (2 if count % 2 else 1)) % count]

    def ground(self, cell: Cell) -> str:
        """The tiles' colours in turn; under what keeps its own colours the next that shows it."""
        column, row = cell
        first, name = column + 2 * row + row // 2 + self.request.seed, self.icon(cell)
        turns = [self.request.palette[_GROUNDS[(first + k) % 5]] for k in range(5)]
        if name not in self.natural:
            return turns[0]
        return next((color for color in turns if lifted(name, color) is None), turns[0])

    def tile(self, cell: Cell, turn: int = 0) -> Tile:
        side, stretch = self.grid.tile, self.grid.stretch
        times = 2 if cell == self.block else 1
        return Tile(cell[0] * side, cell[1] * stretch * side, times * side, turn, stretch)

    @property
    def cells(self) -> list[Cell]:
        """All but those which the large tile covers."""
        covered = _covered(self.block) - {self.block}
        return [cell for cell in _cells(self.grid) if cell not in covered]


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    grid = _grid(request)
    chance = random.Random(f"pattern/{request.seed}")
    icons = request.subjects[:_MOST_ICONS]
    mosaic, laid = _laid(request, grid, _figures(grid, len(icons), chance), _block(grid, chance))
    grounds = _grounds(mosaic, assets)
    figures = _figure_layers(mosaic, chance, assets)
    made = [group("tiles", "Tiles", grounds), group("figures", "Figures", figures)]
    drawn = [_layer(f"icons-{n + 1}", "Icons", coat, mosaic, assets) for n, coat in enumerate(laid)]
    if drawn:
        made.append(group("subject", "Icons", drawn, role="hero"))
    return tuple(Painted(layer=layer) for layer in made if layer.layers)


def _grid(request: GenerationRequest) -> Grid:
    """Over the sheet's whole width, in landscape over its whole height; never cut by an edge.

    In portrait tiles are a little higher or lower than square, so that their rows fill the zone.
    """
    art = request.boxes("object")[0]
    if art.x > 0.3 * request.width:
        return wide_grid(request, art, wanted=3)
    copy = (region.box for region in request.regions if region.kind in ("text", "calm"))
    bleeds = all(box.y < art.bottom for box in copy)
    bottom = float(request.height) if bleeds else art.bottom
    zone = Box(0, art.y, request.width, bottom - art.y)
    columns = _columns(zone)
    side = zone.width / columns
    rows = max(1, round(zone.height / side))
    stretch = min(_MOST_STRETCH, max(1 / _MOST_STRETCH, zone.height / (rows * side)))
    height = rows * stretch * side
    top = bottom - height if bleeds else zone.y + (zone.height - height) / 2
    return Grid(Box(0, top, zone.width, height), side, columns, rows, stretch)


def _columns(zone: Box) -> int:
    """Three to sixteen tiles across: four or five, and rows that are nearly square."""

    def odd(columns: int) -> float:
        side = zone.width / columns
        rows = max(1, round(zone.height / side))
        stretched = abs(math.log(max(1.0, zone.height) / (rows * side)))
        return 1.4 * stretched + 0.07 * abs(columns - 4) + (0.12 if rows == 1 else 0.0)

    return min(range(3, 17), key=odd)


def _figures(grid: Grid, icons: int, chance: random.Random) -> frozenset[Cell]:
    """Cells for geometric figures, no two side by side."""
    cells = _cells(grid)
    if not icons:
        return frozenset(cells)
    if icons > 1 and len(cells) <= _FEW:
        return frozenset()
    wanted = round(_FIGURES[min(icons, 4)] * len(cells))
    chance.shuffle(cells)
    taken: set[Cell] = set()
    for cell in cells:
        if len(taken) < wanted and not _beside(cell) & taken:
            taken.add(cell)
    return frozenset(taken)


def _cells(grid: Grid) -> list[Cell]:
    return [(c, r) for r in range(grid.rows) for c in range(grid.columns)]


def _block(grid: Grid, chance: random.Random) -> Cell | None:
    """Where a tile of two by two cells may stand, away from the ends if there is room."""
    columns = range(1, grid.columns - 2) or range(grid.columns - 1)
    rows = range(1, grid.rows - 2) or range(grid.rows - 1)
    if grid.columns < 3 or not columns or not rows:
        return None
    return chance.choice(columns), chance.choice(rows)


def _covered(block: Cell | None) -> set[Cell | None]:
    if block is None:
        return {None}
    return {(block[0] + right, block[1] + down) for right in (0, 1) for down in (0, 1)}


def _beside(cell: Cell) -> set[Cell]:
    column, row = cell
    return {(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)}


def _grounds(mosaic: Mosaic, assets: AssetStore) -> list[Layer]:
    """One layer per colour."""
    pieces: dict[str, list[str]] = {}
    for cell in mosaic.cells:
        tile = mosaic.tile(cell)
        pieces.setdefault(mosaic.ground(cell), []).append(tile.outline)
    return [
        _layer(f"tiles-{n + 1}", "Tiles", Coat(color, "".join(pieces[color])), mosaic, assets)
        for n, color in enumerate(sorted(pieces))
    ]


def _figure_layers(mosaic: Mosaic, chance: random.Random, assets: AssetStore) -> list[Layer]:
    pieces: dict[str, list[str]] = {}
    for cell in sorted(mosaic.figures):
        ground = mosaic.ground(cell)
        figure = chance.choice(FIGURES)
        around = {mosaic.ground(other) for other in _beside(cell)}
        choices = [c for c in _colors(mosaic.request) if contrast(c, ground) >= 1.35]
        choices = [c for c in choices if c not in around] or choices
        color = chance.choice(choices or [reach_contrast(ground, ground, 1.6)])
        pieces.setdefault(color, []).append(figure(mosaic.tile(cell, chance.randrange(4))))
    return [
        _layer(f"figures-{n + 1}", "Figures", Coat(color, "".join(pieces[color])), mosaic, assets)
        for n, color in enumerate(sorted(pieces))
    ]


def _laid(
    request: GenerationRequest, grid: Grid, figures: frozenset[Cell], block: Cell | None
) -> tuple[Mosaic, tuple[Coat, ...]]:
    """Icons in their own colours, the first one, or fewer kinds, whatever is few coats enough;
    else in tones."""
    icons = request.subjects[:_MOST_ICONS]
    own = tuple(name for name in icons if keeps_its_colors(name))
    ways = [(icons, own), (icons, own[:1])]
    counts = range(len(icons), 0, -1)
    ways += [(icons[:n], tuple(i for i in icons[:n] if i in own)) for n in counts if own]
    ways += [(icons[:n], ()) for n in counts]
    for shown, natural in ways:
        large = block if 0 < len(shown) < _FAMILY else None
        mosaic = Mosaic(request, grid, figures - _covered(large), shown, natural, large)
        laid = coats(_stacks(mosaic))
        if len(laid) <= _MOST_COATS:
            break
    return mosaic, laid


def _stacks(mosaic: Mosaic) -> list[list[Coat]]:
    stacks: list[list[Coat]] = []
    shown = [cell for cell in mosaic.cells if mosaic.icon(cell)]
    for cell in shown:
        name, tile, ramp = mosaic.icon(cell), mosaic.tile(cell), _ramp(mosaic, cell)
        center, side = tile.at(0.5, 0.5), tile.inner
        odd = (cell[0] + cell[1] // 2) % 2 == 1
        pose = Pose(center, 0.76 * side, (8.0, -10.0)[odd], odd)
        if name in mosaic.natural:
            stacks.append(natural_stack(name, pose, ramp, mosaic.ground(cell)))
        else:
            stacks.append(icon_stack(name, pose, ramp))
    return stacks


def _ramp(mosaic: Mosaic, cell: Cell) -> Ramp:
    """Four tones that stand out on the cell's ground, the main one different from row to row."""
    ground, palette = mosaic.ground(cell), mosaic.request.palette
    choices = [c for c in _colors(mosaic.request) if contrast(c, ground) >= 1.8]
    choices = [c for c in choices if hex_to_oklch(c).lightness > _DARK] or choices
    main = choices[(cell[0] + cell[1]) % len(choices)] if choices else palette["paper"]
    dark = palette["ink"] if contrast(main, palette["ink"]) >= 2.2 else mix(main, "#000000", 0.5)
    if contrast(dark, ground) < 1.25:
        dark = mix(dark, main, 0.38)
    light = palette["paper"] if contrast(main, palette["paper"]) >= 1.3 else mix(main, dark, 0.16)
    rest = [c for c in _colors(mosaic.request) if c not in (main, ground, dark)]
    accent = max(rest, key=lambda c: min(contrast(c, main), contrast(c, ground)))
    return Ramp(dark, main, light, accent)


def _colors(request: GenerationRequest) -> list[str]:
    roles = ("paper", *_GROUNDS)
    return list(dict.fromkeys(request.palette[role] for role in roles))


def _layer(layer_id: str, name: str, coat: Coat, mosaic: Mosaic, assets: AssetStore) -> Layer:
    request = mosaic.request
    unit = math.sqrt(request.width * request.height) / 1000
    grain = Grain(
        color=shade(coat.color, 0.07, 6.0), amount=0.15, cell=max(1.0, 1.6 * unit), power=0.4,
        seed=request.seed,
    )  # fmt: skip
    return path_layer(
        layer_id, name, coat.data, mosaic.grid.box, solid(coat.color, grain), assets,
        rule="evenodd", role="hero" if name == "Icons" else "ornament",
    )  # fmt: skip
