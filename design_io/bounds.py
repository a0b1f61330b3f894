"""How far a layer's paint reaches, in canvas pixels: conservative, reasonably tight."""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.document import ImageLayer, Layer, ShapeLayer, TextLayer
from design_io.effects import REACH, blur_sigma, with_shadows, with_solid_effects
from design_io.geometry import Box, Point, rotated_bounds, union_all
from design_io.paint import Stroke
from design_io.paths import shape_path
from design_io.pictures import placement
from design_io.resources import Resources
from design_io.text import ink_box
from design_io.text_painting import decorations

_MITER_LIMIT = 4.0  # times the stroke's width, skia's and SVG's default


def layer_bounds(layer: Layer, resources: Resources) -> Box:
    """Everything the layer paints: effects, rotation and mask included."""
    bounds = sharp_bounds(layer, resources).pad(REACH * blur_sigma(layer))
    mask = layer.live_mask
    if mask is not None and not mask.invert:
        return bounds.intersection(mask.box)
    return bounds


def sharp_bounds(layer: Layer, resources: Resources) -> Box:
    """What the layer paints before its blur and its mask."""
    return with_shadows(layer, silhouette_bounds(layer, resources))


def silhouette_bounds(layer: Layer, resources: Resources) -> Box:
    """What casts the layer's shadows."""
    box = with_solid_effects(layer, _content_box(layer, resources))
    return box if layer.kind == "group" else turned_about(box, layer.rotation, layer.box.center)


def shape_box(layer: ShapeLayer, assets: AssetStore) -> Box:
    """The fill and the stroke of a shape, unrotated."""
    bounds = shape_path(layer, assets).computeTightBounds()
    box = Box(bounds.x(), bounds.y(), bounds.width(), bounds.height())
    return box if layer.stroke is None else box.pad(_reach(layer.stroke, layer.shape))


def turned_about(box: Box, degrees: float, center: Point) -> Box:
    """The bounds of `box` turned clockwise about any point."""
    if degrees % 360 == 0 or box.empty:
        return box
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    away_x, away_y = box.center.x - center.x, box.center.y - center.y
    x = center.x + away_x * cos - away_y * sin
    y = center.y + away_x * sin + away_y * cos
    return rotated_bounds(box.shift(x - box.center.x, y - box.center.y), degrees)


def _content_box(layer: Layer, resources: Resources) -> Box:
    if layer.kind == "group":
        members = (member for member in layer.layers if member.visible)
        return union_all(layer_bounds(member, resources) for member in members)
    if layer.kind == "text":
        return _text_box(layer, resources)
    if layer.kind == "shape":
        return shape_box(layer, resources.assets)
    return _picture_box(layer, resources.assets)


def _text_box(layer: TextLayer, resources: Resources) -> Box:
    box = ink_box(layer, resources.fonts)
    for decoration in decorations(layer, resources.fonts):
        box = box.union(decoration.box.shift(layer.box.x, layer.box.y))
    return box


def _reach(stroke: Stroke, shape: str) -> float:
    """How far the stroke can go beyond the path; corners of boxes stay within half its width."""
    half = stroke.width / 2
    if shape in ("rectangle", "ellipse"):
        return half
    return half * (_MITER_LIMIT if stroke.join == "miter" else 1.5 if stroke.cap == "square" else 1)


def _picture_box(layer: ImageLayer, assets: AssetStore) -> Box:
    if layer.asset is None:
        return Box(0, 0, 0, 0)
    height, width = assets.pixels(layer.asset).shape[:2]
    target = placement((width, height), layer.fit, layer.focus, layer.box, layer.zoom).target
    left = layer.box.right - (target.right - layer.box.x) if layer.flip_x else target.x
    top = layer.box.bottom - (target.bottom - layer.box.y) if layer.flip_y else target.y
    return Box(left, top, target.width, target.height)
