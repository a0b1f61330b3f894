"""Free places for a part of a design: near, in line with its neighbours, and clear of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np

from design_io.color import hex_to_rgb
from design_io.document import Design, ImageLayer, ShapeLayer, TextLayer, walk
from design_io.geometry import Box
from design_io.oklab import luminances, ratios
from design_io.render import render
from design_io.resources import Resources
from design_io.text import ink_box
from layout.code import with_quiet_zone
from layout.contrast import needed_contrast
from layout.harm import drawings
from layout.units import Unit, box_of, unit_of

MARGIN, GAP = 0.05, 0.02  # of the short side
_MOST_TRIED = 60  # places in line with other words
_DETOUR = 0.6  # of the short side, gone rather than lie on a drawing
_NEAREST = 60  # coordinates tried per axis
_LONG_SIDE = 300.0  # px on which grounds are looked at
_READABLE = 0.97  # share of a ground that must contrast
_LATTICE = 9  # coordinates per axis when the place must be looked for


class Place(NamedTuple):
    dx: float  # px
    dy: float
    said: str

    @property
    def distance(self) -> float:
        return abs(self.dx) + abs(self.dy)


def free_places(
    design: Design, unit: Unit, resources: Resources, region: Box,
    suits: Callable[[Box], bool] | None = None,
) -> tuple[Place, ...]:  # fmt: skip
    """The nearest place in each direction, nearest first; `suits` may ask more of a place."""
    own = box_of(unit, resources)
    roomy = _roomy(region, own)
    if own.empty or roomy is None:
        return ()
    blocks = obstacles(design, unit, resources)
    xs = _stops(own.x, own.width, roomy.x, roomy.right, [(b.x, b.width) for b in blocks])
    ys = _stops(own.y, own.height, roomy.y, roomy.bottom, [(b.y, b.height) for b in blocks])
    if suits is not None:
        xs = [*xs, *np.linspace(roomy.x, roomy.right - own.width, _LATTICE)]
        ys = [*ys, *np.linspace(roomy.y, roomy.bottom - own.height, _LATTICE)]
    gap = GAP * min(design.canvas.width, design.canvas.height)
    blocks = [block.pad(gap * 0.98) for block in blocks]
    art = [] if unit.is_art else drawings(design, resources)
    detour = _DETOUR * min(design.canvas.width, design.canvas.height)
    return _nearest_each_way(_clear_steps(own, xs, ys, blocks, art, detour), own, suits)


def aligned_places(
    design: Design, unit: Unit, resources: Resources, region: Box
) -> tuple[Place, ...]:
    """Free places in line with other words, above or below, or with the sheet; nearest first."""
    own, gap = box_of(unit, resources), GAP * min(design.canvas.width, design.canvas.height)
    others = _words(design, unit, resources)
    found = []
    for name, box in others:
        for x in (box.x, box.center.x - own.width / 2, box.right - own.width):
            for y in (box.bottom + gap, box.y - gap - own.height):
                found.append(Place(x - own.x, y - own.y, repr(name)))
    level = min(max(own.y, region.y), max(region.y, region.bottom - own.height))
    middle = region.center.x - own.width / 2
    axes = {region.x: "the left margin", middle: "the middle of the sheet"}
    found += [Place(x - own.x, level - own.y, name) for x, name in axes.items()]
    blocks = [box.pad(gap * 0.9) for box in obstacles(design, unit, resources)]

    def is_free(place: Place) -> bool:
        box = own.shift(place.dx, place.dy)
        return region.contains(box, 0.5) and all(box.intersection(b).empty for b in blocks)

    near = sorted((p for p in found if p.distance >= 1), key=lambda p: p.distance)[:_MOST_TRIED]
    free = [place for place in near if is_free(place)]
    art = [] if unit.is_art else drawings(design, resources)
    return tuple(sorted(free, key=lambda p: _overlaps(own.shift(p.dx, p.dy), art)))[:2]


def _overlaps(box: Box, art: list[Box]) -> bool:
    return any(not box.intersection(drawing).empty for drawing in art)


def _words(design: Design, unit: Unit, resources: Resources) -> list[tuple[str, Box]]:
    texts = (x for x in walk(design) if isinstance(x, TextLayer) and x.visible)
    boxes = [(x.label, ink_box(x, resources.fonts)) for x in texts if x.id not in unit.ids]
    return [(label, box) for label, box in boxes if not box.empty]


def obstacles(design: Design, unit: Unit, resources: Resources) -> list[Box]:
    """What a part may not lie on: other words with what belongs to them, logos and codes."""
    found: list[Box] = []
    for layer in walk(design):
        if layer.id in unit.ids or not layer.visible:
            continue
        if isinstance(layer, TextLayer):
            found.append(box_of(unit_of(design, layer.id), resources))
        elif layer.role in ("logo", "qr") and isinstance(layer, ImageLayer | ShapeLayer):
            found.append(with_quiet_zone(layer))
    return [box for box in found if not box.empty]


def readable_ground(
    design: Design, layer: TextLayer, unit: Unit, resources: Resources
) -> Callable[[Box], bool]:
    """Tells of a box whether the layer could be read on what lies there now."""
    canvas = design.canvas
    scale = min(1.0, _LONG_SIDE / max(canvas.width, canvas.height))
    sheet = render(design, resources, scale=scale, hide=unit.ids)[..., :3].astype(np.float32)
    ink = float(luminances(np.array(hex_to_rgb(layer.style.color[:7]), np.float32)))
    enough = ratios(luminances(sheet), ink) >= needed_contrast(design, layer) * 1.05

    def suits(box: Box) -> bool:
        left, top, right, bottom = (round(v * scale) for v in (box.x, box.y, box.right, box.bottom))
        under = enough[max(0, top) : bottom + 1, max(0, left) : right + 1]
        return bool(under.size) and float(under.mean()) >= _READABLE

    return suits


def _roomy(region: Box, own: Box) -> Box | None:
    """The region, widened towards the whole sheet where the part is larger than it."""
    grow = max(0.0, own.width - region.width, own.height - region.height) / 2
    return region.pad(grow) if grow <= min(region.x, region.y) else None


def _stops(
    at: float, length: float, low: float, high: float, blocks: list[tuple[float, float]]
) -> list[float]:
    """Coordinates worth trying: where it is, the edges, beside and in line with the others."""
    gap = GAP * (high - low)
    found = {min(max(at, low), high - length), low, high - length, (low + high - length) / 2}
    for start, size in blocks:
        found |= {start, start + size - length, start + (size - length) / 2}
        found |= {start + size + gap, start - length - gap}
    inside = [value for value in found if low - 0.5 <= value <= high - length + 0.5]
    return sorted(inside, key=lambda value: (abs(value - at), value))[:_NEAREST]


def _clear_steps(
    own: Box, xs: Iterable[float], ys: Iterable[float], blocks: list[Box], art: list[Box],
    detour: float,
) -> list[tuple[float, float]]:  # fmt: skip
    """The moves to every (x, y) at which no block is touched, nearest first.

    To lie on a drawing counts as `detour` px of way.
    """
    grid = np.array([(x, y) for x in xs for y in ys])
    if not len(grid):
        return []
    free = ~_on_any(grid, own, blocks)
    moves = grid[free] - (own.x, own.y)
    far = np.abs(moves).sum(axis=1) + detour * _on_any(grid[free], own, art)
    return [(float(dx), float(dy)) for dx, dy in moves[np.argsort(far, kind="stable")]]


def _on_any(grid: np.ndarray, own: Box, blocks: list[Box]) -> np.ndarray:
    """Of corners (n, 2), whether the part placed there touches a block."""
    touched = np.zeros(len(grid), bool)
    for block in blocks:
        across = (grid[:, 0] < block.right) & (grid[:, 0] + own.width > block.x)
        down = (grid[:, 1] < block.bottom) & (grid[:, 1] + own.height > block.y)
        touched |= across & down
    return touched


def _nearest_each_way(
    steps: list[tuple[float, float]], own: Box, suits: Callable[[Box], bool] | None
) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for dx, dy in steps:
        if abs(dx) + abs(dy) < 1 or (suits is not None and not suits(own.shift(dx, dy))):
            continue
        way = _main_way(dx, dy)
        found.setdefault(way, Place(dx, dy, _told(dx, dy)))
        if len(found) == 4:
            break
    return tuple(found.values())


def _main_way(dx: float, dy: float) -> str:
    if abs(dx) > abs(dy):
        return "right" if dx > 0 else "left"
    return "down" if dy > 0 else "up"


def _told(dx: float, dy: float) -> str:
    across = f"{abs(dx):.0f} px {'right' if dx > 0 else 'left'}" if abs(dx) >= 1 else ""
    down = f"{abs(dy):.0f} px {'down' if dy > 0 else 'up'}" if abs(dy) >= 1 else ""
    return " and ".join(part for part in (down, across) if part)
