"""Aurora: soft lights on a dark or pale sheet, a glowing orb with the subject in tints of white.

The lights cover the whole sheet; under the copy a veil of the ground's colour keeps them quiet.
"""

from __future__ import annotations

import math
import random
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import (
    contrast,
    hex_to_oklch,
    hue_distance,
    mix,
    oklch_hex,
    relative_chroma,
    with_alpha,
)
from design_io.document import Layer
from design_io.geometry import Box, Point
from design_io.paint import Grain, LinearFill, RadialFill, Stop, Stroke
from generators.artist.copy_zones import foot_top, head_bottom, is_beside
from generators.artist.drawing import circle, group, path_layer, polygon, solid
from generators.artist.icons import dominant, icon_layers, ink_bounds, is_flattened, parts
from generators.request import GenerationRequest, Painted

_FALL = ((0.0, 1.0), (0.25, 0.80), (0.5, 0.42), (0.75, 0.12), (1.0, 0.0))  # of a light, outwards
_ORBITS = 6
_AIR = 0.08  # of the short side, between a moon and copy
_GLYPH = 1.62  # of the orb's radius, the icon's longer side at most
_REACH = 2.0  # of the same, the diagonal of the icon
_OTHER = 48.0  # degrees of hue, from which a part of the icon has a colour of its own


class Orb(NamedTuple):
    x: float
    y: float
    radius: float


class Sky(NamedTuple):
    request: GenerationRequest
    assets: AssetStore
    unit: float
    dark: bool

    def color(self, role: str) -> str:
        return self.request.palette[role]


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    unit = math.sqrt(request.width * request.height) / 1000
    dark = hex_to_oklch(request.palette["bg"]).lightness < 0.6
    sky, orb = Sky(request, assets, unit, dark), _orb(request)
    made = [group("lights", "Lights", _lights(sky, orb))]
    made.append(group("veils", "Veils under the copy", _veils(sky)))
    if orb.radius >= 0.07 * min(request.width, request.height):
        made.append(group("orbits", "Orbits", _orbits(sky, orb)))
        made.append(group("subject", "Orb", [*_ball(sky, orb), *_glyph(sky, orb)], role="hero"))
    return tuple(Painted(layer=layer) for layer in made)


def _orb(request: GenerationRequest) -> Orb:
    """In the middle of the art zone, on the right in landscape."""
    art = request.boxes("object")[0]
    if is_beside(request):
        return Orb(art.x + 0.52 * art.width, request.height / 2,
                   min(0.38 * request.height, 0.42 * art.width))  # fmt: skip
    radius = min(0.4 * art.width, 0.47 * art.height)
    return Orb(request.width / 2, art.center.y, radius)


def _lights(sky: Sky, orb: Orb) -> list[Layer]:
    """Large soft lights of the palette's colours, the strongest behind the orb."""
    request = sky.request
    chance = random.Random(f"aurora/{request.seed}")
    long = max(request.width, request.height)
    corner = chance.choice(((0.05, 0.0), (0.95, 0.05)))
    places = [
        (corner[0] * request.width, corner[1] * request.height, 0.62, "glow_2", 0.75),
        ((1 - corner[0]) * request.width, 0.38 * request.height, 0.55, "glow_1", 0.85),
        (corner[0] * request.width, 0.9 * request.height, 0.50, "glow_1", 0.6),
        (orb.x + 0.5 * orb.radius, orb.y + 0.5 * orb.radius, 0.40, "glow_3", 0.70),
        (orb.x - 0.9 * orb.radius, orb.y + 0.2 * orb.radius, 0.30, "glow_4", 0.45),
    ]
    made = [_ground(sky)]
    for n, (x, y, reach, role, alpha) in enumerate(places):
        shift = 0.05 * long
        center = (x + chance.uniform(-shift, shift), y + chance.uniform(-shift, shift))
        color = sky.color(role)
        if n < 3:  # these reach under the copy
            alpha *= min(1.0, contrast(color, sky.color("ink")) / 4.5)
        made.append(_light(sky, f"light-{n + 1}", center, reach * long, color, alpha))
    return made


