"""Arch window: a view of sun and hills, or a stage indoors, the subject standing in it."""

from __future__ import annotations

import math
import random
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast, hex_to_oklch, hue_distance, mix, reach_contrast
from design_io.document import Layer
from design_io.geometry import Box, Point
from design_io.paint import Grain, LinearFill, Shadow, Stop, Stroke
from generators.artist.copy_zones import is_beside
from generators.artist.drawing import group, leaf, number, path_layer, smooth, solid, turned
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
from generators.artist.stages import Stage, foot_of, stage_layers
from generators.request import GenerationRequest, Painted

_WIDE, _HIGH = 0.86, 1.9  # of its height, the most an arch is wide; of its width, how high
_LOW_ZONE, _BROAD = 0.56, 1.22  # height over width of a low zone; the most it is wide there
_ALOFT, _SLIM = 30.0, 1.35  # u, the outer outline from the arch; height over width of a slim one
_HERO = (0.88, 0.68, 0.76)  # of the arch's width and height, most of a subject; of a tall one's
_TALL = 0.75  # width over height of a tall one
_OUT = 1.08  # of a slim arch's width, where it steps out over the edge
_HILLS = (0.58, 0.73, 0.87)  # of the arch's height
_DARK_WALL = 0.62  # OKLCH lightness below which light on it keeps its hue
_SEEN, _SEEN_NEAR = 1.7, 2.1  # contrast of a subject with what is behind it; of one hue with it
_NEAR = 40.0  # degrees; hues closer than that are told apart by lightness alone
_SPREAD = 0.5  # of a fern's height, what it reaches sideways
_LOW = 0.2  # of the arch's height, ferns that are left out
_LEAVES = ((-1, 0.44, -14.0), (1, 0.38, 12.0))  # side, height share, lean in degrees


class Scene(NamedTuple):
    request: GenerationRequest
    assets: AssetStore
    arch: Box
    unit: float

    @property
    def outdoors(self) -> bool:
        """A landscape behind what belongs in one, and where nothing is shown."""
        return is_outdoors(self.request.subjects)

    @property
    def behind(self) -> tuple[str, str]:
        """What is seen through the arch, above and below: the sky; indoors a wall.

        The wall is deep behind what would sink into a pale one.
        """
        pale = self.color("sky_high"), self.color("sky_low")
        deep = mix(self.color("hill_2"), self.color("hill_3"), 0.5), self.color("hill_2")
        if self.outdoors:
            return pale
        main = dominant(self.request.subjects[0])
        on_pale, on_deep = (_stands_out(main, mix(*wall, 0.5)) for wall in (pale, deep))
        return deep if on_deep and not on_pale else pale

    def color(self, role: str) -> str:
        return self.request.palette[role]

    def grain(self, color: str, amount: float, seed: int, angle: float = 60.0) -> Grain:
        return Grain(
            color=shade(color, 0.10, 8.0), amount=amount, cell=max(1.0, 1.3 * self.unit),
            seed=self.request.seed + seed, angle=angle, softness=0.2,
        )  # fmt: skip


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    art = request.boxes("object")[0]
    unit = math.sqrt(request.width * request.height) / 1000
    scene = Scene(request, assets, _arch_box(request, art, unit), unit)
    made = [group("window", "Window", [*_outlines(scene), *_window(scene)])]
    if request.subjects:
        made.append(group("subject", "Subject", _subject(scene), role="hero"))
    if ferns := _ferns(scene):
        made.append(group("leaves", "Leaves", ferns))
    return tuple(Painted(layer=layer) for layer in made)


def _arch_box(request: GenerationRequest, art: Box, unit: float) -> Box:
    """Centred in the art zone; it stands on the foot, or on the sheet's edge when there is none.

    Beside copy it is as wide as the zone allows.
    """
    top, bottom = art.y + _ALOFT * unit, art.bottom
    if request.height - bottom < 0.1 * min(request.width, request.height):
        bottom = float(request.height)
    height = bottom - top
    room = art.width - 2.6 * _ALOFT * unit if is_beside(request) else 0.72 * art.width
    low = not is_beside(request) and height < _LOW_ZONE * art.width
    width = min(max(0.72 * art.width, room), height * (_BROAD if low else _WIDE))
    height = min(height, _HIGH * width)
    sides = (art.center.x - width / 2, bottom - height, width, height)
    return Box(*(float(round(v)) for v in sides))


