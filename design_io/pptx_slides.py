"""The layers of one design on a slide: shapes, text boxes, pictures and groups, bottom first.

A layer that blends with others becomes the picture of what is seen there, so that it looks the same
lying plainly on what is below it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count
from typing import Any

import numpy as np
from PIL import Image
from pptx.oxml import parse_xml
from pptx.slide import Slide

from design_io.bounds import layer_bounds
from design_io.document import GroupLayer, ImageLayer, Layer, ShapeLayer, TextLayer
from design_io.effects import outlines, shadows_on_canvas
from design_io.geometry import Box, union_all
from design_io.layer_painting import with_clip_bases
from design_io.layer_set import words_in
from design_io.paths import shape_path
from design_io.pdf_pictures import is_plain_jpeg
from design_io.pictures import placement
from design_io.png_encoding import png_bytes
from design_io.pptx_drawing import (
    Units,
    blip,
    crop,
    element,
    frame,
    freeform,
    line,
    painted,
    preset,
    shadowed,
    stretched,
)
from design_io.pptx_live import has_picture_below, is_live
from design_io.pptx_text import text_frame
from design_io.rasters import Rasters, inked
from design_io.render import render, render_layer
from design_io.resources import Resources
from design_io.skia_library import skia
from design_io.svg_drawing import legal_text

_DECORATION = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext>'
)
_DECORATIVE = frozenset({"background", "texture", "ornament", "underlay", "frame"})
_ROW = 0.03  # of the sheet's height: what begins this near stands in one row
_PNG = b"\x89PNG"
_NOTHING = Box(0, 0, 0, 0)


class SlideWriter:
    """Puts the layers of one design on a slide."""

    def __init__(self, slide: Slide, rasters: Rasters, units: Units) -> None:
        self.slide, self.design, self.resources = slide, rasters.design, rasters.resources
        self.rasters, self.units = rasters, units
        self._numbers = count(2)
        titles = (
            x for x in self.design.layers if x.kind == "text" and x.role == "title" and x.visible
        )
        self.title = next((layer.id for layer in titles if is_live(layer)), None)

    def write(self) -> None:
        tree = self.slide.shapes._spTree
        for shape in list(self.slide.shapes):
            tree.remove(shape._element)
        for shape in self._siblings(self.design.layers):
            tree.append(shape)

    def _siblings(self, layers: tuple[Layer, ...]) -> Iterator[Any]:
        bases = {layer.id: base for layer, base in with_clip_bases(layers)}
        for layer in read_in_order(layers, self.resources, self.design.canvas.height):
            yield from self._layer(layer, bases[layer.id])

    def _layer(self, layer: Layer, base: Layer | None) -> Iterator[Any]:
        if layer.blend_mode != "normal" and layer.visible:
            yield from self._blended(layer)
        elif base is not None or not is_live(layer):
            yield from self._picture(layer)
        elif layer.kind == "group":
            yield from self._group(layer)
        elif layer.kind == "text":
            yield from self._text(layer)
        elif layer.kind == "shape":
            yield self._shape(layer)
        elif layer.asset is not None:
            yield self._image(layer)

    def _group(self, group: GroupLayer) -> Iterator[Any]:
        members = list(self._siblings(group.layers))
        if not members:
            return
        box = union_all(layer_bounds(member, self.resources) for member in group.layers)
        place = frame(box, self.units)
        for tag, source in (("a:chOff", "a:off"), ("a:chExt", "a:ext")):
            child = place.find(element(source).tag)
            place.append(element(tag, **dict(child.attrib)))
        yield element(
            "p:grpSp",
            element(
                "p:nvGrpSpPr", self._named(group), element("p:cNvGrpSpPr"), element("p:nvPr")
            ),
            element("p:grpSpPr", place), *members,
        )  # fmt: skip

    def _text(self, layer: TextLayer) -> Iterator[Any]:
        if not layer.text:
            return
        if has_picture_below(layer):
            yield from self._below_glyphs(layer)
        found = text_frame(layer, self.resources.fonts, self.units, self.design.language)
        is_title = layer.id == self.title
        role = element("p:ph", type="title") if is_title else None
        yield element(
            "p:sp",
            element(
                "p:nvSpPr", self._named(layer),
                element("p:cNvSpPr", txBox=None if is_title else 1), element("p:nvPr", role),
            ),
            element(
                "p:spPr", frame(found.box, self.units, layer.rotation, layer.box.center),
                preset("rect"), element("a:noFill"),
            ),
            found.body,
        )  # fmt: skip

    def _below_glyphs(self, layer: TextLayer) -> Iterator[Any]:
        """Outlines, extrusions and their shadows as a picture; glyphs of it are hidden by type."""
        color = outlines(layer)[-1].color if outlines(layer) else layer.style.color
        spans = tuple(span.evolve(color=color) for span in layer.spans)
        lone = layer.evolve(style=layer.style.evolve(color=color), spans=spans, fill=None)
        canvas, scale = self.design.canvas, self.rasters.scale
        drawn = inked(render_layer(lone, canvas, self.resources, scale=scale))
        area = self._area(drawn.pixels, drawn.left, drawn.top)
        named = layer.evolve(name=f"{layer.label}: outline", alt="", role="ornament")
        yield self._pixels(named, drawn.pixels, area, layer.opacity)

    def _shape(self, layer: ShapeLayer) -> Any:
        units, box = self.units, layer.box
        if layer.shape == "ellipse":
            bounds, geometry = box, preset("ellipse")
        elif layer.shape == "rectangle" and not isinstance(layer.corner_radius, tuple):
            bounds, geometry = box, _rectangle(layer)
        else:
            path = _even_odd(layer, shape_path(layer, self.resources.assets))
            rect = path.computeTightBounds()
            bounds = Box(rect.x(), rect.y(), rect.width(), rect.height())
            geometry = freeform(path, bounds, units)
        stroke = element("a:ln", element("a:noFill"))
        if layer.stroke is not None:
            stroke = line(layer.stroke, units, layer.opacity)
        return element(
            "p:sp",
            element("p:nvSpPr", self._named(layer), element("p:cNvSpPr"), element("p:nvPr")),
            element(
                "p:spPr", frame(bounds, units, layer.rotation, box.center), geometry,
                self._fill(layer, bounds), stroke, self._shadow(layer),
            ),
        )  # fmt: skip

    def _fill(self, layer: ShapeLayer, bounds: Box) -> Any:
        fill = layer.fill
        if fill is None:
            return element("a:noFill")
        if fill.kind != "picture":
            return painted(fill, layer.box, bounds, layer.opacity)
        height, width = self.resources.assets.pixels(fill.asset).shape[:2]
        part = placement((width, height), fill.fit, fill.focus, layer.box).source
        relation = self._relation(self._file(fill.asset))
        return element(
            "a:blipFill", blip(relation, layer.opacity), crop(part, width, height), stretched(),
            rotWithShape=1,
        )  # fmt: skip

    def _image(self, layer: ImageLayer) -> Any:
        assert layer.asset is not None
        height, width = self.resources.assets.pixels(layer.asset).shape[:2]
        place = placement((width, height), layer.fit, layer.focus, layer.box)
        center, target = layer.box.center, place.target
        x = 2 * center.x - target.right if layer.flip_x else target.x
        y = 2 * center.y - target.bottom if layer.flip_y else target.y
        box = Box(x, y, target.width, target.height)
        where = frame(box, self.units, layer.rotation, center, layer.flip_x, layer.flip_y)
        part = crop(place.source, width, height)
        return self._pic(layer, self._file(layer.asset), where, layer.opacity, part)

    def _picture(self, layer: Layer) -> Iterator[Any]:
        """A layer that PowerPoint cannot draw, cut to what it paints."""
        raster = self.rasters.layer(layer.id)
        if raster.pixels[..., 3].any():
            area = self._area(raster.pixels, raster.left, raster.top)
            where = frame(area, self.units)
            yield self._pic(layer, self.rasters.png(layer.id), where, layer.opacity)

    def _blended(self, layer: Layer) -> Iterator[Any]:
        """What is seen where the layer paints, from itself and all below it."""
        raster = self.rasters.layer(layer.id)
        if not raster.pixels[..., 3].any():
            return
        area = self._area(raster.pixels, raster.left, raster.top)
        order = [each.id for each in self.design.layers]
        above = frozenset(order[order.index(layer.id) + 1 :])
        scale = self.rasters.scale
        seen = render(self.design, self.resources, scale=scale, crop=area, hide=above)
        seen = np.where(raster.pixels[..., 3:] > 0, seen, 0).astype(np.uint8)
        yield self._pixels(layer, seen, area)

    def _pixels(self, layer: Layer, pixels: np.ndarray, area: Box, opacity: float = 1.0) -> Any:
        data = png_bytes(pixels, self.rasters.dpi)
        return self._pic(layer, data, frame(area, self.units), opacity)

    def _pic(
        self, layer: Layer, data: bytes, where: Any, opacity: float, part: Any = None
    ) -> Any:  # fmt: skip
        shadow = self._shadow(layer) if layer.kind == "image" and is_live(layer) else None
        locks = element("a:picLocks", noChangeAspect=1)
        return element(
            "p:pic",
            element(
                "p:nvPicPr", self._named(layer, words_in(layer) or ""),
                element("p:cNvPicPr", locks), element("p:nvPr"),
            ),
            element("p:blipFill", blip(self._relation(data), opacity), part, stretched()),
            element("p:spPr", where, preset("rect"), shadow),
        )  # fmt: skip

    def _shadow(self, layer: Layer) -> Any:
        cast = shadows_on_canvas(layer)
        return shadowed(cast[0], self.units, layer.opacity) if cast else None

    def _named(self, layer: Layer, words: str = "") -> Any:
        """Number, name, description; what only decorates is passed over by screen readers."""
        about = legal_text(layer.alt or words)
        decorative = None
        if not about and layer.kind != "text" and layer.role in _DECORATIVE:
            decorative = element("a:extLst", parse_xml(_DECORATION))
        return element(
            "p:cNvPr", decorative, id=next(self._numbers), name=legal_text(layer.label),
            descr=about or None, hidden=None if layer.visible else 1,
        )  # fmt: skip

    def _area(self, pixels: np.ndarray, left: int, top: int) -> Box:
        """Canvas px of a raster."""
        height, width = pixels.shape[:2]
        return Box(left, top, width, height).scale(1 / self.rasters.scale)

    def _relation(self, data: bytes) -> str:
        return self.slide.part.get_or_add_image_part(io.BytesIO(data))[1]

    def _file(self, asset: str) -> bytes:
        """The picture's own file where PowerPoint reads it as we do."""
        assets = self.resources.assets
        data, pixels = assets.get(asset), assets.pixels(asset)
        height, width = pixels.shape[:2]
        if is_plain_jpeg(data, width, height):
            return data
        with Image.open(io.BytesIO(data)) as picture:
            plain = data.startswith(_PNG) and not picture.info.get("icc_profile")
        return data if plain else png_bytes(pixels, self.rasters.dpi)


