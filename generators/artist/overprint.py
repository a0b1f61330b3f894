"""Overprint: a few great plain forms in translucent inks that make new colours where they meet.

Abstract: needs no subject. On dark sheets the forms are light and add up instead.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import hex_to_oklch, reach_contrast
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Grain
from generators.artist.copy_zones import foot_top, is_beside, right_edge
from generators.artist.drawing import XY, circle, group, number, path_layer, polygon, solid, turned
from generators.request import GenerationRequest, Painted

_INKS = ("a", "b", "c")
_INSET = 0.07  # of the height, kept free above and below beside the copy
_FADE = 0.7  # most of an ink that wears off towards one side
_OPACITY = 0.94


class Form(NamedTuple):
    """One form of one ink: its outline on the sheet and the direction in which it wears off."""

    ink: int  # 0, 1 or 2
    data: str
    box: Box
    fade: float  # degrees, clockwise from the x axis


class Field(NamedTuple):
    """Where forms stand; right of it, and left of it between head and foot, they may bleed."""

    box: Box
    left: bool  # bleeds to the left too

    @property
    def side(self) -> float:
        return min(0.9 * self.box.width, self.box.height)


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    field = _field(request)
    if field.side < 24:
        return ()
    chance = random.Random(f"overprint/{request.seed}")
    ratio = field.box.width / field.box.height
    kinds = _WIDE if ratio > 1.7 else _COMPACT
    forms = chance.choice(kinds)(field, chance)
    shift = chance.randrange(3)
    layers = [_layer(request, form, n, shift, assets) for n, form in enumerate(forms)]
    return (Painted(layer=group("forms", "Overprinted forms", layers, role="hero")),)


def _field(request: GenerationRequest) -> Field:
    art = request.boxes("object")[0]
    if is_beside(request):
        inset = _INSET * request.height
        return Field(
            Box(art.x, inset, right_edge(request) - art.x, request.height - 2 * inset), left=False
        )
    bottom = art.bottom
    if foot_top(request) is None:
        bottom = request.height - (request.width - art.width) / 2
    return Field(Box(0, art.y, request.width, max(1.0, bottom - art.y)), left=True)


def _chain(field: Field, chance: random.Random) -> list[Form]:
    """Discs and half discs in a row, each printed over the edge of the one before."""
    box = field.box
    radius = box.height / 2
    first = box.x if field.left else box.x + radius
    last = box.right + chance.uniform(-0.3, 0.1) * radius
    count = max(2, int((last - first) / (radius * chance.uniform(1.12, 1.3))))
    forms: list[Form] = []
    for n in range(count + 1):
        center = (first + (last - first) * n / count, box.center.y)
        if n == 0 or chance.random() < 0.6:
            fade = chance.choice((0.0, 90.0, 180.0, 270.0))
            forms.append(_disc(n % 3, center, radius, fade))
        else:
            forms.append(_half_disc(n % 3, center, radius, chance.choice((0, 180))))
    return forms


def _petals(field: Field, chance: random.Random) -> list[Form]:
    """Four discs about one centre."""
    side, center = field.side, _center(field, 0.5)
    radius, away = 0.29 * side, 0.205 * side
    turn = chance.choice((0.0, 45.0))
    return [
        _disc(n % 3 if n < 3 else 1, turned((center[0], center[1] - away), center, turn + 90 * n),
              radius, turn + 90 * n - 90)
        for n in range(4)
    ]  # fmt: skip


def _lenses(field: Field, chance: random.Random) -> list[Form]:
    """Three long ellipses crossing in one centre."""
    side, center = field.side, _center(field, 0.5)
    first = chance.uniform(0, 60)
    return [_ellipse(n, center, 0.495 * side, 0.2 * side, first + 60 * n) for n in range(3)]


def _growth(field: Field, chance: random.Random) -> list[Form]:
    """Discs growing towards the right edge, over which the last one bleeds."""
    box, side = field.box, min(field.side, field.box.width / 1.6)
    upward = chance.random() < 0.6
    radii = (0.13 * side, 0.22 * side, 0.34 * side, 0.47 * side)
    right = box.right + 0.3 * radii[3]
    x = right - radii[3]
    top, low = box.center.y - side / 2, box.center.y + side / 2
    y = top + radii[3] if upward else low - radii[3]
    forms = [_disc(0, (x, y), radii[3], 200.0)]
    for n, radius in enumerate(reversed(radii[:3])):
        x -= 0.62 * (radius + radii[3 - n])
        y = low - radius if upward else top + radius
        forms.append(_disc((n + 1) % 3, (x, y), radius, chance.choice((0.0, 90.0, 270.0))))
    return forms


def _eclipse(field: Field, chance: random.Random) -> list[Form]:
    """A great disc, a smaller one rising behind it, and a triangle across both."""
    box, side = field.box, field.side
    center = _center(field, 0.5)
    lean = chance.choice((-1, 1))
    big = (center[0] + 0.08 * side * lean, box.bottom - 0.40 * side)
    small = (center[0] - 0.24 * side * lean, box.y + 0.28 * side)
    low = box.bottom
    tip = (center[0] - 0.42 * side * lean, low)
    triangle = [tip, (center[0] + 0.5 * side * lean, low),
                (center[0] + 0.5 * side * lean, low - 0.72 * side)]  # fmt: skip
    return [
        _disc(0, big, 0.40 * side, 250.0),
        _disc(1, small, 0.28 * side, 90.0),
        _shape(2, polygon, triangle, 180.0 if lean > 0 else 0.0),
    ]


def _center(field: Field, share: float) -> XY:
    return field.box.x + share * field.box.width, field.box.center.y


def _disc(ink: int, center: XY, radius: float, fade: float) -> Form:
    box = Box(center[0] - radius, center[1] - radius, 2 * radius, 2 * radius)
    return Form(ink, circle((radius, radius), radius), box, fade)


def _half_disc(ink: int, center: XY, radius: float, turn: int) -> Form:
    """The upper half of a disc about `center`; its lower half when turned by 180 degrees."""
    r, w = number(radius), number(2 * radius)
    if turn == 0:
        box = Box(center[0] - radius, center[1] - radius, 2 * radius, radius)
        return Form(ink, f"M0 {r}A{r} {r} 0 0 1 {w} {r}Z", box, 90.0)
    box = Box(center[0] - radius, center[1], 2 * radius, radius)
    return Form(ink, f"M0 0A{r} {r} 0 0 0 {w} 0Z", box, 270.0)


def _ellipse(ink: int, center: XY, long: float, short: float, degrees: float) -> Form:
    angle = math.radians(degrees)
    dx, dy = long * math.cos(angle), long * math.sin(angle)
    reach_x = math.hypot(dx, short * math.sin(angle))
    reach_y = math.hypot(dy, short * math.cos(angle))
    box = Box(center[0] - reach_x, center[1] - reach_y, 2 * reach_x, 2 * reach_y)
    rx, ry, turn = number(long), number(short), number(degrees)
    one = f"{number(reach_x - dx)} {number(reach_y - dy)}"
    other = f"{number(reach_x + dx)} {number(reach_y + dy)}"
    data = f"M{one}A{rx} {ry} {turn} 1 1 {other}A{rx} {ry} {turn} 1 1 {one}Z"
    return Form(ink, data, box, degrees)


def _shape(ink: int, draw: Callable[[list[XY]], str], points: list[XY], fade: float) -> Form:
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    data = draw([(x - left, y - top) for x, y in points])
    return Form(ink, data, Box(left, top, width, height), fade)


def _layer(
    request: GenerationRequest, form: Form, number_: int, shift: int, assets: AssetStore
) -> Layer:
    """The form in its ink, which wears off in specks; multiplied, or added on dark sheets."""
    palette = request.palette
    dark = hex_to_oklch(palette["bg"]).lightness < 0.6
    color = reach_contrast(palette[_INKS[(form.ink + shift) % 3]], palette["bg"], 1.35)
    unit = math.sqrt(request.width * request.height) / 1000
    wear = Grain(
        color=color + "00", amount=_FADE, cell=max(1.0, 1.7 * unit), angle=form.fade, power=2.4,
        softness=0.12, seed=request.seed + number_,
    )  # fmt: skip
    return path_layer(
        f"form-{number_ + 1}", f"Form {number_ + 1}", form.data, form.box, solid(color, wear),
        assets, role="hero", opacity=_OPACITY, blend_mode="screen" if dark else "multiply",
    )  # fmt: skip


Kind = Callable[[Field, random.Random], list[Form]]
_WIDE: tuple[Kind, ...] = (_chain, _growth)
_COMPACT: tuple[Kind, ...] = (_petals, _lenses, _growth, _eclipse)
