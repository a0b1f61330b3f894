"""The colours of a picture, found in OKLab: the telling one, the one of its ground, the rest."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from design_io.color import hex_to_oklch, rgb_to_hex
from design_io.oklab import oklab
from design_io.saliency import clusters

_COUNT = 6
_SAMPLE = 1600  # px that are looked at
_COLORFUL = 0.045  # OKLCH chroma from which a picture has a telling colour
_SMALLEST = 0.012  # share of the picture under which a colour is a speck
_PURE = 0.5  # of a cluster, its most colourful part, gives its colour


class Swatch(NamedTuple):
    color: str  # hex
    share: float  # 0..1 of the visible picture


class Swatches(NamedTuple):
    """`vivid` is the telling colour, or None in a colourless picture."""

    vivid: str | None
    ground: str  # of the border
    all: tuple[Swatch, ...]  # largest first
    lightness: float  # median OKLab lightness

    @property
    def dark(self) -> bool:
        return self.lightness < 0.5


def swatches_of(small: np.ndarray, saliency: np.ndarray | None = None) -> Swatches:
    """The colours of a small RGBA copy; `saliency` (same size) lets the subject's count more."""
    seen = small[..., 3] >= 128
    if not seen.any():
        return Swatches(None, "#ffffff", (Swatch("#ffffff", 1.0),), 1.0)
    colors = small[seen][:, :3]
    weights = np.ones(len(colors)) if saliency is None else 0.25 + saliency[seen]
    step = max(1, len(colors) // _SAMPLE)
    colors, weights = colors[::step], weights[::step]
    lab = oklab(colors)
    _, member = clusters(lab, min(_COUNT, len(colors)))
    groups = [np.flatnonzero(member == k) for k in range(member.max() + 1)]
    groups = sorted((g for g in groups if g.size), key=lambda g: -g.size)
    found = tuple(Swatch(_pure(colors[g], lab[g]), g.size / len(colors)) for g in groups)
    pull = tuple(float(weights[g].sum() / weights.sum()) for g in groups)
    ground = _ground(small, seen, found)
    return Swatches(_vivid(found, pull), ground, found, float(np.median(lab[:, 0])))


def _pure(colors: np.ndarray, lab: np.ndarray) -> str:
    """The mean of the cluster's most colourful half: the mean of all would be dull."""
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    pure = chroma >= np.quantile(chroma, _PURE)
    return rgb_to_hex(*colors[pure].mean(axis=0))


def _vivid(found: tuple[Swatch, ...], pull: tuple[float, ...]) -> str | None:
    def worth(item: tuple[Swatch, float]) -> float:
        value = hex_to_oklch(item[0].color)
        seen = 1.0 - abs(value.lightness - 0.62)
        return value.chroma * item[1] ** 0.35 * seen

    wide = [
        (swatch, weight)
        for swatch, weight in zip(found, pull, strict=True)
        if swatch.share >= _SMALLEST and hex_to_oklch(swatch.color).chroma >= _COLORFUL
    ]
    return max(wide, key=worth)[0].color if wide else None


def _ground(small: np.ndarray, seen: np.ndarray, found: tuple[Swatch, ...]) -> str:
    """The median colour of the visible border, or the commonest colour without one."""
    rim = seen.copy()
    rim[2:-2, 2:-2] = False
    if rim.sum() < 0.5 * (rim.shape[0] + rim.shape[1]):
        return found[0].color
    return rgb_to_hex(*np.median(small[rim][:, :3], axis=0))
