"""Offer numeral: giant figures are the picture, the object stands at their foot or beside them."""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.color import contrast, mix, reach_contrast
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.copy_zones import is_beside
from generators.artist.drawing import group
from generators.artist.icons import Ramp, Shading, dominant, icon_layers, ink_bounds, recolored
from generators.request import GenerationRequest, Painted

_SHARES = (1.9, 1.75, 1.6, 1.45, 1.3, 1.2, 1.1, 1.0)  # of the zone's height, tallest first
_EDGE = 0.05  # of the height, kept free above the object
_WIDEST = 0.58  # of the sheet
_MOST_HIDDEN = 0.03  # of a figure's line, by the object's box
_GIANT = 0.06  # of the height, from which a line of the offer is a figure
_LEAST = 0.05  # of the sheet's short side; no smaller object is worth showing
_SEEN, _LIFTED = 1.5, 3.0  # contrast with the ground: enough, and what is given where it is less


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    if not request.subjects:
        return ()
    box = _place(request)
    if box is None:
        return ()
    figure = group("subject", "Subject", _figure(request, box, assets), role="hero")
    return (Painted(layer=figure, slot="front"),)


def _place(request: GenerationRequest) -> Box | None:
    """In the middle of a zone beside the figure; else at the zone's right end and foot.

    There it rises as far above the zone as it hides next to nothing of the figure.
    """
    zone, ink = request.boxes("object")[0], ink_bounds(request.subjects[0])
    ratio, beside = ink.width / ink.height, is_beside(request)
    tallest = min(zone.width, zone.height * ratio) / ratio
    if max(tallest, tallest * ratio) < _LEAST * min(request.width, request.height):
        return None
    if beside:
        box = Box(0, 0, tallest * ratio, tallest)
        return box.shift(zone.center.x - box.width / 2, zone.center.y - tallest / 2)
    for share in _SHARES:
        height = min(share * zone.height, _WIDEST * request.width / ratio)
        box = Box(zone.right - height * ratio, zone.bottom - height, height * ratio, height)
        on_sheet = box.x >= zone.x - 1 and box.y >= _EDGE * request.height
        if on_sheet and _clear(box, request):
            return box
    return Box(zone.right - tallest * ratio, zone.bottom - tallest, tallest * ratio, tallest)


def _clear(box: Box, request: GenerationRequest) -> bool:
    """Whether little of any line of the figure is hidden, and no other copy."""
    for region in request.regions:
        if region.kind == "object":
            continue
        hidden = box.intersection(region.box).area
        giant = region.caption in ("offer", "price") and region.box.height > _GIANT * request.height
        if hidden > (_MOST_HIDDEN * region.box.area if giant else 0.0):
            return False
    return True


def _figure(request: GenerationRequest, box: Box, assets: AssetStore) -> tuple[Layer, ...]:
    """The object in its own colours, or in a lighter or darker coat where it would sink."""
    name, palette = request.subjects[0], request.palette
    colors = None
    if contrast(dominant(name), palette["bg"]) < _SEEN:
        main = reach_contrast(dominant(name), palette["bg"], _LIFTED)
        dark, light = mix(main, "#14121a", 0.6), mix(main, "#ffffff", 0.7)
        colors = recolored(name, Ramp(dark, main, light, palette["accent"]), native=True)
    unit = math.sqrt(request.width * request.height) / 1000
    shading = Shading(0.3, max(1.0, 1.8 * unit), request.seed)
    return icon_layers(name, box, assets, "subject", colors=colors, shading=shading)
