"""Deco medallion: a stepped gold frame, faint rays and a ring of beads around the subject."""

from __future__ import annotations

import math
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast, mix
from design_io.document import Layer
from design_io.geometry import Box, Point
from design_io.paint import Fill, RadialFill, Stop, Stroke
from design_io.pathfinder import within
from generators.artist.drawing import XY, circle, group, number, path_layer, polygon, solid
from generators.artist.icons import (
    Ramp,
    Shading,
    dominant,
    icon_layers,
    keeps_its_colors,
    lifted,
    recolored,
)
from generators.artist.room import side_in_disc
from generators.request import GenerationRequest, Painted

_RAYS = 40
_BEADS = 32
_INSET = 0.040  # of the short side, from the sheet's edge to the frame
_SEEN, _SEEN_PALE = 2.3, 1.7  # contrast of the subject with a deep disc, with a pale one
_DISC = 0.78  # of the radius, the medallion's disc
_CIRCLE = 1.8  # of the radius, the diagonal of the subject's ink
_LEAST = 0.10  # of the short side, the smallest radius of a medallion


class Scene(NamedTuple):
    request: GenerationRequest
    assets: AssetStore
    center: XY
    radius: float  # px, 0 without room for a medallion
    unit: float

    def color(self, role: str) -> str:
        return self.request.palette[role]

    @property
    def disc(self) -> tuple[str, str]:
        """The lit heart and the edge of the disc; of the words' lightness where that shows more.

        On it then stands what would sink into one of the sheet's own.
        """
        line, under, ink = self.color("line"), self.color("bg_2"), self.color("ink")
        own, turned = (mix(under, line, 0.22), under), (mix(ink, line, 0.22), mix(ink, under, 0.06))
        if not self.request.subjects:
            return own
        name = self.request.subjects[0]
        seen = [_stands_out(name, mix(*disc, 0.5)) for disc in (own, turned)]
        return turned if seen == [False, True] else own

    @property
    def square(self) -> Box:
        (x, y), r = self.center, self.radius
        return Box(x - r, y - r, 2 * r, 2 * r)

    def stroke(self, share: float) -> Stroke:
        """A gold line, its width a share of the medallion's radius."""
        return Stroke(color=self.color("line"), width=max(1.0, share * self.radius))


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    scene = _scene(request, assets)
    made = [
        group("rays", "Rays", [_rays(scene)], role="background"),
        group("frame", "Frame", _frame(scene), role="background"),
    ]
    if scene.radius:
        made.append(group("medallion", "Medallion", [*_ground(scene), *_rings(scene)]))
        figure = _subject(scene) if request.subjects else _star(scene)
        made.append(group("subject", "Subject", figure, role="hero"))
    return tuple(Painted(layer=layer) for layer in made)


def _scene(request: GenerationRequest, assets: AssetStore) -> Scene:
    """The medallion fills the art zone, inside the frame; the rays rise from its centre."""
    art, short = request.boxes("object")[0], min(request.width, request.height)
    unit = math.sqrt(request.width * request.height) / 1000
    inside = Box(0, 0, request.width, request.height).pad(-_INSET * short - 30 * unit)
    zone = art.intersection(inside)
    radius = 0.97 * min(zone.width, zone.height) / 2 if not zone.empty else 0.0
    if radius < _LEAST * short:
        return Scene(request, assets, (request.width / 2, request.height * 1.0), 0.0, unit)
    return Scene(request, assets, (zone.center.x, zone.center.y), radius, unit)


def _rays(scene: Scene) -> Layer:
    request, center = scene.request, scene.center
    far = math.hypot(request.width, request.height) * 1.1
    wedges = "".join(
        polygon([center, _around(center, far, k / _RAYS), _around(center, far, (k + 0.42) / _RAYS)])
        for k in range(_RAYS)
    )
    sheet = Box(0, 0, request.width, request.height)
    corners = [(0, 0), (sheet.width, 0), (sheet.width, sheet.height), (0, sheet.height)]
    data = within(wedges, polygon(corners))
    color = mix(scene.color("bg"), scene.color("bg_2"), 0.6)
    return path_layer(
        "rays-1", "Rays", data, sheet, solid(color), scene.assets, role="background",
        rule="evenodd",
    )  # fmt: skip


