"""The weakest veil over a picture that makes text on it readable, found by bisection."""

from __future__ import annotations

import numpy as np

from design_io.color import hex_to_rgb
from design_io.oklab import luminances, ratios

STRONGEST = 0.96  # opacity of a scrim; more would be a panel
_STEPS = 10
_WORST = 3.0  # percentile of the pixels that must still reach the ratio
_MARGIN = 1.06  # over the ratio, for rounding and antialiasing
_MOST = 20_000  # pixels that are looked at


def weakest_scrim(pixels: np.ndarray, ink: str, tint: str, ratio: float) -> float:
    """Opacity 0..1 of `tint` over RGB pixels (..., 3) at which text in `ink` reaches `ratio`."""
    colors = pixels.reshape(-1, pixels.shape[-1])[:, :3]
    colors = colors[:: max(1, len(colors) // _MOST)].astype(np.float32)
    if not len(colors) or reached(colors, ink, tint, 0.0) >= ratio * _MARGIN:
        return 0.0
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        enough = reached(colors, ink, tint, middle) >= ratio * _MARGIN
        low, high = (low, middle) if enough else (middle, high)
    return high


def reached(colors: np.ndarray, ink: str, tint: str, opacity: float) -> float:
    """The contrast that all but the worst pixels reach under the scrim."""
    veil = np.array(hex_to_rgb(tint), np.float32)
    text = float(luminances(np.array(hex_to_rgb(ink), np.float32)))
    return float(
        np.percentile(ratios(luminances(colors * (1 - opacity) + veil * opacity), text), _WORST)
    )
