"""Vector pieces the artist draws with: path data in canvas pixels and the layers that hold it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

from design_io.assets import AssetStore
from design_io.document import MAX_PATH, BlendMode, GroupLayer, Layer, Role, ShapeLayer
from design_io.geometry import Box
from design_io.paint import Effect, Fill, Grain, SolidFill, Stroke

XY = tuple[float, float]
FillRule = Literal["nonzero", "evenodd"]


def number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def polygon(points: Iterable[XY]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def rectangle(width: float, height: float) -> str:
    return polygon(((0, 0), (width, 0), (width, height), (0, height)))


def circle(center: XY, radius: float) -> str:
    x, y, r = center[0], center[1], number(radius)
    left, right, at = number(x - radius), number(x + radius), number(y)
    return f"M{left} {at}A{r} {r} 0 1 1 {right} {at}A{r} {r} 0 1 1 {left} {at}Z"


def smooth(points: list[XY], close_at: float) -> str:
    """A soft curve through `points`, closed along the horizontal line y = close_at."""
    first, last = points[0], points[-1]
    data = f"M{number(first[0])} {number(close_at)}L{number(first[0])} {number(first[1])}"
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        bend = (x1 - x0) * 0.45
        curve = (x0 + bend, y0, x1 - bend, y1, x1, y1)
        data += "C" + " ".join(number(v) for v in curve)
    return data + f"L{number(last[0])} {number(close_at)}Z"


def curve(points: list[XY]) -> str:
    """A soft line through `points` (Catmull-Rom), open; it begins with M."""
    data = f"M{number(points[0][0])} {number(points[0][1])}"
    spread = [points[0], *points, points[-1]]
    for before, start, end, after in zip(spread, spread[1:], spread[2:], spread[3:], strict=False):
        bends = (
            start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6, *end,
        )  # fmt: skip
        data += "C" + " ".join(number(v) for v in bends)
    return data


def leaf(base: XY, tip: XY, breadth: float) -> str:
    """A pointed leaf from base to tip; breadth is its widest share of its length."""
    (x0, y0), (x1, y1) = base, tip
    dx, dy = x1 - x0, y1 - y0
    nx, ny = -dy * breadth, dx * breadth
    values = (
        x0, y0, x0 + dx * 0.25 + nx, y0 + dy * 0.25 + ny, x0 + dx * 0.7 + nx, y0 + dy * 0.7 + ny,
        x1, y1, x0 + dx * 0.7 - nx, y0 + dy * 0.7 - ny, x0 + dx * 0.25 - nx, y0 + dy * 0.25 - ny,
        x0, y0,
    )  # fmt: skip
    text = [number(v) for v in values]
    return f"M{text[0]} {text[1]}C{' '.join(text[2:8])}C{' '.join(text[8:14])}Z"


def turned(point: XY, center: XY, degrees: float) -> XY:
    """The point turned clockwise about a centre."""
    angle = math.radians(degrees)
    dx, dy = point[0] - center[0], point[1] - center[1]
    cos, sin = math.cos(angle), math.sin(angle)
    return center[0] + dx * cos - dy * sin, center[1] + dx * sin + dy * cos


def solid(color: str, grain: Grain | None = None) -> SolidFill:
    return SolidFill(color=color, grain=grain)


def path_layer(
    layer_id: str, name: str, data: str, box: Box, fill: Fill | None, assets: AssetStore, *,
    stroke: Stroke | None = None, rule: FillRule = "nonzero", clip: bool = False,
    effects: tuple[Effect, ...] = (), role: Role = "ornament", opacity: float = 1.0,
    view_box: tuple[float, float] | None = None, blend_mode: BlendMode = "normal",
) -> ShapeLayer:  # fmt: skip
    """A path whose data is in the coordinates of `box` moved to the origin (or of `view_box`)."""
    long = len(data) > MAX_PATH
    return ShapeLayer(
        id=layer_id, name=name, role=role, box=box, shape="path", fill=fill, stroke=stroke,
        path=None if long else data,
        path_asset=assets.put(data.encode()) if long else None,
        view_box=view_box or (box.width, box.height), fill_rule=rule, clip=clip, effects=effects,
        opacity=opacity, blend_mode=blend_mode,
    )  # fmt: skip


def group(layer_id: str, name: str, layers: Iterable[Layer], role: Role = "ornament") -> GroupLayer:
    return GroupLayer(id=layer_id, name=name, role=role, layers=tuple(layers))