def read_in_order(
    layers: tuple[Layer, ...], resources: Resources, height: float
) -> list[Layer]:  # fmt: skip
    """Neighbouring texts that do not touch from top to bottom, as slides are read by their order;
    all others where they are."""
    ordered: list[Layer] = []
    texts: list[tuple[Layer, Box]] = []
    for layer in (*layers, None):
        box = layer_bounds(layer, resources) if layer is not None else _NOTHING
        is_text = layer is not None and layer.kind == "text" and not layer.clip
        if not is_text or any(not box.intersection(other).empty for _, other in texts):
            row = max(1.0, _ROW * height)
            texts.sort(key=lambda text: (round(text[1].y / row), text[1].x))
            ordered += [text for text, _ in texts]
            texts = []
        if layer is not None and is_text:
            texts.append((layer, box))
        elif layer is not None:
            ordered.append(layer)
    return ordered


def _rectangle(layer: ShapeLayer) -> Any:
    assert not isinstance(layer.corner_radius, tuple)
    shorter = min(layer.box.width, layer.box.height)
    if not layer.corner_radius or not shorter:
        return preset("rect")
    return preset("roundRect", adj=round(min(0.5, layer.corner_radius / shorter) * 100_000))


def _even_odd(layer: ShapeLayer, path: skia.Path) -> skia.Path:
    """The same area where contours that cross or nest are filled by the other rule."""
    if layer.fill_rule == "evenodd" or layer.fill is None:
        return path
    try:
        return skia.Simplify(path)
    except RuntimeError:  # skia gives up on some curves
        return path
