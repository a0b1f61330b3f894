"""What the layout metrics measure on pixels: masks of boxes, grey values and Sobel gradients."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PIL import Image

_GREY = np.array([0.299, 0.587, 0.114])  # Rec. 601, as OpenCV converts


class Picture(NamedTuple):
    """What lies beneath the layout, and how much each place belongs to the subject."""

    pixels: np.ndarray  # (H, W, 3) uint8
    saliency: np.ndarray  # (h, w) float, 0..1, of the same field of view


def filled(boxes: np.ndarray, height: int, width: int) -> np.ndarray:
    """(height, width) bool: the union of boxes (n, 4) int ltrb, px, by Python's slices."""
    mask = np.zeros((height, width), bool)
    for left, top, right, bottom in boxes:
        mask[top:bottom, left:right] = True
    return mask


def scaled_map(values: np.ndarray, height: int, width: int) -> np.ndarray:
    """A map (h, w) of 0..1 at another size, bilinear."""
    picture = Image.fromarray(np.asarray(values, np.float32))
    return np.clip(np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR)), 0, 1)


def grey(pixels: np.ndarray, height: int, width: int, sampling: Image.Resampling) -> np.ndarray:
    """(height, width) float64, 0..255, not rounded."""
    picture = Image.fromarray(np.asarray(pixels[..., :3], np.uint8))
    return np.asarray(picture.resize((width, height), sampling)) @ _GREY


def sobel(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Gradients across and down with the 3x3 kernel ((1, 2, 1) x (-1, 0, 1)), edges mirrored."""
    padded = np.pad(values.astype(np.float64), 1, mode="reflect")
    down = padded[:-2] + 2 * padded[1:-1] + padded[2:]
    across = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]
    return down[:, 2:] - down[:, :-2], across[2:] - across[:-2]
