"""Riso print: three inks on cream paper that multiply, a screen of dots, a slight misregister.

Ink 1 prints the field behind and spares the subject; ink 2 its body; the ink of the type its darks
and shadows. Inside a group white is bare paper, since the group multiplies.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import hex_to_oklch, hue_distance, mix, oklch_hex
from design_io.document import GroupLayer, Layer
from design_io.geometry import Box
from design_io.paint import Grain, SolidFill
from design_io.pathfinder import united, without
from design_io.paths import path_bounds
from generators.artist.coats import Coat, Pose, coats, colored_stack, silhouette
from generators.artist.copy_zones import is_beside
from generators.artist.drawing import XY, circle, group, number, path_layer, polygon, solid
from generators.artist.halftone import screen
from generators.artist.icons import dominant, ink_bounds, parts, second_color, skin_of
from generators.artist.tones import icon_tones
from generators.request import GenerationRequest, Painted

_PAPER = "#ffffff"
_CELL, _FINE = 17.0, 9.0  # u, of the field's screen and the shadow's
_ANGLES = (22.0, 52.0)  # degrees, of the same
_SIZE = (0.82, 0.84)  # of the art zone's width and height, most of the subject
_DOTS = 44  # shadow dots along a subject, at least
_SLIP = (-4.5, 3.5)  # u, ink 2 against the others
_LOOSE = 0.2  # of the subject's size, what a part of another hue may reach beyond the rest
_BARE = 0.02  # of an ink's area, its bare spots
_TWICE = 0.2  # OKLCH lightness that an ink loses over itself
_GRID = 60  # cells across the subject, for its shadows
_FIELDS = ("disc", "block", "disc", "burst")


class Press(NamedTuple):
    request: GenerationRequest
    assets: AssetStore
    art: Box
    unit: float

    def ink(self, number_: int) -> str:
        return self.request.palette[("ink", "ink_1", "ink_2")[number_ % 3]]

    def speckled(self, color: str) -> SolidFill:
        """Ink with the few bare spots of a fast print."""
        grain = Grain(
            color=_PAPER, amount=_BARE, cell=max(1.0, 1.2 * self.unit), power=0.01, softness=0.05,
            seed=self.request.seed,
        )  # fmt: skip
        return solid(color, grain)

    def layer(self, layer_id: str, name: str, coat: Coat, fill: SolidFill, rule="nonzero") -> Layer:
        """A coat given in the coordinates of the art zone."""
        return path_layer(layer_id, name, coat.data, self.art, fill, self.assets, rule=rule)


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    unit = math.sqrt(request.width * request.height) / 1000
    press = Press(request, assets, _zone(request), unit)
    made = _with_subject(press, request.subjects[0]) if request.subjects else _abstract(press)
    return tuple(Painted(layer=layer) for layer in made)


def _zone(request: GenerationRequest) -> Box:
    """The art zone; down to the sheet's edge when nothing stands below it."""
    art = request.boxes("object")[0]
    ends = request.height - art.bottom < 0.1 * min(request.width, request.height)
    return art._replace(height=request.height - art.y) if ends else art


def _printed(layer_id: str, name: str, layers: Iterable[Layer], hero: bool = False) -> GroupLayer:
    made = group(layer_id, name, layers, role="hero" if hero else "ornament")
    return made.evolve(blend_mode="multiply")


def _with_subject(press: Press, name: str) -> list[GroupLayer]:
    pose = _pose(press, name)
    bare = press.layer(
        "knock-out", "Knock-out", Coat(_PAPER, silhouette(name, pose)), solid(_PAPER), "evenodd"
    )
    second = _plate(press, name, pose, {"second": press.ink(1)}, "ink-1-part")
    slip = _slipped(press, pose)
    body = {"main": press.ink(2), "dark": press.ink(2), "tint": mix(press.ink(2), _PAPER, 0.55)}
    loose = {"dark": press.ink(0), "loose": _twice(press.ink(1))}
    dark = _plate(press, name, pose, loose, "ink-3-part")
    shadow = _shadow(press, name, pose)
    return [
        _printed("ink-1", "Ink 1", [*_field(press, _center(press)), bare, *second]),
        _printed("ink-2", "Ink 2", _plate(press, name, slip, body, "ink-2-part"), hero=True),
        _printed("ink-3", "Ink 3", [*dark, *shadow]),
    ]


def _twice(ink: str) -> str:
    """The ink printed over itself."""
    value = hex_to_oklch(ink)
    return oklch_hex(value.lightness - _TWICE, 0.9, value.hue)


