"""Botanical: leaves and flowers grow from two opposite corners, within a thin frame."""

from __future__ import annotations

import math
import random
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Grain, Stroke
from generators.artist.drawing import (
    XY,
    circle,
    group,
    leaf,
    number,
    path_layer,
    solid,
    turned,
)
from generators.artist.icons import Shading, icon_layers, ink_bounds, shade
from generators.artist.inked import in_inks
from generators.request import GenerationRequest, Painted

_CORNERS = ((0, 0, 45.0), (1, 1, 225.0), (1, 0, 135.0), (0, 1, 315.0))  # x, y, heading in degrees
_LARGE, _SMALL = (8, 0.56), (4, 0.32)  # stems, and their length of the short side
_FAN = 92.0  # degrees
_SHORTEST = 0.13  # of the short side; shorter stems are left out
_PAIRS = 9  # of leaves on a fern
_GREENS = ("leaf_1", "leaf_2", "leaf_3", "leaf_4")
_SUBJECT = 0.3  # of the short side
_INSET = 0.05  # of the short side, the frame


class Stem(NamedTuple):
    base: XY
    heading: float  # degrees, clockwise from the right
    length: float  # px
    fern: bool
    green: int
    flower: bool


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    chance, place = random.Random(f"botanical/{request.seed}"), _place(request)
    stems = _stems(request, place, chance)
    foliage = [_leaves(request, stems, n, assets) for n in range(len(_GREENS))]
    made = [group("foliage", "Foliage", [layer for layer in foliage if layer])]
    flowers = [stem for stem in stems if stem.flower]
    if flowers:
        made.append(group("flowers", "Flowers", _flowers(request, flowers, assets)))
    made.insert(0, group("frame", "Frame", [_frame(request, assets)], role="frame"))
    if place is not None:
        made.append(group("subject", "Subject", _subject(request, place, assets), role="hero"))
    return tuple(Painted(layer=layer) for layer in made if layer.layers)


def _stems(
    request: GenerationRequest, subject: Box | None, chance: random.Random
) -> list[Stem]:  # fmt: skip
    """Fans of stems from the corners, shortened where copy or the subject is in their way."""
    short = min(request.width, request.height)
    copy = [r.box.pad(0.022 * short) for r in request.regions if r.kind in ("text", "calm")]
    copy += [subject.pad(0.03 * short)] if subject is not None else []
    mirrored = chance.random() < 0.5
    made: list[Stem] = []
    for place, (right, low, heading) in enumerate(_CORNERS):
        count, reach = _LARGE if (place < 2) != mirrored else _SMALL
        base = (right * request.width, low * request.height)
        for n in range(count):
            turn = ((n + 0.5) / count - 0.5) * _FAN + chance.uniform(-5, 5)
            length = reach * short * chance.uniform(0.78, 1.06)
            fern = chance.random() < 0.55
            stem = Stem(base, heading + turn, length, fern, chance.randrange(4), n % 3 == 1)
            clear = _shortened(stem, copy, _SHORTEST * short)
            if clear is not None:
                made.append(clear)
    return made


def _shortened(stem: Stem, copy: list[Box], least: float) -> Stem | None:
    while stem.length > least:
        if not any(_reaches(stem, box) for box in copy):
            return stem
        stem = stem._replace(length=0.86 * stem.length)
    return None


def _reaches(stem: Stem, box: Box) -> bool:
    """Whether any part of the stem, broad as its leaves, comes into the box."""
    breadth = 0.24 * stem.length
    grown = box.pad(breadth)
    return any(_inside(grown, _along(stem, t / 12)) for t in range(1, 13))


def _inside(box: Box, point: XY) -> bool:
    return box.x <= point[0] <= box.right and box.y <= point[1] <= box.bottom


def _along(stem: Stem, t: float) -> XY:
    """A point of the stem, which bends a little as it grows."""
    angle = math.radians(stem.heading + (14.0 if stem.green % 2 else -14.0) * t)
    return (
        stem.base[0] + math.cos(angle) * stem.length * t,
        stem.base[1] + math.sin(angle) * stem.length * t,
    )


def _leaves(
    request: GenerationRequest, stems: list[Stem], green: int, assets: AssetStore
) -> Layer | None:
    data = "".join(_fern(s) if s.fern else _blade(s) for s in stems if s.green == green)
    if not data:
        return None
    color = request.palette[_GREENS[green]]
    return _whole(f"leaves-{green + 1}", "Leaves", data, color, request, assets)


