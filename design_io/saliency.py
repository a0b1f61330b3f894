"""What a picture is about and where it is calm, as small maps; no model, a few milliseconds.

With transparency the alpha is the truth. Else: unlike the colours of the border, rich in edges,
near the middle. Maps are (height, width) float32, 0..1, about `WORKING` px on the long side.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.oklab import oklab

SaliencyModel = Callable[[np.ndarray], np.ndarray]  # (H, W, 4) uint8 -> (h, w) 0..1
WORKING = 96  # px
_FINE = 320  # px, at which edges are measured: texture is gone from smaller copies
_EDGE = 0.035  # OKLab lightness per px of the fine copy that makes a place unfit for text
_BORDER = 6  # px of the working copy
_COLORS = 5  # of the border
_SUBJECT = 0.3  # saliency from which a place belongs to the subject
ON_SUBJECT = 0.2  # saliency from which copy lies on the subject
ON_BODY = 0.12  # the same, for places below its middle
_STANDING = 0.7  # how fast saliency falls towards the lower edge, against the upper one
_SPECK = 0.01  # of the picture, from which a patch is a subject of its own
_SEEN = 24  # alpha from which a pixel belongs to a silhouette
_TAIL = 0.015  # of the subject's mass outside its box, on each side


def small_copy(pixels: np.ndarray, longest: int) -> np.ndarray:
    """The RGBA picture averaged down to `longest` px; transparent pixels weigh nothing."""
    height, width = pixels.shape[:2]
    scale = longest / max(height, width)
    if scale >= 1:
        return pixels
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    picture = Image.fromarray(pixels)
    if pixels[..., 3].min() == 255:
        picture = picture.convert("RGB")
    small = picture.resize(size, Image.Resampling.BOX, reducing_gap=1.5)
    return np.asarray(small.convert("RGBA"))


def is_cut_out(pixels: np.ndarray) -> bool:
    """Whether the picture brings its own silhouette: a good part of it is transparent."""
    return float((pixels[..., 3] < 32).mean()) > 0.02


def picture_saliency(pixels: np.ndarray, model: SaliencyModel | None = None) -> np.ndarray:
    """(h, w) float32, 0..1, of an RGBA picture: its alpha, the model's answer or the heuristic."""
    if model is None or is_cut_out(pixels):
        return saliency_map(pixels)
    answer = np.asarray(model(pixels), np.float32)
    if answer.ndim != 2 or not np.isfinite(answer).all():
        raise DesignError(f"the saliency model gave {answer.shape}; it must give finite (h, w)")
    return np.clip(answer, 0, 1)


def saliency_map(pixels: np.ndarray) -> np.ndarray:
    """How much each place belongs to the subject."""
    small = small_copy(pixels, WORKING)
    if is_cut_out(small):
        return small[..., 3].astype(np.float32) / 255
    lab = oklab(small[..., :3])
    unlike = _stretched(_unlike_border(lab))
    busy = _stretched(blurred(edges(lab[..., 0]), 4.0))
    strange = 0.6 * unlike + 0.4 * busy
    core = _stretched(blurred(strange * _middle(*lab.shape[:2]), 1.8))
    carried = np.maximum.accumulate(core, axis=0)  # what stands under a subject bears it
    salient = strange * np.maximum(_middle(*lab.shape[:2]), carried)
    return _stretched(blurred(salient, 1.8))


def calm_map(pixels: np.ndarray, saliency: np.ndarray) -> np.ndarray:
    """Where text may lie: few edges and not the subject."""
    fine = small_copy(pixels, _FINE)
    lightness = oklab(fine[..., :3])[..., 0] * (fine[..., 3] / 255) + (1 - fine[..., 3] / 255)
    height, width = saliency.shape
    energy = Image.fromarray(edges(lightness.astype(np.float32)))
    shrunk = np.asarray(energy.resize((width, height), Image.Resampling.BOX))
    noise = np.clip(blurred(shrunk, 1.5) / _EDGE, 0, 1)
    return ((1 - noise) * (1 - saliency)).astype(np.float32)


def subject_box(saliency: np.ndarray) -> Box:
    """The box of the subject, in fractions of the picture; the whole when nothing stands out."""
    mass = np.where(saliency >= _SUBJECT, saliency, 0.0)
    if mass.sum() <= 0:
        return Box(0, 0, 1, 1)
    (left, right), (top, bottom) = _span(mass.sum(axis=0)), _span(mass.sum(axis=1))
    return Box(left, top, right - left, bottom - top)


def subject_boxes(saliency: np.ndarray, most: int = 3) -> tuple[Box, ...]:
    """The boxes of the largest separate subjects, in fractions of the map, largest first."""
    height, width = saliency.shape
    left = saliency >= _SUBJECT
    found: list[tuple[int, Box]] = []
    for start in zip(*np.nonzero(left), strict=True):
        if left[start]:
            places = np.array(_patch(left, (int(start[0]), int(start[1]))))
            (top, x), (bottom, right) = places.min(axis=0), places.max(axis=0) + 1
            box = Box(x / width, top / height, (right - x) / width, (bottom - top) / height)
            found.append((len(places), box))
    found = [item for item in found if item[0] >= _SPECK * saliency.size]
    return tuple(box for _, box in sorted(found, key=lambda item: -item[0])[:most])


