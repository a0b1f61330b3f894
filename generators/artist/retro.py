"""Retro badge: sun rays over the sheet, a scalloped badge at their centre, the subject in it."""

from __future__ import annotations

import math
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import contrast
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Grain, Stroke
from design_io.pathfinder import within
from generators.artist.copy_zones import is_beside
from generators.artist.drawing import XY, circle, group, path_layer, polygon, solid
from generators.artist.icons import Shading, dominant, icon_layers, lifted, shade
from generators.artist.room import side_in_disc
from generators.request import GenerationRequest, Painted

_RAYS = 28
_TEETH = 30
_INSIDE = 0.8  # of the radius, what lies inside the ring
_CIRCLE = 1.72  # of the radius, the diagonal of the subject's ink
_SEEN = 1.4  # contrast of a subject with its disc
_LEAST = 0.09  # of the short side, the smallest radius of a badge


class Badge(NamedTuple):
    center: XY
    radius: float  # px, to the tips of the teeth


class Scene(NamedTuple):
    request: GenerationRequest
    assets: AssetStore
    badge: Badge
    unit: float

    def color(self, role: str) -> str:
        return self.request.palette[role]

    @property
    def disc(self) -> str:
        """Paper; the dark of the sheet under what would sink into paper."""
        paper, names = self.color("paper"), self.request.subjects
        if not names or contrast(dominant(names[0]), paper) >= _SEEN:
            return paper
        return self.color("dark")

    def grain(self, color: str, amount: float = 0.3) -> Grain:
        return Grain(
            color=shade(color, 0.06, 6.0), amount=amount, cell=max(1.0, 1.7 * self.unit),
            seed=self.request.seed,
        )  # fmt: skip


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    unit = math.sqrt(request.width * request.height) / 1000
    scene = Scene(request, assets, _badge(request, unit), unit)
    made = [group("rays", "Sun rays", [_rays(scene)], role="background")]
    if scene.badge.radius >= _LEAST * min(request.width, request.height):
        made.append(group("badge", "Badge", _badge_layers(scene)))
        figure = _subject(scene) if request.subjects else [_star(scene)]
        made.append(group("subject", "Subject", figure, role="hero"))
    return tuple(Painted(layer=layer) for layer in made)


def _badge(request: GenerationRequest, unit: float) -> Badge:
    art = request.boxes("object")[0]
    if is_beside(request):
        radius = min(0.45 * art.height, 0.46 * art.width)
        return Badge((art.x + 0.48 * art.width, art.center.y), radius)
    ends = request.height - art.bottom < 0.1 * min(request.width, request.height)
    bottom = request.height - 30 * unit if ends else art.bottom
    radius = min(0.43 * request.width, (bottom - art.y) / 2 - 7 * unit)
    return Badge((art.center.x, (art.y + bottom) / 2 - 4 * unit), radius)


def _rays(scene: Scene) -> Layer:
    """Every second ray in the darker tone, to the sheet's edges."""
    request, (center, _) = scene.request, scene.badge
    far = math.hypot(request.width, request.height) * 1.1
    wedges = "".join(
        polygon([center, _toward(center, far, 2 * k - 0.5), _toward(center, far, 2 * k + 0.5)])
        for k in range(_RAYS)
    )
    sheet = Box(0, 0, request.width, request.height)
    corners = [(0, 0), (sheet.width, 0), (sheet.width, sheet.height), (0, sheet.height)]
    data = within(wedges, polygon(corners))
    color = scene.color("bg_2")
    return path_layer(
        "sun-rays", "Rays", data, sheet, solid(color), scene.assets, role="background",
        rule="evenodd",
    )  # fmt: skip


def _toward(center: XY, distance: float, step: float) -> XY:
    """A point `step` half rays around the circle, straight up at 0."""
    angle = math.pi * step / _RAYS - math.pi / 2
    return center[0] + distance * math.cos(angle), center[1] + distance * math.sin(angle)


def _badge_layers(scene: Scene) -> list[Layer]:
    radius, shift = scene.badge.radius, 0.035 * scene.badge.radius
    edge = scene.color("badge")
    seal = _scallop(radius)
    return [
        _round("badge-shadow", "Hard shadow", seal, scene, scene.color("dark"), (shift, shift)),
        _round("badge-seal", "Seal", seal, scene, edge),
        _round("badge-disc", "Disc", circle((radius, radius), 0.86 * radius), scene, scene.disc),
        _ring(scene),
        _round("badge-beads", "Beads", _beads(radius), scene, scene.color("paper")),
    ]


def _scallop(radius: float) -> str:
    """Rounded teeth about a circle."""
    points = []
    for k in range(_TEETH * 12):
        angle = 2 * math.pi * k / (_TEETH * 12)
        reach = radius * (0.945 + 0.055 * abs(math.sin(angle * _TEETH / 2)) ** 0.8)
        points.append((radius + reach * math.cos(angle), radius + reach * math.sin(angle)))
    return polygon(points)


def _beads(radius: float) -> str:
    """Small dots on the seal between its edge and the disc."""
    dots = []
    for k in range(_TEETH):
        angle = 2 * math.pi * (k + 0.5) / _TEETH
        at = radius + 0.9 * radius * math.cos(angle), radius + 0.9 * radius * math.sin(angle)
        dots.append(circle(at, 0.014 * radius))
    return "".join(dots)


def _ring(scene: Scene) -> Layer:
    radius = scene.badge.radius
    color = "ring" if scene.disc == scene.color("paper") else "paper"
    stroke = Stroke(color=scene.color(color), width=max(1.0, 0.018 * radius))
    return path_layer(
        "badge-ring", "Ring", circle((radius, radius), 0.81 * radius), _square(scene), None,
        scene.assets, stroke=stroke,
    )  # fmt: skip


def _round(
    layer_id: str, name: str, data: str, scene: Scene, color: str, shift: XY = (0.0, 0.0)
) -> Layer:
    fill = solid(color, scene.grain(color))
    return path_layer(layer_id, name, data, _square(scene).shift(*shift), fill, scene.assets)


def _square(scene: Scene) -> Box:
    (x, y), radius = scene.badge
    return Box(x - radius, y - radius, 2 * radius, 2 * radius)


def _subject(scene: Scene) -> list[Layer]:
    name, ((x, y), radius) = scene.request.subjects[0], scene.badge
    side = side_in_disc(name, _CIRCLE * radius, 2 * _INSIDE * radius)
    box = Box(x - side / 2, y - side / 2, side, side)
    shading = Shading(0.24, max(1.0, 1.3 * scene.unit), scene.request.seed + 30)
    colors = lifted(name, scene.disc) if scene.disc != scene.color("paper") else None
    return list(icon_layers(name, box, scene.assets, "subject", colors=colors, shading=shading))


def _star(scene: Scene) -> Layer:
    """Without a subject, a five-pointed star."""
    radius, points = scene.badge.radius, []
    for k in range(10):
        angle = math.pi * k / 5 - math.pi / 2
        reach = radius * (0.58 if k % 2 == 0 else 0.58 * 0.46)
        points.append((radius + reach * math.cos(angle), radius + reach * math.sin(angle)))
    return _round("subject-star", "Star", polygon(points), scene, scene.color("badge"))
