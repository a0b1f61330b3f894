"""The `ralf` protocol: content-aware layout metrics as RALF computes them, the one we publish.

Source: Horita et al., Retrieval-Augmented Layout Transformer, CVPR 2024, and its evaluation;
PosterO uses the same. A layout is a `Laygen`; a result of None means that the protocol skips
the layout, it does not count in the mean.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from layout.laygen import Laygen
from layout.metrics_pixels import Picture, filled, grey, scaled_map, sobel

LEAST_AREA = 1e-3  # of the canvas; smaller elements are invalid
WIDTH, HEIGHT = 240, 350  # px at which pictures are measured
_FAR = 1e6  # canvases
_INSIDE = 1.0 - float(np.finfo(np.float32).eps)  # share of an element that counts as all of it


def valid(layout: Laygen) -> np.ndarray:
    """(n,) bool: w, h > 0 and w h > 0.001 of the canvas, before any clamping."""
    width, height = layout.bbox[:, 2], layout.bbox[:, 3]
    sound = measurable(layout) & (width > 0) & (height > 0)
    areas = np.where(sound, width, 0.0) * np.where(sound, height, 0.0)
    return sound & (areas > LEAST_AREA)


def measurable(layout: Laygen) -> np.ndarray:
    """(n,) bool: elements whose numbers are finite and below a million canvases."""
    return layout.mask & (np.abs(layout.bbox) < _FAR).all(axis=1)


def overlap(layout: Laygen) -> float | None:
    """Ove, lower is better: mean of |a & b| / |a u b| over ordered pairs a != b of non-underlays.

    None below two of them. Boxes are not clamped to the canvas.
    """
    boxes = layout.only(~layout.labelled("underlay")).ltrb
    if len(boxes) < 2:
        return None
    shared, areas = shared_areas(boxes, boxes), _areas(boxes)
    iou = shared / (areas[:, None] + areas[None] - shared)
    return float(iou[~np.eye(len(boxes), dtype=bool)].mean())


def alignment(layout: Laygen) -> float:
    """Ali, lower is better: mean over elements i of -log10(1 - d_i).

    d_i is the least |t_i - t_j| over the other elements j and the axes t in left, centre x, right,
    top, centre y, bottom (fractions; edges clamped to the canvas, centres not). An element by
    itself, or at distance 1, counts 0. Underlays take part.
    """
    elements = layout.only(layout.mask)
    if len(elements.bbox) < 2:
        return 0.0
    axes = np.concatenate([np.clip(elements.ltrb, 0, 1), elements.bbox[:, :2]], axis=1)
    distance = np.abs(axes[:, None] - axes[None]).min(axis=2)  # (n, n)
    np.fill_diagonal(distance, 1.0)
    nearest = distance.min(axis=1)
    nearest[nearest >= 1.0] = 0.0
    return float(-np.log10(1 - nearest).mean())


def underlay(layout: Laygen, strict: bool = False) -> float | None:
    """Und_l and Und_s, higher is better: mean over underlays u of max_j |u & e_j| / |e_j|.

    e_j are the non-underlays. Strict: 1 where that maximum reaches 1 (but for float32's epsilon),
    else 0. None without an underlay, and for an underlay that is the only element.
    """
    is_under = layout.labelled("underlay")
    under, others = layout.only(is_under).ltrb, layout.only(~is_under).ltrb
    if not len(under) or len(under) + len(others) < 2:
        return None
    if not len(others):
        return 0.0
    held = (shared_areas(under, others) / _areas(others)[None]).max(axis=1)
    return float((held >= _INSIDE).mean() if strict else held.mean())


def utility(layout: Laygen, picture: Picture) -> float:
    """Uti, higher is better: sum((1 - S) M) / sum(1 - S), M = union of all boxes, at 240 x 350."""
    free = 1.0 - scaled_map(picture.saliency, HEIGHT, WIDTH)
    return float(free[filled(_pixels(layout), HEIGHT, WIDTH)].sum() / max(free.sum(), 1e-9))


def occlusion(layout: Laygen, picture: Picture) -> float:
    """Occ, lower is better: mean of the saliency S (0..1) under the union of all boxes; none: 0.

    RALF takes S = max(ISNet, BASNet); which saliency was used belongs beside every number.
    """
    saliency = scaled_map(picture.saliency, HEIGHT, WIDTH)
    return _mean(saliency[filled(_pixels(layout), HEIGHT, WIDTH)])


def unreadability(layout: Laygen, picture: Picture) -> float:
    """Rea, lower is better: mean of g under text and outside underlays; none: 0.

    g = sqrt((gx^2 + gy^2) / 2) of the grey picture at 240 x 350, over its own maximum, in float.
    """
    text = filled(_pixels(layout.only(layout.labelled("text"))), HEIGHT, WIDTH)
    under = filled(_pixels(layout.only(layout.labelled("underlay"))), HEIGHT, WIDTH)
    across, down = sobel(grey(picture.pixels, HEIGHT, WIDTH, Image.Resampling.BILINEAR))
    steep = np.sqrt((across**2 + down**2) / 2)
    return _mean(steep[text & ~under] / max(float(steep.max()), 1e-9))


def shared_areas(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """(n, m) areas of intersection of ltrb boxes."""
    low = np.maximum(first[:, None, :2], second[None, :, :2])
    high = np.minimum(first[:, None, 2:], second[None, :, 2:])
    return np.clip(high - low, 0, None).prod(axis=2)


def _pixels(layout: Laygen) -> np.ndarray:
    """(n, 4) int ltrb in px of 240 x 350, clamped and rounded half to even."""
    boxes = np.clip(layout.only(layout.mask).ltrb, 0, 1)
    return np.round(boxes * [WIDTH, HEIGHT, WIDTH, HEIGHT]).astype(int)


def _areas(boxes: np.ndarray) -> np.ndarray:
    return (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if values.size else 0.0