def _pose(press: Press, name: str) -> Pose:
    """The subject in the middle of the field, in the coordinates of the art zone."""
    art, (x, y), ink = press.art, _center(press), ink_bounds(name)
    scale = min(_SIZE[0] * art.width / ink.width, _SIZE[1] * art.height / ink.height)
    return Pose((x - art.x, y - art.y), scale * max(ink.width, ink.height))


def _center(press: Press) -> XY:
    art = press.art
    return art.x + (0.48 if is_beside(press.request) else 0.52) * art.width, art.center.y


def _slipped(press: Press, pose: Pose) -> Pose:
    dx, dy = _SLIP
    x, y = pose.center
    return pose._replace(center=(x + dx * press.unit, y + dy * press.unit))


@lru_cache(maxsize=256)
def _tones(name: str) -> dict[str, str]:
    """Each fill of the icon as main, dark, tint, paper, second or loose.

    The last two are a hue of its own: inside the drawing it is printed in the ink of the field,
    beside it, where it would be lost on the field, in the same printed twice.
    """
    tones = _by_lightness(name)
    pose = Pose((0, 0), 100)
    masks = {fill: "x" if tone == "second" else "y" for fill, tone in tones.items()}
    stack = colored_stack(name, pose, masks)
    second = united(coat.data for coat in stack if coat.color == "x")
    rest = united(coat.data for coat in stack if coat.color == "y")
    beside = path_bounds(without(second, rest)) if second else Box(0, 0, 0, 0)
    if max(beside.width, beside.height) < _LOOSE * 100:
        return tones
    return {fill: "loose" if tone == "second" else tone for fill, tone in tones.items()}


def _by_lightness(name: str) -> dict[str, str]:
    main, skin = hex_to_oklch(dominant(name)), skin_of(name)
    second = hex_to_oklch(second_color(name)) if second_color(name) else None
    found = {}
    for color in {part.color for part in parts(name)}:
        value = hex_to_oklch(color)
        rise = value.lightness - main.lightness
        far = hue_distance(value.hue, main.hue) > 50 and value.chroma > 0.08
        if color in skin:
            found[color] = "tint"
        elif color == dominant(name):
            found[color] = "main"
        elif value.lightness < 0.42 or (rise < -0.16 and not far):
            found[color] = "dark"
        elif value.lightness > 0.93 and value.chroma < 0.05:
            found[color] = "paper"
        elif far and main.chroma > 0.05 and second and hue_distance(value.hue, second.hue) < 50:
            found[color] = "second"
        else:
            found[color] = "tint" if rise > 0.09 or far else "main"
    return found


def _plate(press: Press, name: str, pose: Pose, inks: dict[str, str], prefix: str) -> list[Layer]:
    """The icon's share of one ink: its tones in their colours, everything else bare paper."""
    colors = {fill: inks.get(tone, _PAPER) for fill, tone in _tones(name).items()}
    laid = list(coats([colored_stack(name, pose, colors)]))
    while laid and laid[0].color == _PAPER:  # nothing lies below it yet
        laid.pop(0)
    return [
        press.layer(f"{prefix}-{n + 1}", "Print", coat, _fill(press, coat.color), "evenodd")
        for n, coat in enumerate(laid)
    ]


def _fill(press: Press, color: str) -> SolidFill:
    return solid(_PAPER) if color == _PAPER else press.speckled(color)


def _shadow(press: Press, name: str, pose: Pose) -> list[Layer]:
    """Dots of the darkest ink where the subject turns from the light, well inside its outline."""
    _, coverage = icon_tones(name, _GRID, _GRID)
    side = pose.side
    zone = Box(pose.center[0] - side / 2, pose.center[1] - side / 2, side, side)
    zone = zone.shift(press.art.x, press.art.y)

    def tone(x: float, y: float) -> float:
        column, row = int(x / side * _GRID), int(y / side * _GRID)
        around = coverage[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2]
        if around.size == 0 or around.min() < 0.98:
            return 0.0
        return max(0.0, min(0.34, 1.05 * ((x + 1.4 * y) / (2.4 * side) - 0.5)))

    data = screen(zone, max(3.0, min(_FINE * press.unit, side / _DOTS)), _ANGLES[1], tone)
    if not data:
        return []
    fill = press.speckled(press.ink(0))
    return [path_layer("shadow-dots", "Shadow dots", data, zone, fill, press.assets)]


def _field(press: Press, center: XY) -> list[Layer]:
    """What ink 1 prints behind the subject: a disc, a block over the zone, or a burst."""
    art = press.art
    kind = _FIELDS[press.request.seed % len(_FIELDS)]
    if kind == "block" or art.width > 1.8 * art.height:
        return _block(press)
    radius = 0.49 * min(art.height, 0.94 * art.width) - 6 * press.unit
    return _disc(press, center, radius) if kind == "disc" else _burst(press, center, radius)


