"""Which parts of a finished design people look at: a map for occlusion, crops and obstacles.

Exact where we made or cut out the picture (its layers' alpha); photographs are studied by the fast
heuristic of `design_io.saliency`, or by a `model` that the caller hands in.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import Image

from design_io.document import Design, GroupLayer, ImageLayer, Layer, ShapeLayer
from design_io.paint import PictureFill
from design_io.render import render
from design_io.resources import Resources
from design_io.saliency import SaliencyModel, is_cut_out, picture_saliency

LONG_SIDE = 350  # px of the map
_SUBJECTS = ("hero", "picture")
_SHEET = 0.9  # of the canvas that art covers when it is a scene and no subject


def design_saliency(
    design: Design, resources: Resources, model: SaliencyModel | None = None
) -> np.ndarray:
    """(h, w) float32, 0..1, of the canvas at `LONG_SIDE` px: the greatest over its pictures."""
    scale = min(1.0, LONG_SIDE / max(design.canvas.width, design.canvas.height))
    empty = render(design.evolve(layers=()), resources, scale=scale)
    found = np.zeros(empty.shape[:2], np.float32)
    for layer in _subjects(design.layers):
        found = np.maximum(found, _seen(layer, design, resources, scale, model))
    return found


def _subjects(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    """The outermost visible layers that show a subject; photographs in a group by themselves."""
    for layer in layers:
        if not layer.visible or layer.opacity <= 0:
            continue
        photographs = isinstance(layer, GroupLayer) and any(map(_asset, _leaves(layer)))
        if isinstance(layer, GroupLayer) and (photographs or layer.role not in _SUBJECTS):
            yield from _subjects(layer.layers)
        elif layer.role in _SUBJECTS:
            yield layer


def _seen(
    layer: Layer, design: Design, resources: Resources, scale: float, model: SaliencyModel | None
) -> np.ndarray:
    asset = _asset(layer)
    if asset is not None and not is_cut_out(resources.assets.pixels(asset)):
        shown = _as_map(layer, picture_saliency(resources.assets.pixels(asset), model), resources)
        drawn = _drawn(design, shown, resources, scale)
        return drawn[..., 0] * drawn[..., 3]
    drawn = _drawn(design, layer, resources, scale)
    alpha = drawn[..., 3]
    if alpha.mean() < _SHEET:
        return alpha
    return _resized(picture_saliency(np.round(drawn * 255).astype(np.uint8), model), alpha.shape)


def _as_map(layer: Layer, saliency: np.ndarray, resources: Resources) -> Layer:
    """The layer showing the map of its picture instead of the picture."""
    height, width = resources.assets.pixels(_asset(layer) or "").shape[:2]
    scale = min(1.0, 2 * LONG_SIDE / max(height, width))
    grey = _resized(saliency, (max(1, round(height * scale)), max(1, round(width * scale))))
    level = np.round(grey * 255).astype(np.uint8)
    opaque = np.dstack([level, level, level, np.full_like(level, 255)])
    asset = resources.assets.put_pixels(np.ascontiguousarray(opaque))
    if isinstance(layer, ShapeLayer) and isinstance(layer.fill, PictureFill):
        return layer.evolve(fill=layer.fill.evolve(asset=asset), effects=())
    return layer.evolve(asset=asset, effects=())


def _drawn(design: Design, layer: Layer, resources: Resources, scale: float) -> np.ndarray:
    """(h, w, 4) float32, 0..1: the layer alone on the canvas."""
    alone = layer.evolve(opacity=1.0, blend_mode="normal", clip=False)
    sheet = design.evolve(layers=(alone,))
    return render(sheet, resources, scale=scale).astype(np.float32) / 255


def _asset(layer: Layer) -> str | None:
    """The picture that a layer shows."""
    if isinstance(layer, ImageLayer):
        return layer.asset
    fill = layer.fill if isinstance(layer, ShapeLayer) else None
    return fill.asset if isinstance(fill, PictureFill) else None


def _leaves(group: GroupLayer) -> Iterator[Layer]:
    for layer in group.layers:
        yield from _leaves(layer) if isinstance(layer, GroupLayer) else (layer,)


def _resized(values: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    picture = Image.fromarray(np.asarray(values, np.float32))
    return np.asarray(picture.resize((shape[1], shape[0]), Image.Resampling.BILINEAR))