def _arch_path(width: float, height: float) -> str:
    radius = min(width / 2, height)
    w, h, r = number(width), number(height), number(radius)
    return f"M0 {h}V{r}A{number(width / 2)} {r} 0 0 1 {w} {r}V{h}Z"


def _outlines(scene: Scene) -> list[Layer]:
    made: list[Layer] = []
    for number_, distance in enumerate((_ALOFT, _ALOFT / 2)):
        grow = distance * scene.unit
        arch = scene.arch
        box = Box(arch.x - grow, arch.y - grow, arch.width + 2 * grow, arch.height + grow)
        w, h, r = number(box.width), number(box.height), number(box.width / 2)
        data = f"M0 {h}V{r}A{r} {r} 0 0 1 {w} {r}V{h}"
        stroke = Stroke(color=scene.color("line"), width=max(1.0, 1.8 * scene.unit))
        made.append(
            path_layer(
                f"outline-{number_ + 1}", "Outline", data, box, None, scene.assets, stroke=stroke
            )
        )
    return made


def _window(scene: Scene) -> list[Layer]:
    """The arch itself, then everything seen through it, clipped to it."""
    arch, (high, low) = scene.arch, scene.behind
    sky = LinearFill(
        start=Point(0.5, 0), end=Point(0.5, 0.8),
        stops=(Stop(offset=0, color=high), Stop(offset=1, color=low)),
        grain=scene.grain(low, 0.35, 1, 90.0),
    )  # fmt: skip
    data = _arch_path(arch.width, arch.height)
    name = "Sky" if scene.outdoors else "Wall"
    made: list[Layer] = [path_layer("sky", name, data, arch, sky, scene.assets)]
    if not scene.outdoors:
        return [*made, *_stage(scene)]
    made.append(_sun(scene))
    for index, top in enumerate(_HILLS):
        made.append(_hill(scene, index, top))
    return made


def _stage(scene: Scene) -> list[Layer]:
    high, low = scene.behind
    dark = hex_to_oklch(low).lightness < _DARK_WALL
    light = mix(low, "#fff0d8", 0.24) if dark else mix(high, "#fffaf2", 0.6)
    stage = Stage(
        scene.arch, low, light, scene.color("hill_1"),
        scene.color("hill_2"), mix(scene.color("hill_1"), "#ffffff", 0.45), scene.assets,
        lambda color, seed: scene.grain(color, 0.3, seed, 90.0),
    )  # fmt: skip
    return stage_layers(stage, scene.request.seed)


def _sun(scene: Scene) -> Layer:
    arch, radius = scene.arch, 0.20 * scene.arch.width
    cx, cy = arch.x + 0.64 * arch.width, arch.y + max(0.30 * arch.height, 0.34 * arch.width)
    box = Box(cx - radius, cy - radius, 2 * radius, 2 * radius)
    r = number(radius)
    data = f"M0 {r}A{r} {r} 0 1 1 {number(2 * radius)} {r}A{r} {r} 0 1 1 0 {r}Z"
    fill = solid(scene.color("sun"), scene.grain(scene.color("sun"), 0.3, 2, 90.0))
    return path_layer("sun", "Sun", data, box, fill, scene.assets, clip=True)


def _hill(scene: Scene, index: int, top: float) -> Layer:
    chance = random.Random(f"arch/{scene.request.seed}/{index}")
    arch, color = scene.arch, scene.color(f"hill_{index + 1}")
    swell = 0.055 * arch.height
    y = top * arch.height
    points = [
        (arch.width * step / 4, y + chance.uniform(-1, 1) * swell - (step % 2) * swell)
        for step in range(5)
    ]
    highest = min(point[1] for point in points) - 1
    box = Box(arch.x, arch.y + highest, arch.width, arch.height - highest)
    data = smooth([(x, v - highest) for x, v in points], box.height)
    fill = solid(color, scene.grain(color, 0.5, 10 + index, 100.0))
    shadow = Shadow(color="#00000030", dy=-5 * scene.unit, blur=16 * scene.unit)
    return path_layer(
        f"hill-{index + 1}", f"Hill {index + 1}", data, box, fill, scene.assets,
        clip=True, effects=(shadow,),
    )  # fmt: skip


