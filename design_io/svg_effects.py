"""Shadows and blur as SVG filters, made of primitives that every program knows."""

from __future__ import annotations

from design_io.document import Layer
from design_io.effects import REACH, blur_sigma, shadow_sigma, shadows
from design_io.geometry import Box
from design_io.paint import Shadow
from design_io.svg_drawing import Node, SvgDocument, numbers
from design_io.svg_paint import box_attributes, color_attributes


def effects_filter(svg: SvgDocument, layer: Layer, silhouette: Box) -> str | None:
    """The filter that paints the layer's shadows below it and blurs all; None without either.

    `silhouette` bounds what casts the shadows, before the layer is turned.
    """
    sigma = blur_sigma(layer)
    if not (sigma or shadows(layer)) or silhouette.empty:
        return None
    reach = _reach(layer, silhouette).pad(REACH * sigma + 1)
    node = svg.node(
        "filter", id=f"{layer.id}.effects", filterUnits="userSpaceOnUse",
        color_interpolation_filters="sRGB", **box_attributes(reach),
    )  # fmt: skip
    for index, shadow in enumerate(shadows(layer)):
        _cast(svg, node, shadow, f"shadow{index}")
    if shadows(layer):
        merge = svg.node("feMerge")
        for name in (*(f"shadow{i}" for i in range(len(shadows(layer)))), "SourceGraphic"):
            merge.add(svg.node("feMergeNode", in_=name))
        node.add(merge)
    if sigma:
        node.add(svg.node("feGaussianBlur", stdDeviation=sigma))
    return svg.define(node)


def _reach(layer: Layer, silhouette: Box) -> Box:
    box = silhouette
    for shadow in shadows(layer):
        cast = silhouette.pad(REACH * shadow_sigma(shadow)).shift(shadow.dx, shadow.dy)
        box = box.union(cast)
    return box


def _cast(svg: SvgDocument, node: Node, shadow: Shadow, result: str) -> None:
    """The silhouette's alpha, blurred and moved, in the shadow's colour."""
    source = "SourceAlpha"
    if shadow.blur:
        deviation = numbers(shadow_sigma(shadow))
        node.add(
            svg.node("feGaussianBlur", in_=source, stdDeviation=deviation, result=f"{result}b")
        )
        source = f"{result}b"
    node.add(svg.node("feOffset", in_=source, dx=shadow.dx, dy=shadow.dy, result=f"{result}o"))
    node.add(svg.node("feFlood", result=f"{result}c", **color_attributes("flood", shadow.color)))
    node.add(
        svg.node("feComposite", in_=f"{result}c", in2=f"{result}o", operator="in", result=result)
    )
