"""The outlines of shapes and paths as SVG elements in canvas pixels, unrotated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.document import Layer, ShapeLayer
from design_io.geometry import Box
from design_io.pathfinder import path_data
from design_io.paths import parse_path, shape_path
from design_io.svg_drawing import Attributes, Node, SvgDocument, number, numbers
from design_io.svg_paint import box_attributes

_CONTROLS = re.compile("[\x00-\x1f]")


class Outline(NamedTuple):
    """An element without paint. `undo` takes canvas pixels into its own units."""

    node: Node
    undo: str | None = None
    scale: float = 1.0  # canvas px per own unit


def shape_outline(svg: SvgDocument, layer: ShapeLayer, assets: AssetStore) -> Outline | None:
    """None for a shape without extent. Path data stays as it is wherever SVG can scale it."""
    if layer.shape == "ellipse":
        (x, y), (_, _, width, height) = layer.box.center, layer.box
        return Outline(svg.node("ellipse", cx=x, cy=y, rx=width / 2, ry=height / 2))
    if layer.shape == "rectangle":
        return Outline(_rectangle(svg, layer))
    if not min(*layer.view_box, *layer.box[2:]) > 0:
        return None
    rule: Attributes = {"fill_rule": "evenodd" if layer.fill_rule == "evenodd" else None}
    if layer.shape == "polygon":
        return Outline(svg.node("polygon", points=" ".join(_corners(layer)), **rule))
    across, down = _scales(layer.view_box, layer.box)
    if layer.stroke is not None and abs(across - down) > 1e-4 * down:
        return Outline(svg.node("path", d=path_data(shape_path(layer, assets)), **rule))
    data = layer.path if layer.path_asset is None else assets.text(layer.path_asset)
    return scaled_outline(svg, data or "", layer.view_box, layer.box, rule)


def scaled_outline(
    svg: SvgDocument, data: str, view_box: tuple[float, float], box: Box,
    attributes: Attributes | None = None,
) -> Outline:  # fmt: skip
    """Path data whose view box is stretched over `box`; neither may be empty.

    Raises DesignError, as the renderer does, for what is not path data.
    """
    parse_path(data)
    across, down = _scales(view_box, box)
    move = f"translate({numbers(box.x, box.y)}) scale({across:.8g} {down:.8g})"
    undo = f"scale({1 / across:.8g} {1 / down:.8g}) translate({numbers(-box.x, -box.y)})"
    data = _CONTROLS.sub(" ", data)  # separators in path data, but not in XML
    node = svg.node("path", d=data, transform=move, **(attributes or {}))
    return Outline(node, undo, (across + down) / 2)


def outline_bounds(layer: ShapeLayer, assets: AssetStore) -> Box:
    """What the shape covers before it is turned, its stroke aside."""
    bounds = shape_path(layer, assets).computeTightBounds()
    return Box(bounds.x(), bounds.y(), bounds.width(), bounds.height())


def turn(layer: Layer) -> str | None:
    """The rotation about the layer's centre as a transform; None where there is none."""
    if layer.kind == "group" or not layer.rotation % 360:
        return None
    return f"rotate({numbers(layer.rotation, *layer.box.center)})"


def _rectangle(svg: SvgDocument, layer: ShapeLayer) -> Node:
    radius = layer.corner_radius
    dashed = layer.stroke is not None and layer.stroke.dash  # dashes begin where our path begins
    if isinstance(radius, tuple) or (radius and dashed):
        radii = radius if isinstance(radius, tuple) else (radius,) * 4
        return svg.node("path", d="".join(_rounded(layer.box, radii)))
    fitting = min(radius, layer.box.width / 2, layer.box.height / 2)
    return svg.node("rect", **box_attributes(layer.box), rx=fitting or None)


def _rounded(box: Box, radii: tuple[float, float, float, float]) -> Iterator[str]:
    """Up from the lower left corner and round; radii too large for a side shrink as in CSS."""
    sides = (box.width, box.height, box.width, box.height)
    wanted = (radii[i] + radii[(i + 1) % 4] for i in range(4))
    shrink = min((s / w for s, w in zip(sides, wanted, strict=True) if w > 0), default=1.0)
    tl, tr, br, bl = (radius * min(1.0, shrink) for radius in radii)
    yield f"M{numbers(box.x, box.bottom - bl)}V{number(box.y + tl)}"
    yield _quarter(tl, box.x + tl, box.y) + f"H{number(box.right - tr)}"
    yield _quarter(tr, box.right, box.y + tr) + f"V{number(box.bottom - br)}"
    yield _quarter(br, box.right - br, box.bottom) + f"H{number(box.x + bl)}"
    yield _quarter(bl, box.x, box.bottom - bl) + "Z"


def _quarter(radius: float, x: float, y: float) -> str:
    return f"A{numbers(radius, radius)} 0 0 1 {numbers(x, y)}" if radius > 0 else ""


def _corners(layer: ShapeLayer) -> Iterator[str]:
    across, down = _scales(layer.view_box, layer.box)
    for x, y in layer.points:
        yield f"{number(layer.box.x + x * across)},{number(layer.box.y + y * down)}"


def _scales(view_box: tuple[float, float], box: Box) -> tuple[float, float]:
    return box.width / view_box[0], box.height / view_box[1]
