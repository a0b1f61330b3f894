"""Monogram: a solid shape that carries the initials of a name."""

from __future__ import annotations

from collections.abc import Callable

from design_io.assets import AssetStore
from generators.artist.drawing import circle, group, path_layer, solid
from generators.artist.marks import cornered, many_sided, square_in
from generators.request import GenerationRequest, Painted

SHAPES: tuple[Callable[[float], str], ...] = (
    lambda side: circle((side / 2, side / 2), side / 2),
    lambda side: cornered(side, (0.24, 0.24, 0.24, 0.24)),
    lambda side: cornered(side, (0.5, 0.5, 0.5, 0.06)),  # a drop
    lambda side: cornered(side, (0.06, 0.46, 0.06, 0.46)),  # a leaf
    lambda side: cornered(side, (0.5, 0.5, 0.08, 0.08)),  # an arch
    lambda side: many_sided(side, 6, 0.0),
)


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    box = square_in(request.boxes("object")[0])
    outline = SHAPES[request.seed // 7 % len(SHAPES)](box.width)
    fill = solid(request.palette["accent_text"])
    plate = path_layer("plate-shape", "Shape", outline, box, fill, assets)
    return (Painted(layer=group("plate", "Plate", (plate,), role="hero")),)
