"""Shapes as masks."""

from __future__ import annotations

from design_io.assets import AssetStore
from design_io.document import MAX_PATH, Mask, ShapeLayer
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.pathfinder import path_data
from design_io.paths import shape_path
from design_io.skia_library import skia


def mask_of(shape: ShapeLayer, assets: AssetStore) -> Mask:
    """The outline of a shape as it lies on the canvas; DesignError where it is too fine."""
    path = skia.Path()
    turn = skia.Matrix.RotateDeg(shape.rotation, skia.Point(*shape.box.center))
    shape_path(shape, assets).transform(turn, path)
    path = skia.AsWinding(path)  # masks are filled by that rule
    bounds = path.computeTightBounds()
    box = Box(bounds.x(), bounds.y(), bounds.width(), bounds.height())
    if box.empty:
        raise DesignError(f"{shape.label} has no area, so it cannot be a mask; draw it larger")
    data = path_data(path, -box.x, -box.y)
    if len(data) > MAX_PATH:
        raise DesignError(
            f"the outline of {shape.label} is too fine for a mask ({len(data)} characters, at most "
            f"{MAX_PATH}); use a simpler shape, or paint the mask"
        )
    return Mask(box=box, path=data, view_box=(box.width, box.height))
