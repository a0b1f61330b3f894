"""Lock-up: a solid tile with round corners, the thing left out of it in the ground's colour."""

from __future__ import annotations

from design_io.assets import AssetStore
from generators.artist.drawing import group, path_layer, solid
from generators.artist.marks import cornered, flat_figure, on_plate, plate_color, square_in
from generators.request import GenerationRequest, Painted

_RADIUS, _FIGURE = 0.22, 0.64  # of the tile's side


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    box = square_in(request.boxes("object")[0])
    color = plate_color(request)
    outline = cornered(box.width, 4 * (_RADIUS,))
    tile = path_layer("tile", "Tile", outline, box, solid(color), assets)
    made = [Painted(layer=group("plate", "Tile", (tile,)))]
    if request.subjects:
        room = box.pad(-(1 - _FIGURE) / 2 * box.width)
        figure = flat_figure(request.subjects[0], room, on_plate(request, color), assets)
        made.append(Painted(layer=group("subject", "Subject", figure, role="hero")))
    return tuple(made)