def _around(center: XY, distance: float, turn: float) -> XY:
    """A point on a circle, `turn` of the way round from the top, clockwise."""
    angle = 2 * math.pi * turn - math.pi / 2
    return center[0] + distance * math.cos(angle), center[1] + distance * math.sin(angle)


def _frame(scene: Scene) -> list[Layer]:
    """Two stepped lines and fans in the corners."""
    request, unit = scene.request, scene.unit
    short = min(request.width, request.height)
    outer = Box(0, 0, request.width, request.height).pad(-_INSET * short)
    step, gap = 0.014 * short, 0.011 * short
    inner = outer.pad(-gap)
    sheet = Box(0, 0, request.width, request.height)
    made = []
    for n, (box, width) in enumerate(((outer, 2.6), (inner, 1.2))):
        stroke = Stroke(color=scene.color("line"), width=max(1.0, width * unit), join="miter")
        data = _stepped(box, step)
        made.append(
            path_layer(
                f"frame-{n + 1}", "Frame", data, sheet, None, scene.assets, stroke=stroke,
                role="background",
            )
        )  # fmt: skip
    if fans := _fans(scene, inner, 0.048 * short):
        gold = solid(scene.color("line"))
        made.append(
            path_layer("frame-fans", "Fans", fans, sheet, gold, scene.assets, role="background")
        )
    return list(made)


def _fans(scene: Scene, frame: Box, reach: float) -> str:
    """A fan in both upper and both lower corners, where copy keeps clear of them."""
    copy = [region.box for region in scene.request.regions if region.kind != "object"]
    fans = ""
    for y, down in ((frame.y, 1), (frame.bottom, -1)):
        pair = ((frame.x, 1), (frame.right, -1))
        corners = [Box(x, y, 0, 0).pad(1.9 * reach) for x, _ in pair]
        if all(corner.intersection(box).empty for corner in corners for box in copy):
            fans += "".join(_fan((x, y), (right, down), reach) for x, right in pair)
    return fans


def _stepped(box: Box, step: float) -> str:
    """A rectangle whose corners go in by two steps."""
    corner = ((2, 0), (2, 1), (1, 1), (1, 2), (0, 2))
    left_top = [(box.x + u * step, box.y + v * step) for u, v in reversed(corner)]
    right_top = [(box.right - u * step, box.y + v * step) for u, v in corner]
    right_low = [(box.right - u * step, box.bottom - v * step) for u, v in reversed(corner)]
    left_low = [(box.x + u * step, box.bottom - v * step) for u, v in corner]
    return polygon([*left_top, *right_top, *right_low, *left_low])


def _fan(corner: XY, way: XY, reach: float) -> str:
    """A quarter of a sun: four wedges between two arcs about a point inside the corner."""
    start = (corner[0] + way[0] * 0.62 * reach, corner[1] + way[1] * 0.62 * reach)

    def at(radius: float, degrees: float) -> XY:
        angle = math.radians(degrees)
        return (
            start[0] + way[0] * radius * reach * math.cos(angle),
            start[1] + way[1] * radius * reach * math.sin(angle),
        )

    def ring(inner: float, outer: float, begin: float, end: float) -> str:
        turns = [begin + (end - begin) * k / 6 for k in range(7)]
        outside = [at(outer, turn) for turn in turns]
        return polygon([*outside, *(at(inner, turn) for turn in reversed(turns))])

    wedges = "".join(ring(0.34, 0.98, 23 * k + 1.5, 23 * k + 19.5) for k in range(4))
    return ring(0.0, 0.24, 0, 90) + wedges + ring(1.10, 1.17, 0, 90)


def _blade(base: XY, tip: XY, breadth: float, widest: float = 0.62) -> str:
    """A slim diamond."""
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    middle = base[0] + widest * dx, base[1] + widest * dy
    side = -dy * breadth, dx * breadth
    return polygon(
        [base, (middle[0] + side[0], middle[1] + side[1]), tip,
         (middle[0] - side[0], middle[1] - side[1])]
    )  # fmt: skip


def _ground(scene: Scene) -> list[Layer]:
    """The medallion's plate and the lit disc the subject stands on."""
    r = scene.radius
    lit = RadialFill(
        center=Point(0.5, 0.42), radius=0.42,
        stops=(Stop(offset=0, color=scene.disc[0]), Stop(offset=1, color=scene.disc[1])),
    )  # fmt: skip
    return [
        _round("plate", "Plate", circle((r, r), r), scene, solid(scene.color("bg"))),
        _round("disc", "Disc", circle((r, r), _DISC * r), scene, lit),
    ]


