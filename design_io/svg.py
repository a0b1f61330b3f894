"""SVG for Inkscape, Illustrator and browsers: live text or outlines, and it reopens exactly.

Each layer is a group with the layer's id that Inkscape lists as a layer. Shapes stay shapes,
effects are filters, and only the speckle of grain becomes a picture. The document and its assets
lie in the metadata; nothing is fetched.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from svgwrite.base import BaseElement

from design_io.blending import BLENDS
from design_io.bounds import silhouette_bounds
from design_io.document import (
    Canvas,
    Design,
    ImageLayer,
    Layer,
    ShapeLayer,
    assets_of,
    to_json,
    walk,
)
from design_io.geometry import Box
from design_io.layer_painting import with_clip_bases
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.svg_drawing import Attributes, Node, SvgDocument, number, numbers
from design_io.svg_effects import effects_filter
from design_io.svg_fonts import FontUses
from design_io.svg_grain import Reach, filled
from design_io.svg_masks import clipped_to, masked
from design_io.svg_paint import Pictures, stroke_attributes
from design_io.svg_shapes import outline_bounds, shape_outline, turn
from design_io.svg_text import live_text, outlined_text

_NONCHARACTERS = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}  # legal in JSON, not in XML


def write_svg(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    """Live text with the fonts it needs."""
    path.write_bytes(svg_bytes(design, resources))


def write_svg_outlined(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    """All glyphs as paths, for programs that lack the fonts."""
    path.write_bytes(svg_bytes(design, resources, outlined=True))


def svg_bytes(
    design: Design, resources: Resources, *,
    outlined: bool = False, debug: bool = False,
) -> bytes:  # fmt: skip
    """The whole file; with `debug` svgwrite checks every element and attribute."""
    return _Writer(design, resources, outlined, debug).file()


def layer_svg(layer: Layer, canvas: Canvas, resources: Resources, view: Box) -> str:
    """One layer as the editor paints it: glyphs as outlines; turned, masked, with its effects, but
    without its opacity, blend mode and clipping. `view` is what is seen, canvas px."""
    alone = Design(canvas=canvas, layers=(layer,))
    return _Writer(alone, resources, outlined=True, debug=False).fragment(layer, view)


class _Writer:
    """One file under construction."""

    def __init__(self, design: Design, resources: Resources, outlined: bool, debug: bool) -> None:
        self._design, self._resources = design, resources
        self._outlined = outlined
        self._svg = SvgDocument(design.canvas, debug)
        self._pictures = Pictures(self._svg, resources.assets)
        self._fonts = FontUses()
        self._bases = _clip_bases(design)

    def file(self) -> bytes:
        self._svg.describe(self._design.title, self._design.language)
        for node in self._siblings(self._design.layers):
            self._svg.add(node)
        self._svg.style(self._fonts.css())
        self._svg.metadata(self._document())
        return self._svg.to_bytes()

    def fragment(self, layer: Layer, view: Box) -> str:
        return self._svg.fragment(self._picture(layer), view)

    def _siblings(self, layers: tuple[Layer, ...]) -> Iterator[BaseElement]:
        for layer, base in with_clip_bases(layers):
            yield self._layer(layer, base)

    def _layer(self, layer: Layer, base: Layer | None) -> BaseElement:
        """From the outside in: opacity, blend mode, clipping, mask, effects, rotation, content."""
        opacity = number(layer.opacity) if layer.opacity < 1 else None
        outer: Attributes = {"style": _css(layer, base) or None, "opacity": opacity}
        if base is not None:
            outer |= clipped_to(self._svg, base, self._resources.assets)
        content = self._picture(layer)
        if layer.id in self._bases:
            content = self._nested(content, {"id": f"{layer.id}.art"})
        if layer.alt:
            content.insert(0, self._svg.node("title", layer.alt))
        return self._svg.layer(layer, content, outer)

    def _picture(self, layer: Layer) -> list[Node]:
        """What the layer paints, before it meets others."""
        content = self._nested(self._content(layer), self._turned_with_effects(layer))
        return self._nested(content, masked(self._svg, layer, self._pictures))

    def _nested(self, nodes: list[Node], attributes: Attributes) -> list[Node]:
        """The nodes in a group with the attributes, or as they are when there are none."""
        if all(value is None for value in attributes.values()):
            return nodes
        group = self._svg.node("g", **attributes)
        for node in nodes:
            group.add(node)
        return [group]

    def _turned_with_effects(self, layer: Layer) -> Attributes:
        if not layer.effects:
            return {"transform": turn(layer)}
        silhouette = silhouette_bounds(layer, self._resources)
        effects = effects_filter(self._svg, layer, silhouette)
        return {"transform": turn(layer), "filter": effects}

    def _content(self, layer: Layer) -> list[Node]:
        if layer.kind == "group":
            return list(self._siblings(layer.layers))
        if layer.kind == "shape":
            return self._shape(layer)
        if layer.kind == "image":
            return self._image(layer)
        if self._outlined:
            return outlined_text(self._svg, layer, self._resources, self._pictures)
        return live_text(self._svg, layer, self._resources, self._pictures, self._fonts)

    def _shape(self, layer: ShapeLayer) -> list[Node]:
        assets = self._resources.assets
        outline = shape_outline(self._svg, layer, assets)
        if outline is None:
            return []
        if layer.path_asset is not None:
            self._pictures.keep_path(layer.path_asset, outline.node)
        reach = outline_bounds(layer, assets)
        if not layer.rotation % 360:
            reach = reach.intersection(self._design.canvas.box)
        return filled(
            self._svg, self._resources, self._pictures, outline.node, layer,
            Reach(reach, outline.undo),
            stroke_attributes(layer.stroke, outline.scale),
        )  # fmt: skip

    def _image(self, layer: ImageLayer) -> list[Node]:
        if layer.asset is None or layer.box.empty:
            return []
        name = f"{layer.id}.crop"
        picture = self._pictures.placed(
            layer.asset, layer.box, layer.fit, layer.focus, name, layer.zoom
        )
        across, down = -1 if layer.flip_x else 1, -1 if layer.flip_y else 1
        x, y = layer.box.center
        move = f"translate({numbers(x - across * x, y - down * y)}) scale({across} {down})"
        flipped = layer.flip_x or layer.flip_y
        return self._nested([picture], {"transform": move if flipped else None})

    def _document(self) -> Iterator[ElementTree.Element]:
        """The design as JSON, then its assets: in base64, or where the drawing shows them."""
        document = ElementTree.Element("plakat:document")
        document.text = to_json(self._design).translate(_NONCHARACTERS)
        yield document
        for asset in sorted(assets_of(self._design)):
            entry = ElementTree.Element("plakat:asset", id=asset)
            if asset in self._pictures.unchanged:
                entry.set("href", f"#{self._pictures.unchanged[asset]}")
            else:
                entry.text = base64.b64encode(self._resources.assets.get(asset)).decode()
            yield entry


def _clip_bases(design: Design) -> set[str]:
    """The ids of layers that others are clipped to."""
    families = [design.layers, *(layer.layers for layer in walk(design) if layer.kind == "group")]
    return {
        base.id for layers in families for _, base in with_clip_bases(layers) if base is not None
    }


def _css(layer: Layer, base: Layer | None) -> str:
    parts = []
    if layer.blend_mode != "normal":
        parts.append(f"mix-blend-mode:{BLENDS[layer.blend_mode].css}")
    if layer.kind == "group":
        parts.append("isolation:isolate")
    if not layer.visible or (base is not None and not base.visible):
        parts.append("display:none")
    return ";".join(parts)
