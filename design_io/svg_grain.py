"""Grain as a picture of its speckle alone, laid over a fill that stays a colour or a gradient."""

from __future__ import annotations

import io
from typing import NamedTuple

import numpy as np
from PIL import Image

from design_io.color import hex_to_rgb
from design_io.document import ShapeLayer
from design_io.geometry import Box
from design_io.paint import Fill, Grain, SolidFill
from design_io.rasters import png_bytes
from design_io.render import Raster, render_layer
from design_io.resources import Resources
from design_io.svg_drawing import Attributes, Node, SvgDocument, numbers
from design_io.svg_paint import Pictures, box_attributes, embedded, fill_attributes, is_opaque

_FAR = "M-9-9H10V10H-9z"  # a unit square and much around it


class Ground(NamedTuple):
    """What a fill belongs to: the layer's id and box, how far its outline reaches, and the inverse
    of the outline's own transform."""

    layer_id: str
    box: Box
    reach: Box
    undo: str | None = None


def filled(
    svg: SvgDocument, resources: Resources, pictures: Pictures, node: Node, fill: Fill | None,
    ground: Ground, finish: Attributes,
) -> list[Node]:  # fmt: skip
    """An outline, painted with a fill and then with `finish`, its stroke; bottom first."""
    name = f"{ground.layer_id}.fill"
    if fill is None or fill.grain is None or ground.reach.empty:
        paint = fill_attributes(svg, pictures, fill, ground.box, name, ground.undo)
        node.set(**paint, **finish)
        return [node]
    if not is_opaque(fill) or len(fill.grain.color) > len("#rrggbb"):
        node.set(fill=_picture_of_fill(svg, resources, fill, ground, name), **finish)
        return [node]
    node.set(id=node.attribs.get("id", f"{ground.layer_id}.outline"))
    coat = svg.node("g", **fill_attributes(svg, pictures, fill, ground.box, name, ground.undo))
    coat.add(node)
    speckle = _speckle(svg, resources, fill.grain, ground)
    again = {"xlink__href": f"#{node['id']}"}
    clip = svg.node("clipPath", id=f"{ground.layer_id}.grain")
    clip.add(svg.node("use", **again))
    speckle.set(clip_path=svg.define(clip))
    edge = [svg.node("use", fill="none", **again, **finish)] if finish else []
    return [coat, speckle, *edge]


def _speckle(svg: SvgDocument, resources: Resources, grain: Grain, ground: Ground) -> Node:
    """A picture of one byte a pixel: an index into shades of one colour, from clear to solid."""
    white_on_black = SolidFill(color="#000000", grain=grain.evolve(color="#ffffff"))
    raster, place = _drawn(svg, resources, white_on_black, ground)
    share = np.ascontiguousarray(raster.pixels[..., 0])
    picture = Image.frombytes("P", share.shape[::-1], share.tobytes())
    picture.putpalette(hex_to_rgb(grain.color) * 256)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", transparency=bytes(range(256)), compress_level=1)
    node = embedded(svg, buffer.getvalue(), place)
    node.set(style="image-rendering:pixelated")  # grain is made of square cells at any zoom
    return node


def _picture_of_fill(
    svg: SvgDocument, resources: Resources, fill: Fill, ground: Ground, name: str
) -> str:  # fmt: skip
    """Speckle that lets through what lies below the layer cannot lie over its ground."""
    raster, place = _drawn(svg, resources, fill, ground)
    node = svg.node(
        "pattern", id=name, patternUnits="userSpaceOnUse", patternTransform=ground.undo,
        **box_attributes(place),
    )  # fmt: skip
    shift = svg.node("g", transform=f"translate({numbers(-place.x, -place.y)})")
    shift.add(embedded(svg, png_bytes(raster.pixels, svg.canvas.dpi), place))
    node.add(shift)
    return svg.define(node)


def _drawn(
    svg: SvgDocument, resources: Resources, fill: Fill, ground: Ground
) -> tuple[Raster, Box]:  # fmt: skip
    """The fill all over the outline's reach, and where that is on the canvas."""
    sheet = ShapeLayer(
        id="ground", role="texture", box=ground.box, shape="path", path=_FAR, fill=fill
    )  # fmt: skip
    window = ground.reach.rounded_out()
    raster = render_layer(sheet, svg.canvas, resources, crop=window)
    height, width = raster.pixels.shape[:2]
    return raster, Box(window.x + raster.left, window.y + raster.top, width, height)
