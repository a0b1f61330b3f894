"""The background taken away where it is plain: flooded from the border, edges soft and clean.

A plain background is one smooth sweep: a quadratic surface in OKLab fits the whole border. Inside
the subject every pixel stays exactly as it was; in a narrow band along its edge the share of
background is found by projection between both colours, and taken out of the pixel's colour.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from design_io.oklab import oklab
from design_io.saliency import edges, is_cut_out, small_copy

_LOOK, _CUT = 128, 512  # px of the copies on which plainness is judged and the edge is found
_UNEVEN = 0.022  # OKLab distance of the border from its surface, 90th percentile
_LIKE = (0.018, 0.050)  # OKLab distance at which a pixel is background: in clean, noisy pictures
_SHADE, _TINT, _SLOPE = 0.22, 0.018, 0.012  # a soft shadow: darker, same hue, no edge
_SIZES = (0.02, 0.86)  # share of the picture that a subject may have
_SWEEP = 0.20  # OKLab distance between the lightest and darkest place of a plain background
_SOLID = 0.6  # of the subject's area that is left when its edge is taken off: it is one thing
_TOUCHES = 0.20  # share of the border that a subject may touch
_WALL = 0.09  # of the subject's longer side: how thick a handle may be around a hole
_HOLES = 0.12  # of the subject's area that holes may take


def has_plain_ground(pixels: np.ndarray) -> bool:
    """Whether `without_ground` would find a subject on a plain background."""
    return plain_ground(small_copy(pixels, _LOOK)) is not None


def without_ground(pixels: np.ndarray) -> np.ndarray | None:
    """The RGBA picture with its plain background transparent; None when it is not plain."""
    shows = plain_ground(small_copy(pixels, _CUT))
    return None if shows is None else _matted(pixels, ~shows)


def plain_ground(small: np.ndarray) -> np.ndarray | None:
    """Where a plain background shows in a small RGBA copy (height, width) bool, or None."""
    if is_cut_out(small) or min(small.shape[:2]) < 16:
        return None
    lab = oklab(small[..., :3])
    terms = _terms(*_grid(*small.shape[:2]))
    rim = _rim(lab.shape[0], lab.shape[1], max(1, round(0.012 * max(lab.shape))))
    surface, kept = _fitted(terms[rim], lab[rim])
    if kept is None:
        return None
    noise = float(np.quantile(np.sqrt(((terms[rim] @ surface - lab[rim]) ** 2).sum(axis=1)), 0.7))
    like = float(np.clip(3 * noise, *_LIKE))
    shows = _flooded(lab, terms @ surface, rim, like)
    subject = float(1 - shows.mean())
    if not _SIZES[0] <= subject <= _SIZES[1] or float((~shows[rim]).mean()) > _TOUCHES:
        return None
    if float((~_grown(shows, max(small.shape[:2]) // 90 + 1)).mean()) < _SOLID * subject:
        return None
    return shows


def _grid(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    return (across + 0.5) / width, (down + 0.5) / height


def _terms(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)


def _rim(height: int, width: int, inset: int) -> np.ndarray:
    rim = np.ones((height, width), bool)
    rim[inset:-inset, inset:-inset] = False
    return rim


def _fitted(terms: np.ndarray, lab: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
    """The surface through the border without what may touch it; None when it is not smooth."""
    kept = np.ones(len(lab), bool)
    for _ in range(3):
        surface = np.linalg.lstsq(terms[kept], lab[kept], rcond=None)[0]
        distance = np.sqrt(((terms @ surface - lab) ** 2).sum(axis=1))
        kept = distance <= max(_UNEVEN, float(np.quantile(distance, 1 - _TOUCHES)))
    behind = terms[kept] @ surface
    even = float(np.quantile(distance[kept], 0.9)) <= _UNEVEN
    even &= float(np.ptp(behind, axis=0).max()) <= _SWEEP
    return surface, kept if even else None


def _flooded(lab: np.ndarray, behind: np.ndarray, rim: np.ndarray, near: float) -> np.ndarray:
    """The background reached from the border, and through handles of the subject."""
    apart = lab - behind
    distance = np.sqrt((apart**2).sum(axis=2))
    tint = np.hypot(apart[..., 1], apart[..., 2])
    shaded = (apart[..., 0] <= 0) & (apart[..., 0] > -_SHADE) & (tint < _TINT)
    shaded &= edges(lab[..., 0]) < _SLOPE * 128 / max(lab.shape[:2]) + 0.004
    like = (distance < near) | shaded
    shows = _spread(rim & (distance < near), like)
    return shows | _holes(shows, distance < 0.7 * near)


def _spread(seeds: np.ndarray, passable: np.ndarray) -> np.ndarray:
    """Everything passable that is connected to a seed, by sweeps along rows and columns."""
    reached = seeds & passable
    count = -1
    while count != (count := int(reached.sum())):
        reached = _along_rows(reached, passable)
        reached = _along_rows(reached.T, passable.T).T
    return reached


def _along_rows(reached: np.ndarray, passable: np.ndarray) -> np.ndarray:
    """A run of passable pixels in a row is reached when one of them is."""
    starts = passable.copy()
    starts[:, 1:] &= ~passable[:, :-1]
    runs = np.cumsum(starts.ravel())
    hit = np.zeros(runs[-1] + 1, bool)
    flat = reached.ravel()
    hit[runs[flat]] = True
    return (hit[runs] & passable.ravel()).reshape(passable.shape)


def _holes(shows: np.ndarray, like: np.ndarray) -> np.ndarray:
    """Background seen through the subject, near its edge: between a cup and its handle."""
    rows, columns = np.flatnonzero((~shows).any(axis=1)), np.flatnonzero((~shows).any(axis=0))
    if not rows.size:
        return np.zeros_like(shows)
    side = max(np.ptp(rows), np.ptp(columns)) + 1
    near = _grown(shows, max(1, round(_WALL * side)))
    open_ = _grown(~_grown(~(like & ~shows), 2), 2)  # specks are reflections, not holes
    holes = _spread(open_ & near & like & ~shows, like & ~shows)
    return holes if holes.sum() <= _HOLES * (~shows).sum() else np.zeros_like(shows)


def _grown(mask: np.ndarray, by: int) -> np.ndarray:
    return _local(mask.astype(np.float32), by) > 0.5


def _matted(pixels: np.ndarray, subject: np.ndarray) -> np.ndarray:
    height, width = pixels.shape[:2]
    size = (width, height)
    blown = Image.fromarray(subject.astype(np.uint8) * 255)
    inside = np.asarray(blown.filter(ImageFilter.MinFilter(5)).resize(size)) > 250
    around = np.asarray(blown.filter(ImageFilter.MaxFilter(5)).resize(size)) > 4
    result = pixels.copy()
    result[~around, 3] = 0
    rows, columns = np.nonzero(around & ~inside)
    color, alpha = _unmixed(pixels, subject, rows, columns)
    result[rows, columns, :3] = color
    result[rows, columns, 3] = np.minimum(alpha, pixels[rows, columns, 3])
    result[result[..., 3] == 0, :3] = 0
    return result


def _unmixed(
    pixels: np.ndarray, subject: np.ndarray, rows: np.ndarray, columns: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Colour without background and opacity 0..255 of the pixels in the band."""
    height, width = pixels.shape[:2]
    x, y = (columns + 0.5).astype(np.float32) / width, (rows + 0.5).astype(np.float32) / height
    behind, before = _carried(pixels, ~subject, x, y), _carried(pixels, subject, x, y)
    mixed = pixels[rows, columns, :3].astype(np.float32)
    line = before - behind
    length = np.maximum((line**2).sum(axis=1), 1.0)
    share = ((mixed - behind) * line).sum(axis=1) / length
    faint = length < 24.0**2  # subject and background alike: the flood's own edge is all there is
    edge = _soft_edge(subject, x, y)
    deep = np.clip((edge - 0.86) / 0.12, 0, 1)  # a pattern of the subject is no background
    share = np.where(faint, edge, np.clip(share, deep, np.maximum(deep, 2.2 * edge)))
    alpha = np.clip((share - 0.06) / 0.86, 0, 1)
    safe = np.maximum(alpha, 0.15)[:, None]
    clean = (mixed - (1 - alpha)[:, None] * behind) / safe
    clean = np.where((alpha < 0.999)[:, None], clean, mixed)
    trust = np.clip(alpha * 1.6, 0, 1)[:, None]
    clean = trust * clean + (1 - trust) * before
    return np.clip(clean, 0, 255).astype(np.uint8), np.round(alpha * 255).astype(np.uint8)


