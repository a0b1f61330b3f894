"""What logos are made of: a drawing in few plain colours, and solid shapes that may carry it."""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.color import contrast, mix, reach_contrast
from design_io.document import Layer
from design_io.geometry import Box
from generators.artist.coats import Pose, icon_stack
from generators.artist.drawing import number, path_layer, polygon, solid
from generators.artist.icons import Ramp, ink_bounds
from generators.request import GenerationRequest

_SEEN = 2.2  # contrast of a drawing with what it stands on
_SOLID = 4.5  # contrast of a solid shape with its ground


def square_in(zone: Box) -> Box:
    """The largest square in the middle of the zone."""
    side = min(zone.width, zone.height)
    return Box(zone.center.x - side / 2, zone.center.y - side / 2, side, side)


def flat_figure(name: str, box: Box, ramp: Ramp, assets: AssetStore) -> list[Layer]:
    """The icon fitted into `box` in the few tones of the ramp, one layer per run of colour."""
    ink = ink_bounds(name)
    side = max(ink.width, ink.height) * min(box.width / ink.width, box.height / ink.height)
    pose = Pose((side / 2, side / 2), side)
    place = Box(box.center.x - side / 2, box.center.y - side / 2, side, side)
    return [
        path_layer(
            f"subject-{n}", f"Figure {n}", coat.data, place, solid(coat.color), assets,
            rule="evenodd", role="hero",
        )
        for n, coat in enumerate(icon_stack(name, pose, ramp), 1)
    ]  # fmt: skip


def on_ground(request: GenerationRequest) -> Ramp:
    """The tones of a drawing that stands on the sheet itself."""
    palette = request.palette
    ground, main = palette["bg"], reach_contrast(palette["main"], palette["bg"], _SEEN)
    light = mix(main, ground, 0.72)
    return Ramp(palette["ink"], main, light, reach_contrast(palette["accent"], ground, _SEEN))


def plate_color(request: GenerationRequest) -> str:
    """Of a solid shape: deep enough to carry a drawing in the ground's colour."""
    palette = request.palette
    return reach_contrast(palette["main"], palette["bg"], _SOLID)


def on_plate(request: GenerationRequest, plate: str) -> Ramp:
    """The tones of a drawing that is left out of a plate."""
    ground = request.palette["bg"]
    white = "#ffffff" if contrast("#ffffff", plate) > contrast(ground, plate) else ground
    return Ramp(mix(plate, ground, 0.12), ground, white, mix(plate, ground, 0.62))


def cornered(side: float, radii: tuple[float, float, float, float]) -> str:
    """A square with round corners, of these shares of its side: clockwise from the upper left."""
    a, b, c, d = (share * side for share in radii)

    def arc(radius: float, x: float, y: float) -> str:
        r = number(radius)
        return f"A{r} {r} 0 0 1 {number(x)} {number(y)}"

    return (
        f"M{number(a)} 0H{number(side - b)}{arc(b, side, b)}V{number(side - c)}"
        f"{arc(c, side - c, side)}H{number(d)}{arc(d, 0, side - d)}V{number(a)}{arc(a, a, 0)}Z"
    )


def many_sided(side: float, corners: int, turn: float) -> str:
    """A regular polygon in a square of `side`, turned by `turn` degrees."""
    half = side / 2
    angles = (math.radians(turn + 360 * n / corners) for n in range(corners))
    return polygon([(half + half * math.sin(a), half - half * math.cos(a)) for a in angles])
