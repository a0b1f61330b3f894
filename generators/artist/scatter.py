"""Scatter: toy-coloured objects and confetti fall around the copy, and never on it."""

from __future__ import annotations

import math
import random
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast, hex_to_oklch, mix
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Grain
from generators.artist.coats import Coat, Pose, coats, colored_stack
from generators.artist.drawing import circle, group, leaf, path_layer, solid, turned
from generators.artist.icons import (
    Ramp,
    dominant,
    keeps_its_colors,
    lifted,
    own_colors,
    recolored,
    shade,
    takes_any_color,
)
from generators.artist.naming import is_tinted, tinted
from generators.request import GenerationRequest, Painted

_SIZES = (
    0.34, 0.26, 0.24, 0.22, 0.2, 0.19, 0.18, 0.17, 0.16, 0.15, 0.14, 0.13, 0.12, 0.11, 0.1, 0.1,
    0.09, 0.09,
)  # fmt: skip
_TRIES = 260
_GAP = 0.016  # of the sheet's side, between objects
_APART = (0.2, 0.25, 0.28, 0.3)  # of the diagonal, between two of the same of 1, 2, 3, 4+ icons
_KINDS = 4
_CUT = (0.2, 0.45)  # share of an object that may lie outside the sheet
_TURN = 22.0  # degrees
_MOST_COATS = 64
_SEEN = 1.8  # contrast with the ground
_GREY, _WHITE = 0.04, 0.9  # chroma and lightness of what has no colour, and of white things
_CONFETTI = 70  # pieces and objects together
_TOYS = ("toy_1", "toy_2", "toy_3", "toy_4")


class Disc(NamedTuple):
    """The round place of an object or a piece of confetti."""

    x: float
    y: float
    radius: float
    icon: int  # which of the icons; -1: confetti


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    chance = random.Random(f"scatter/{request.seed}")
    copy = [r.box for r in request.regions if r.kind in ("text", "calm")]
    objects = _objects(request, copy, chance)
    pieces = _pieces(request, copy, objects, chance)
    made = [group("confetti", "Confetti", _confetti(request, pieces, chance, assets))]
    if objects:
        made.append(group("objects", "Objects", _drawn(request, objects, chance, assets), "hero"))
    return tuple(Painted(layer=layer) for layer in made if layer.layers)


def _objects(request: GenerationRequest, copy: list[Box], chance: random.Random) -> list[Disc]:
    """Large ones first, each where nothing is in its way; same icons stand apart.

    Every other one is the first icon, which is what the design is about.
    """
    side = math.sqrt(request.width * request.height)
    icons = min(len(request.subjects), _KINDS)
    apart = _APART[max(0, icons - 1)] * math.hypot(request.width, request.height)
    turns = [0] if icons < 2 else [n for other in range(1, icons) for n in (0, other)]
    placed: list[Disc] = []
    for n, size in enumerate(_SIZES if icons else ()):
        radius, icon = 0.5 * size * side, turns[n % len(turns)]
        shown = any(disc.icon == icon for disc in placed)
        for _ in range(_TRIES):
            disc = Disc(*_spot(request, radius, chance, cut=shown), radius, icon)
            twins = [o for o in placed if o.icon == icon and _distance(o, disc) < apart]
            if not twins and _free(disc, copy, placed, _GAP * side):
                placed.append(disc)
                break
    return placed


def _spot(
    request: GenerationRequest, radius: float, chance: random.Random, cut: bool = True
) -> tuple[float, float]:
    """Fully inside the sheet, or over one edge by a good part where it may be cut."""
    x = chance.uniform(radius, max(radius, request.width - radius))
    y = chance.uniform(radius, max(radius, request.height - radius))
    if cut and chance.random() < 0.4:
        out = (1 - 2 * chance.uniform(*_CUT)) * radius
        edges = ((out, y), (request.width - out, y), (x, out), (x, request.height - out))
        return chance.choice(edges)
    return x, y


def _free(disc: Disc, copy: list[Box], others: list[Disc], gap: float) -> bool:
    for box in copy:
        dx = max(box.x - disc.x, 0.0, disc.x - box.right)
        dy = max(box.y - disc.y, 0.0, disc.y - box.bottom)
        if math.hypot(dx, dy) < disc.radius + 1.6 * gap:
            return False
    return all(_distance(disc, other) >= disc.radius + other.radius + gap for other in others)


def _distance(first: Disc, second: Disc) -> float:
    return math.hypot(first.x - second.x, first.y - second.y)


