"""The small world that `glow` has learned: soft backdrops of two colours with soft regions in them.

A closed vocabulary, scenes drawn by chance from it, and their teacher, which is plain arithmetic
on a grid. Everything works on many scenes at once; colours and places are in 0..1.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

BACKDROPS = ("mesh", "horizon", "dusk", "spotlight", "aurora", "vignette")
REGIONS = ("glow", "haze", "beam", "calm")  # in the order in which they lie: calm covers all
CALM = REGIONS.index("calm")
COLORED, QUIET = 4, 3  # slots of each sort in a scene
SLOTS = COLORED + QUIET


class Scenes(NamedTuple):
    """What is told of `count` pictures."""

    backdrop: np.ndarray  # (count,) index in BACKDROPS
    colors: np.ndarray  # (count, 2, 3) RGB, first what it has most of
    kind: np.ndarray  # (count, SLOTS) index in REGIONS, -1 for an empty slot
    boxes: np.ndarray  # (count, SLOTS, 4) x0, y0, x1, y1
    tints: np.ndarray  # (count, SLOTS, 3) RGB; of no meaning where calm

    def part(self, chosen: slice | np.ndarray) -> Scenes:
        return Scenes(*(value[chosen] for value in self))


def drawn_by_chance(rng: np.random.Generator, count: int) -> Scenes:
    """Scenes with up to COLORED glows, hazes and beams, and up to QUIET calm areas."""
    kind = rng.integers(0, CALM, (count, SLOTS))
    kind[:, COLORED:] = CALM
    few = np.array([0.0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8])  # how often a slot stays empty
    kind[rng.random((count, SLOTS)) < few] = -1
    low, high = np.array([[0.24, 0.24], [0.7, 0.7]], np.float32)
    size = rng.uniform(low, high, (count, SLOTS, 2))
    wide = rng.uniform((0.25, 0.08), (0.95, 0.4), (count, QUIET, 2))
    size[:, COLORED:] = wide
    corner = rng.random((count, SLOTS, 2)) * (1 - size)
    boxes = np.concatenate([corner, corner + size], -1).astype(np.float32)
    return Scenes(
        rng.integers(0, len(BACKDROPS), count),
        _colors(rng, (count, 2)),
        np.where(_hidden(kind, boxes), -1, kind),
        boxes,
        _colors(rng, (count, SLOTS)),
    )


def painted(scenes: Scenes, rng: np.random.Generator, side: int) -> np.ndarray:
    """(count, side, side, 3) float32, 0..1: the teacher's pictures; what is not told is chance."""
    axis = (np.arange(side, dtype=np.float32) + 0.5) / side
    x, y = axis[None, None, :], axis[None, :, None]
    share = _shares(scenes.backdrop, rng, x, y)[..., None]
    first, second = (color[:, None, None] for color in scenes.colors.swapaxes(0, 1))
    picture = (first + share * (second - first)).astype(np.float32)
    for slot in range(SLOTS):
        for kind in range(len(REGIONS)):
            at = np.flatnonzero(scenes.kind[:, slot] == kind)
            cover = _cover(kind, scenes.boxes[at, slot], x, y)[..., None]
            under, tint = picture[at], scenes.tints[at, slot, None, None]
            if kind == CALM:
                weight = cover / np.maximum(cover.sum((1, 2), keepdims=True), 1e-6)
                tint = (weight * under).sum((1, 2), keepdims=True)
            picture[at] = under + cover * (tint - under)
    return picture


def _colors(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """All over the cube, and often on its faces: white, black and full colours are wanted."""
    return np.clip(rng.uniform(-0.12, 1.12, (*shape, 3)), 0, 1).astype(np.float32)


def _hidden(kind: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """(count, SLOTS): is the middle of a region covered by one that lies above it?"""
    middle = (boxes[..., :2] + boxes[..., 2:]) / 2
    hidden = np.zeros(kind.shape, bool)
    for above in range(SLOTS - 1, 0, -1):
        box = boxes[:, above, None]
        beyond = 0.03 + 0.15 * (box[..., 2:] - box[..., :2])  # edges are soft
        inside = (middle > box[..., :2] - beyond) & (middle < box[..., 2:] + beyond)
        covers = (kind[:, above] >= 0) & ~hidden[:, above]
        under = np.arange(SLOTS) < above
        if above >= COLORED:
            under &= np.arange(SLOTS) < COLORED
        hidden |= inside.all(-1) & covers[:, None] & under
    return hidden


def _shares(
    backdrop: np.ndarray, rng: np.random.Generator, x: np.ndarray, y: np.ndarray
) -> np.ndarray:
    """(count, side, side): how much of the second colour there is."""
    a, b, c, d = rng.random((4, len(backdrop), 1, 1), dtype=np.float32)
    knots = rng.random((len(backdrop), 3, 3), dtype=np.float32)
    weights = _interpolation(x[0, 0])
    from_middle = np.hypot(x - 0.5, y - 0.5)
    light = ((x - 0.3 - 0.4 * a) / (0.3 + 0.25 * c)) ** 2 + ((y - 0.5 * b) / (0.4 + 0.3 * d)) ** 2
    wave = y + 0.12 * np.sin(2 * np.pi * (x * (0.7 + 0.5 * c) + a)) - 0.3 * x
    every = (
        weights @ knots @ weights.T,
        _rise((y - 0.45 - 0.3 * a) / 0.2) + 0 * x,
        y ** (0.7 + 1.1 * a) + 0 * x,
        np.exp(-light),
        0.5 + 0.5 * np.sin(2 * np.pi * ((1 + 0.5 * d) * wave + b)),
        _rise((from_middle - 0.32 - 0.1 * a) / 0.35) + 0 * a,
    )
    return np.choose(backdrop[:, None, None], every).astype(np.float32)


def _interpolation(axis: np.ndarray) -> np.ndarray:
    """(side, 3): smooth weights of three knots along an axis."""
    far = np.abs(axis[:, None] - np.array([0.0, 0.5, 1.0])) / 0.5
    return np.where(far < 1, 0.5 + 0.5 * np.cos(np.pi * far), 0).astype(np.float32)


def _cover(kind: int, box: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """(count, side, side): 1 in the middle of the box, falling off as the region's kind does."""
    x0, y0, x1, y1 = box.T[:, :, None, None]
    u, v = (2 * x - x0 - x1) / (x1 - x0), (2 * y - y0 - y1) / (y1 - y0)
    if REGIONS[kind] == "glow":
        return _rise((1.3 - np.hypot(u, v)) / 1.0)
    if REGIONS[kind] == "beam":
        return _rise((1.1 - np.abs(u + v)) / 0.8) * _rise((2.2 - np.abs(u - v)) / 1.1)
    square = np.sqrt(u**4 + v**4)  # outlines are squares with round corners
    if REGIONS[kind] == "haze":
        return _rise((1.35 - np.sqrt(square)) / 0.95)
    return _rise((1.4 - np.sqrt(np.sqrt(np.sqrt(u**8 + v**8)))) / 0.4)


def _rise(value: np.ndarray) -> np.ndarray:
    """Smoothly from 0 at 0 to 1 at 1."""
    value = np.clip(value, 0, 1)
    return value * value * (3 - 2 * value)
