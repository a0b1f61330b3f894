"""Contrast of text as it is seen: glyph ink against what really lies beneath it.

10th percentile of the WCAG 2.2 ratio over the pixels under the ink, the design rendered without
that text. At least 4.5, or 3 for text of 24 css px and more at display width.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from design_io.document import Design, TextLayer
from design_io.geometry import Box
from design_io.render import render, render_layer
from design_io.resources import Resources
from design_io.text import typeset

NORMAL, LARGE = 4.5, 3.0
LARGE_CSS = 24.0  # css px
DISPLAY_WIDTH = 375.0  # css px
_LONG_SIDE = 900.0  # px at which contrast is measured
_INK = 128  # alpha from which a pixel counts as ink


class Contrast(NamedTuple):
    ratio: float  # 10th percentile, 1..21
    needed: float
    ground: str  # median colour under the ink


def text_contrast(design: Design, layer: TextLayer, resources: Resources) -> Contrast | None:
    """The contrast of one visible text layer; None when it sets no ink, or emoji only."""
    if all(run.face.colored for line in typeset(layer, resources.fonts).lines for run in line.runs):
        return None  # emoji bring their own colours
    scale = min(1.0, _LONG_SIDE / max(design.canvas.width, design.canvas.height))
    ink = render_layer(layer, design.canvas, resources, scale=scale)
    if ink.pixels.size == 0 or not (ink.pixels[..., 3] >= _INK).any():
        return None
    height, width = ink.pixels.shape[:2]
    crop = Box(ink.left / scale, ink.top / scale, width / scale, height / scale)
    under = render(design, resources, scale=scale, crop=crop, hide=frozenset({layer.id}))
    rows, columns = min(height, under.shape[0]), min(width, under.shape[1])
    glyphs = ink.pixels[:rows, :columns]
    solid = glyphs[..., 3] >= _INK
    below = _over_white(under[:rows, :columns])[solid]
    ratios = _ratios(
        _luminances(
            glyphs[..., :3][solid],
        ),
        _luminances(below),
    )
    ground = "#" + "".join(f"{int(v):02x}" for v in np.median(below, axis=0))
    return Contrast(float(np.percentile(ratios, 10)), needed_contrast(design, layer), ground)


def needed_contrast(design: Design, layer: TextLayer) -> float:
    css = layer.style.size * DISPLAY_WIDTH / design.canvas.width
    return LARGE if css >= LARGE_CSS else NORMAL


def _over_white(pixels: np.ndarray) -> np.ndarray:
    alpha = pixels[..., 3:].astype(np.float32) / 255
    return pixels[..., :3] * alpha + 255 * (1 - alpha)


def _luminances(colors: np.ndarray) -> np.ndarray:
    value = colors.astype(np.float32) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)


def _ratios(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)