def _fern(stem: Stem) -> str:
    """Pairs of leaves that shorten towards the tip."""
    pieces = [leaf(stem.base, _along(stem, 1.0), 0.014)]
    for pair in range(_PAIRS):
        t = 0.2 + 0.74 * pair / (_PAIRS - 1)
        foot, ahead = _along(stem, t), _along(stem, t + 0.02)
        angle = math.degrees(math.atan2(ahead[1] - foot[1], ahead[0] - foot[0]))
        size = stem.length * 0.25 * (1.0 - 0.62 * t)
        for side in (-1, 1):
            tip = turned((foot[0] + size, foot[1]), foot, angle + side * 46)
            pieces.append(leaf(foot, tip, 0.17))
    pieces.append(leaf(_along(stem, 0.9), _along(stem, 1.06), 0.2))
    return "".join(pieces)


def _blade(stem: Stem) -> str:
    """One broad leaf, its midrib left open."""
    base, tip = _along(stem, 0.06), _along(stem, 1.0)
    rib = leaf(_along(stem, 0.94), _along(stem, 0.14), 0.011)  # runs the other way: a slit
    return leaf(base, tip, 0.16) + rib


def _flowers(request: GenerationRequest, stems: list[Stem], assets: AssetStore) -> list[Layer]:
    short = min(request.width, request.height)
    petals, hearts = [], []
    for stem in stems:
        center, radius = _along(stem, 0.66), min(0.042 * short, 0.14 * stem.length)
        for n in range(6):
            tip = turned((center[0] + 1.5 * radius, center[1]), center, 60.0 * n + stem.heading)
            petals.append(leaf(center, tip, 0.3))
        hearts.append(circle(center, 0.32 * radius))
    colors = (request.palette["flower"], request.palette["line"])
    return [
        _whole("petals", "Petals", "".join(petals), colors[0], request, assets),
        _whole("hearts", "Flower hearts", "".join(hearts), colors[1], request, assets),
    ]


def _whole(
    layer_id: str, name: str, data: str, color: str, request: GenerationRequest, assets: AssetStore
) -> Layer:
    """A path in the coordinates of the sheet."""
    unit = math.sqrt(request.width * request.height) / 1000
    grain = Grain(
        color=shade(color, 0.11, 8.0), amount=0.4, cell=max(1.0, 1.7 * unit),
        seed=request.seed % 9973 + len(layer_id), softness=0.2,
    )  # fmt: skip
    box = Box(0, 0, request.width, request.height)
    return path_layer(layer_id, name, data, box, solid(color, grain), assets, role="frame")


def _frame(request: GenerationRequest, assets: AssetStore) -> Layer:
    short = min(request.width, request.height)
    inset = _INSET * short
    w, h = request.width - 2 * inset, request.height - 2 * inset
    stroke = Stroke(color=request.palette["line"], width=max(1.0, 0.0022 * short))
    data = f"M0 0H{number(w)}V{number(h)}H0Z"
    box = Box(inset, inset, w, h)
    return path_layer("frame-line", "Line", data, box, None, assets, stroke=stroke, role="frame")


def _place(request: GenerationRequest) -> Box | None:
    """The subject's box above the copy, when there is room for it."""
    copy = [r.box for r in request.regions if r.kind in ("text", "calm")]
    if not request.subjects or not copy:
        return None
    short, top = min(request.width, request.height), min(box.y for box in copy)
    side = min(_SUBJECT * short, top - 0.11 * request.height)
    if side < 0.09 * short:
        return None
    ink = ink_bounds(request.subjects[0])
    width = side * min(1.0, ink.width / ink.height)
    return Box(request.width / 2 - width / 2, top - side - 0.035 * short, width, side)


def _subject(request: GenerationRequest, place: Box, assets: AssetStore) -> list[Layer]:
    """The drawing in the inks of leaves and flowers."""
    name, palette = request.subjects[0], request.palette
    unit = math.sqrt(request.width * request.height) / 1000
    shading = Shading(0.35, max(1.0, 1.7 * unit), request.seed)
    inks = [palette[role] for role in ("flower", "line", *_GREENS)]
    colors = in_inks(name, inks, palette["bg"], palette["ink"])
    return list(icon_layers(name, place, assets, "subject", colors=colors, shading=shading))
