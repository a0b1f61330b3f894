"""How well pictures obey what was told: colours in their places, and calm where it shall be."""

from __future__ import annotations

import numpy as np

from generators.diffusion.glow_scenes import CALM, Scenes


def without_layout(scenes: Scenes) -> Scenes:
    return scenes._replace(kind=np.full_like(scenes.kind, -1))


def region_errors(scenes: Scenes, pictures: np.ndarray) -> np.ndarray:
    """(regions,): mean |RGB| between what was told and what the middle of each box has, 0..1."""
    side = pictures.shape[1]
    at, slot = np.nonzero((scenes.kind >= 0) & (scenes.kind != CALM))
    middle = (scenes.boxes[at, slot, :2] + scenes.boxes[at, slot, 2:]) / 2 * side
    left, top = np.clip(np.round(middle).astype(int), 1, side - 1).T
    around = [pictures[at, top - y, left - x] for y in (0, 1) for x in (0, 1)]
    return np.abs(np.mean(around, 0) - scenes.tints[at, slot]).mean(-1)


def calm_deviations(scenes: Scenes, pictures: np.ndarray) -> tuple[float, float]:
    """Mean standard deviation inside calm boxes, and of the same pictures outside of all."""
    side = pictures.shape[1]
    inside, outside = [], []
    for kinds, boxes, picture in zip(scenes.kind, scenes.boxes, pictures, strict=True):
        free = np.ones((side, side), bool)
        for x0, y0, x1, y1 in np.round(side * boxes[kinds == CALM]).astype(int):
            free[y0:y1, x0:x1] = False
            if y1 - y0 >= 3:
                inside.append(picture[y0:y1, x0:x1].std((0, 1)).mean())
                outside.append((picture, free))
    spread = [picture[free].std(0).mean() for picture, free in outside if free.any()]
    return float(np.mean(inside)), float(np.mean(spread))