def _ground(sky: Sky) -> Layer:
    """The sheet itself, with a fine even grain that shows through all lights."""
    bg = sky.color("bg")
    speckle = mix(bg, "#ffffff", 0.07) if sky.dark else mix(bg, sky.color("ink"), 0.05)
    grain = Grain(color=speckle, amount=0.5, cell=max(1.0, 1.3 * sky.unit), softness=0.5,
                  power=0.02, seed=sky.request.seed)  # fmt: skip
    box = Box(0, 0, sky.request.width, sky.request.height)
    return path_layer("lights-ground", "Ground", _sheet(box), box, solid(bg, grain), sky.assets,
                      role="background")  # fmt: skip


def _light(
    sky: Sky, layer_id: str, center: tuple[float, float], reach: float, color: str, alpha: float
) -> Layer:
    """A round light that fades out at `reach` px, cut to the sheet."""
    request = sky.request
    whole = Box(center[0] - reach, center[1] - reach, 2 * reach, 2 * reach)
    box = whole.intersection(Box(0, 0, request.width, request.height))
    if box.empty:
        box = Box(0, 0, request.width, request.height)
    stops = tuple(
        Stop(offset=offset, color=with_alpha(color, alpha * share)) for offset, share in _FALL
    )
    fill = RadialFill(
        center=Point((center[0] - box.x) / box.width, (center[1] - box.y) / box.height),
        radius=min(10.0, reach / box.width), stops=stops,
    )  # fmt: skip
    return path_layer(
        layer_id, "Light", _sheet(box), box, fill, sky.assets, role="background",
        blend_mode="screen" if sky.dark else "normal",
    )  # fmt: skip


def _veils(sky: Sky) -> list[Layer]:
    """The ground's colour over the lights where copy lies, fading out towards the art."""
    request, height = sky.request, float(sky.request.height)
    head, foot = head_bottom(request), foot_top(request)
    fade = 0.22 * height
    if is_beside(request):
        art = request.boxes("object")[0]
        box = Box(0, 0, art.x + 0.28 * art.width, height)
        return [_veil(sky, 1, box, (0.0, 0.0), (1.0, 0.0), art.x / box.width)]
    made = []
    top = Box(0, 0, request.width, min(height, head + fade))
    if head > 0:
        made.append(_veil(sky, 1, top, (0.0, 0.0), (0.0, 1.0), head / top.height))
    if foot is not None:
        start = max(0.0, foot - fade)
        low = Box(0, start, request.width, height - start)
        solid_share = (height - foot) / low.height
        made.append(_veil(sky, 2, low, (0.0, 1.0), (0.0, 0.0), solid_share))
    return made


def _veil(
    sky: Sky, number_: int, box: Box, start: tuple[float, float], end: tuple[float, float],
    share: float,
) -> Layer:  # fmt: skip
    """A veil that holds over `share` of the box and then runs out."""
    bg, strong = sky.color("bg"), 0.58 if sky.dark else 0.5
    share = min(0.97, max(0.05, share))
    stops = (
        Stop(offset=0, color=with_alpha(bg, strong)),
        Stop(offset=share, color=with_alpha(bg, 0.9 * strong)),
        Stop(offset=(1 + share) / 2, color=with_alpha(bg, 0.35 * strong)),
        Stop(offset=1, color=with_alpha(bg, 0.0)),
    )
    fill = LinearFill(start=Point(*start), end=Point(*end), stops=stops)
    return path_layer(f"veil-{number_}", "Veil", _sheet(box), box, fill, sky.assets,
                      role="background")  # fmt: skip


