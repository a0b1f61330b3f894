"""A picture studied once: subject, calm places, colours, and how it may be cropped and set.

Boxes and points are fractions of the picture (or, for copy, of the frame it is cropped to).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from PIL import Image

from design_io.assets import AssetStore
from design_io.cutout import has_plain_ground, without_ground
from design_io.geometry import Box, Point
from design_io.saliency import (
    WORKING,
    SaliencyModel,
    calm_map,
    is_cut_out,
    picture_saliency,
    silhouette,
    small_copy,
    subject_box,
)
from design_io.swatches import Swatches, swatches_of

Side = Literal["top", "bottom", "left", "right", "center"]
_WINDOWS = 25  # crops that are tried along the side that has slack
_KEPT = 0.9  # of the subject's box that a crop keeps where it can
_HEAD = 0.45  # of a subject's height: its upper part is what people look at


class Study(NamedTuple):
    width: int  # px
    height: int  # px
    small: np.ndarray  # (h, w, 4) uint8, averaged
    saliency: np.ndarray  # (h, w) float32, 0..1
    calm: np.ndarray  # (h, w) float32, 0..1
    subject: Box
    swatches: Swatches
    plain: bool  # the background can be taken away
    transparent: bool  # it is away already

    @property
    def aspect(self) -> float:
        return self.width / self.height


class Crop(NamedTuple):
    """The part of a picture that fills a frame; `focus` is what layers store."""

    window: Box
    focus: Point
    kept: float  # of the subject's box
    calm: float  # 0..1, mean under the copy
    hidden: float  # 0..1, of the subject's upper part that lies under the copy


@lru_cache(maxsize=64)
def studied(assets: AssetStore, asset: str) -> Study:
    """The study of a stored picture, made once."""
    return study_of(assets.pixels(asset), assets.saliency)


@lru_cache(maxsize=16)
def cut_out(assets: AssetStore, asset: str) -> str | None:
    """The asset without its background: itself when that is transparent, None when not plain."""
    if studied(assets, asset).transparent:
        return asset
    pixels = without_ground(assets.pixels(asset)) if studied(assets, asset).plain else None
    if pixels is None:
        return None
    height, width = pixels.shape[:2]
    box = silhouette(pixels)
    left, top = round(box.x * width), round(box.y * height)
    tight = pixels[top : round(box.bottom * height), left : round(box.right * width)]
    return assets.put_pixels(np.ascontiguousarray(tight))


def study_of(pixels: np.ndarray, model: SaliencyModel | None = None) -> Study:
    small = small_copy(pixels, WORKING)
    saliency = _resized(picture_saliency(pixels, model), *small.shape[:2])
    transparent = is_cut_out(pixels)
    subject = silhouette(pixels) if transparent else subject_box(saliency)
    height, width = pixels.shape[:2]
    return Study(
        width, height, small, saliency, calm_map(pixels, saliency), subject,
        swatches_of(small, saliency), has_plain_ground(pixels), transparent,
    )  # fmt: skip


def _resized(saliency: np.ndarray, height: int, width: int) -> np.ndarray:
    """A map, which a network may give at any size, at the size of the small copy."""
    if saliency.shape == (height, width):
        return saliency
    picture = Image.fromarray(np.asarray(saliency, np.float32))
    return np.asarray(picture.resize((width, height), Image.Resampling.BOX))


def crop(study: Study, aspect: float, copy: tuple[Box, ...] = ()) -> Crop:
    """The best window of this width / height: the subject kept whole and out of the copy's way."""
    across, down = min(1.0, aspect / study.aspect), min(1.0, study.aspect / aspect)
    slack_x, slack_y = 1 - across, 1 - down
    steps = np.linspace(0, 1, _WINDOWS)
    windows = [Box(slack_x * s, slack_y * s, across, down) for s in steps]
    crops = [_judged(study, window, copy) for window in windows]
    return max(crops, key=lambda c: _worth(study, c, bool(copy)))


def calm_in(study: Study, window: Box, copy: tuple[Box, ...]) -> float:
    """How calm the picture is under copy that lies in a frame showing `window`."""
    total = area = 0.0
    for box in copy:
        part = _part(study.calm, inside(window, box))
        total, area = total + float(part.sum()), area + part.size
    return total / area if area else 1.0


def inside(window: Box, box: Box) -> Box:
    """A box of the frame, in fractions of the picture."""
    return Box(
        window.x + box.x * window.width, window.y + box.y * window.height,
        box.width * window.width, box.height * window.height,
    )  # fmt: skip


def pixels_in(study: Study, window: Box, copy: tuple[Box, ...]) -> np.ndarray:
    """The averaged RGB colours (n, 3) under copy that lies in a frame showing `window`."""
    parts = [_part(study.small, inside(window, box))[..., :3].reshape(-1, 3) for box in copy]
    return np.concatenate(parts) if parts else np.zeros((0, 3), np.uint8)


def _judged(study: Study, window: Box, copy: tuple[Box, ...]) -> Crop:
    kept = window.intersection(study.subject).area / max(study.subject.area, 1e-6)
    return Crop(
        window, window.center, kept, calm_in(study, window, copy), _hidden(study, window, copy)
    )


def _head(study: Study) -> Box:
    """The upper part of the subject, and a little above it: hair is seldom salient."""
    box, rise = study.subject, min(study.subject.y, 0.22 * study.subject.height)
    return Box(box.x, box.y - rise, box.width, _HEAD * box.height + rise)


def _hidden(study: Study, window: Box, copy: tuple[Box, ...]) -> float:
    head = _head(study)
    under = sum(inside(window, box).intersection(head).area for box in copy)
    return min(1.0, under / max(head.area, 1e-6))


def _worth(study: Study, candidate: Crop, has_copy: bool) -> float:
    subject, middle = study.subject.center, candidate.window.center
    air = (study.subject.y - _head(study).y) / 2
    off = abs(subject.x - middle.x) + abs(subject.y - air - middle.y)
    mass = float(_part(study.saliency, candidate.window).sum()) / max(study.saliency.sum(), 1e-6)
    calm = 1.2 * candidate.calm - 0.8 * candidate.hidden if has_copy else 0.0
    head = _head(study)
    shown = candidate.window.intersection(head).area / max(head.area, 1e-6)
    return (
        2.5 * shown
        + 3 * min(candidate.kept, _KEPT)
        + 0.5 * candidate.kept
        + mass
        + calm
        - 0.6 * off
    )


def _part(values: np.ndarray, box: Box) -> np.ndarray:
    height, width = values.shape[:2]
    top, left = min(height - 1, int(box.y * height)), min(width - 1, int(box.x * width))
    bottom = max(top + 1, round(box.bottom * height))
    return values[top:bottom, left : max(left + 1, round(box.right * width))]
