"""Which layers a browser may paint from outlines: those it paints as our renderer does.

Skia draws both, so plain outlines come out the same; blurs, grain, pictures and large dithered
gradients do not, nor do drawings of very many points and large fine ones: it paints in tiles, and
curves cut short have other edges.
"""

from __future__ import annotations

from design_io.document import Canvas, Layer, Mask, ShapeLayer
from design_io.paint import Blur, Fill, Shadow
from design_io.resources import Resources
from design_io.text_painting import is_outlined

_LONGEST_PATH = 6_000  # characters
_LARGE, _PLAIN_PATH = 300.0, 300  # px of a side; characters of a drawing that is not fine
_DITHERED_SHARE = 0.02  # of the canvas, above which a gradient's dither would be missed


def is_vector(layer: Layer, canvas: Canvas, resources: Resources) -> bool:
    """Whether the layer is sent as an outline drawing."""
    if not _is_sharp(layer):
        return False
    mask = layer.live_mask
    if mask is not None and not _is_outline(mask):
        return False
    if layer.kind == "text":
        return _is_flat(layer.fill) and is_outlined(layer, resources.fonts)
    if layer.kind != "shape":
        return False
    return _is_plain_fill(layer, canvas) and _is_plain_drawing(layer, resources)


def _is_sharp(layer: Layer) -> bool:
    return not any(isinstance(effect, Shadow | Blur) for effect in layer.effects)


def _is_outline(mask: Mask) -> bool:
    return mask.path is not None


def _is_flat(fill: Fill | None) -> bool:
    return fill is None or (fill.kind != "picture" and fill.grain is None)


def _is_plain_fill(layer: ShapeLayer, canvas: Canvas) -> bool:
    if not _is_flat(layer.fill):
        return False
    if layer.stroke and layer.stroke.dash and layer.shape == "ellipse":
        return False  # SVG begins an ellipse's dashes elsewhere
    area = layer.box.intersection(canvas.box).area
    small = area <= _DITHERED_SHARE * canvas.width * canvas.height
    return layer.fill is None or layer.fill.kind == "solid" or small


def _is_plain_drawing(layer: ShapeLayer, resources: Resources) -> bool:
    if layer.shape in ("rectangle", "ellipse"):
        return True
    length = len(layer.path or "") + 12 * len(layer.points)
    if layer.path_asset is not None:
        length = len(resources.assets.get(layer.path_asset))
    is_fine = layer.stroke is not None or length > _PLAIN_PATH
    return length <= _LONGEST_PATH and not (is_fine and max(layer.box[2:]) > _LARGE)
