"""Paper-cut: hills cut from paper over the whole sheet, the subject between two of them.

The head lies on the calm sky; the darkest hill rises behind all copy of the foot. What is at home
indoors stands on a table instead, before domes of paper.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast, hex_to_oklch, mix, reach_contrast
from design_io.document import GroupLayer, Layer
from design_io.geometry import Box, Point
from design_io.paint import Grain, LinearFill, Shadow, Stop
from generators.artist.copy_zones import foot_top, head_bottom, is_beside
from generators.artist.drawing import XY, circle, curve, group, number, path_layer, polygon, solid
from generators.artist.icons import (
    Ramp,
    Shading,
    dominant,
    icon_layers,
    ink_bounds,
    recolored,
    shade,
)
from generators.artist.outdoors import is_outdoors
from generators.request import GenerationRequest, Painted

_RIDGES = (0.0, 0.15)  # depth: 0 the farthest crest, 1 the darkest hill
_HILLS = (0.36, 0.58, 0.79)
_DOMES = ((2, 0.35), (3, 0.35), (1, 0.2))  # colour of a hill, share of the sky in it
_STEPS = 14  # points of a hill's crest

Line = Callable[[float], float]  # x to y, canvas px


class Scene(NamedTuple):
    request: GenerationRequest
    assets: AssetStore
    art: Box
    unit: float
    far: Line  # no crest rises above it
    near: Line  # the darkest hill rises at least this far

    @property
    def seed(self) -> str:
        return f"papercut/{self.request.seed}"

    def color(self, role: str) -> str:
        return self.request.palette[role]

    def grain(self, color: str, seed: int, amount: float = 0.55, angle: float = 105.0) -> Grain:
        dark = hex_to_oklch(color).lightness < 0.6
        speckle = shade(color, 0.10, 8.0) if dark or seed < 15 else mix(color, "#ffffff", 0.3)
        return Grain(
            color=speckle, amount=amount, cell=max(1.0, 1.5 * self.unit),
            seed=self.request.seed + seed, angle=angle, softness=0.35,
        )  # fmt: skip


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    art = request.boxes("object")[0]
    unit = math.sqrt(request.width * request.height) / 1000
    scene = Scene(request, assets, art, unit, *_limits(request, art, unit))
    colors = _hill_colors(scene)
    if not is_outdoors(request.subjects):
        return tuple(Painted(layer=layer) for layer in _indoors(scene, colors))
    crests = _crests(scene)
    land = [_hill(scene, n, crests, color) for n, color in enumerate(colors)]
    made = [
        group("sky", "Sky", _sky(scene, crests[0])),
        group("ridges", "Ridges", land[:2]),
        group("hills", "Hills", [*_forested(scene, land[2:-1], crests, colors)]),
    ]
    if request.subjects and (stand := _stand(scene, crests[-1])) is not None:
        made.append(group("subject", "Subject", _subject(scene, stand, colors), role="hero"))
    made.append(group("front-hill", "Front hill", land[-1:]))
    return tuple(Painted(layer=layer) for layer in made)


def _indoors(scene: Scene, colors: list[str]) -> list[GroupLayer]:
    """A sheet of wall paper, domes one before the other, the subject, and the table's edge."""
    table, center = _table(scene), _center(scene)
    base = _height_at(table, center)
    top = max(scene.art.y, 0.06 * scene.request.height)
    if not is_beside(scene.request):
        top = max(top, head_bottom(scene.request) + 20 * scene.unit)
    radius = max(1.0, _reach(scene, base - top))
    made = [
        group("sky", "Wall", [_wall(scene, table)]),
        group("hills", "Domes", _domes(scene, (center, base), radius, colors)),
    ]
    most = (min(1.4 * radius, 0.86 * scene.art.width), 1.06 * radius)
    if (stand := _on_table(scene, center, base, most)) is not None:
        made.append(group("subject", "Subject", _subject(scene, stand, colors), role="hero"))
    made.append(group("front-hill", "Table", [_hill(scene, len(colors) - 1, [table], colors[-1])]))
    return made


def _table(scene: Scene) -> list[XY]:
    """The table's edge: level, at the height of what must lie behind the foot.

    Beside copy it falls away from it, so that the subject has room.
    """
    width = scene.request.width
    if is_beside(scene.request):
        steps = (width * (k / _STEPS * 1.04 - 0.02) for k in range(_STEPS + 1))
        return [(x, scene.near(x)) for x in steps]
    y = min(scene.near(x) for x in (0.0, width / 2, float(width)))
    return [(-0.02 * width, y), (0.5 * width, y), (1.02 * width, y)]