def _rings(scene: Scene) -> list[Layer]:
    r, gold = scene.radius, solid(scene.color("line"))
    spokes, beads, petals = "", "", ""
    for k in range(_BEADS):
        start, end = (_around((r, r), share * r, (k + 0.5) / _BEADS) for share in (0.87, 0.965))
        spokes += f"M{_xy(start)}L{_xy(end)}"
        beads += circle(_around((r, r), 0.9175 * r, k / _BEADS), 0.021 * r)
        beads += circle(_around((r, r), 0.828 * r, (k + 0.5) / _BEADS), 0.008 * r)
        petals += _petal(r, k)
    heavy = "".join(circle((r, r), share * r) for share in (0.995, 0.79))
    fine = "".join(circle((r, r), share * r) for share in (0.965, 0.87, 0.856))
    return [
        _round("rings-heavy", "Rings", heavy, scene, None, scene.stroke(0.011)),
        _round("rings-fine", "Fine rings", fine, scene, None, scene.stroke(0.0045)),
        _round("spokes", "Spokes", spokes, scene, None, scene.stroke(0.0045)),
        _round("arcs", "Arcs", petals, scene, None, scene.stroke(0.0045)),
        _round("beads", "Beads", beads, scene, gold),
    ]


def _petal(r: float, k: int) -> str:
    """One arc of the scalloped inner band."""
    start, end = (_around((r, r), 0.80 * r, (k + d) / _BEADS) for d in (0, 1))
    radius = number(0.082 * r)
    return f"M{_xy(start)}A{radius} {radius} 0 0 1 {_xy(end)}"


def _round(
    layer_id: str, name: str, data: str, scene: Scene, fill: Fill | None,
    stroke: Stroke | None = None,
) -> Layer:  # fmt: skip
    return path_layer(layer_id, name, data, scene.square, fill, scene.assets, stroke=stroke)


def _xy(point: XY) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _subject(scene: Scene) -> list[Layer]:
    name = scene.request.subjects[0]
    side = side_in_disc(name, _CIRCLE * scene.radius, 2 * _DISC * scene.radius)
    box = Box(scene.center[0] - side / 2, scene.center[1] - side / 2, side, side)
    shading = Shading(0.24, max(1.0, 1.3 * scene.unit), scene.request.seed + 30)
    colors = _colors(scene, name)
    return list(icon_layers(name, box, scene.assets, "subject", colors=colors, shading=shading))


def _colors(scene: Scene, name: str) -> dict[str, str] | None:
    """The subject's own colours; gold and cream when they would sink into the disc."""
    disc = mix(*scene.disc, 0.5)
    if _stands_out(name, disc):
        return None
    if keeps_its_colors(name):
        return lifted(name, disc)
    gold, ink = scene.color("line"), scene.color("ink")
    ramp = Ramp(mix(scene.color("bg"), gold, 0.18), gold, mix(gold, ink, 0.7), ink)
    return recolored(name, ramp, native=True)


def _stands_out(name: str, disc: str) -> bool:
    deep = contrast(disc, "#ffffff") > 4.5  # where dark things sink
    return contrast(dominant(name), disc) >= (_SEEN if deep else _SEEN_PALE)


def _star(scene: Scene) -> list[Layer]:
    """Without a subject, a compass star of long and short blades."""
    r = scene.radius
    blades = {8: "", 16: ""}
    for k in range(16):
        long = k % 2 == 0
        reach = (0.60 if k % 4 == 0 else 0.46) if long else 0.34
        tip = _around((r, r), reach * r, k / 16)
        blades[8 if long else 16] += _blade((r, r), tip, 0.11 if long else 0.075, 0.22)
    gold = scene.color("line")
    return [
        _round(
            "star-short",
            "Short blades",
            blades[16],
            scene,
            solid(mix(gold, scene.color("bg_2"), 0.4)),
        ),
        _round("star-long", "Long blades", blades[8], scene, solid(gold)),
        _round("star-heart", "Heart", circle((r, r), 0.075 * r), scene, solid(scene.color("ink"))),
    ]