def _orbits(sky: Sky, orb: Orb) -> list[Layer]:
    """Fine rings about the orb, fainter outwards, as many as the zone has room for."""
    made: list[Layer] = []
    art, request = sky.request.boxes("object")[0], sky.request
    for n in range(1, _ORBITS + 1):
        radius = orb.radius * (1 + 0.17 * n)
        if not is_beside(request) and orb.y - radius < art.y - 1:
            break
        box = Box(orb.x - radius, orb.y - radius, 2 * radius, 2 * radius)
        stroke = Stroke(color=sky.color("ink"), width=max(1.0, 1.3 * sky.unit))
        made.append(
            path_layer(
                f"orbit-{n}", "Orbit", circle((radius, radius), radius), box, None, sky.assets,
                stroke=stroke, opacity=round(0.34 - 0.045 * n, 3),
            )
        )  # fmt: skip
        if n in (1, 3):
            made += _moon(sky, orb, radius, n)
    return made


def _moon(sky: Sky, orb: Orb, radius: float, number_: int) -> list[Layer]:
    """A small body on its orbit; none where the art zone would cut it, or beside copy."""
    chance = random.Random(f"aurora/{sky.request.seed}/{number_}")
    away = (-38, 28) if is_beside(sky.request) else (-38, -148, 28, 152)  # from words at the left
    angle = math.radians(chance.choice(away) + chance.uniform(-14, 14))
    r = 0.034 * orb.radius * (1.6 if number_ == 1 else 1.0)
    x, y = orb.x + radius * math.cos(angle), orb.y + radius * math.sin(angle)
    box = Box(x - r, y - r, 2 * r, 2 * r)
    copy = [region.box for region in sky.request.regions if region.kind != "object"]
    air = box.pad(_AIR * min(sky.request.width, sky.request.height))
    near = any(not air.intersection(words).empty for words in copy)
    if near or not sky.request.boxes("object")[0].contains(box):
        return []
    color = mix(sky.color("glow_3"), "#ffffff", 0.45) if sky.dark else sky.color("ink")
    moon = circle((r, r), r)
    return [path_layer(f"moon-{number_}", "Moon", moon, box, solid(color), sky.assets)]


def _ball(sky: Sky, orb: Orb) -> list[Layer]:
    """The orb: lit from the upper left, with a glow around it."""
    light, deep = _orb_colors(sky)
    glow_radius = 1.12 * orb.radius
    box = Box(orb.x - orb.radius, orb.y - orb.radius, 2 * orb.radius, 2 * orb.radius)
    fill = RadialFill(
        center=Point(0.30, 0.22), radius=0.95,
        stops=(Stop(offset=0, color=light), Stop(offset=0.55, color=mix(light, deep, 0.55)),
               Stop(offset=1, color=deep)),
        grain=Grain(color=mix(deep, "#000000", 0.06), amount=0.20, cell=max(1.0, 1.2 * sky.unit),
                    angle=58, softness=0.5, power=2.0, seed=sky.request.seed + 3),
    )  # fmt: skip
    halo_box = Box(orb.x - glow_radius, orb.y - glow_radius, 2 * glow_radius, 2 * glow_radius)
    halo_color = mix(light, "#ffffff", 0.2)
    halo = RadialFill(
        stops=(Stop(offset=0, color=with_alpha(halo_color, 0.5)),
               Stop(offset=0.87, color=with_alpha(halo_color, 0.34)),
               Stop(offset=0.93, color=with_alpha(halo_color, 0.1)),
               Stop(offset=1, color=with_alpha(halo_color, 0.0))),
    )  # fmt: skip
    whole = circle((orb.radius, orb.radius), orb.radius)
    wide = circle((glow_radius, glow_radius), glow_radius)
    return [
        path_layer("orb-glow", "Glow", wide, halo_box, halo, sky.assets, role="background"),
        path_layer("orb", "Orb", whole, box, fill, sky.assets, role="hero"),
    ]