def _reach(scene: Scene, room: float) -> float:
    """The largest dome's radius: whole on the sheet, or well over both its sides."""
    if is_beside(scene.request):
        return min(0.52 * scene.art.width, room)
    whole, bled = 0.46 * scene.request.width, 0.62 * scene.request.width
    return min(bled, room) if room > 0.57 * scene.request.width else min(whole, room)


def _on_table(scene: Scene, x: float, base: float, most: tuple[float, float]) -> Box | None:
    """Where the subject's ink stands, `most` px wide and high; None when there is no room."""
    request, ink = scene.request, ink_bounds(scene.request.subjects[0])
    if most[1] < 0.12 * min(request.width, request.height):
        return None
    scale = min(most[0] / ink.width, most[1] / ink.height)
    width, height = ink.width * scale, ink.height * scale
    return Box(x - width / 2, base - height, width, height)


def _domes(scene: Scene, center: XY, radius: float, colors: list[str]) -> list[Layer]:
    """Half discs of paper, the farthest largest, lighter inwards, their foot behind the table."""
    tints = [mix(colors[n], scene.color("sky_low"), share) for n, share in _DOMES]
    soft = _softness(scene)
    made: list[Layer] = []
    shadow = Shadow(color="#00000042", dy=-6 * soft, blur=16 * soft)
    for n, color in enumerate((*tints, scene.color("sun"))):
        r = radius * (1 - 0.19 * n)
        x, y = center[0] - r, center[1] - r
        low = r + 0.06 * radius
        arc, w, h = number(r), number(2 * r), number(low)
        data = f"M0 {h}V{arc}A{arc} {arc} 0 0 1 {w} {arc}V{h}Z"
        fill = solid(color, scene.grain(color, 30 + n))
        box = Box(x, y, 2 * r, low)
        made.append(path_layer(f"dome-{n + 1}", "Dome", data, box, fill, scene.assets,
                               effects=(shadow,)))  # fmt: skip
    return made


def _limits(request: GenerationRequest, art: Box, unit: float) -> tuple[Line, Line]:
    """Between these two lines the land lies: below the head, above the foot."""
    height, foot, head = request.height, foot_top(request), head_bottom(request)
    near = 0.9 * height if foot is None else max(foot - 30 * unit, (2 * head + foot) / 3)
    if not is_beside(request):
        near = min(art.bottom, near)
        far = min(max(art.y + 0.24 * art.height, head + 20 * unit), near)
        return lambda x: far, lambda x: near
    far = min(head + 26 * unit, near - 4 * unit)
    right_far, right_near = min(far, 0.4 * height), max(0.8 * height, near)

    def blended(left: float, right: float) -> Line:
        return lambda x: left + (right - left) * _eased((x - art.x) / (0.72 * art.width))

    return blended(far, right_far), blended(near, right_near)


def _eased(t: float) -> float:
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def _hill_colors(scene: Scene) -> list[str]:
    """Far to near, in even steps when the user's colour makes the nearest lighter than the rest."""
    tints, front = [scene.color(f"hill_{n}") for n in range(1, 5)], scene.color("hill_5")
    if hex_to_oklch(front).lightness > hex_to_oklch(tints[-1]).lightness:
        tints = [mix(tints[0], front, share) for share in (0.0, 0.22, 0.46, 0.72)]
    return [mix(tints[0], scene.color("sky_low"), 0.45), *tints, front]


def _crests(scene: Scene) -> list[list[XY]]:
    crests = [_peaks(scene, number_, depth) for number_, depth in enumerate(_RIDGES)]
    crests += [_waves(scene, number_ + 2, depth) for number_, depth in enumerate((*_HILLS, 1.0))]
    return crests


def _peaks(scene: Scene, number_: int, depth: float) -> list[XY]:
    """Mountain tops, alternating with saddles."""
    chance = random.Random(f"{scene.seed}/{number_}")
    width = scene.request.width
    count = round((5 + number_) * max(1.0, width / scene.request.height))
    points, step = [], width / count
    for k in range(-1, 2 * count + 2):
        x = (k + chance.uniform(-0.28, 0.28)) * step / 2
        drop = chance.uniform(0.0, 0.10) if k % 2 else chance.uniform(0.16, 0.26)
        points.append((x, _between(scene, x, depth + drop)))
    return points