def _drawn(
    request: GenerationRequest, objects: list[Disc], chance: random.Random, assets: AssetStore
) -> list[Layer]:
    """Objects in shared coats of colour; the smallest are left out while there are too many."""
    poses = [
        Pose((o.x, o.y), 1.8 * o.radius, chance.uniform(-_TURN, _TURN), chance.random() < 0.5)
        for o in objects
    ]
    names = [_dressed(request, o.icon, _nth(objects, o)) for o in objects]
    stacks = [
        colored_stack(name, pose, _colors(request, name))
        for name, pose in zip(names, poses, strict=True)
    ]
    laid = coats(stacks)
    while len(laid) > _MOST_COATS:
        stacks.pop()
        laid = coats(stacks)
    return [_layer(f"object-{n}", "Objects", coat, request, assets) for n, coat in enumerate(laid)]


def _nth(objects: list[Disc], disc: Disc) -> int:
    """The how manieth of its kind, from 0."""
    return [o for o in objects if o.icon == disc.icon].index(disc)


def _dressed(request: GenerationRequest, icon: int, nth: int) -> str:
    """The icon's name; where it is made in every colour, in another toy's each time."""
    name, toys = request.subjects[icon], _seen_toys(request)
    if nth and toys and takes_any_color(name) and not is_tinted(name):
        return tinted(name, toys[nth % len(toys)])
    return name


def _colors(request: GenerationRequest, name: str) -> dict[str, str]:
    """Old fill -> new fill: its own; what is grey, or white on white, is coloured as a toy."""
    ground, value = request.palette["bg"], hex_to_oklch(dominant(name))
    dull = value.chroma < _GREY and (value.lightness < _WHITE or lifted(name, ground) is not None)
    if not dull or keeps_its_colors(name) or is_tinted(name):
        return own_colors(name, ground)
    main = next(iter(_seen_toys(request)), request.palette[_TOYS[0]])
    ramp = Ramp(mix(main, "#101018", 0.6), main, mix(main, "#ffffff", 0.75), main)
    return recolored(name, ramp, native=True)


def _seen_toys(request: GenerationRequest) -> list[str]:
    """The colours of toys that stand out from the ground as they are."""
    toys = (request.palette[toy] for toy in _TOYS)
    return [toy for toy in toys if contrast(toy, request.palette["bg"]) >= _SEEN]


def _pieces(
    request: GenerationRequest, copy: list[Box], objects: list[Disc], chance: random.Random
) -> list[Disc]:
    side = math.sqrt(request.width * request.height)
    placed: list[Disc] = []
    for _ in range(6 * _CONFETTI):
        if len(placed) + len(objects) >= _CONFETTI:
            break
        radius = chance.uniform(0.006, 0.015) * side
        disc = Disc(*_spot(request, 1.2 * radius, chance), radius, -1)
        if _free(disc, copy, objects, 0.7 * _GAP * side) and _free(disc, [], placed, 0.03 * side):
            placed.append(disc)
    return placed


def _confetti(
    request: GenerationRequest, pieces: list[Disc], chance: random.Random, assets: AssetStore
) -> list[Layer]:
    """Dots, rings, bars and petals, one layer for each colour."""
    data: dict[str, list[str]] = {}
    for piece in pieces:
        data.setdefault(chance.choice(_TOYS), []).append(_piece(piece, chance))
    return [
        _layer(f"confetti-{toy[-1]}", "Confetti", Coat(request.palette[toy], "".join(data[toy])),
               request, assets)
        for toy in sorted(data)
    ]  # fmt: skip


def _piece(piece: Disc, chance: random.Random) -> str:
    center, radius = (piece.x, piece.y), piece.radius
    kind = chance.randrange(4)
    if kind == 0:
        return circle(center, 0.62 * radius)
    if kind == 1:
        return circle(center, 0.8 * radius) + circle(center, 0.46 * radius)
    angle = chance.uniform(0, 360)
    ends = [turned((piece.x + dx * radius, piece.y), center, angle) for dx in (-1, 1)]
    return leaf(ends[0], ends[1], 0.16 if kind == 2 else 0.3)


def _layer(
    layer_id: str, name: str, coat: Coat, request: GenerationRequest, assets: AssetStore
) -> Layer:  # fmt: skip
    unit = math.sqrt(request.width * request.height) / 1000
    grain = Grain(
        color=shade(coat.color), amount=0.2, cell=max(1.0, 1.5 * unit), seed=request.seed % 9973
    )
    box = Box(0, 0, request.width, request.height)
    fill = solid(coat.color, grain if layer_id.startswith("object") else None)
    return path_layer(
        layer_id, name, coat.data, box, fill, assets, rule="evenodd", role="frame"
    )  # fmt: skip
