"""Layers of different pictures brought together: hues turned a little towards a palette's.

Deterministic and mild: lightness, chroma, greys and opacity stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from design_io.color import hex_to_oklch
from design_io.oklab import oklab, srgb

_SHARE = 0.35  # of the way to a hue of the palette
_MOST = 8.0  # degrees
_NEAR = 25.0  # degrees: hues of the palette pull less the farther they are
_CHROMA = 0.04  # OKLab: below it a colour is grey


class Harmonized(NamedTuple):
    pixels: np.ndarray
    told: str  # what was done; nothing where the palette has no hues


def harmonized(pixels: np.ndarray, palette: Iterable[str]) -> Harmonized:
    """RGBA uint8 pixels with their hues nearer to those of the palette."""
    known = {color[:7].lower(): hex_to_oklch(color[:7]) for color in palette}
    hues = {color: own.hue for color, own in known.items() if own.chroma > _CHROMA}
    if not hues:
        return Harmonized(pixels, "")
    lab = oklab(pixels[..., :3])
    chroma, hue = (
        np.hypot(lab[..., 1], lab[..., 2]),
        np.degrees(np.arctan2(lab[..., 2], lab[..., 1])),
    )
    turn = np.radians(_turn(hue, list(hues.values())) * np.clip(chroma / _CHROMA - 1, 0, 1))
    cos, sin = np.cos(turn), np.sin(turn)
    a, b = lab[..., 1] * cos - lab[..., 2] * sin, lab[..., 1] * sin + lab[..., 2] * cos
    colors = srgb(np.stack([lab[..., 0], a, b], axis=-1))
    moved = np.where((turn != 0)[..., None], colors, pixels[..., :3])
    told = f"hues turned by up to {_MOST:g}° towards {', '.join(hues)}"
    return Harmonized(np.dstack([moved, pixels[..., 3]]), told)


def _turn(hue: np.ndarray, hues: list[float]) -> np.ndarray:
    """Degrees by which each hue turns: towards the near ones of `hues`, without a jump."""
    apart = np.stack([(each - hue + 180) % 360 - 180 for each in hues])
    pull = np.exp(-((apart / _NEAR) ** 2))
    total = pull.sum(axis=0)
    mean = (pull * apart).sum(axis=0) / np.maximum(total, 1e-6)
    return np.clip(_SHARE * mean * np.clip(total, 0, 1), -_MOST, _MOST)