def _waves(scene: Scene, number_: int, depth: float) -> list[XY]:
    """A gentle crest of three sines; the last one swells upwards only."""
    chance = random.Random(f"{scene.seed}/{number_}")
    width = scene.request.width
    turns = [
        (chance.uniform(0.5, 0.9), chance.uniform(0, 6.28), 1.0),
        (chance.uniform(1.1, 1.6), chance.uniform(0, 6.28), 0.5),
        (chance.uniform(2.0, 2.8), chance.uniform(0, 6.28), 0.2),
    ]
    points = []
    for k in range(_STEPS + 1):
        x = width * (k / _STEPS * 1.04 - 0.02)
        wave = sum(a * math.sin(f * 6.28 * x / width + p) for f, p, a in turns) / 1.7
        points.append((x, _between(scene, x, depth - 0.09 * (1 + wave) + 0.09 * (1 - depth))))
    return points


def _between(scene: Scene, x: float, depth: float) -> float:
    far, near = scene.far(x), scene.near(x)
    return far + (near - far) * min(1.0, max(0.0, depth))


def _sky(scene: Scene, crest: list[XY]) -> list[Layer]:
    return [_wall(scene, crest), *_sun(scene)]


def _wall(scene: Scene, crest: list[XY]) -> Layer:
    """Paper down to the crest, lighter towards it."""
    request = scene.request
    floor = max(y for _, y in crest) + 2
    box = Box(0, 0, request.width, min(floor, request.height))
    high, low = scene.color("bg"), scene.color("sky_low")
    fill = LinearFill(
        start=Point(0, 0), end=Point(0, 1),
        stops=(Stop(offset=0, color=high), Stop(offset=0.35, color=mix(high, low, 0.12)),
               Stop(offset=1, color=low)),
        grain=scene.grain(low, 1, 0.3, 90.0).evolve(power=3.0),
    )  # fmt: skip
    whole = polygon([(0, 0), (box.width, 0), (box.width, box.height), (0, box.height)])
    return path_layer("sky-paper", "Sky", whole, box, fill, scene.assets, role="background")


def _sun(scene: Scene) -> list[Layer]:
    """The sun and its two halos, low over the far ridge."""
    art, request = scene.art, scene.request
    side = is_beside(request)
    radius = min(0.2 * min(request.width, 1.15 * request.height), 0.27 * art.height)
    x = art.x + (0.8 if side else 0.66) * art.width
    top = art.y + 0.06 * art.height if not side else 0.1 * request.height
    center = (x, max(top + radius, scene.far(x) - 0.35 * radius))
    made: list[Layer] = []
    for grow, alpha in ((1.8, 0.10), (1.4, 0.16), (1.0, 1.0)):
        r = radius * grow
        box = Box(center[0] - r, center[1] - r, 2 * r, 2 * r)
        name = "Sun" if grow == 1.0 else "Halo"
        made.append(
            path_layer(
                f"sun-{len(made) + 1}", name, circle((r, r), r), box, solid(scene.color("sun")),
                scene.assets, opacity=alpha, role="ornament" if grow == 1.0 else "background",
            )
        )  # fmt: skip
    return made


def _hill(scene: Scene, number_: int, crests: list[list[XY]], color: str) -> Layer:
    """From its crest down to where the next hill surely covers it."""
    crest = crests[min(number_, len(crests) - 1)]
    last = number_ >= len(crests) - 1
    floor = float(scene.request.height)
    if not last:
        floor = min(floor, max(y for _, y in crests[number_ + 1]) + 0.02 * floor)
    top = min(y for _, y in crest) - 1
    left, right = crest[0][0], crest[-1][0]
    box = Box(left, top, right - left, max(1.0, floor - top))
    local = [(x - left, y - top) for x, y in crest]
    line = polygon(local)[:-1] if number_ < len(_RIDGES) else curve(local)
    data = f"{line}L{number(right - left)} {number(box.height)}L0 {number(box.height)}Z"
    soft = _softness(scene)
    shadow = Shadow(color="#00000042", dy=-6 * soft, blur=16 * soft)
    name = "Front hill" if last else f"{'Ridge' if number_ < 2 else 'Hill'} {number_ + 1}"
    fill = solid(color, scene.grain(color, 10 + number_))
    return path_layer(f"hill-{number_ + 1}", name, data, box, fill, scene.assets, effects=(shadow,))


