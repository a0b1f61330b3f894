"""Layout metrics that look at boxes alone, as the papers on layout generation compute them.

Source: Kikuchi et al., LayoutGAN++, ACM MM 2021; Inoue et al., LayoutDM, CVPR 2023. Layouts are
`Laygen`; invalid elements must have been left out (`metrics.cleaned`).
"""

from __future__ import annotations

import numpy as np

from layout.laygen import Laygen
from layout.metrics_ralf import alignment, shared_areas


def overlap_layoutgan(layout: Laygen) -> float:
    """Overlap, lower is better: sum over ordered pairs i != j of |i & j| / |i|, over n; n = 0: 0.

    All labels take part; edges are clamped to the canvas, so it may pass 1.
    """
    boxes = np.clip(layout.only(layout.mask).ltrb, 0, 1)
    if not len(boxes):
        return 0.0
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    shares = shared_areas(boxes, boxes) / np.maximum(areas, 1e-12)[:, None]
    np.fill_diagonal(shares, 0.0)
    return float(shares.sum() / len(boxes))


def alignment_layoutgan(layout: Laygen) -> float:
    """Alignment, lower is better: as `ralf`'s with the natural logarithm; often shown x 100."""
    return alignment(layout) * float(np.log(10))


def average_iou(layout: Laygen) -> float:
    """Mean IoU over the pairs that touch, all labels; none: 0 (BLT's "IoU")."""
    boxes = layout.only(layout.mask).ltrb
    shared, areas = shared_areas(boxes, boxes), (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    pairs = np.triu(shared, 1) > 0
    union = areas[:, None] + areas[None] - shared
    return float((shared[pairs] / union[pairs]).mean()) if pairs.any() else 0.0


def max_iou(first: Laygen, second: Laygen) -> float | None:
    """Mean IoU of the best one-to-one match within each label, 0..1, higher is more alike.

    None when the two do not hold the same labels equally often: they are not comparable.
    """
    a, b = first.only(first.mask), second.only(second.mask)
    if sorted(a.labels.tolist()) != sorted(b.labels.tolist()):
        return None
    if not len(a.bbox):
        return 1.0
    total = 0.0
    for label in np.unique(a.labels):
        mine, theirs = a.ltrb[a.labels == label], b.ltrb[b.labels == label]
        shared = shared_areas(mine, theirs)
        sizes = [(x[:, 2:] - x[:, :2]).prod(axis=1) for x in (mine, theirs)]
        iou = shared / np.maximum(sizes[0][:, None] + sizes[1][None] - shared, 1e-12)
        total += sum(iou[row, column] for row, column in enumerate(best_match(iou)))
    return float(total / len(a.bbox))


def best_match(worth: np.ndarray) -> list[int]:
    """The column of every row of a square matrix (n, n) so that the summed worth is greatest.

    The Hungarian algorithm with potentials (Kuhn 1955, Munkres 1957), n³ steps.
    """
    count = len(worth)
    row_price, column_price = np.zeros(count + 1), np.zeros(count + 1)
    owner = np.zeros(count + 1, int)  # of each column, rows counted from 1; column 0 is the start
    for row in range(1, count + 1):
        owner[0], column = row, 0
        least = np.full(count + 1, np.inf)
        before = np.zeros(count + 1, int)
        done = np.zeros(count + 1, bool)
        while owner[column]:
            done[column] = True
            current = owner[column]
            cost = -worth[current - 1] - row_price[current] - column_price[1:]
            better = ~done[1:] & (cost < least[1:])
            least[1:][better], before[1:][better] = cost[better], column
            nearest = int(np.where(done, np.inf, least).argmin())
            step = least[nearest]
            row_price[owner[done]] += step
            column_price[done] -= step
            least[~done] -= step
            column = nearest
        _hand_over(owner, before, column)
    columns = np.argsort(owner[1:])
    return [int(column) for column in columns]


def _hand_over(owner: np.ndarray, before: np.ndarray, column: int) -> None:
    """Give each column on the path back to the start the owner of the one before it."""
    while column:
        owner[column] = owner[before[column]]
        column = int(before[column])
