"""Seal: a solid disc within a ring, the thing left out of it in the colour of the ground."""

from __future__ import annotations

from design_io.assets import AssetStore
from design_io.geometry import Box
from design_io.paint import Stroke
from generators.artist.drawing import circle, group, path_layer, solid
from generators.artist.marks import flat_figure, on_plate, plate_color, square_in
from generators.request import GenerationRequest, Painted

_DISC, _FIGURE = 0.9, 0.6  # of the ring's diameter
_RING = 0.014  # of the diameter, its thickness


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    box = square_in(request.boxes("object")[0])
    color = plate_color(request)
    width = _RING * box.width
    line = circle((box.width / 2, box.width / 2), box.width / 2 - width / 2)
    ring = path_layer(
        "ring", "Ring", line, box, None, assets, stroke=Stroke(color=color, width=width)
    )
    disc = _inner(box, _DISC)
    half = disc.width / 2
    plate = path_layer("disc", "Disc", circle((half, half), half), disc, solid(color), assets)
    made = [Painted(layer=group("plate", "Seal", (ring, plate)))]
    if request.subjects:
        ramp = on_plate(request, color)
        figure = flat_figure(request.subjects[0], _inner(box, _FIGURE), ramp, assets)
        made.append(Painted(layer=group("subject", "Subject", figure, role="hero")))
    return tuple(made)


def _inner(box: Box, share: float) -> Box:
    side = share * box.width
    return Box(box.center.x - side / 2, box.center.y - side / 2, side, side)
