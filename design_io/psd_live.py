"""What profile "photoshop" keeps live of a layer, beside its pixels: shapes, gradients, effects.

A shape of one plain fill is a vector with Photoshop's own stroke; one drop shadow and one outline
are layer effects. Grain, blur, masks, extrusions and several shadows stay in the pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from psd_tools.constants import Tag
from psd_tools.psd.vector import (
    ClosedKnotUnlinked,
    ClosedPath,
    InitialFillRule,
    OpenKnotUnlinked,
    OpenPath,
    Path,
    PathFillRule,
    VectorMaskSetting,
    VectorStrokeContentSetting,
)

from design_io.assets import AssetStore
from design_io.color import hex_to_rgba
from design_io.document import Canvas, Layer, ShapeLayer
from design_io.effects import blur_sigma, extrusions, outlines, shadows, shadows_on_canvas
from design_io.geometry import Box
from design_io.paths import shape_path
from design_io.psd_descriptors import gradient, layer_effects, solid, stroke_style
from design_io.skia_library import skia

_Point = tuple[float, float]


class Live(NamedTuple):
    """The layer without what Photoshop draws itself, and the blocks that say what that is."""

    pixels: Layer
    blocks: tuple[tuple[Tag, Any], ...]


def live(layer: Layer, canvas: Canvas, assets: AssetStore) -> Live:
    blocks: list[tuple[Tag, Any]] = []
    pixels = layer
    if has_live_effects(layer):
        (shadow, outline) = _first(shadows_on_canvas(layer)), _first(outlines(layer))
        blocks.append((Tag.OBJECT_BASED_EFFECTS_LAYER_INFO, layer_effects(shadow, outline)))
        pixels = layer.evolve(effects=())
    if layer.kind == "shape" and is_live_shape(layer):
        blocks += _vector(layer, canvas, assets)
    return Live(pixels, tuple(blocks))


def has_live_effects(layer: Layer) -> bool:
    """Whether Photoshop's effects can look like the layer's."""
    if layer.kind == "group" or not layer.effects or blur_sigma(layer) or extrusions(layer):
        return False
    return layer.live_mask is None and len(shadows(layer)) <= 1 and len(outlines(layer)) <= 1


def is_live_shape(layer: ShapeLayer) -> bool:
    """Whether a path, one fill and one stroke are all there is, and Photoshop has them too."""
    fill = layer.fill
    if layer.live_mask is not None or blur_sigma(layer) or (fill is None and layer.stroke is None):
        return False
    if layer.effects and not has_live_effects(layer):
        return False
    if fill is None:
        return True
    if fill.grain is not None or fill.kind == "picture" or layer.box.empty:
        return False
    if fill.kind == "solid":
        return hex_to_rgba(fill.color)[3] == 255
    return not layer.rotation % 360 and (fill.kind == "radial" or fill.start != fill.end)


def _vector(layer: ShapeLayer, canvas: Canvas, assets: AssetStore) -> Iterator[tuple[Tag, Any]]:
    path = shape_path(layer, assets)
    bounds = path.computeTightBounds()
    ink = Box(bounds.x(), bounds.y(), max(bounds.width(), 1.0), max(bounds.height(), 1.0))
    yield Tag.VECTOR_MASK_SETTING1, _mask(path, layer, canvas)
    fill, stroke = layer.fill, layer.stroke
    if fill is not None and fill.kind in ("linear", "radial"):
        content, tag, key = gradient(fill, layer.box, ink), Tag.GRADIENT_FILL_SETTING, b"GdFl"
    else:
        color = fill.color if fill is not None and fill.kind == "solid" else "#000000"
        content, tag, key = solid(color), Tag.SOLID_COLOR_SHEET_SETTING, b"SoCo"
    if stroke is None:
        yield tag, content
        return
    held = VectorStrokeContentSetting(key=key, version=16)
    for name, value in content.items():
        held[name] = value
    yield Tag.VECTOR_STROKE_DATA, stroke_style(stroke, fill is not None, canvas.dpi)
    yield Tag.VECTOR_STROKE_CONTENT_DATA, held


def _mask(path: skia.Path, layer: ShapeLayer, canvas: Canvas) -> VectorMaskSetting:
    turned = skia.Path()
    matrix = skia.Matrix()
    matrix.setRotate(layer.rotation, *layer.box.center)
    path.transform(matrix, turned)
    items: list[Any] = [PathFillRule(), InitialFillRule(0)]
    operation = 0 if layer.fill_rule == "evenodd" else 1
    for number, contour in enumerate(_contours(turned)):
        items.append(_subpath(contour, canvas, operation, number))
    return VectorMaskSetting(version=3, flags=0, path=Path(items))


class _Contour(NamedTuple):
    """Anchors with the control points before and after each."""

    knots: list[list[_Point]]  # before, anchor, after
    closed: bool


def _contours(path: skia.Path) -> Iterator[_Contour]:
    knots: list[list[_Point]] = []
    segments = skia.Path.Iter(path, False)
    verb, points = segments.next()
    while verb != skia.Path.kDone_Verb:
        ends = [(point.x(), point.y()) for point in points]
        if verb == skia.Path.kMove_Verb:
            if len(knots) > 1:
                yield _Contour(knots, False)
            knots = [[ends[0]] * 3]
        elif verb == skia.Path.kClose_Verb:
            yield _Contour(_joined(knots), True)
            knots = []
        else:
            for curve in _cubics(verb, points, segments):
                knots[-1][2] = curve[1]
                knots.append([curve[2], curve[3], curve[3]])
        verb, points = segments.next()
    if len(knots) > 1:
        yield _Contour(knots, False)


def _cubics(verb: Any, points: Any, segments: Any) -> Iterator[tuple[_Point, ...]]:
    if verb == skia.Path.kConic_Verb:
        points = skia.Path.ConvertConicToQuads(*points, segments.conicWeight(), 1)
        verb = skia.Path.kQuad_Verb
    flat = [(point.x(), point.y()) for point in points]
    if verb == skia.Path.kLine_Verb:
        yield flat[0], flat[0], flat[1], flat[1]
    elif verb == skia.Path.kCubic_Verb:
        yield tuple(flat[:4])
    else:
        for index in range(0, len(flat) - 2, 2):
            start, control, end = flat[index : index + 3]
            yield start, _towards(start, control), _towards(end, control), end


def _towards(end: _Point, control: _Point) -> _Point:
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3


def _joined(knots: list[list[_Point]]) -> list[list[_Point]]:
    """A closed contour that ends where it begins has that point once."""
    if len(knots) > 1 and math.dist(knots[0][1], knots[-1][1]) < 1e-3:
        knots[0][0] = knots[-1][0]
        return knots[:-1]
    return knots


def _subpath(contour: _Contour, canvas: Canvas, operation: int, number: int) -> Any:
    """Points as y and x in shares of the canvas."""
    knot = ClosedKnotUnlinked if contour.closed else OpenKnotUnlinked
    kind = ClosedPath if contour.closed else OpenPath
    subpath = kind(operation=operation if number else 1, index=number)
    for points in contour.knots:
        subpath.append(knot(*((y / canvas.height, x / canvas.width) for x, y in points)))
    return subpath


def _first(effects: tuple[Any, ...]) -> Any:
    return effects[0] if effects else None
