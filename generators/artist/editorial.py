"""Editorial: a page of fine type between double rules, closed by the subject or an ornament.

The subject fills a tinted box as a picture does in a magazine, or stands free on the page.
"""

from __future__ import annotations

import math
import random

from design_io.assets import AssetStore
from design_io.color import mix
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.drawing import group, path_layer, polygon, rectangle, solid
from generators.artist.icons import icon_layers, lifted, plain_figure
from generators.artist.naming import is_placed, members_of, parted, thing_of
from generators.artist.room import fitted, placed
from generators.request import GenerationRequest, Painted

_EDGE = 0.032  # of the short side, from the sheet's edge to the outer rule
_THICK, _THIN, _BETWEEN = 7.0, 1.6, 8.0  # u
_LEAST = 0.07  # of the height, for the ornament
_MOST = 0.62  # of the short side, the most that a subject's sides take in the mean
_AIR = 0.07  # of the shorter side of its box, around the subject
_NARROW, _LOOSE = 0.5, 0.6  # of its box's width, under which one thing, or several, fill too little
_PALER = 0.4  # of the ground in every second box of a row
_TINTS = (0.2, 0.75, 1.0)  # of the accent in the ground, for the colour of the box
_LEAST_FIGURE = 0.14  # of the short side; a smaller one is left out
_SIZE = 15.0  # u, half a diamond's height


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    unit = math.sqrt(request.width * request.height) / 1000
    rules = _rules(request, unit, assets)
    made = [Painted(layer=group("rules", "Rules", rules))] if rules else []
    zone = request.boxes("object")[0]
    least = _LEAST_FIGURE * min(request.width, request.height)
    if request.subjects and min(zone.width, zone.height) > least:
        figure = (_boxed if _is_boxed(request, zone) else _free)(request, assets)
        made.append(Painted(layer=group("subject", "Subject", figure, role="hero")))
    elif zone.height > _LEAST * request.height and zone.width > 8 * _SIZE * unit:
        made.append(Painted(layer=group("fleuron", "Ornament", _diamonds(request, unit, assets))))
    return tuple(made)


def _is_boxed(request: GenerationRequest, zone: Box) -> bool:
    """A photograph, what would sink into the ground, and others by chance; none lost in a wide
    box."""
    name = request.subjects[0]
    if request.references:
        return True
    if is_placed(name):
        return False
    if len(members_of(name)) == 1 and fitted(name, zone).width < _NARROW * zone.width:
        return False
    pale = lifted(name, request.palette["bg"]) is not None
    return pale or random.Random(f"editorial/{request.seed}").random() < 0.5


def _free(request: GenerationRequest, assets: AssetStore) -> list[Layer]:
    """The subject on the page itself, as large as copy lets it be."""
    name, box = placed(request, _MOST, across=0.5)
    return list(plain_figure(name, box, request.palette["bg"], assets))


def _boxed(request: GenerationRequest, assets: AssetStore) -> list[Layer]:
    """The subject in a tinted box; several things side by side where the box is wide."""
    name, zone, tint = request.subjects[0], request.boxes("object")[0], _tint(request)
    data = rectangle(zone.width, zone.height)
    plate = path_layer("plate", "Picture box", data, zone, solid(tint), assets)
    room = zone.pad(-_AIR * min(zone.width, zone.height))
    if len(members_of(name)) > 1 and fitted(name, room).width < _LOOSE * room.width:
        return _row(name, zone, tint, request, assets)
    return [plate, *plain_figure(name, room, tint, assets)]


def _row(
    name: str, zone: Box, tint: str, request: GenerationRequest, assets: AssetStore
) -> list[Layer]:
    """The things of a still life side by side, each in a box of its own, of two tints in turn."""
    things, colors = parted(name), lifted(name, tint)
    width = zone.width / len(things)
    made: list[Layer] = []
    for n, thing in enumerate(things, 1):
        cell = Box(zone.x + (n - 1) * width, zone.y, width, zone.height)
        color = tint if n % 2 else mix(tint, request.palette["bg"], _PALER)
        data = rectangle(cell.width, cell.height)
        plate = path_layer(f"plate-{n}", "Picture box", data, cell, solid(color), assets)
        box = fitted(thing, cell.pad(-_AIR * min(width, zone.height)), down=0.5)
        figure = icon_layers(thing, box, assets, f"subject-{n}", colors=colors)
        label = thing_of(thing).replace("-", " ").capitalize()
        made += [plate, group(f"thing-{n}", label, figure, role="hero")]
    return made


def _tint(request: GenerationRequest) -> str:
    """Pale; as strong as it must be for what would sink into a pale one."""
    palette, name = request.palette, request.subjects[0]
    tints = [mix(palette["bg"], palette["accent"], share) for share in _TINTS]
    return next((tint for tint in tints if lifted(name, tint) is None), tints[0])


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
