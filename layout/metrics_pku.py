"""The `pku2023` protocol: PosterLayout's evaluation with its defects, only to compare with papers.

Source: Hsu et al., PosterLayout, CVPR 2023, and its evaluation. Boxes are px of 513 x 750. Defects:
- alignment: one pair aligned on any axis makes the layout 0; otherwise n times the same value;
- underlay, strict: the right edge is not compared;
- unreadability: gradients and their squares are uint8, so falling edges vanish and squares wrap;
- utility, occlusion, unreadability: a box that begins left of or above the canvas is cut by
  negative indices, mostly to nothing; a box turned inside out still counts as valid by its |area|;
- overlap: a layout without non-underlays divides by 0 there; here it counts 0.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from layout.laygen import Laygen
from layout.metrics_pixels import Picture, filled, grey, scaled_map, sobel
from layout.metrics_ralf import measurable, shared_areas

WIDTH, HEIGHT = 513, 750  # px
_LEAST_AREA = 5.13 * 7.50 * 10  # px²
_SCALE = np.array([WIDTH, HEIGHT, WIDTH, HEIGHT])


def valid(layout: Laygen) -> np.ndarray:
    """(n,) bool: |w h| >= 384.75 px² after clamping to the canvas; not finite is not valid."""
    sound = measurable(layout)
    boxes = np.zeros((len(sound), 4))
    boxes[sound] = _boxes(layout.only(sound))
    low, high = np.maximum(boxes[:, :2], 0), np.minimum(boxes[:, 2:], [WIDTH, HEIGHT])
    return sound & (np.abs((high - low).prod(axis=1)) >= _LEAST_AREA)


def overlap(layout: Laygen) -> float:
    """Ove: sum over pairs i < j of non-underlays of their IoU, over their number n; none: 0."""
    boxes = _boxes(layout.only(~layout.labelled("underlay")))
    if not len(boxes):
        return 0.0
    shared, areas = shared_areas(boxes, boxes), (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    iou = shared / (areas[:, None] + areas[None] - shared)
    return float(np.triu(iou, 1).sum() / len(boxes))


def alignment(layout: Laygen) -> float:
    """Ali: n min_t -log10(1 - min_{a<b} |t_a - t_b|) over the six axes t, fractions; n <= 1: 0.

    The source adds the same minimum once for each of the n elements.
    """
    elements = layout.only(layout.mask)
    count = len(elements.bbox)
    if count < 2:
        return 0.0
    axes = np.concatenate([elements.ltrb, elements.bbox[:, :2]], axis=1)
    nearest = float(np.diff(np.sort(axes, axis=0), axis=0).min())
    return count * -float(np.log10(max(1 - nearest, 1e-12)))


def underlay(layout: Laygen, strict: bool = False) -> float | None:
    """Und_l: mean over underlays u of max_j |u & e_j| / |e_j|; Und_s: of whether u holds some e_j.

    "Holds" compares left, top and bottom only. None without underlays.
    """
    is_under = layout.labelled("underlay")
    under, others = _boxes(layout.only(is_under)), _boxes(layout.only(~is_under))
    if not len(under):
        return None
    if not len(others):
        return 0.0
    if strict:
        starts = (under[:, None, :2] <= others[None, :, :2]).all(axis=2)
        held = starts & (under[:, None, 3] >= others[None, :, 3])
        return float(held.any(axis=1).mean())
    areas = (others[:, 2:] - others[:, :2]).prod(axis=1)
    return float((shared_areas(under, others) / areas[None]).max(axis=1).mean())


def utility(layout: Laygen, picture: Picture) -> float:
    """Uti: sum((1 - S) M) / sum(1 - S) at 513 x 750, M = union of the boxes."""
    free = 1.0 - scaled_map(picture.saliency, HEIGHT, WIDTH)
    return float(free[_mask(layout)].sum() / max(float(free.sum()), 1e-9))


def occlusion(layout: Laygen, picture: Picture) -> float:
    """Occ: mean saliency S under the union of the boxes, none: 0. There S = max(PFPN, BASNet)."""
    return _mean(scaled_map(picture.saliency, HEIGHT, WIDTH)[_mask(layout)])


def unreadability(layout: Laygen, picture: Picture) -> float:
    """Rea: mean of sqrt((gx² + gy²) / 2) / max under text and outside underlays, in uint8."""
    text = _mask(layout.only(layout.labelled("text")))
    under = _mask(layout.only(layout.labelled("underlay")))
    values = np.round(grey(picture.pixels, HEIGHT, WIDTH, Image.Resampling.BICUBIC))
    across, down = (np.clip(g, 0, 255).astype(np.uint8) for g in sobel(values))
    steep = np.sqrt((across**2 + down**2) / 2)  # uint8: the squares and their sum wrap at 256
    return _mean(np.floor(steep / max(float(steep.max()), 1e-9) * 255)[text & ~under] / 255)


def _boxes(layout: Laygen) -> np.ndarray:
    return layout.ltrb * _SCALE


def _mask(layout: Laygen) -> np.ndarray:
    """The union of the boxes cut to whole px towards 0, negative edges as Python's indices."""
    return filled(_boxes(layout.only(layout.mask)).astype(int), HEIGHT, WIDTH)


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if values.size else 0.0
