"""The user's photograph as a layer: cropped to its subject, and veiled where copy lies on it.

The picture itself is never changed; a veil is a gradient layer of its own, as weak as it can be.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from design_io.assets import AssetStore
from design_io.color import with_alpha
from design_io.document import ImageLayer, Layer, ShapeLayer
from design_io.geometry import Box, Point, union_all
from design_io.oklab import luminances
from design_io.paint import LinearFill, Stop
from design_io.pictures import placement
from design_io.saliency import small_copy
from design_io.scrim import STRONGEST, weakest_scrim
from design_io.study import crop, studied
from generators.request import GenerationRequest

LARGE_LINE = 27.0  # css px of ink from which a line counts as large text
_NORMAL, _LARGE = 4.5, 3.2  # contrast
_BUSY = 0.12  # standard deviation of the luminance from which large text needs as much as small
_DISPLAY = 375.0  # css px that a sheet is wide
_APART = 0.16  # of the sheet's height between two bands of copy
_FADE = 0.24  # of the sheet, over which a veil runs out
_PAD = 0.03  # of the sheet around copy
_MEASURED = 900  # px on the long side, as where contrast is checked
_EASE = ((0.0, 1.0), (0.25, 0.78), (0.5, 0.42), (0.75, 0.13), (1.0, 0.0))


class Band(NamedTuple):
    """Copy that one veil lies under, and the edges of the sheet it reaches."""

    boxes: tuple[Box, ...]
    area: Box


def photograph(
    request: GenerationRequest, asset: str, box: Box, assets: AssetStore, layer_id: str = "picture"
) -> ImageLayer:
    """The picture covering `box`, its subject in view and out of the copy's way."""
    return ImageLayer(
        id=layer_id, name="Photograph", role="picture", box=box, asset=asset, fit="cover",
        focus=focus_for(request, asset, box, assets), alt=request.prompt,
    )  # fmt: skip


def focus_for(request: GenerationRequest, asset: str, box: Box, assets: AssetStore) -> Point:
    """The point of the picture that stays in view in `box`."""
    copy = tuple(
        Box((b.x - box.x) / box.width, (b.y - box.y) / box.height,
            b.width / box.width, b.height / box.height)
        for b in copy_boxes(request) if b.intersection(box).area > 0.5 * b.area
    )  # fmt: skip
    focus = crop(studied(assets, asset), box.width / box.height, copy).focus
    return Point(round(focus.x, 4), round(focus.y, 4))


def copy_boxes(request: GenerationRequest) -> tuple[Box, ...]:
    """The ink of everything that lies on the art itself: what has a ground of its own is out."""
    boxes = (*request.boxes("text"), *request.boxes("calm"))
    return tuple(
        box for n, box in enumerate(boxes)
        if not any(_nested(box, other) for k, other in enumerate(boxes) if k != n)
    )  # fmt: skip


def shown_pixels(layer: ImageLayer, assets: AssetStore) -> np.ndarray:
    """What of the picture the layer shows, RGB (height, width, 3) at the size contrast has."""
    pixels = assets.pixels(layer.asset or "")
    size = (pixels.shape[1], pixels.shape[0])
    source = placement(size, "cover", layer.focus, layer.box, layer.zoom).source
    left, top = int(source.x), int(source.y)
    part = pixels[top : round(source.bottom), left : round(source.right)]
    small = small_copy(part, _MEASURED)
    alpha = small[..., 3:].astype(np.float32) / 255
    return (small[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)


def veils(
    request: GenerationRequest, box: Box, shown: np.ndarray, tint: str, ink: str
) -> list[Layer]:
    """One gradient per band of copy in `box`, no stronger than its words need."""
    made: list[Layer] = []
    for band in _bands(request, box):
        opacity = _opacity(request, band, box, shown, tint, ink)
        if opacity > 0:
            made.append(_veil(f"veil-{len(made) + 1}", band, box, tint, opacity))
    return made


def _nested(box: Box, other: Box) -> bool:
    return other.contains(box, 1.0) or box.contains(other, 1.0)


def _bands(request: GenerationRequest, box: Box) -> list[Band]:
    """Copy in one column is one band; else what stands close together, from top to bottom."""
    boxes = sorted((b for b in copy_boxes(request) if box.intersection(b).area), key=lambda b: b.y)
    if not boxes:
        return []
    whole = union_all(boxes)
    if box.width > 1.15 * box.height and whole.width < 0.66 * box.width:
        return [Band(tuple(boxes), whole)]
    bands: list[list[Box]] = [[boxes[0]]]
    for one in boxes[1:]:
        below = union_all(bands[-1]).bottom
        if one.y - below > _APART * box.height:
            bands.append([])
        bands[-1].append(one)
    return [Band(tuple(band), union_all(band)) for band in bands]


def _opacity(
    request: GenerationRequest, band: Band, box: Box, shown: np.ndarray, tint: str, ink: str
) -> float:
    """The strongest that any line of the band needs."""
    found = 0.0
    for line in band.boxes:
        css = line.height * _DISPLAY / request.width
        under = _under(line, box, shown)
        busy = min(1.0, float(luminances(under).std()) / _BUSY)
        large = css >= LARGE_LINE
        ratio = _LARGE + (_NORMAL - _LARGE) * busy if large else _NORMAL
        found = max(found, weakest_scrim(under, ink, tint, ratio))
    return min(found, STRONGEST)


def _under(line: Box, box: Box, shown: np.ndarray) -> np.ndarray:
    down, across = shown.shape[0] / box.height, shown.shape[1] / box.width
    area = line.intersection(box)
    top, left = int((area.y - box.y) * down), int((area.x - box.x) * across)
    bottom = max(top + 1, round((area.bottom - box.y) * down))
    return shown[top:bottom, left : max(left + 1, round((area.right - box.x) * across))]


def _veil(layer_id: str, band: Band, box: Box, tint: str, opacity: float) -> ShapeLayer:
    """Even under the copy, running out beyond it; it reaches the sheet's edge on the other side."""
    side = band.area.width < 0.66 * box.width and box.width > 1.15 * box.height
    low, high, length = (
        (band.area.x - box.x, band.area.right - box.x, box.width)
        if side
        else (band.area.y - box.y, band.area.bottom - box.y, box.height)
    )
    low, high = low - _PAD * length, high + _PAD * length
    fade = _FADE * length
    stops: list[tuple[float, float]] = []
    if low > 0.14 * length:
        stops += [((low - fade * t) / length, share) for t, share in reversed(_EASE)]
    if high < 0.86 * length:
        stops += [((high + fade * t) / length, share) for t, share in _EASE]
    stops = stops or [(0.0, 1.0), (1.0, 1.0)]
    first, last = min(stops[0][0], 0.0), max(stops[-1][0], 1.0)
    if low <= 0.14 * length:
        first = 0.0
    made = tuple(
        Stop(offset=round(min(1.0, max(0.0, (at - first) / (last - first))), 4),
             color=with_alpha(tint, opacity * share))
        for at, share in stops
    )  # fmt: skip
    start, end = (Point(first, 0), Point(last, 0)) if side else (Point(0, first), Point(0, last))
    return ShapeLayer(
        id=layer_id, name="Veil under the copy", role="texture", box=box,
        fill=LinearFill(start=start, end=end, stops=made),
    )  # fmt: skip
