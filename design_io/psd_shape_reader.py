"""Photoshop's vector shapes of one flat colour → live shape layers; gradients and patterns do not
pass here and stay the pixels that the file holds."""

from __future__ import annotations

from typing import Any

from psd_tools.api.layers import Layer as PsdLayer
from psd_tools.api.shape import Stroke as PsdStroke
from psd_tools.constants import Tag

from design_io.document import ShapeLayer, Source, validated
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.imported import Reading, named, placed_path
from design_io.paint import SolidFill, Stroke
from design_io.psd_effects_reader import hex_of

_MOST_KNOTS = 20_000
_XOR, _OR = 0, 1  # how a part of a path meets those before it
_CENTERED = b"strokeStyleAlignCenter"


def shape_layer(
    layer: PsdLayer, shared: dict[str, Any], reading: Reading, sheet: Box
) -> ShapeLayer | None:
    """None where only pixels can show the shape."""
    try:
        fill = _fill(layer)
        stroke = _stroke(layer)
        outline = _outline(layer, sheet)
        if fill is None and stroke is None:
            return None
        name, role = named(layer.name, "ornament")
        return validated(ShapeLayer, {
            "id": reading.layer_id(layer.name, "shape"), "name": name, "role": role,
            "fill": fill, "stroke": stroke, "source": Source(generator="imported PSD"),
            **_drawn(outline, reading, sheet), **_rule(layer), **shared,
        })  # fmt: skip
    except (DesignError, KeyError, TypeError, ValueError, AttributeError):
        return None


def _fill(layer: PsdLayer) -> SolidFill | None:
    """ValueError for what is no flat colour."""
    stroke = layer.stroke
    content = layer.tagged_blocks.get_data(Tag.SOLID_COLOR_SHEET_SETTING)
    if content is None:
        content = layer.tagged_blocks.get_data(Tag.VECTOR_STROKE_CONTENT_DATA)
    if stroke is not None and not stroke.fill_enabled:
        return None
    if content is None:
        raise ValueError("no flat colour")
    return SolidFill(color=hex_of(content[b"Clr "]))


def _stroke(layer: PsdLayer) -> Stroke | None:
    stroke: PsdStroke | None = layer.stroke
    if stroke is None or not stroke.enabled:
        return None
    side = stroke.line_alignment
    if stroke.content is None or (side is not None and side.value != _CENTERED):
        raise ValueError("a stroke beside its path")
    width = float(stroke.line_width)
    opacity = float(stroke.opacity) / 100 if stroke.opacity is not None else 1.0
    return Stroke(
        color=hex_of(stroke.content[b"Clr "], opacity), width=width,
        cap=_ending(stroke.line_cap_type), join=_ending(stroke.line_join_type),
        dash=tuple(float(dash) * width for dash in stroke.line_dash_set),
    )  # fmt: skip


def _ending(told: Any) -> Any:
    """ "strokeStyleRoundCap" and kin as CSS names them."""
    text = str(getattr(told, "name", told)).lower()
    return next(word for word in ("butt", "round", "square", "miter", "bevel") if word in text)


def _outline(layer: PsdLayer, sheet: Box) -> str:
    """Path data in canvas px; the whole sheet where there is no vector mask."""
    mask = layer.vector_mask
    if mask is None:
        return ""
    if mask.disabled or mask.inverted or any(path.operation > _OR for path in mask.paths):
        raise ValueError("a path with a hole that is cut")
    if sum(len(path) for path in mask.paths) > _MOST_KNOTS:
        raise ValueError("too long a path")
    return "".join(_contour(path, sheet) for path in mask.paths if len(path) > 1)


def _contour(subpath: Any, sheet: Box) -> str:
    """Knots hold y and x in shares of the sheet: the point before, the anchor, the point after."""

    def point(pair: Any) -> str:
        return f"{float(pair[1]) * sheet.width:.3f} {float(pair[0]) * sheet.height:.3f}"

    knots = list(subpath)
    pairs = list(zip(knots, knots[1:] + knots[:1], strict=True))
    if not subpath.is_closed():
        pairs.pop()
    curves = (f"C{point(a.leaving)} {point(b.preceding)} {point(b.anchor)}" for a, b in pairs)
    return f"M{point(knots[0].anchor)}" + "".join(curves) + ("Z" if subpath.is_closed() else "")


def _rule(layer: PsdLayer) -> dict[str, str]:
    mask = layer.vector_mask
    if mask is None:
        return {}
    xor = any(path.operation <= _XOR for path in mask.paths[1:])
    return {"fill_rule": "evenodd" if xor else "nonzero"}


def _drawn(outline: str, reading: Reading, sheet: Box) -> dict[str, Any]:
    """The fields of a shape that has this outline."""
    return placed_path(outline, reading.assets) if outline else {"shape": "rectangle", "box": sheet}
