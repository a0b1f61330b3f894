"""Basic shapes and paths of an SVG → shape layers; ValueError for what only pixels can show."""

from __future__ import annotations

import math
from typing import Any
from xml.etree.ElementTree import Element

from design_io.document import ShapeLayer, validated
from design_io.geometry import Box
from design_io.imported import Reading, placed_path
from design_io.intake import MAX_DRAWING
from design_io.pathfinder import Matrix, placed
from design_io.paths import path_bounds
from design_io.svg_cascade import Similarity, Style, length, moved, numbers, similarity
from design_io.svg_fill_reader import Named, fill_of, stroke_of
from design_io.svg_safety import tag

SHAPES = ("rect", "circle", "ellipse", "line", "polyline", "polygon", "path")
_MARKERS = ("marker-start", "marker-mid", "marker-end")


def shape_layer(
    element: Element, style: Style, matrix: Matrix, shared: dict[str, Any], named: Named,
    reading: Reading, sheet: Box,
) -> ShapeLayer | None:  # fmt: skip
    """None for a shape that paints nothing."""
    if any(style[key] != "none" for key in _MARKERS):
        raise ValueError("markers")
    bounds, drawn = _simple(element, matrix, sheet)
    if drawn is None:
        data = _data(element, sheet)
        if not data or len(data) > MAX_DRAWING:
            return None
        bounds = path_bounds(data)
        drawn = placed_path(placed(data, matrix), reading.assets)
    if bounds.width <= 0 and bounds.height <= 0:
        return None
    fill = fill_of(style, bounds, matrix, Box(*drawn["box"]), named)
    stroke = stroke_of(style, matrix)
    if tag(element) == "line":
        fill = None
    if fill is None and stroke is None:
        return None
    rule = "evenodd" if style["fill-rule"] == "evenodd" else "nonzero"
    fields = {"fill": fill, "stroke": stroke, "fill_rule": rule, **drawn, **shared}
    return validated(ShapeLayer, fields)


def _simple(element: Element, matrix: Matrix, sheet: Box) -> tuple[Box, dict[str, Any] | None]:
    """Bounds in own space, and the fields of a rectangle or an ellipse; None: only a path can."""
    kind, even = tag(element), similarity(matrix)
    if kind not in ("rect", "circle", "ellipse"):
        return Box(0, 0, 0, 0), None
    bounds = _bounds(element, kind, sheet)
    upright = abs(matrix[1]) + abs(matrix[2]) < 1e-9 and matrix[0] > 0 and matrix[3] > 0
    if even is None and not upright:
        return bounds, None
    width, height = bounds.width * _along(matrix, 0), bounds.height * _along(matrix, 2)
    x, y = moved(matrix, bounds.center.x, bounds.center.y)
    fields: dict[str, Any] = {
        "shape": "rectangle" if kind == "rect" else "ellipse",
        "box": Box(x - width / 2, y - height / 2, width, height),
        "rotation": even.rotation if even else 0.0,
    }
    if kind == "rect":
        radii = _radii(element, bounds)
        if radii and not _round(radii, even):
            return bounds, None
        fields["corner_radius"] = radii[0] * _along(matrix, 0) if radii else 0.0
    return bounds, fields


def _round(radii: tuple[float, float], even: Similarity | None) -> bool:
    return even is not None and math.isclose(*radii, rel_tol=1e-3)


def _radii(element: Element, bounds: Box) -> tuple[float, float] | None:
    rx = length(element.get("rx", ""), bounds.width, -1.0)
    ry = length(element.get("ry", ""), bounds.height, -1.0)
    rx, ry = (rx if rx >= 0 else ry), (ry if ry >= 0 else rx)
    if rx <= 0 or ry <= 0:
        return None
    return min(rx, bounds.width / 2), min(ry, bounds.height / 2)


def _bounds(element: Element, kind: str, sheet: Box) -> Box:
    def of(key: str, whole: float) -> float:
        return length(element.get(key, ""), whole)

    if kind == "rect":
        width, height = max(0.0, of("width", sheet.width)), max(0.0, of("height", sheet.height))
        return Box(of("x", sheet.width), of("y", sheet.height), width, height)
    x, y = of("cx", sheet.width), of("cy", sheet.height)
    rx, ry = of("rx", sheet.width), of("ry", sheet.height)
    if kind == "circle":
        rx = ry = of("r", min(sheet.width, sheet.height))
    rx, ry = max(0.0, rx), max(0.0, ry)
    return Box(x - rx, y - ry, 2 * rx, 2 * ry)


def _data(element: Element, sheet: Box) -> str:
    """Path data of any shape, in its own space."""
    kind = tag(element)
    if kind == "path":
        return element.get("d", "")
    if kind == "line":
        points = [length(element.get(key, "")) for key in ("x1", "y1", "x2", "y2")]
    elif kind in ("polyline", "polygon"):
        points = numbers(element.get("points", ""))
    else:
        return _outline(element, kind, sheet)
    pairs = list(zip(points[::2], points[1::2], strict=False))
    closed = "Z" if kind == "polygon" else ""
    return "M" + "L".join(f"{x} {y}" for x, y in pairs) + closed if len(pairs) > 1 else ""


def _outline(element: Element, kind: str, sheet: Box) -> str:
    box = _bounds(element, kind, sheet)
    rx, ry = _radii(element, box) or (0.0, 0.0)
    if kind != "rect":
        rx, ry = box.width / 2, box.height / 2
    across, down = box.width - 2 * rx, box.height - 2 * ry
    turn = f"a{rx} {ry} 0 0 1 "
    return (
        f"M{box.x + rx} {box.y}h{across}{turn}{rx} {ry}v{down}{turn}{-rx} {ry}"
        f"h{-across}{turn}{-rx} {-ry}v{-down}{turn}{rx} {-ry}Z"
        if rx and ry else f"M{box.x} {box.y}h{box.width}v{box.height}h{-box.width}Z"
    )  # fmt: skip


def _along(matrix: Matrix, column: int) -> float:
    return math.hypot(matrix[column], matrix[column + 1])