def _subject(scene: Scene) -> list[Layer]:
    """Standing on the hills about a tenth of the arch above the sill, or on its stage.

    It fills the arch; from a slim one it steps out a little.
    """
    arch, name = scene.arch, scene.request.subjects[0]
    ink, slim = ink_bounds(name), scene.arch.height > _SLIM * scene.arch.width
    across, up = _HERO[0], _HERO[2 if ink.width < _TALL * ink.height else 1]
    scale = min((_OUT if slim else across) * arch.width / ink.width, up * arch.height / ink.height)
    width, height = scale * ink.width, scale * ink.height
    bottom = arch.bottom - 0.09 * arch.height if scene.outdoors else foot_of(arch)[1]
    box = Box(arch.center.x - width / 2, bottom - height, width, height)
    shading = Shading(0.24, max(1.0, 1.3 * scene.unit), scene.request.seed + 30)
    return list(
        icon_layers(
            name, box, scene.assets, "subject", colors=_colors(scene, name), shading=shading
        )
    )


def _stands_out(color: str, behind: str) -> bool:
    return contrast(color, behind) >= (_SEEN_NEAR if _is_near(color, behind) else _SEEN)


def _is_near(color: str, behind: str) -> bool:
    return hue_distance(hex_to_oklch(color).hue, hex_to_oklch(behind).hue) < _NEAR


def _colors(scene: Scene, name: str) -> dict[str, str] | None:
    """The subject's own hues, made lighter or darker when it would sink into what is behind it."""
    main = dominant(name)
    behind = mix(*scene.behind, 0.5)
    if scene.outdoors:
        behind = mix(scene.color("hill_1"), scene.color("hill_3"), 0.5)
    if _stands_out(main, behind):
        return None
    lifted = reach_contrast(main, behind, 2.4 if _is_near(main, behind) else 1.9)
    dark, accent = mix(scene.color("ink"), lifted, 0.25), scene.color("line")
    return recolored(name, Ramp(dark, lifted, "#fffaf0", accent), native=True)


def _ferns(scene: Scene) -> list[Layer]:
    made: list[Layer] = []
    for number_, (side, share, lean) in enumerate(_LEAVES):
        arch = scene.arch
        foot = (arch.center.x + side * arch.width * 0.53, arch.bottom)
        height = share * min(arch.height, 2.5 * arch.width)  # in a slit they would hide the words
        height = min(height, _room(scene, foot[0]) / _SPREAD)
        if height < _LOW * arch.height:
            continue
        data, box = _fern(foot, height, lean)
        color = (
            scene.color("leaf")
            if number_ == 0
            else mix(scene.color("leaf"), scene.color("ink"), 0.18)
        )
        fill = solid(color, scene.grain(color, 0.45, 20 + number_))
        made.append(path_layer(f"fern-{number_ + 1}", "Fern", data, box, fill, scene.assets))
    return made


def _room(scene: Scene, x: float) -> float:
    """How far a fern at x may reach outwards: to the copy beside it, or near the sheet's edge."""
    request = scene.request
    left = request.boxes("object")[0].x if is_beside(request) else 0.02 * request.width
    right = 0.98 * request.width
    return max(1.0, x - left if x < scene.arch.center.x else right - x)


def _fern(foot: tuple[float, float], height: float, lean: float) -> tuple[str, Box]:
    """A stem with pairs of leaves that shorten upwards, leaning by `lean` degrees."""
    reach = 0.32 * height
    box = Box(foot[0] - reach - 0.3 * height, foot[1] - height, 2 * reach + 0.6 * height, height)
    base = (foot[0] - box.x, height)
    pieces = []
    for step in range(11):
        t = step / 11
        stem = turned((base[0], base[1] - 0.92 * height * t), base, lean * (0.4 + t))
        length = reach * (1.0 - 0.72 * t) * (0.75 + 0.25 * min(1.0, 4 * t + 0.3))
        for side in (-1, 1):
            tip = turned((stem[0], stem[1] - length), stem, lean + side * (62 - 26 * t))
            pieces.append(leaf(stem, tip, 0.17))
    top = turned((base[0], base[1] - 0.99 * height), base, lean * 1.4)
    pieces.append(leaf(turned((base[0], base[1] - 0.86 * height), base, lean * 1.3), top, 0.2))
    pieces.append(leaf(base, turned((base[0], base[1] - 0.9 * height), base, lean * 1.25), 0.012))
    return "".join(pieces), box
