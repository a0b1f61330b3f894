"""What PowerPoint draws itself of a design, and what it is given as pictures.

Live are text, plain shapes, pictures in frames and groups of these. Blend modes, blurs, masks,
clipping and grain are pixels, and what lies below the glyphs of an outlined text.
"""

from __future__ import annotations

from collections.abc import Iterator

from design_io.color import hex_to_rgba
from design_io.document import Design, GroupLayer, ImageLayer, Layer, ShapeLayer, TextLayer
from design_io.effects import blur_sigma, extrusions, outlines, shadows
from design_io.layer_painting import with_clip_bases
from design_io.paint import Fill

_ROUND = 0.02  # of a side, by which a radial gradient's shape may fail to be square and central


def is_live(layer: Layer) -> bool:
    """Whether PowerPoint can draw the layer where it is not clipped to another."""
    if layer.mask is not None or layer.blend_mode != "normal" or blur_sigma(layer):
        return False
    if layer.kind == "group":
        return _is_live_group(layer)
    if layer.kind == "text":
        return _is_plain(layer.fill)
    if len(shadows(layer)) > 1:
        return False
    return _is_live_image(layer) if layer.kind == "image" else _is_live_shape(layer)


def pictured(design: Design) -> Iterator[Layer]:
    """The visible layers that are pictures in the slides, though they are no pictures here."""
    yield from _pictured(design.layers)


def has_picture_below(layer: TextLayer) -> bool:
    """Whether glyphs stand on something that type has no words for."""
    return bool(outlines(layer) or extrusions(layer)) or len(shadows(layer)) > 1


def _pictured(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    for layer, base in with_clip_bases(layers):
        if not layer.visible:
            continue
        if base is not None or not is_live(layer):
            if layer.kind != "image" or layer.asset is not None:
                yield layer
        elif layer.kind == "group":
            yield from _pictured(layer.layers)


def _is_live_group(layer: GroupLayer) -> bool:
    """A group in PowerPoint is no picture of its own: its members meet what lies below it."""
    plain = layer.opacity == 1 and not layer.effects
    return plain and all(_blends_normally(member) for member in layer.layers)


def _blends_normally(layer: Layer) -> bool:
    members = layer.layers if layer.kind == "group" else ()
    return layer.blend_mode == "normal" and all(_blends_normally(member) for member in members)


def _is_live_image(layer: ImageLayer) -> bool:
    return layer.asset is not None and not layer.box.empty


def _is_live_shape(layer: ShapeLayer) -> bool:
    fill, stroke = layer.fill, layer.stroke
    if fill is None and stroke is None:
        return False
    if fill is not None and stroke is not None and layer.opacity < 1:
        return False  # the fill would show through the inner half of the stroke
    if fill is not None and fill.kind == "picture":
        return fill.grain is None and fill.fit != "contain" and layer.shape != "path"
    return _is_plain(fill) and (fill is None or fill.kind != "radial" or _is_round(layer))


def _is_plain(fill: Fill | None) -> bool:
    return fill is None or (fill.kind != "picture" and fill.grain is None)


def _is_round(layer: ShapeLayer) -> bool:
    """A gradient about the middle of a square box, which every program draws alike."""
    fill, box = layer.fill, layer.box
    assert fill is not None and fill.kind == "radial"
    central = abs(fill.center.x - 0.5) < _ROUND and abs(fill.center.y - 0.5) < _ROUND
    square = abs(box.width - box.height) < _ROUND * max(box.width, 1)
    opaque = all(hex_to_rgba(stop.color)[3] == 255 for stop in fill.stops)
    return central and square and opaque and layer.shape in ("rectangle", "ellipse")
