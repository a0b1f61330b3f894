"""Supergraphic: a bundle of broad stripes that runs over the sheet and turns in round corners.

Abstract: needs no subject. One stroked layer for each stripe, its turns concentric.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Literal, NamedTuple

from design_io.assets import AssetStore
from design_io.color import reach_contrast
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Stroke
from generators.artist.copy_zones import foot_top, is_beside, right_edge
from generators.artist.drawing import XY, circle, group, number, path_layer, solid
from generators.request import GenerationRequest, Painted

Heading = Literal["right", "down", "left", "up"]
_HEADINGS: dict[str, XY] = {"right": (1, 0), "down": (0, 1), "left": (-1, 0), "up": (0, -1)}
_CLOCKWISE: tuple[Heading, ...] = ("right", "down", "left", "up")
_WIDTHS = ((1.0, 1.0, 1.0, 1.0, 1.0), (0.6, 0.8, 1.1, 1.4, 1.8), (1.8, 1.4, 1.1, 0.8, 0.6))
_GAPS = (0.0, 0.0, 0.09)  # of a stripe, ground showing between stripes
_INSET = 0.07  # of the height, kept free above and below a turn beside the copy
_DISC = 0.62  # of the radius that a turn leaves free


class Move(NamedTuple):
    """Straight on by `length`, or a quarter turn about a centre `length` to the left or right."""

    length: float
    turn: int = 0  # -1 left, 0 straight, 1 right


class Run(NamedTuple):
    """The centre line of the bundle and how broad it is."""

    start: XY
    heading: Heading
    moves: tuple[Move, ...]
    breadth: float
    dot: XY  # where a disc sits, within a turn
    disc: float  # its radius


class Field(NamedTuple):
    """Where the stripes may run; at edges that bleed they run on beyond the sheet."""

    box: Box
    beyond: float  # px past a bleeding edge
    down: float  # px past the lower edge
    up: float  # px past the upper edge
    floor: float  # y, the lowest that is seen


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    field = _field(request)
    if min(field.box.width, field.box.height) < 24:
        return ()
    chance = random.Random(f"supergraphic/{request.seed}")
    forms = _BESIDE if is_beside(request) else _BETWEEN
    run = chance.choice(forms)(field, chance)
    stripes = group("stripes", "Stripes", _stripes(request, field, run, chance, assets))
    dot = group("dot", "Disc", [_disc(request, run, assets)], role="hero")
    return Painted(layer=stripes), Painted(layer=dot)


def _field(request: GenerationRequest) -> Field:
    art, beyond = request.boxes("object")[0], 0.1 * request.width
    if is_beside(request):
        inset = _INSET * request.height
        box = Box(art.x, inset, right_edge(request) - art.x, request.height - 2 * inset)
        return Field(box, beyond, inset + beyond, inset + beyond, request.height)
    bottom = art.bottom if foot_top(request) is not None else float(request.height)
    bleeds = bottom >= request.height - 0.1 * min(request.width, request.height)
    bottom = request.height if bleeds else bottom
    box = Box(0, art.y, request.width, bottom - art.y)
    return Field(box, beyond, beyond if bleeds else 0.0, 0.0, bottom)


def _swing(field: Field, chance: random.Random) -> Run:
    """From one side at one height to the other side at another."""
    box = field.box
    hole = min(0.09 * box.height, 0.12 * box.width)
    breadth = min((box.height - 2 * hole) / 2, 0.42 * box.width)
    radius = breadth / 2 + hole
    rise = box.height - breadth - 2 * radius
    upward = chance.random() < 0.6
    x = max(chance.uniform(0.36, 0.6) * box.width, radius + 1.5 * hole)
    y = box.bottom - breadth / 2 if upward else box.y + breadth / 2
    turn = -1 if upward else 1
    moves = (
        Move(field.beyond + x - radius), Move(radius, turn), Move(rise), Move(radius, -turn),
        Move(box.width + field.beyond),
    )  # fmt: skip
    dot = (x - radius, y + turn * radius)
    return Run((-field.beyond, y), "right", moves, breadth, dot, _DISC * hole)


def _hairpin(field: Field, chance: random.Random) -> Run:
    """In from the right, round, and out to the right again."""
    box = field.box
    hole = chance.uniform(0.10, 0.16) * box.height
    breadth = min(box.height / 2 - hole, 0.62 * box.width)
    radius = box.height / 2 - breadth / 2
    hole = radius - breadth / 2
    left = box.x + max(0.06 * box.width, box.width - 1.7 * box.height)
    x = left + radius + breadth / 2
    run_in = box.right + field.beyond - x
    moves = (Move(run_in), Move(radius, -1), Move(radius, -1), Move(run_in))
    start = (box.right + field.beyond, box.y + breadth / 2)
    return Run(start, "left", moves, breadth, (x, box.center.y), _DISC * hole)


def _bow(field: Field, chance: random.Random) -> Run:
    """Up from the lower edge, over in a half circle, and down again."""
    box = field.box
    outer = min(box.height, 0.46 * box.width)
    hole = chance.uniform(0.22, 0.32) * outer
    breadth = outer - hole
    radius = hole + breadth / 2
    legs = box.height - outer + field.down
    x = box.center.x
    moves = (Move(legs), Move(radius, 1), Move(radius, 1), Move(legs))
    start = (x - radius, box.bottom + field.down)
    room = field.floor - box.y - outer
    disc = _DISC * hole if room > 0.8 * hole else 0.4 * hole
    dot = (x, min(box.y + outer, field.floor - 1.1 * disc))
    return Run(start, "up", moves, breadth, dot, disc)


def _corner(field: Field, chance: random.Random) -> Run:
    """Up from the lower edge and out to the right in one great turn."""
    box = field.box
    left = chance.uniform(0.04, 0.16) * box.width
    share = chance.uniform(0.62, 0.72)
    breadth = min(
        share * box.height, 0.9 * share * box.width, (box.width - left) / 1.56, box.height / 1.56
    )
    hole = min(0.30 * breadth, box.height - breadth)
    radius = breadth / 2 + hole
    left += box.x
    moves = (
        Move(box.height - breadth - hole + field.down), Move(radius, 1),
        Move(box.width + field.beyond),
    )  # fmt: skip
    start = (left + breadth / 2, box.bottom + field.down)
    dot = (left + breadth + hole, box.y + breadth + hole)
    return Run(start, "up", moves, breadth, dot, _DISC * hole)


def _climb(field: Field, chance: random.Random) -> Run:
    """Up from the lower edge, aside, and on to the upper edge."""
    box = field.box
    hole = 0.10 * min(box.width, box.height)
    breadth = min((0.93 * box.width - 2 * hole) / 2, 0.52 * box.height)
    radius = breadth / 2 + hole
    aside = max(0.0, 0.93 * box.width - breadth - 2 * radius)
    first = max(0.0, (box.height - 2 * radius) * chance.uniform(0.3, 0.7))
    moves = (
        Move(first + field.down), Move(radius, 1), Move(aside), Move(radius, -1),
        Move(box.height + field.up),
    )  # fmt: skip
    start = (box.x + breadth / 2, box.bottom + field.down)
    dot = (start[0] + radius, box.bottom - first)
    return Run(start, "up", moves, breadth, dot, _DISC * hole)


def _stripes(
    request: GenerationRequest, field: Field, run: Run, chance: random.Random, assets: AssetStore
) -> list[Layer]:
    """One layer for each stripe, from one side of the bundle to the other."""
    widths, gap = chance.choice(_WIDTHS), chance.choice(_GAPS)
    colors = _colors(request, chance)
    scale = run.breadth / sum(widths)
    made: list[Layer] = []
    side = -run.breadth / 2
    for n, (share, color) in enumerate(zip(widths, colors, strict=True)):
        width = share * scale
        data = _offset(run, side + width / 2, field.box)
        seam = 0.6 if gap == 0.0 and n else 0.0
        stroke = Stroke(color=color, width=max(1.0, width * (1 - gap) + seam), cap="butt")
        made.append(
            path_layer(
                f"stripe-{n + 1}", f"Stripe {n + 1}", data, field.box, None, assets, stroke=stroke
            )
        )
        side += width
    return made


def _colors(request: GenerationRequest, chance: random.Random) -> list[str]:
    """The five band colours in order or reversed, each seen on the ground."""
    palette = request.palette
    colors = [reach_contrast(palette[f"band_{n}"], palette["bg"], 1.3) for n in range(1, 6)]
    return colors if chance.random() < 0.5 else colors[::-1]


def _offset(run: Run, offset: float, box: Box) -> str:
    """The line `offset` px to the right of the centre line, in coordinates of the box."""
    heading = run.heading
    x, y = run.start
    dx, dy = _HEADINGS[heading]
    x, y = x - dy * offset, y + dx * offset  # to the right of the way
    data = f"M{number(x - box.x)} {number(y - box.y)}"
    for move in run.moves:
        dx, dy = _HEADINGS[heading]
        if move.turn == 0:
            x, y = x + dx * move.length, y + dy * move.length
            data += f"L{number(x - box.x)} {number(y - box.y)}"
            continue
        radius = max(0.01, move.length - move.turn * offset)
        heading = _CLOCKWISE[(_CLOCKWISE.index(heading) + move.turn) % 4]
        ex, ey = _HEADINGS[heading]
        x, y = x + radius * (dx + ex), y + radius * (dy + ey)
        r, sweep = number(radius), 1 if move.turn > 0 else 0
        data += f"A{r} {r} 0 0 {sweep} {number(x - box.x)} {number(y - box.y)}"
    return data


def _disc(request: GenerationRequest, run: Run, assets: AssetStore) -> Layer:
    """A disc resting within the turn."""
    radius = max(1.0, run.disc)
    box = Box(run.dot[0] - radius, run.dot[1] - radius, 2 * radius, 2 * radius)
    return path_layer("dot-disc", "Disc", circle((radius, radius), radius), box,
                      solid(request.palette["ink"]), assets, role="hero")  # fmt: skip


Form = Callable[[Field, random.Random], Run]
_BETWEEN: tuple[Form, ...] = (_swing, _hairpin, _bow, _corner, _swing)
_BESIDE: tuple[Form, ...] = (_hairpin, _bow, _corner, _climb)
