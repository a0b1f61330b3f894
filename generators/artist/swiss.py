"""Swiss disc: one large pale disc bleeding off the lower right, one flat object on it."""

from __future__ import annotations

import math
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast, mix
from design_io.geometry import Box
from generators.artist.copy_zones import right_edge
from generators.artist.drawing import circle, group, number, path_layer, solid
from generators.artist.icons import Ramp, dominant, icon_layers, recolored
from generators.request import GenerationRequest, Painted

_SUBJECT = 0.66  # of the disc's diameter


class Disc(NamedTuple):
    x: float
    y: float
    radius: float
    floor: float  # px; below this line the disc is cut


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    art = request.boxes("object")[0]
    disc = _wide_disc(request, art) if art.x > request.width * 0.3 else _tall_disc(request, art)
    plate = _disc_layer("disc", "Disc", disc, request.palette["plate"], assets)
    if request.subjects:
        figure = group("subject", "Subject", _subject(request, disc, art, assets), role="hero")
    else:
        figure = group("subject", "Shapes", _shapes(request, disc, assets), role="hero")
    return Painted(layer=plate), Painted(layer=figure)


def _tall_disc(request: GenerationRequest, art: Box) -> Disc:
    """Well off the right edge; a fifth hides behind the foot, so that it covers the corner."""
    diameter = max(
        min(1.18 * request.width, 1.21 * art.height), min(0.7 * request.width, art.height)
    )
    floor = art.bottom
    if request.height - art.bottom < 0.1 * min(request.width, request.height):
        floor = request.height  # nothing stands below: let it bleed
    x = request.width - 0.34 * diameter
    return Disc(x, floor - 0.3 * diameter, diameter / 2, floor)


def _wide_disc(request: GenerationRequest, art: Box) -> Disc:
    """At mid-height; whole, or so far off the right edge that it covers both corners."""
    height, right = request.height, right_edge(request)
    diameter = min(1.34 * height, 1.1 * art.width)
    x = art.x + 0.6 * art.width
    if diameter < 1.3 * height:
        diameter = min(diameter, 0.92 * height)
        x = right - 0.30 * diameter
    elif x + diameter / 2 > right - 0.06 * height:
        x = right - 0.42 * height
    return Disc(x, height / 2, diameter / 2, height)


def _disc_layer(layer_id: str, name: str, disc: Disc, color: str, assets: AssetStore):
    box = Box(disc.x - disc.radius, disc.y - disc.radius, 2 * disc.radius, 2 * disc.radius)
    cut = disc.floor - box.y
    data = _cut_circle(disc.radius, cut)
    box = box._replace(height=min(box.height, cut))
    return path_layer(layer_id, name, data, box, solid(color), assets)


def _cut_circle(radius: float, cut: float) -> str:
    """A circle in a box of side 2r, without what lies below y = cut."""
    if cut >= 2 * radius:
        return circle((radius, radius), radius)
    half = math.sqrt(max(0.0, radius**2 - (cut - radius) ** 2))
    large = 1 if cut > radius else 0
    r, y = number(radius), number(cut)
    return f"M{number(radius - half)} {y}A{r} {r} 0 {large} 1 {number(radius + half)} {y}Z"


def _subject(request: GenerationRequest, disc: Disc, art: Box, assets: AssetStore) -> tuple:
    name = request.subjects[0]
    side = min(_SUBJECT * 2 * disc.radius, 0.92 * art.height, 0.86 * art.width)
    bottom = min(disc.y + side / 2, art.bottom - 0.03 * art.height)
    x = min(disc.x - side / 2, right_edge(request) - side - 0.05 * request.width)
    box = Box(x, max(art.y, bottom - side), side, side)
    return icon_layers(name, box, assets, "subject", colors=_colors(request, name))


def _colors(request: GenerationRequest, name: str) -> dict[str, str] | None:
    """The subject's own colours, unless they would sink into the disc."""
    plate, main = request.palette["plate"], request.palette["main"]
    if contrast(dominant(name), plate) >= 1.45:
        return None
    dark, light = mix(main, "#101018", 0.6), mix(main, "#ffffff", 0.75)
    return recolored(name, Ramp(dark, main, light, request.palette["accent"]), native=True)


def _shapes(request: GenerationRequest, disc: Disc, assets: AssetStore) -> list:
    """Without a subject: four simple forms in a square, at rest on the disc."""
    side = 0.56 * disc.radius
    right = min(disc.x + 0.66 * disc.radius, request.width - 0.07 * request.width)
    base = min(disc.y + 0.5 * disc.radius, disc.floor - 0.08 * disc.radius)
    main, accent = request.palette["main"], request.palette["accent"]
    s, small = number(side), number(0.5 * side)
    pieces = (
        ("subject-quarter", "Quarter", f"M0 {s}A{s} {s} 0 0 1 {s} 0V{s}Z", (-2, -1), main),
        (
            "subject-leaf",
            "Leaf",
            f"M0 0A{s} {s} 0 0 0 {s} {s}A{s} {s} 0 0 0 0 0Z",
            (-1, -1),
            accent,
        ),
        ("subject-bow", "Half disc", f"M0 {s}A{small} {small} 0 0 1 {s} {s}Z", (-1, -2), main),
    )
    made = [
        path_layer(
            layer_id, name, data, Box(right + u * side, base + v * side, side, side), solid(color),
            assets,
        )
        for layer_id, name, data, (u, v), color in pieces
    ]  # fmt: skip
    dot = Disc(right - 1.5 * side, base - 1.5 * side, 0.26 * side, request.height)
    return [*made, _disc_layer("subject-dot", "Dot", dot, accent, assets)]