def _carried(pixels: np.ndarray, part: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The colours of a part's inside, carried outwards over its edge."""
    height, width = part.shape
    core = ~_grown(~part, 1)
    weight = (core if core.any() else part).astype(np.float32)
    small = Image.fromarray(pixels).convert("RGB").resize((width, height), Image.Resampling.BOX)
    colors = np.asarray(small).astype(np.float32) * weight[..., None]
    total = np.maximum(_local(weight), 1e-4)
    spread = np.stack([_local(colors[..., c]) / total for c in range(3)], axis=-1)
    row = np.minimum((y * height).astype(int), height - 1)
    return spread[row, np.minimum((x * width).astype(int), width - 1)]


def _local(values: np.ndarray, reach: int = 4) -> np.ndarray:
    """Sums over squares, by running sums."""
    padded = np.pad(values, ((reach + 1, reach), (reach + 1, reach)))
    sums = padded.cumsum(axis=0).cumsum(axis=1)
    size = 2 * reach + 1
    return sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size] + sums[:-size, :-size]


def _soft_edge(subject: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The flood's edge, blurred by a pixel and read between its pixels."""
    mask = Image.fromarray(subject.astype(np.uint8) * 255).filter(ImageFilter.GaussianBlur(1.0))
    values = np.asarray(mask).astype(np.float32) / 255
    height, width = values.shape
    v, u = np.clip(y * height - 0.5, 0, height - 1.001), np.clip(x * width - 0.5, 0, width - 1.001)
    row, column = v.astype(int), u.astype(int)
    down, across = v - row, u - column
    below, right = np.minimum(row + 1, height - 1), np.minimum(column + 1, width - 1)
    upper = values[row, column] * (1 - across) + values[row, right] * across
    lower = values[below, column] * (1 - across) + values[below, right] * across
    return upper * (1 - down) + lower * down
