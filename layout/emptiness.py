"""The largest rectangle of a sheet that other boxes leave free."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from design_io.geometry import Box


def largest_empty(area: Box, taken: Sequence[Box]) -> Box:
    """The largest box in `area` that touches none of `taken`; of no area when there is none.

    Its edges lie on edges of the area or of taken boxes, so all pairs of them are tried.
    """
    xs = sorted({area.x, area.right, *(x for b in taken for x in (b.x, b.right))})
    ys = sorted({area.y, area.bottom, *(y for b in taken for y in (b.y, b.bottom))})
    xs, ys = (
        [x for x in xs if area.x <= x <= area.right],
        [y for y in ys if area.y <= y <= area.bottom],
    )
    best = Box(area.x, area.y, 0, 0)
    for left, right in combinations(xs, 2):
        across = [b for b in taken if b.x < right and b.right > left]
        for top, bottom in combinations(ys, 2):
            box = Box(left, top, right - left, bottom - top)
            if box.area > best.area and not any(b.y < bottom and b.bottom > top for b in across):
                best = box
    return best
