"""Layouts as the arrays that layout models and their data sets exchange (laygen's convention).

Boxes are centre x, centre y, width, height as fractions of the canvas; `mask` is True where a row
holds an element, so that layouts of several lengths can be stacked into one batch.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, get_args

import numpy as np

from design_io.errors import DesignError
from design_io.geometry import Box
from layout.placement import Layout, Placement

Label = Literal["text", "logo", "underlay"]
LABELS: dict[Label, int] = {"text": 1, "logo": 2, "underlay": 3}  # the classes of PKU PosterLayout


class Laygen(NamedTuple):
    bbox: np.ndarray  # (n, 4) float64: centre x, centre y, width, height, of the canvas
    labels: np.ndarray  # (n,) int64, keys of `id2label`
    mask: np.ndarray  # (n,) bool, True = an element
    id2label: dict[int, str]

    @property
    def ltrb(self) -> np.ndarray:
        """(n, 4) float64: left, top, right, bottom, of the canvas, not clamped."""
        half = self.bbox[:, 2:] / 2
        return np.concatenate([self.bbox[:, :2] - half, self.bbox[:, :2] + half], axis=1)

    def only(self, kept: np.ndarray) -> Laygen:
        """The elements where `kept` (n,) is True, without padding."""
        chosen = kept & self.mask
        return Laygen(
            self.bbox[chosen], self.labels[chosen], np.ones(int(chosen.sum()), bool), self.id2label
        )

    def labelled(self, label: Label) -> np.ndarray:
        """(n,) bool: elements with this label."""
        named = [number for number, name in self.id2label.items() if name == label]
        return np.isin(self.labels, named) & self.mask


def to_laygen(layout: Layout, labels: Mapping[str, Label], length: int = 0) -> Laygen:
    """The placements that `labels` (element id -> label) names, padded to `length` rows."""
    known = [p for p in layout.placements if p.element in labels]
    boxes = [(p.box, labels[p.element]) for p in known]
    return laygen_of(boxes, layout.width, layout.height, length)


def laygen_of(
    boxes: Sequence[tuple[Box, Label]], width: float, height: float, length: int = 0
) -> Laygen:
    """Labelled boxes of a canvas `width` x `height` px."""
    if not (width > 0 and height > 0):
        raise DesignError(f"a canvas {width}x{height} has no area; give it a size above 0")
    rows = max(length, len(boxes))
    bbox, numbers = np.zeros((rows, 4)), np.zeros(rows, np.int64)
    for row, (box, label) in enumerate(boxes):
        center = (box.x + box.width / 2) / width, (box.y + box.height / 2) / height
        bbox[row] = *center, box.width / width, box.height / height
        numbers[row] = LABELS[label]
    return Laygen(bbox, numbers, np.arange(rows) < len(boxes), _ID2LABEL)


def from_laygen(arrays: Laygen, width: int, height: int) -> Layout:
    """Placements named after label and row, "text-1"; elements without a real box are left out.

    A box is real when its four numbers are finite and its sides above 0.
    """
    placements = []
    for row in np.flatnonzero(arrays.mask):
        x, y, w, h = (float(value) for value in arrays.bbox[row])
        if not (all(map(math.isfinite, (x, y, w, h))) and w > 0 and h > 0):
            continue
        box = Box((x - w / 2) * width, (y - h / 2) * height, w * width, h * height)
        label = arrays.id2label.get(int(arrays.labels[row]))
        if label not in get_args(Label):
            raise DesignError(f"no label for {int(arrays.labels[row])}; add it to id2label")
        placements.append(Placement(f"{label}-{row + 1}", box))
    return Layout(width, height, tuple(placements))


_ID2LABEL: dict[int, str] = {number: label for label, number in LABELS.items()}