def _disc(press: Press, center: XY, radius: float) -> list[Layer]:
    x, y = center[0] + 0.04 * radius, center[1]
    zone = Box(x - radius, y - radius, 2 * radius, 2 * radius)

    return _dotted(
        press, circle((radius, radius), radius), zone, lambda u, v: 1.04 - 0.98 * v / (2 * radius)
    )


def _block(press: Press) -> list[Layer]:
    """From edge to edge: dots that close to solid ink towards the bottom."""
    art, request = press.art, press.request
    zone = art if is_beside(request) else Box(0, art.y, request.width, art.height)
    solid_from = 0.62 * zone.height
    dots = zone._replace(height=solid_from)
    floor = Box(zone.x, zone.y + solid_from, zone.width, zone.height - solid_from)
    corners = [(0, 0), (floor.width, 0), (floor.width, floor.height), (0, floor.height)]
    ink, edge = press.speckled(press.ink(1)), solid_from + 1
    whole = polygon([(0, 0), (dots.width, 0), (dots.width, edge), (0, edge)])
    return [
        *_dotted(press, whole, dots, lambda u, v: 0.04 + 0.98 * (v / solid_from) ** 1.2),
        path_layer("field-solid", "Solid", polygon(corners), floor, ink, press.assets),
    ]


def _burst(press: Press, center: XY, radius: float) -> list[Layer]:
    """A star of many soft points, dotted towards its rim."""
    zone = Box(center[0] - radius, center[1] - radius, 2 * radius, 2 * radius)

    def star(share: float) -> str:
        points = []
        for k in range(144):
            angle = 2 * math.pi * k / 144
            reach = radius * (share - 0.07 + 0.07 * math.cos(12 * angle))
            points.append((radius + reach * math.cos(angle), radius + reach * math.sin(angle)))
        return polygon(points)

    def tone(u: float, v: float) -> float:
        return max(0.0, 0.95 - 1.15 * (math.hypot(u - radius, v - radius) / radius - 0.45))

    ink = press.speckled(press.ink(1))
    heart = path_layer("field-solid", "Burst", star(0.66), zone, ink, press.assets)
    return [*_dotted(press, star(1.0), zone, tone), heart]


def _dotted(
    press: Press, outline: str, zone: Box, tone: Callable[[float, float], float]
) -> list[Layer]:
    """A screen of dots cut to an outline."""
    base = path_layer("field", "Field", outline, zone, solid(_PAPER), press.assets)
    cell = max(4.0, _CELL * press.unit, math.sqrt(zone.width * zone.height / 2600))
    data = screen(zone, cell, _ANGLES[0], lambda u, v: tone(u, max(0.0, v)), bleed=cell)
    ink = press.speckled(press.ink(1))
    dots = path_layer("field-dots", "Dots", data or "M0 0Z", zone, ink, press.assets, clip=True)
    return [base, dots]


def _abstract(press: Press) -> list[GroupLayer]:
    """Without a subject: a dotted disc, a half disc and bars overprint one another."""
    art, (x, y) = press.art, _center(press)
    radius = min(0.38 * art.height, 0.27 * art.width)
    disc = _disc(press, (x + 0.45 * radius, y - 0.1 * radius), 1.15 * radius)
    x, y = x - art.x, y - art.y
    half = number(1.1 * radius)
    base = (x - 1.5 * radius, y + 1.0 * radius)
    dome = f"M{_xy(base)}A{half} {half} 0 0 1 {_xy((base[0] + 2.2 * radius, base[1]))}Z"
    bars = "".join(_bar(x - 0.5 * radius, y + radius * (0.42 + 0.2 * k), radius) for k in range(4))
    dot = circle((x + 1.15 * radius, y - 0.75 * radius), 0.22 * radius)
    return [
        _printed("ink-1", "Ink 1", disc),
        _printed("ink-2", "Ink 2", [_shape(press, "dome", "Half disc", dome, 2)], hero=True),
        _printed("ink-3", "Ink 3", [_shape(press, "bars", "Bars and dot", bars + dot, 0)]),
    ]


def _bar(x: float, y: float, radius: float) -> str:
    wide, high = 2.3 * radius, 0.09 * radius
    return polygon([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)])


def _shape(press: Press, layer_id: str, name: str, data: str, ink: int) -> Layer:
    color = press.ink(ink)
    return press.layer(f"subject-{layer_id}", name, Coat(color, data), press.speckled(color))


def _xy(point: XY) -> str:
    return f"{number(point[0])} {number(point[1])}"
