"""Monogram: a solid shape that carries the initials of a name."""

from __future__ import annotations

from collections.abc import Callable

from design_io.assets import AssetStore
from generators.artist.drawing import circle, group, path_layer, solid
from generators.artist.marks import many_sided, rounded, shield, square_in
from generators.request import GenerationRequest, Painted

SHAPES: tuple[Callable[[float], str], ...] = (
    lambda side: circle((side / 2, side / 2), side / 2),
    lambda side: rounded(side, 0.2 * side),
    lambda side: many_sided(side, 6, 0.0),
    shield,
    lambda side: many_sided(side, 8, 22.5),
)


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    box = square_in(request.boxes("object")[0])
    outline = SHAPES[request.seed // 7 % len(SHAPES)](box.width)
    fill = solid(request.palette["accent_text"])
    plate = path_layer("plate-shape", "Shape", outline, box, fill, assets)
    return (Painted(layer=group("plate", "Plate", (plate,), role="hero")),)
