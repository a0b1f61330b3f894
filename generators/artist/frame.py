"""Frame: a classical border of lines with cut corners and diamonds, for formal words."""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Stroke
from generators.artist.drawing import group, number, path_layer, polygon, solid
from generators.request import GenerationRequest, Painted

_OUTER, _INNER = 0.036, 0.054  # of the short side, from the sheet's edge
_CORNER = 0.06  # of the short side, radius of the quarter circles cut out of the corners
_THICK, _THIN = 4.5, 1.6  # u


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    short = min(request.width, request.height)
    unit = math.sqrt(request.width * request.height) / 1000
    border: list[Layer] = [
        _line("outer-line", request, _OUTER * short, _CORNER * short, _THICK * unit, assets),
        _line("inner-line", request, _INNER * short, _CORNER * short, _THIN * unit, assets),
        _studs(request, short, assets),
    ]
    return (Painted(layer=group("border", "Border", border, role="frame")),)


def _line(
    name: str, request: GenerationRequest, inset: float, corner: float, width: float,
    assets: AssetStore,
) -> Layer:  # fmt: skip
    """A rectangle whose corners are quarter circles curving inwards."""
    box = Box(inset, inset, request.width - 2 * inset, request.height - 2 * inset)
    w, h, r = box.width, box.height, min(corner, box.width / 4, box.height / 4)
    arc = f"A{number(r)} {number(r)} 0 0 0 "
    data = (
        f"M{number(r)} 0H{number(w - r)}{arc}{number(w)} {number(r)}V{number(h - r)}"
        f"{arc}{number(w - r)} {number(h)}H{number(r)}{arc}0 {number(h - r)}V{number(r)}"
        f"{arc}{number(r)} 0Z"
    )
    stroke = Stroke(color=request.palette["line"], width=max(1.0, width))
    return path_layer(name, "Line", data, box, None, assets, stroke=stroke, role="frame")


def _studs(request: GenerationRequest, short: float, assets: AssetStore) -> Layer:
    """A diamond in each corner and one at the middle of head and foot."""
    half, inset = 0.013 * short, 0.042 * short
    w, h = request.width, request.height
    middle = (_OUTER + _INNER) / 2 * short
    spots = ((inset, inset), (w - inset, inset), (inset, h - inset), (w - inset, h - inset),
             (w / 2, middle), (w / 2, h - middle))  # fmt: skip
    data = "".join(
        polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y))) for x, y in spots
    )
    box = Box(0, 0, w, h)
    return path_layer(
        "studs", "Diamonds", data, box, solid(request.palette["accent"]), assets, role="frame"
    )
