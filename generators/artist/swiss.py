"""Swiss disc: one large plain form in a tint of the ground, and one flat object on it.

The form is a disc, whole or bleeding off the lower right, a half disc on the foot's line, or a
panel from edge to edge that the object stands out of.
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
    is_scene,
    keeps_its_colors,
    lifted,
    recolored,
)
from generators.artist.naming import fills_disc
from generators.artist.room import fitted, ratio_of, roomiest
from generators.artist.tones import form_of
from generators.request import GenerationRequest, Painted

_SUBJECT = 1.1  # of the disc's diameter, the diagonal of the subject's ink
_LEAST = 0.2  # of the sheet's height: lower zones hold a disc only
_DISC = 1.45  # width over height of a zone above copy: a whole disc does not fill broader ones
_DOME = 0.75  # of the sheet's width: a half disc does not fill higher zones
_SEEN = 1.45  # contrast of the subject with its form
_GREY = 0.03  # chroma of things that take the palette's colour without harm
_LARGER = 1.08  # times as high, from which an object leaves the middle of its panel
_PLACE_OFF, _PLACE_LOW = 0.4, 0.36  # of a place's diameter, its middle to the edge and foot
_CARD, _AROUND = 0.9, 0.08  # of its frame, what a scene fills; of the height, air around it
_HEADROOM = 0.16  # of the zone's height, by which the object rises above its panel


class Disc(NamedTuple):
    x: float
    y: float
    radius: float
    floor: float  # px; below this line the disc is cut


class Stage(NamedTuple):
    """A form to stand on, none under a place that fills it, and where the object stands."""

    plate: Layer | None
    box: Box


Form = Callable[[GenerationRequest, Box, AssetStore], Stage]


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
    plates = () if stage.plate is None else (Painted(layer=stage.plate),)
    return (*plates, Painted(layer=figure))


def _stage(request: GenerationRequest, art: Box) -> Form:
    """One of the forms that fill the zone, by chance; only the disc before copy right of it."""
    name = request.subjects[0]
    if fills_disc(name):
        return _as_disc
    if is_scene(name) and form_of(name).solidity > _CARD:
        return _as_card
    if right_edge(request) < request.width or art.height < _LEAST * request.height:
        return _on_disc
    forms: tuple[Form, ...] = (_on_disc, _on_dome, _on_panel)
    if is_beside(request) or art.height > _DOME * request.width:
        forms = (_on_disc, _on_panel)
    elif art.width > _DISC * art.height and _floor(request, art) < request.height:
        forms = (_on_dome, _on_panel)
    return random.Random(f"swiss/{request.seed}").choice(forms)


def _on_disc(request: GenerationRequest, art: Box, assets: AssetStore) -> Stage:
    disc = _disc(request, art)
    plate = _disc_layer("disc", "Disc", disc, _plate(request), assets)
    return Stage(plate, _on(request, disc, art))


def _as_disc(request: GenerationRequest, art: Box, assets: AssetStore) -> Stage:
    """A place as the disc itself, off the edges no further than who stands in it allows."""
    disc, right = _disc(request, art), right_edge(request)
    if is_beside(request):
        diameter = min(2 * disc.radius, (right - art.x) / (0.5 + _PLACE_OFF))
        x = min(disc.x, right - _PLACE_OFF * diameter)
        disc = Disc(x, disc.y, diameter / 2, request.height)
    elif _floor(request, art) == request.height:
        diameter = min(1.1 * request.width, art.height / (0.5 + _PLACE_LOW))
        x, y = request.width - _PLACE_OFF * diameter, request.height - _PLACE_LOW * diameter
        disc = Disc(x, y, diameter / 2, request.height)
    side = 2 * disc.radius
    return Stage(None, Box(disc.x - disc.radius, disc.y - disc.radius, side, side))


def _as_card(request: GenerationRequest, art: Box, assets: AssetStore) -> Stage:
    """A scene with an edge, in line with the copy or amid the side that it has for itself."""
    zone = art.pad(-_AROUND * art.height) if is_beside(request) else art
    return Stage(None, fitted(request.subjects[0], zone, 0.5 * is_beside(request), 0.5))


def _on_dome(request: GenerationRequest, art: Box, assets: AssetStore) -> Stage:
    """A half disc that rises from the foot's line or the sheet's edge; the object stands in it."""
    x, floor = 0.5 * request.width, _floor(request, art)
    height = floor - art.y
    radius = min(0.5 * request.width, 0.86 * height)
    plate = _disc_layer("disc", "Half disc", Disc(x, floor, radius, floor), _plate(request), assets)
    low = floor - 0.06 * radius
    return Stage(plate, _standing(request.subjects[0], x, low, 1.5 * radius, 0.93 * height))


def _on_panel(request: GenerationRequest, art: Box, assets: AssetStore) -> Stage:
    """A panel to the sheet's edges; above it the object's head stands out."""
    beside, name = is_beside(request), request.subjects[0]
    if beside:
        panel = Box(art.x, 0, request.width - art.x, request.height)
        box = fitted(name, panel.pad(-0.09 * min(panel.width, panel.height)), down=0.5)
    else:
        floor = _floor(request, art)
        height = floor - art.y
        panel = Box(0, art.y + _HEADROOM * height, request.width, (1 - _HEADROOM) * height)
        box = _on_floor(request, art, floor - 0.06 * height)
    data = rectangle(panel.width, panel.height)
    plate = path_layer("panel", "Panel", data, panel, solid(_plate(request)), assets)
    return Stage(plate, box)


def _on_floor(request: GenerationRequest, art: Box, low: float) -> Box:
    """In the middle of the zone; beside the title at the right where it is much larger there."""
    name = request.subjects[0]
    middle = _standing(name, 0.5 * request.width, low, 0.8 * request.width, low - art.y)
    room = roomiest(request, ratio_of(name))
    beside = fitted(name, room._replace(height=max(1.0, min(room.bottom, low) - room.y)), 1.0)
    return beside if beside.height > _LARGER * middle.height else middle


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
    """Well off the right edge and the foot's, so that it covers the corner; whole above copy."""
    if _floor(request, art) < request.height:
        radius = min(art.height, art.width) / 2
        return Disc(art.right - radius, art.center.y, radius, request.height)
    diameter = max(
        min(1.18 * request.width, 1.21 * art.height), min(0.7 * request.width, art.height)
    )
    x = request.width - 0.34 * diameter
    return Disc(x, request.height - 0.3 * diameter, diameter / 2, request.height)


def _wide_disc(request: GenerationRequest, art: Box) -> Disc:
    """At mid-height; whole, or so far off the right edge that it covers both corners.

    Before copy right of the art it stays whole.
    """
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
    """On the disc's middle, as far as the sheet and the zone hold it."""
    ink = ink_bounds(request.subjects[0])
    scale = min(
        _SUBJECT * 2 * disc.radius / math.hypot(ink.width, ink.height),
        0.94 * art.height / ink.height, 0.9 * art.width / ink.width,
    )  # fmt: skip
    w, h = scale * ink.width, scale * ink.height
    bottom = min(disc.y + h / 2, art.bottom - 0.03 * art.height)
    right = right_edge(request)
    edge = 0.04 * request.width if right == request.width else 0.0
    x = min(disc.x - w / 2, right - w - edge)
    return Box(x, max(art.y, bottom - h), w, h)


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
