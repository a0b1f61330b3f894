"""Scatter: toy-coloured objects and confetti fall around the copy, and never on it."""

from __future__ import annotations

import math
import random
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Grain
from generators.artist.coats import Coat, Pose, coats, colored_stack
from generators.artist.drawing import circle, group, leaf, path_layer, solid, turned
from generators.artist.icons import lifted, parts, shade
from generators.request import GenerationRequest, Painted

_SIZES = (0.25, 0.22, 0.2, 0.18, 0.16, 0.15, 0.14, 0.13, 0.12, 0.11, 0.1, 0.1, 0.09, 0.09, 0.08)
_TRIES = 260
_GAP = 0.016  # of the sheet's side, between objects
_APART = 0.3  # of the diagonal, between two of the same icon
_CUT = (0.2, 0.45)  # share of an object that may lie outside the sheet
_TURN = 22.0  # degrees
_MOST_COATS = 40
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
    """Large ones first, each where nothing is in its way; same icons stand apart."""
    side = math.sqrt(request.width * request.height)
    apart = _APART * math.hypot(request.width, request.height)
    icons = min(len(request.subjects), 5)
    placed: list[Disc] = []
    for n, size in enumerate(_SIZES if icons else ()):
        radius, icon = 0.5 * size * side, n % icons
        for _ in range(_TRIES):
            disc = Disc(*_spot(request, radius, chance), radius, icon)
            twins = [o for o in placed if o.icon == icon and _distance(o, disc) < apart]
            if not twins and _free(disc, copy, placed, _GAP * side):
                placed.append(disc)
                break
    return placed


def _spot(
    request: GenerationRequest, radius: float, chance: random.Random
) -> tuple[float, float]:  # fmt: skip
    """Fully inside the sheet, or over one edge by a good part."""
    x = chance.uniform(radius, max(radius, request.width - radius))
    y = chance.uniform(radius, max(radius, request.height - radius))
    if chance.random() < 0.4:
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
    stacks = [
        colored_stack(request.subjects[o.icon], pose, _native(request, o.icon))
        for o, pose in zip(objects, poses, strict=True)
    ]
    laid = coats(stacks)
    while len(laid) > _MOST_COATS:
        stacks.pop()
        laid = coats(stacks)
    return [_layer(f"object-{n}", "Objects", coat, request, assets) for n, coat in enumerate(laid)]


def _native(request: GenerationRequest, icon: int) -> dict[str, str]:
    """Old fill -> new fill: its own, unless the icon would sink into the ground."""
    name = request.subjects[icon]
    own = {part.color: part.color for part in parts(name)}
    return lifted(name, request.palette["bg"]) or own


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
        color=shade(coat.color), amount=0.3, cell=max(1.0, 1.5 * unit), seed=request.seed % 9973
    )
    box = Box(0, 0, request.width, request.height)
    fill = solid(coat.color, grain if layer_id.startswith("object") else None)
    return path_layer(
        layer_id, name, coat.data, box, fill, assets, rule="evenodd", role="frame"
    )  # fmt: skip
