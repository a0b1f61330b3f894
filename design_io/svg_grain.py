"""Grain as a picture of its speckle alone, laid over a fill that stays a colour or a gradient."""

from __future__ import annotations

import io
from typing import NamedTuple

import numpy as np
from PIL import Image

from design_io.color import hex_to_rgb
from design_io.document import ShapeLayer, TextLayer
from design_io.geometry import Box
from design_io.paint import Grain, SolidFill
from design_io.png_encoding import png_bytes
from design_io.render import Raster, render_layer
from design_io.resources import Resources
from design_io.svg_drawing import Attributes, Node, SvgDocument
from design_io.svg_paint import Pictures, embedded, fill_attributes, is_opaque

_FAR = "M-9-9H10V10H-9z"  # a unit square and much around it


class Reach(NamedTuple):
    """How far an outline reaches, and the inverse of its own transform."""

    box: Box
    undo: str | None = None


def filled(
    svg: SvgDocument, resources: Resources, pictures: Pictures, node: Node,
    layer: ShapeLayer | TextLayer, reach: Reach, finish: Attributes,
) -> list[Node]:  # fmt: skip
    """The outline of a layer, painted with its fill and then with `finish`, its stroke."""
    name, fill = f"{layer.id}.fill", layer.fill
    if fill is None or fill.grain is None or reach.box.empty:
        paint = fill_attributes(svg, pictures, fill, layer.box, name, reach.undo)
        node.set(**paint, **finish)
        return [node]
    node.set(id=node.attribs.get("id", f"{layer.id}.outline"))
    if not is_opaque(fill) or len(fill.grain.color) > len("#rrggbb"):
        picture = _picture_of_fill(svg, resources, layer, reach)
        picture.set(clip_path=_clip(svg, layer, node))
        node.set(fill="none", **finish)
        return [picture, node]
    ground = svg.node("g", **fill_attributes(svg, pictures, fill, layer.box, name, reach.undo))
    ground.add(node)
    speckle = _speckle(svg, resources, layer, fill.grain, reach.box)
    speckle.set(clip_path=_clip(svg, layer, node))
    edge = [svg.node("use", fill="none", **_again(node), **finish)] if finish else []
    return [ground, speckle, *edge]


def _clip(svg: SvgDocument, layer: ShapeLayer | TextLayer, node: Node) -> str:
    """What lies inside the outline."""
    clip = svg.node("clipPath", id=f"{layer.id}.grain")
    clip.add(svg.node("use", **_again(node)))
    return svg.define(clip)


def _again(node: Node) -> Attributes:
    return {"xlink__href": f"#{node['id']}"}


def _speckle(
    svg: SvgDocument, resources: Resources, layer: ShapeLayer | TextLayer, grain: Grain, box: Box
) -> Node:
    """A picture of one byte a pixel: an index into shades of one colour, from clear to solid."""
    sheet = _sheet(layer)
    if layer.kind == "shape":  # what lies outside its outline need not be drawn
        sheet = layer.evolve(stroke=None, effects=(), mask=None, rotation=0.0)
    white_on_black = SolidFill(color="#000000", grain=grain.evolve(color="#ffffff"))
    raster, place = _drawn(svg, resources, sheet.evolve(fill=white_on_black), box)
    share = np.ascontiguousarray(raster.pixels[..., 0])
    picture = Image.frombytes("P", share.shape[::-1], share.tobytes())
    picture.putpalette(hex_to_rgb(grain.color) * 256)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", transparency=bytes(range(256)), compress_level=1)
    node = embedded(svg, buffer.getvalue(), place)
    node.set(style="image-rendering:pixelated")  # grain is made of square cells at any zoom
    return node


def _picture_of_fill(
    svg: SvgDocument, resources: Resources, layer: ShapeLayer | TextLayer, reach: Reach
) -> Node:
    """Speckle that lets through what lies below the layer cannot lie over its ground.

    No pattern: Inkscape draws those softer than they are.
    """
    sheet = _sheet(layer).evolve(fill=layer.fill)
    raster, place = _drawn(svg, resources, sheet, reach.box)
    return embedded(svg, png_bytes(raster.pixels, svg.canvas.dpi), place)


def _sheet(layer: ShapeLayer | TextLayer) -> ShapeLayer:
    """All around the layer, with its box, in which fills are laid out."""
    return ShapeLayer(id="sheet", role="texture", box=layer.box, shape="path", path=_FAR)


def _drawn(
    svg: SvgDocument, resources: Resources, sheet: ShapeLayer, box: Box
) -> tuple[Raster, Box]:
    """What the sheet looks like in `box`, and where that picture lies."""
    window = box.rounded_out()
    raster = render_layer(sheet, svg.canvas, resources, crop=window)
    height, width = raster.pixels.shape[:2]
    return raster, Box(window.x + raster.left, window.y + raster.top, width, height)
