"""Indoor stages for a subject on a table or plinth: before a disc, drapes, or light of a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.color import mix
from design_io.document import Layer
from design_io.geometry import Box
from design_io.paint import Grain
from generators.artist.drawing import XY, circle, number, path_layer, polygon, solid

_FLOOR = 0.8  # of the height
_EDGE = 0.9  # of the height, a table's near edge
_STEPS = ((0.42, 0.905, 1.0), (0.31, 0.845, 0.915))  # half width, top and foot of two round steps
_TILT = 0.15  # height of a step's top over its width
_DISC = 0.42  # of the width, the disc's radius
_FOLDS = ((0.36, 0.13, 0.2), (0.25, 0.075, 0.14), (0.13, 0.03, 0.07))  # of a drape, outermost last


class Stage(NamedTuple):
    """A room seen through `box`: everything is clipped to the layer below it, the wall."""

    box: Box
    wall: str
    light: str
    floor: str
    front: str  # the plinth's side, the darkest
    top: str  # the plinth's top
    assets: AssetStore
    grain: Callable[[str, int], Grain]  # of a colour, by a number of one's own

    def layer(self, layer_id: str, name: str, data: str, color: str, opacity: float = 1.0) -> Layer:
        """A path in the coordinates of the box."""
        fill = solid(color, self.grain(color, len(layer_id) + 7))
        return path_layer(
            layer_id, name, data, self.box, fill, self.assets, clip=True, opacity=opacity
        )

    def at(self, u: float, v: float) -> XY:
        return u * self.box.width, v * self.box.height


def stage_layers(stage: Stage, seed: int) -> list[Layer]:
    """The room without its wall, bottom first; the subject stands at `foot_of`."""
    kinds = (_disc, _drapes, _window)
    kind = kinds[seed % len(kinds)]
    standing = _plinth if seed // len(kinds) % 3 == 0 else _table
    floor = stage.layer("floor", "Floor", _strip(stage, _FLOOR), stage.floor)
    return [*kind(stage), floor, *standing(stage)]


def foot_of(box: Box) -> XY:
    """Where the subject stands: the middle of the plinth's top, or on the table."""
    return box.center.x, box.y + (_STEPS[1][1] + 0.006) * box.height


def _disc(stage: Stage) -> list[Layer]:
    x, y = stage.at(0.5, 0.8)
    radius = min(_DISC * stage.box.width, 0.62 * stage.box.height)
    y = min(y, y - 0.55 * radius)
    return [stage.layer("disc", "Disc", circle((x, y), radius), stage.light)]


def _drapes(stage: Stage) -> list[Layer]:
    """Two drapes drawn aside, in three folds each, before a small disc."""
    made = [stage.layer("disc", "Disc", circle(stage.at(0.5, 0.52), 0.27 * stage.box.width),
                        stage.light)]  # fmt: skip
    for n, fold in enumerate(_FOLDS):
        color = mix(stage.floor, stage.front, 0.25 + 0.3 * n)
        data = _drape(stage, fold, False) + _drape(stage, fold, True)
        made.append(stage.layer(f"drape-{n + 1}", "Drapes", data, color))
    return made


def _drape(stage: Stage, fold: tuple[float, float, float], mirrored: bool) -> str:
    """From its reach at the top to where it is gathered, and to its reach on the floor."""

    def xy(u: float, v: float) -> str:
        x, y = stage.at(1 - u if mirrored else u, v)
        return f"{number(x)} {number(y)}"

    high, tied, low = fold
    return (
        f"M{xy(0, 0)}L{xy(high, 0)}C{xy(high, 0.3)} {xy(tied + 0.06, 0.5)} {xy(tied, 0.6)}"
        f"C{xy(tied + 0.04, 0.7)} {xy(low, 0.78)} {xy(low, 0.9)}L{xy(0, 0.9)}Z"
    )


def _window(stage: Stage) -> list[Layer]:
    """Four panes of slanting light on the wall."""
    panes = []
    for column in (0, 1):
        for row in (0, 1):
            u, v = 0.2 + 0.31 * column, 0.16 + 0.29 * row + 0.05 * column
            corners = ((u, v), (u + 0.29, v + 0.045), (u + 0.29, v + 0.315), (u, v + 0.27))
            panes.append(polygon(stage.at(*corner) for corner in corners))
    return [stage.layer("light", "Light of a window", "".join(panes), stage.light, 0.5)]


def _table(stage: Stage) -> list[Layer]:
    """A table from wall to wall, seen a little from above."""
    return [
        stage.layer("table-top", "Table", _strip(stage, _FLOOR), stage.top),
        stage.layer("table-front", "Table", _strip(stage, _EDGE), stage.front),
    ]


def _strip(stage: Stage, top: float) -> str:
    """All below a share of the height."""
    left, high = stage.at(0, top)
    right, low = stage.at(1, 1)
    return polygon([(left, high), (right, high), (right, low), (left, low)])


def _plinth(stage: Stage) -> list[Layer]:
    """Two round steps, each with a lighter top."""
    made: list[Layer] = []
    for n, (half, top, foot) in enumerate(_STEPS):
        rx = min(half * stage.box.width, 0.62 * half * 2 * stage.box.height)
        ry, x = _TILT * rx, stage.box.width / 2
        y0, y1 = top * stage.box.height, foot * stage.box.height
        side = (
            f"M{number(x - rx)} {number(y0)}V{number(y1)}A{number(rx)} {number(ry)} 0 0 0 "
            f"{number(x + rx)} {number(y1)}V{number(y0)}Z"
        )
        made.append(stage.layer(f"step-side-{n + 1}", "Plinth", side, stage.front))
        made.append(stage.layer(f"step-top-{n + 1}", "Plinth", _ellipse(x, y0, rx, ry), stage.top))
    return made


def _ellipse(x: float, y: float, rx: float, ry: float) -> str:
    left, right, arc = number(x - rx), number(x + rx), f"A{number(rx)} {number(ry)} 0 1 1"
    return f"M{left} {number(y)}{arc} {right} {number(y)}{arc} {left} {number(y)}Z"