def _patch(left: np.ndarray, start: tuple[int, int]) -> list[tuple[int, int]]:
    """All places that hang together with `start`; they are taken out of `left`."""
    height, width = left.shape
    left[start] = False
    places = [start]
    for row, column in places:
        for y, x in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if 0 <= y < height and 0 <= x < width and left[y, x]:
                left[y, x] = False
                places.append((y, x))
    return places


def subject_field(saliency: np.ndarray, subject: Box) -> np.ndarray:
    """(h, w) float32, 0..1: how bad it is to write on each place, 0.5 and more on the subject.

    Below the subject's middle less is enough: clothes stand out less than faces.
    """
    height = saliency.shape[0]
    least = np.full((height, 1), ON_SUBJECT, np.float32)
    least[int(subject.center.y * height) :] = ON_BODY
    return (0.5 * saliency + 0.5 * (saliency >= least)).astype(np.float32)


def silhouette(pixels: np.ndarray) -> Box:
    """The box of what is not transparent, in fractions of the picture."""
    seen = pixels[..., 3] >= _SEEN
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not rows.size:
        return Box(0, 0, 1, 1)
    height, width = seen.shape
    top, bottom = float(rows[0] / height), float((rows[-1] + 1) / height)
    left, right = float(columns[0] / width), float((columns[-1] + 1) / width)
    return Box(left, top, right - left, bottom - top)


def edges(values: np.ndarray) -> np.ndarray:
    """The length of the gradient, per px."""
    padded = np.pad(values, 1, mode="edge")
    across = (padded[1:-1, 2:] - padded[1:-1, :-2]) / 2
    down = (padded[2:, 1:-1] - padded[:-2, 1:-1]) / 2
    return np.hypot(across, down)


def blurred(values: np.ndarray, sigma: float) -> np.ndarray:
    """Gaussian blur; the border is repeated by weighing only what is there."""
    return _gauss(values.shape[0], sigma) @ values @ _gauss(values.shape[1], sigma).T


def clusters(points: np.ndarray, count: int, rounds: int = 8) -> tuple[np.ndarray, np.ndarray]:
    """k-means from far apart seeds: the centres (count, n) and the cluster of every point."""
    centers = [points.mean(axis=0)]
    for _ in range(count):
        distance = np.min([((points - c) ** 2).sum(axis=1) for c in centers], axis=0)
        centers.append(points[int(distance.argmax())])
    found = np.array(centers[1:])
    for _ in range(rounds):
        member = ((points[:, None] - found[None]) ** 2).sum(axis=2).argmin(axis=1)
        found = np.array([
            points[member == k].mean(axis=0) if (member == k).any() else found[k]
            for k in range(count)
        ])  # fmt: skip
    return found, member


def _unlike_border(lab: np.ndarray) -> np.ndarray:
    """Distance to the nearest colour of the border; colours rare there count as farther.

    The lower edge is left out: people and things often rise from it, ground also meets the sides.
    """
    inset = min(_BORDER, *(side // 4 + 1 for side in lab.shape[:2]))
    rim = np.ones(lab.shape[:2], bool)
    rim[inset:, inset:-inset] = False
    centers, member = clusters(lab[rim], _COLORS)
    share = np.bincount(member, minlength=_COLORS) / member.size
    penalty = 0.06 * (1 - np.minimum(1.0, share * _COLORS))
    distance = np.sqrt(((lab[:, :, None] - centers) ** 2).sum(axis=3)) + penalty
    return distance.min(axis=2)


def _middle(height: int, width: int) -> np.ndarray:
    """1 in the middle, falling to the edges; less so to the lower one, where things stand."""
    down = (np.arange(height) + 0.5) / height * 2 - 1
    across = (np.arange(width) + 0.5) / width * 2 - 1
    down = np.where(down > 0, _STANDING * down, down)
    return np.exp(-(down[:, None] ** 2 + across[None] ** 2)).astype(np.float32)


def _stretched(values: np.ndarray) -> np.ndarray:
    low, high = float(values.min()), float(values.max())
    return ((values - low) / max(high - low, 1e-6)).astype(np.float32)


def _gauss(size: int, sigma: float) -> np.ndarray:
    at = np.arange(size, dtype=np.float32)
    weights = np.exp(-((at[:, None] - at[None]) ** 2) / (2 * sigma**2))
    return weights / weights.sum(axis=1, keepdims=True)


def _span(mass: np.ndarray) -> tuple[float, float]:
    """Where all of the mass but its tails lies, in fractions."""
    share = np.cumsum(mass) / mass.sum()
    first = int(np.searchsorted(share, _TAIL))
    last = int(np.searchsorted(share, 1 - _TAIL)) + 1
    return first / mass.size, min(1.0, last / mass.size)
