"""Editorial: a page of fine type between double rules, closed by the subject or an ornament."""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.drawing import group, path_layer, polygon, rectangle, solid
from generators.artist.icons import plain_figure
from generators.request import GenerationRequest, Painted

_EDGE = 0.032  # of the short side, from the sheet's edge to the outer rule
_THICK, _THIN, _BETWEEN = 7.0, 1.6, 8.0  # u
_LEAST = 0.07  # of the height, for the ornament
_FIGURE, _MOST = 0.86, 0.5  # largest subject, of the zone and of the short side
_LEAST_FIGURE = 0.14  # of the short side; a smaller one is left out
_SIZE = 15.0  # u, half a diamond's height


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    unit = math.sqrt(request.width * request.height) / 1000
    rules = _rules(request, unit, assets)
    made = [Painted(layer=group("rules", "Rules", rules))] if rules else []
    zone = request.boxes("object")[0]
    side = min(
        _FIGURE * zone.height, _FIGURE * zone.width, _MOST * min(request.width, request.height)
    )
    if request.subjects and side > _LEAST_FIGURE * min(request.width, request.height):
        box = Box(zone.x, zone.center.y - side / 2, side, side)
        figure = plain_figure(request.subjects[0], box, request.palette["bg"], assets)
        made.append(Painted(layer=group("subject", "Subject", figure, role="hero")))
    elif zone.height > _LEAST * request.height and zone.width > 8 * _SIZE * unit:
        made.append(Painted(layer=group("fleuron", "Ornament", _diamonds(request, unit, assets))))
    return tuple(made)


def _rules(request: GenerationRequest, unit: float, assets: AssetStore) -> list[Layer]:
    """Thick outside, thin inside, at head and foot of the page; none that copy comes close to."""
    edge = _EDGE * min(request.width, request.height)
    thick, thin = max(1.0, _THICK * unit), max(1.0, _THIN * unit)
    gap, low = _BETWEEN * unit, request.height - edge
    pairs = (
        ((edge, thick), (low - thick, thick)),
        ((edge + thick + gap, thin), (low - thick - gap - thin, thin)),
    )
    copy = [r.box.pad(0.7 * gap) for r in request.regions if r.kind in ("text", "calm")]
    bars = [[Box(edge, y, request.width - 2 * edge, h) for y, h in pair] for pair in pairs]
    clear = [
        bar for pair in bars for bar in pair
        if all(box.intersection(each).empty for box in copy for each in pair)
    ]  # fmt: skip
    return [_bar(f"rule-{n}", bar, request, assets) for n, bar in enumerate(clear, 1)]


def _bar(name: str, box: Box, request: GenerationRequest, assets: AssetStore) -> Layer:
    data = rectangle(box.width, box.height)
    return path_layer(name, "Rule", data, box, solid(request.palette["line"]), assets, role="frame")


def _diamonds(request: GenerationRequest, unit: float, assets: AssetStore) -> list[Layer]:
    """Three diamonds on a hairline, at mid-height of what the copy leaves free."""
    zone, half = request.boxes("object")[0], _SIZE * unit
    width, height = 9.0 * half, 2 * half
    x = zone.x if zone.width < 0.9 * request.width else zone.center.x - width / 2
    box = Box(x, zone.center.y - half, width, height)
    pieces = [_diamond(half * at, half, half * size) for at, size in ((1, 0.6), (4.5, 1), (8, 0.6))]
    data = "".join(pieces)
    return [
        path_layer("fleuron-1", "Diamonds", data, box, solid(request.palette["accent"]), assets)
    ]


def _diamond(x: float, y: float, half: float) -> str:
    return polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)))
