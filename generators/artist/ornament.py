"""What is asked for all over the sheet: woven and printed grounds below, small shapes between."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from design_io.assets import AssetStore
from design_io.color import contrast, hex_to_oklch, mix, reach_contrast
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.drawing import XY, circle, group, number, path_layer, polygon, solid
from generators.request import GenerationRequest, Painted

_HIDDEN = frozenset({"aurora", "deco", "retro", "papercut"})  # systems that paint the whole sheet
_FULL = frozenset({"scatter", "papercut", "pattern", "botanical", "deco"})  # without room between
_METALS = {"silver": "#c3c9d1", "gold": "#d8b25a"}
_SEEN = 1.7  # contrast of small shapes with the ground
_FAINT, _FAINT_DARK = 0.13, 0.12  # opacity of one weft of a ground, on light and on dark
_BAND = 0.034  # of the side, breadth of a stripe
_COUNT, _TRIES = 60, 900
_RADII = (0.006, 0.017)  # of the side, the least and largest small shape
_AIR = 0.012  # of the side, around copy and between shapes


def shows(ornament: str, system: str) -> bool:
    """Whether the art of that system leaves room for it."""
    kind = ornament.partition(" ")[0]
    return system not in (_HIDDEN if kind in _GROUNDS else _FULL)


def with_ornaments(
    painted: tuple[Painted, ...], request: GenerationRequest, assets: AssetStore
) -> tuple[Painted, ...]:
    """The art with the ground below it, or with the small shapes after it."""
    kind, _, metal = request.ornament.partition(" ")
    side = math.sqrt(request.width * request.height)
    if not kind or not shows(kind, request.system):
        return painted
    if kind in _GROUNDS:
        return (_ground(request, _GROUNDS[kind](request, _BAND * side), assets), *painted)
    strewn = _strewn(request, _SHAPES[kind], _METALS.get(metal, ""), side, assets)
    return (*painted, *strewn)


def _ground(request: GenerationRequest, wefts: list[str], assets: AssetStore) -> Painted:
    """Translucent wefts in the strongest colour of the palette; where two cross it is deeper."""
    ground, sheet = request.palette["bg"], Box(0, 0, request.width, request.height)
    opacity = _FAINT if hex_to_oklch(ground).lightness > 0.6 else _FAINT_DARK
    color = _strongest(request)
    layers = [
        path_layer(f"weft-{n}", "Stripes", data, sheet, solid(color), assets, opacity=opacity)
        for n, data in enumerate(wefts, 1)
    ]
    return Painted(layer=group("ground-pattern", "Pattern", layers))


def _strongest(request: GenerationRequest) -> str:
    ground = request.palette["bg"]
    colors = [c for c in request.palette.values() if contrast(c, ground) > 1.25]
    return max(colors or [request.palette["ink"]], key=lambda c: hex_to_oklch(c).chroma)


def _stripes(request: GenerationRequest, band: float) -> list[str]:
    return [_bars(request.width, request.height, band)]


def _gingham(request: GenerationRequest, band: float) -> list[str]:
    return [
        _bars(request.width, request.height, band),
        _bars(request.height, request.width, band, flat=True),
    ]


def _bars(along: float, across: float, band: float, flat: bool = False) -> str:
    """Every second band of a sheet, upright or flat."""
    made = []
    for n in range(math.ceil(along / (2 * band))):
        start, end = 2 * n * band, min(along, (2 * n + 1) * band)
        corners = ((start, 0.0), (end, 0.0), (end, across), (start, across))
        made.append(polygon([(y, x) for x, y in corners] if flat else corners))
    return "".join(made)


def _dots(request: GenerationRequest, band: float) -> list[str]:
    """Dots in rows, every second row moved by half a step."""
    step, made = 2.2 * band, []
    for row in range(math.ceil(request.height / step) + 1):
        for column in range(-1, math.ceil(request.width / step) + 1):
            x = (column + 0.5 * (row % 2)) * step
            if 0 < x < request.width and row * step < request.height:
                made.append(circle((x, row * step), 0.42 * band))
    return ["".join(made)]


def _strewn(
    request: GenerationRequest, shape: Callable[[XY, float, float], str], metal: str, side: float,
    assets: AssetStore,
) -> tuple[Painted, ...]:  # fmt: skip
    """Small shapes where neither copy nor picture is, in one colour and a fainter one."""
    chance = random.Random(f"ornament/{request.seed}")
    taken = [*request.lines, *(region.box for region in request.regions)]
    placed: list[tuple[float, float, float]] = []
    for _ in range(_TRIES):
        radius = side * (_RADII[0] + (_RADII[1] - _RADII[0]) * chance.random() ** 2)
        x, y = chance.uniform(0, request.width), chance.uniform(0, request.height)
        spot = Box(x - radius, y - radius, 2 * radius, 2 * radius).pad(_AIR * side)
        apart = all(math.hypot(x - a, y - b) > radius + r + 2 * _AIR * side for a, b, r in placed)
        if apart and all(spot.intersection(box).empty for box in taken):
            placed.append((x, y, radius))
        if len(placed) == _COUNT:
            break
    if not placed:
        return ()
    sheet = Box(0, 0, request.width, request.height)
    drawn = [shape((x, y), r, chance.uniform(0, 60)) for x, y, r in placed]
    color = _color(request, metal)
    halves = ((drawn[::2], 1.0), (drawn[1::2], 0.55))
    layers: list[Layer] = [
        path_layer(f"strewn-{n}", "Ornaments", "".join(data), sheet, solid(color), assets,
                   opacity=opacity)
        for n, (data, opacity) in enumerate(halves, 1) if data
    ]  # fmt: skip
    return (Painted(layer=group("strewn", "Ornaments", layers)),)


def _color(request: GenerationRequest, metal: str) -> str:
    """The metal as it is seen on this ground; else white by night, or the strongest by day."""
    ground = request.palette["bg"]
    dark = hex_to_oklch(ground).lightness < 0.6
    plain = mix(ground, "#ffffff", 0.85) if dark else _strongest(request)
    return reach_contrast(metal or plain, ground, _SEEN)


def _star(center: XY, radius: float, turn: float) -> str:
    points = []
    for n in range(10):
        angle = math.radians(turn + 36 * n)
        reach = radius if n % 2 == 0 else 0.42 * radius
        points.append((center[0] + reach * math.sin(angle), center[1] - reach * math.cos(angle)))
    return polygon(points)


def _flake(center: XY, radius: float, turn: float) -> str:
    """A snowflake of six arms; a small one is a round grain."""
    if radius < 14:
        return circle(center, 0.5 * radius)
    x, y = center
    made = []
    for n in range(3):
        angle = math.radians(turn + 60 * n)
        dx, dy = radius * math.cos(angle), radius * math.sin(angle)
        across = (-0.1 * dy, 0.1 * dx)
        corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        made.append(
            polygon((x + a * dx + b * across[0], y + a * dy + b * across[1]) for a, b in corners)
        )
    return "".join(made)


def _heart(center: XY, radius: float, turn: float) -> str:
    """Upright, whatever the turn."""
    x, y, r = center[0], center[1], radius
    curves = (
        (x - 1.6 * r, y - 0.1 * r, x - 0.9 * r, y - 1.4 * r, x, y - 0.5 * r),
        (x + 0.9 * r, y - 1.4 * r, x + 1.6 * r, y - 0.1 * r, x, y + 0.9 * r),
    )
    start = f"M{number(x)} {number(y + 0.9 * r)}"
    return start + "".join("C" + " ".join(map(number, c)) for c in curves) + "Z"


_GROUNDS = {"gingham": _gingham, "stripes": _stripes, "dots": _dots}
_SHAPES = {"stars": _star, "snow": _flake, "hearts": _heart}
