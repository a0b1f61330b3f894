"""Swiss disc: one large plain form in a tint of the ground, and one flat object on it.

The form is a disc bleeding off the lower right, a half disc on the foot's line, or a panel from
edge to edge that the object stands out of.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast, hex_to_oklch, mix
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.copy_zones import is_beside, right_edge
from generators.artist.drawing import circle, group, number, path_layer, rectangle, solid
from generators.artist.icons import (
    Ramp,
    dominant,
    icon_layers,
    ink_bounds,
    keeps_its_colors,
    lifted,
    recolored,
)
from generators.request import GenerationRequest, Painted

_SUBJECT = 0.66  # of the disc's diameter
_LEAST = 0.2  # of the sheet's height: lower zones hold a disc only
_SEEN = 1.45  # contrast of the subject with its form
_GREY = 0.03  # chroma of things that take the palette's colour without harm
_HEADROOM = 0.16  # of the zone's height, by which the object rises above its panel


class Disc(NamedTuple):
    x: float
    y: float
    radius: float
    floor: float  # px; below this line the disc is cut


class Stage(NamedTuple):
    """A form to stand on, and where the object stands."""

    plate: Layer
    box: Box


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    art = request.boxes("object")[0]
    if not request.subjects:
        disc = _disc(request, art)
        plate = _disc_layer("disc", "Disc", disc, _plate(request), assets)
        figure = group("subject", "Shapes", _shapes(request, disc, assets), role="hero")
        return Painted(layer=plate), Painted(layer=figure)
    name = request.subjects[0]
    stage = _stage(request, art)(request, art, assets)
    layers = icon_layers(name, stage.box, assets, "subject", colors=_colors(request, name))
    figure = group("subject", "Subject", layers, role="hero")
    return Painted(layer=stage.plate), Painted(layer=figure)


def _stage(
    request: GenerationRequest, art: Box
) -> Callable[[GenerationRequest, Box, AssetStore], Stage]:
    """One of the forms, by chance; where copy stands right of the art too only the disc."""
    if right_edge(request) < request.width or art.height < _LEAST * request.height:
        return _on_disc
    return random.Random(f"swiss/{request.seed}").choice((_on_disc, _on_dome, _on_panel))


def _on_disc(request: GenerationRequest, art: Box, assets: AssetStore) -> Stage:
    disc = _disc(request, art)
    plate = _disc_layer("disc", "Disc", disc, _plate(request), assets)
    return Stage(plate, _on(request, disc, art))


def _on_dome(request: GenerationRequest, art: Box, assets: AssetStore) -> Stage:
    """A half disc that rises from the foot's line or the sheet's edge; the object stands in it."""
    beside = is_beside(request)
    floor = float(request.height) if beside else _floor(request, art)
    x = art.x + 0.5 * art.width if beside else 0.5 * request.width
    height = floor - (0.0 if beside else art.y)
    radius = min(0.47 * art.width, 0.86 * height)
    dome = Disc(x, floor, radius, floor)
    plate = _disc_layer("disc", "Half disc", dome, _plate(request), assets)
    return Stage(
        plate, _standing(request.subjects[0], x, floor - 0.06 * radius, 1.3 * radius, 0.9 * height)
    )


def _on_panel(request: GenerationRequest, art: Box, assets: AssetStore) -> Stage:
    """A panel to the sheet's edges; above it the object's head stands out."""
    beside, name = is_beside(request), request.subjects[0]
    if beside:
        panel = Box(art.x, 0, request.width - art.x, request.height)
        side = 0.8 * min(panel.width, panel.height)
        box = Box(panel.center.x - side / 2, panel.center.y - side / 2, side, side)
    else:
        floor = _floor(request, art)
        height = floor - art.y
        panel = Box(0, art.y + _HEADROOM * height, request.width, (1 - _HEADROOM) * height)
        low = floor - 0.1 * height
        box = _standing(name, 0.5 * request.width, low, 0.72 * request.width, low - art.y)
    data = rectangle(panel.width, panel.height)
    plate = path_layer("panel", "Panel", data, panel, solid(_plate(request)), assets)
    return Stage(plate, box)


def _standing(name: str, x: float, floor: float, width: float, height: float) -> Box:
    """The largest box for the object's ink within width and height, on the floor about x."""
    ink = ink_bounds(name)
    scale = min(width / ink.width, height / ink.height)
    w, h = ink.width * scale, ink.height * scale
    return Box(x - w / 2, floor - h, w, h)


def _floor(request: GenerationRequest, art: Box) -> float:
    """Where the art ends: above the foot, or at the sheet's edge where nothing stands below."""
    ends = request.height - art.bottom < 0.1 * min(request.width, request.height)
    return float(request.height) if ends else art.bottom


def _disc(request: GenerationRequest, art: Box) -> Disc:
    return _wide_disc(request, art) if is_beside(request) else _tall_disc(request, art)


def _tall_disc(request: GenerationRequest, art: Box) -> Disc:
    """Well off the right edge; a fifth hides behind the foot, so that it covers the corner."""
    diameter = max(
        min(1.18 * request.width, 1.21 * art.height), min(0.7 * request.width, art.height)
    )
    floor = _floor(request, art)
    x = request.width - 0.34 * diameter
    return Disc(x, floor - 0.3 * diameter, diameter / 2, floor)


def _wide_disc(request: GenerationRequest, art: Box) -> Disc:
    """At mid-height; whole, or so far off the right edge that it covers both corners."""
    height, right = request.height, right_edge(request)
    if right < request.width:
        return Disc(art.center.x, height / 2, min(0.92 * height, art.width) / 2, height)
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


def _on(request: GenerationRequest, disc: Disc, art: Box) -> Box:
    """In the disc's middle, in the room before other copy; clear of the sheet's edges."""
    if right_edge(request) < request.width and is_beside(request):
        width, height = 0.9 * art.width, 0.74 * 2 * disc.radius
        return Box(disc.x - width / 2, disc.y - height / 2, width, height)
    side = min(_SUBJECT * 2 * disc.radius, 0.92 * art.height, 0.86 * art.width)
    bottom = min(disc.y + side / 2, art.bottom - 0.03 * art.height)
    x = min(disc.x - side / 2, right_edge(request) - side - 0.05 * request.width)
    return Box(x, max(art.y, bottom - side), side, side)


def _plate(request: GenerationRequest) -> str:
    """The form's tint, nearer to the ground or lighter where the subject would sink into it."""
    palette = request.palette
    plate, ground = palette["plate"], palette["bg"]
    if not request.subjects or hex_to_oklch(dominant(request.subjects[0])).chroma < _GREY:
        return plate
    tints = (
        plate,
        mix(plate, ground, 0.55),
        mix(plate, "#ffffff", 0.6),
        mix(plate, "#101018", 0.4),
    )
    seen = (tint for tint in tints if contrast(dominant(request.subjects[0]), tint) >= _SEEN)
    return next(seen, plate)


def _colors(request: GenerationRequest, name: str) -> dict[str, str] | None:
    """The subject's own colours, unless they would sink into the disc."""
    main = request.palette["main"]
    if contrast(dominant(name), _plate(request)) >= _SEEN:
        return None
    if keeps_its_colors(name):
        return lifted(name, _plate(request))
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