def _softness(scene: Scene) -> float:
    """The unit of shadows: smaller where the darkest hill comes close to the head."""
    gap = scene.near(0) - head_bottom(scene.request)
    return max(0.2 * scene.unit, min(scene.unit, gap / 26))


def _forested(
    scene: Scene, hills: list[Layer], crests: list[list[XY]], colors: list[str]
) -> list[Layer]:
    """The hills, with pines on the first two."""
    made: list[Layer] = []
    for number_, hill in enumerate(hills):
        if number_ < 2:
            crest, color = crests[number_ + 2], mix(colors[number_ + 2], colors[number_ + 3], 0.45)
            made += _pines(scene, number_, crest, color)
        made.append(hill)
    return made


def _pines(scene: Scene, number_: int, crest: list[XY], color: str) -> list[Layer]:
    """Small firs on a crest, where there is room above it."""
    chance = random.Random(f"{scene.seed}/pines/{number_}")
    trees = []
    share = (0.075, 0.10)[number_]
    for _ in range(16 + 6 * number_):
        x = chance.uniform(0.01, 0.99) * scene.request.width
        room = scene.near(x) - scene.far(x)
        size = min(share * min(scene.request.height, scene.request.width), 0.3 * room)
        size *= chance.uniform(0.7, 1.15)
        y = _height_at(crest, x) + 0.12 * size
        if size > 12 * scene.unit and y - size > scene.far(x) - 0.02 * scene.request.height:
            trees.append((x, y, size))
    if not trees:
        return []
    box = Box(0, min(y - s for _, y, s in trees), scene.request.width, 0)
    box = box._replace(height=max(y for _, y, _ in trees) - box.y)
    data = "".join(_pine(x, y - box.y, size) for x, y, size in trees)
    return [path_layer(f"pines-{number_ + 1}", "Pines", data, box, solid(color), scene.assets)]


def _pine(x: float, y: float, size: float) -> str:
    """Three triangles, the lowest widest."""
    data = ""
    for low, high, half in ((0.0, 0.5, 0.27), (0.27, 0.76, 0.21), (0.54, 1.0, 0.15)):
        data += polygon(
            [(x - half * size, y - low * size), (x, y - high * size),
             (x + half * size, y - low * size)]
        )  # fmt: skip
    return data


def _height_at(crest: list[XY], x: float) -> float:
    for (x0, y0), (x1, y1) in zip(crest, crest[1:], strict=False):
        if x0 <= x <= x1:
            return y0 + (y1 - y0) * (x - x0) / max(1e-6, x1 - x0)
    return crest[-1][1]


def _stand(scene: Scene, front: list[XY]) -> Box | None:
    """Where the subject stands, its base behind the front hill; None when there is no room."""
    art, request, x = scene.art, scene.request, _center(scene)
    base = _height_at(front, x)
    side = min(0.50 * request.width, 0.8 * art.width, 0.8 * (base - art.y))
    if side < 0.12 * min(request.width, request.height):
        return None
    around = [_height_at(front, x + d * side) for d in (-0.3, 0.0, 0.3)]
    base = (min(around) + max(around)) / 2 + 0.11 * side
    return Box(x - side / 2, base - side, side, side)


def _center(scene: Scene) -> float:
    """Where the subject stands across the sheet, beside the sun or in the middle of the domes."""
    art, request = scene.art, scene.request
    if not is_outdoors(request.subjects):
        return art.center.x
    return art.x + (0.66 if is_beside(request) else 0.42) * art.width


def _subject(scene: Scene, stand: Box, colors: list[str]) -> list[Layer]:
    name = scene.request.subjects[0]
    behind = (
        mix(colors[2], colors[4], 0.5)
        if is_outdoors(scene.request.subjects)
        else scene.color("sun")
    )
    shading = Shading(0.36, max(1.0, 1.4 * scene.unit), scene.request.seed + 30)
    chosen = None
    if contrast(dominant(name), behind) < 1.6:
        main = reach_contrast(dominant(name), behind, 2.2)
        dark, accent = mix(scene.color("hill_5"), main, 0.2), scene.color("sun")
        chosen = recolored(name, Ramp(dark, main, "#fffaf0", accent), native=True)
    return list(icon_layers(name, stand, scene.assets, "subject", colors=chosen, shading=shading))
