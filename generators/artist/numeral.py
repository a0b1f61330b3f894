"""Offer numeral: giant figures are the picture, the object leans on their lower right corner."""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.color import contrast, mix
from design_io.geometry import Box
from generators.artist.drawing import group
from generators.artist.icons import Ramp, Shading, dominant, icon_layers, ink_bounds, recolored
from generators.request import GenerationRequest, Painted

_SIDES = (0.46, 0.4, 0.34, 0.28, 0.22)  # of the field's short side
_MOST_HIDDEN = 0.12  # of a figure line, by its box
_COVERAGE = 0.8  # share of its box that a drawing fills at most
_APART = 1.35  # contrast of the object with what it stands on
_GIANT = 0.06  # of the height, from which a line of the offer is a figure


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    if not request.subjects:
        return ()
    field = request.boxes("object")[0]
    figures = tuple(
        region.box
        for region in request.regions
        if region.caption in ("offer", "price") and region.box.height >= _GIANT * request.height
    )
    small = tuple(b for b in (*request.boxes("calm"), *request.boxes("text")) if b not in figures)
    box = _place(request.subjects[0], field, figures, small)
    if box is None:
        return ()
    figure = group("subject", "Subject", _figure(request, box, assets), role="hero")
    return (Painted(layer=figure, slot="front"),)


def _place(
    name: str, field: Box, figures: tuple[Box, ...], small: tuple[Box, ...]
) -> Box | None:  # fmt: skip
    """The largest box in the lower right that hides little of any figure and no small copy."""
    ink = ink_bounds(name)
    for share in _SIDES:
        scale = share * min(field.width, field.height) / max(ink.width, ink.height)
        width, height = ink.width * scale, ink.height * scale
        for step in range(12):
            y = field.bottom - height * (0.86 + 0.03 * (11 - step))
            box = Box(field.right - width * 0.96, y, width, height)
            hidden = [_COVERAGE * box.intersection(f).area / max(1.0, f.area) for f in figures]
            clear = all(box.intersection(copy.pad(4)).empty for copy in small)
            if clear and max(hidden, default=0.0) <= _MOST_HIDDEN:
                return box
    return None


def _figure(request: GenerationRequest, box: Box, assets: AssetStore) -> tuple:
    name, palette = request.subjects[0], request.palette
    colors = None
    if _apart(dominant(name), request) < _APART:
        main = max(
            (mix(dominant(name), toward, 0.55) for toward in ("#ffffff", "#14121a")),
            key=lambda color: _apart(color, request),
        )
        dark, light = mix(main, "#14121a", 0.6), mix(main, "#ffffff", 0.7)
        colors = recolored(name, Ramp(dark, main, light, palette["accent"]), native=True)
    unit = math.sqrt(request.width * request.height) / 1000
    shading = Shading(0.3, max(1.0, 1.8 * unit), request.seed)
    return icon_layers(name, box, assets, "subject", colors=colors, shading=shading)


def _apart(color: str, request: GenerationRequest) -> float:
    """How well the colour stands out from ground and figures."""
    return min(contrast(color, request.palette[role]) for role in ("bg", "figure"))
