"""Offer numeral: giant figures are the picture, the object stands at their foot or beside them."""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.color import contrast, mix, reach_contrast
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.drawing import group
from generators.artist.icons import Ramp, Shading, dominant, icon_layers, recolored
from generators.artist.room import placed
from generators.request import GenerationRequest, Painted, Region

_SHARES = (1.9, 1.75, 1.6, 1.45, 1.3, 1.2, 1.1)  # of what its room holds, tallest first
_WIDEST = 0.62  # of the sheet
_EDGE = 0.05  # of the short side, kept free at the sheet's edges
_MOST_HIDDEN = 0.015  # of a figure's line, by the object's box
_GIANT = 0.06  # of the height, from which a line of the offer is a figure
_LEAST = 0.05  # of the sheet's short side; no smaller object is worth showing
_SEEN, _LIFTED = 1.5, 3.0  # contrast with the ground: enough, and what is given where it is less


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    if not request.subjects:
        return ()
    name, box = _place(request)
    if max(box.width, box.height) < _LEAST * min(request.width, request.height):
        return ()
    figure = group("subject", "Subject", _figure(request, name, box, assets), role="hero")
    return (Painted(layer=figure, slot="front"),)


def _place(request: GenerationRequest) -> tuple[str, Box]:
    """What is shown, and its box at the right of what copy leaves free.

    There it rises as far above its room as it hides little of the figure.
    """
    name, box = placed(request, _WIDEST)
    for share in _SHARES:
        grown = Box(box.right - share * box.width, box.bottom - share * box.height,
                    share * box.width, share * box.height)  # fmt: skip
        if _is_on(grown, request) and _clear(grown, request):
            return name, grown
    return name, box


def _is_on(box: Box, request: GenerationRequest) -> bool:
    """Whether it stands below the figure, not too wide, and clear of the sheet's edges."""
    edge = _EDGE * min(request.width, request.height)
    figures = (r.box for r in request.regions if _is_giant(r, request))
    below = all(box.center.y > figure.center.y for figure in figures)
    return below and box.x >= edge and box.y >= edge and box.width <= _WIDEST * request.width


def _is_giant(region: Region, request: GenerationRequest) -> bool:
    return region.caption in ("offer", "price") and region.box.height > _GIANT * request.height


def _clear(box: Box, request: GenerationRequest) -> bool:
    """Whether little of any line of the figure is hidden, and no other copy."""
    for region in request.regions:
        if region.kind == "object":
            continue
        hidden = box.intersection(region.box).area
        if hidden > (_MOST_HIDDEN * region.box.area if _is_giant(region, request) else 0.0):
            return False
    return True


def _figure(
    request: GenerationRequest, name: str, box: Box, assets: AssetStore
) -> tuple[Layer, ...]:
    """The object in its own colours, or in a lighter or darker coat where it would sink."""
    palette = request.palette
    colors = None
    if contrast(dominant(name), palette["bg"]) < _SEEN:
        main = reach_contrast(dominant(name), palette["bg"], _LIFTED)
        dark, light = mix(main, "#14121a", 0.6), mix(main, "#ffffff", 0.7)
        colors = recolored(name, Ramp(dark, main, light, palette["accent"]), native=True)
    unit = math.sqrt(request.width * request.height) / 1000
    shading = Shading(0.3, max(1.0, 1.8 * unit), request.seed)
    return icon_layers(name, box, assets, "subject", colors=colors, shading=shading)
