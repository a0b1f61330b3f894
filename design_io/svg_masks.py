"""Masks and clipping as `clipPath` where an outline is enough, else as `mask`."""

from __future__ import annotations

from design_io.assets import AssetStore
from design_io.document import Layer, Mask
from design_io.geometry import Point
from design_io.svg_drawing import Attribute, Attributes, Node, SvgDocument, number
from design_io.svg_paint import Pictures, box_attributes, is_opaque
from design_io.svg_shapes import scaled_outline, shape_outline, turn

_MIDDLE = Point(0.5, 0.5)
_WHITE_BY_ALPHA = "0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 1 0"


def masked(svg: SvgDocument, layer: Layer, pictures: Pictures) -> Attributes:
    """Attributes that show of the layer what its mask lets through."""
    mask, name = layer.live_mask, f"{layer.id}.mask"
    if mask is None:
        return {}
    shown = _shown(svg, mask, pictures, name)
    if mask.path is not None and not mask.invert:
        return {"clip_path": _defined(svg, "clipPath", name, shown)}
    if mask.invert:
        cut = svg.node("g", **_darkening(svg, mask))
        for node in shown:
            cut.add(node)
        everything = svg.node("rect", fill="#ffffff", **box_attributes(svg.canvas.box))
        shown = [everything, cut]
    return {"mask": _defined(svg, "mask", name, shown, **_everywhere(svg))}


def clipped_to(svg: SvgDocument, base: Layer, assets: AssetStore) -> Attributes:
    """Attributes that show of a layer what lies on the paint of `base`, whose group is NAME.art."""
    name = f"{base.id}.clip"
    attribute = "clip_path" if _is_its_outline(base) else "mask"
    if svg.defines(name):
        return {attribute: f"url(#{name})"}
    if attribute == "clip_path":
        return {attribute: _defined(svg, "clipPath", name, _outline(svg, base, assets))}
    use = svg.node(
        "use", xlink__href=f"#{base.id}.art", filter=_white(svg),
        opacity=number(base.opacity) if base.opacity < 1 else None,
    )  # fmt: skip
    return {attribute: _defined(svg, "mask", name, [use], **_everywhere(svg))}


def _shown(svg: SvgDocument, mask: Mask, pictures: Pictures, name: str) -> list[Node]:
    if mask.asset is not None:
        return [pictures.placed(mask.asset, mask.box, "stretch", _MIDDLE, f"{name}.crop")]
    if mask.box.empty or min(mask.view_box) <= 0:
        return []
    return [scaled_outline(svg, mask.path or "", mask.view_box, mask.box).node]


def _darkening(svg: SvgDocument, mask: Mask) -> Attributes:
    """How the cut-out of an inverted mask is painted: black, a picture by its luminance."""
    if mask.path is not None:
        return {"fill": "#000000"}
    luminance = svg.node("feColorMatrix", in_="SourceGraphic", type="luminanceToAlpha")
    inside = svg.node("feComposite", in2="SourceAlpha", operator="in")
    return {"filter": _filter(svg, "plakat.luminance", [luminance, inside])}


def _is_its_outline(base: Layer) -> bool:
    """Whether the layer is opaque all over its shape and paints nothing else."""
    if base.kind != "shape" or base.stroke or base.live_mask or base.effects or base.opacity < 1:
        return False
    return base.fill is not None and base.fill.grain is None and is_opaque(base.fill)


def _outline(svg: SvgDocument, base: Layer, assets: AssetStore) -> list[Node]:
    outline = shape_outline(svg, base, assets)
    if outline is None:
        return []
    node = outline.node
    steps = [step for step in (turn(base), node.attribs.get("transform")) if step]
    node.set(transform=" ".join(steps) or None, clip_rule=node.attribs.pop("fill-rule", None))
    return [node]


def _white(svg: SvgDocument) -> str:
    """The filter that turns alpha into luminance."""
    matrix = svg.node("feColorMatrix", type="matrix", values=_WHITE_BY_ALPHA)
    return _filter(svg, "plakat.white", [matrix])


def _filter(svg: SvgDocument, name: str, steps: list[Node]) -> str:
    """Shared by the whole file."""
    if svg.defines(name):
        return f"url(#{name})"
    area = box_attributes(svg.canvas.box)
    return _defined(
        svg, "filter", name, steps, filterUnits="userSpaceOnUse",
        color_interpolation_filters="sRGB", **area,
    )  # fmt: skip


def _everywhere(svg: SvgDocument) -> Attributes:
    return {"maskUnits": "userSpaceOnUse", **box_attributes(svg.canvas.box)}


def _defined(
    svg: SvgDocument, element: str, name: str, nodes: list[Node], **attributes: Attribute
) -> str:
    node = svg.node(element, id=name, **attributes)
    for child in nodes:
        node.add(child)
    return svg.define(node)
