"""What a clipping base lets through, as the browser's `clip-path` or `mask-image`."""

from __future__ import annotations

import math
from typing import TypedDict

from design_io.document import Canvas, Layer, ShapeLayer
from design_io.geometry import Box
from design_io.pathfinder import Matrix, path_data, placed
from design_io.paths import shape_path
from design_io.resources import Resources
from design_io.svg_paint import is_opaque
from editor.pictures import paint_box


class Window(TypedDict, total=False):
    """An outline, relative to the clipped layer's `paint`, or a picture whose alpha counts."""

    path: str
    even_odd: bool
    src: str
    paint: list[float]
    opacity: float


def window_of(
    base: Layer, canvas: Canvas, resources: Resources, address: str, paint: Box
) -> Window:
    """The window that `base` is; `address` is that of its picture."""
    if base.kind == "shape" and _is_its_outline(base):
        moved = placed(path_data(shape_path(base, resources.assets)), _onto(base, paint))
        return {"path": moved, "even_odd": base.fill_rule == "evenodd"}
    return {
        "src": address,
        "paint": list(paint_box(base, canvas, resources)),
        "opacity": base.opacity,
    }


def _onto(base: ShapeLayer, paint: Box) -> Matrix:
    """Turned as the base is, and measured from the corner of `paint`."""
    angle = math.radians(base.rotation)
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = base.box.center
    return (
        cos, sin, -sin, cos,
        x - x * cos + y * sin - paint.x, y - x * sin - y * cos - paint.y,
    )  # fmt: skip


def _is_its_outline(base: ShapeLayer) -> bool:
    """Whether the layer is opaque all over its shape and paints nothing else."""
    if base.stroke or base.live_mask or base.effects or base.opacity < 1 or base.fill is None:
        return False
    grain = base.fill.grain
    return is_opaque(base.fill) and (grain is None or len(grain.color) == len("#rrggbb"))