def _orb_colors(sky: Sky) -> tuple[str, str]:
    """Lit side and shadow side of the orb: mid-tones that white stands out from.

    Yellow is left out where it can be, else turned to amber: at this lightness it is mud.
    """
    roles = sorted(("glow_3", "glow_1", "glow_2", "glow_4"), key=lambda r: _is_yellow(sky.color(r)))
    first, second = sky.color(roles[0]), sky.color(roles[1])
    second = first if _is_yellow(second) else second
    hues = [58.0 if _is_yellow(color) else hex_to_oklch(color).hue for color in (first, second)]
    light = oklch_hex(0.66 if sky.dark else 0.70, _vivid(first, 0.85), hues[0])
    deep = oklch_hex(0.42 if sky.dark else 0.52, _vivid(second, 0.9), hues[1])
    return light, deep


def _is_yellow(color: str) -> bool:
    value = hex_to_oklch(color)
    return 62 < value.hue < 118 and value.chroma >= 0.02


def _vivid(color: str, most: float) -> float:
    """Its relative chroma, not too low where it has a hue at all."""
    if hex_to_oklch(color).chroma < 0.02:
        return 0.0
    return min(most, max(0.35, relative_chroma(color)))


def _glyph(sky: Sky, orb: Orb) -> list[Layer]:
    """The subject's parts in tints of white; without a subject, rings within the orb."""
    if not sky.request.subjects:
        return _ripples(sky, orb)
    name = sky.request.subjects[0]
    ink = ink_bounds(name)
    reach = math.hypot(ink.width, ink.height) / max(ink.width, ink.height)
    side = orb.radius * min(_GLYPH, _REACH / reach)
    box = Box(orb.x - side / 2, orb.y - side / 2, side, side)
    return list(icon_layers(name, box, sky.assets, "subject", colors=_tints(sky, name)))


def _tints(sky: Sky, name: str) -> dict[str, str]:
    """Old fill -> new fill: white tinted with the orb by lightness, other hues with a light.

    People are of one light.
    """
    values = {part.color: hex_to_oklch(part.color) for part in parts(name)}
    lights = [value.lightness for value in values.values()]
    low, high = min(lights), max(lights)
    body, own = mix(*_orb_colors(sky), 0.5), hex_to_oklch(dominant(name))
    accent = 0.0 if is_flattened(name) else _accent_hue(sky, body)
    made = {}
    for color, value in values.items():
        share = (value.lightness - low) / (high - low) if high - low > 0.03 else 1.0
        turn = hue_distance(value.hue, own.hue) if value.chroma > 0.06 else 0.0
        if accent and turn > _OTHER and own.chroma > 0.03:
            made[color] = oklch_hex(0.74 + 0.17 * share, 0.6, accent)
        else:
            made[color] = mix(body, "#ffffff", 0.42 + 0.58 * share)
    return made


def _accent_hue(sky: Sky, body: str) -> float:
    """The hue among the lights that is furthest from the orb's."""
    own = hex_to_oklch(body).hue
    hues = [hex_to_oklch(sky.color(f"glow_{n}")).hue for n in range(1, 5)]
    far = max(hues, key=lambda hue: hue_distance(hue, own))
    return far if hue_distance(far, own) > _OTHER else own + 165.0


def _ripples(sky: Sky, orb: Orb) -> list[Layer]:
    """Discs that touch the orb's rim from inside, each lighter than the last."""
    made: list[Layer] = []
    chance = random.Random(f"aurora/{sky.request.seed}/ripples")
    angle = math.radians(chance.uniform(20, 160))
    for n, share in enumerate((0.74, 0.50, 0.28)):
        r = share * orb.radius
        away = (1 - share) * 0.82 * orb.radius
        x, y = orb.x + away * math.cos(angle), orb.y + away * math.sin(angle)
        box = Box(x - r, y - r, 2 * r, 2 * r)
        made.append(
            path_layer(
                f"subject-{n + 1}", "Disc", circle((r, r), r), box, solid("#ffffff"), sky.assets,
                role="hero", opacity=(0.16, 0.28, 0.9)[n],
            )
        )  # fmt: skip
    return made


def _sheet(box: Box) -> str:
    return polygon([(0, 0), (box.width, 0), (box.width, box.height), (0, box.height)])
