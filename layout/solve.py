"""Boxes of fixed size moved as little as needed: inside an area, apart, on shared edges.

Solved with kiwisolver (Cassowary): bounds and gaps are required, edges strong, the wish to stay
weak. A pair that collides gets one separation a round, on the axis of least penetration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import kiwisolver as kiwi

from design_io.geometry import Box

_ROUNDS = 12
_SLACK = 0.01  # px that boxes may touch


class _Apart(tuple[int, int, str]):
    """One box's end stands before another's start: (first, second, "x" or "y")."""


def settled(wanted: Sequence[Box], area: Box, gap: float) -> tuple[Box, ...] | None:
    """The boxes at their sizes, in `area`, at least `gap` px apart; None when there is no room.

    Of two that collide the earlier one stands above or left of the later one: order is kept.
    """
    apart: list[_Apart] = []
    boxes = _solved(wanted, area, gap, apart)
    for _ in range(_ROUNDS * max(1, len(wanted))):
        if boxes is None:
            return None
        pair = _colliding(boxes, gap)
        if pair is None:
            return boxes
        boxes = _separated(wanted, area, gap, apart, boxes, pair)
    return None


def _separated(
    wanted: Sequence[Box], area: Box, gap: float, apart: list[_Apart], boxes: tuple[Box, ...],
    pair: tuple[int, int],
) -> tuple[Box, ...] | None:  # fmt: skip
    """With the pair apart, on the first axis that leaves a solution; `apart` grows by it."""
    for axis in _axes(boxes[pair[0]], boxes[pair[1]]):
        tried = [*apart, _Apart((*pair, axis))]
        solved = _solved(wanted, area, gap, tried)
        if solved is not None:
            apart[:] = tried
            return solved
    return None


def _solved(
    wanted: Sequence[Box], area: Box, gap: float, apart: Sequence[_Apart]
) -> tuple[Box, ...] | None:
    solver = kiwi.Solver()
    xs = [kiwi.Variable(f"x{n}") for n in range(len(wanted))]
    ys = [kiwi.Variable(f"y{n}") for n in range(len(wanted))]
    try:
        for box, x, y in zip(wanted, xs, ys, strict=True):
            for rule in _inside(box, x, y, area):
                solver.addConstraint(rule)
            solver.addConstraint((x == box.x) | "medium")  # columns count more than heights
            solver.addConstraint((y == box.y) | "weak")
        for first, second, axis in apart:
            at, side = (xs, wanted[first].width) if axis == "x" else (ys, wanted[first].height)
            solver.addConstraint(at[second] >= at[first] + side + gap)
    except kiwi.UnsatisfiableConstraint:
        return None
    solver.updateVariables()
    return tuple(
        box._replace(x=x.value(), y=y.value()) for box, x, y in zip(wanted, xs, ys, strict=True)
    )


def _inside(box: Box, x: kiwi.Variable, y: kiwi.Variable, area: Box) -> Iterator[kiwi.Constraint]:
    yield x >= area.x
    yield x + box.width <= area.right
    yield y >= area.y
    yield y + box.height <= area.bottom


def _colliding(boxes: tuple[Box, ...], gap: float) -> tuple[int, int] | None:
    """The first pair nearer than `gap`."""
    for first, second in combinations(range(len(boxes)), 2):
        a, b = boxes[first], boxes[second]
        across = min(a.right, b.right) - max(a.x, b.x) + gap
        down = min(a.bottom, b.bottom) - max(a.y, b.y) + gap
        if across > _SLACK and down > _SLACK:
            return first, second
    return None


def _axes(first: Box, second: Box) -> tuple[str, str]:
    """The axis on which the pair is nearly apart, then the other."""
    across = min(first.right, second.right) - max(first.x, second.x)
    down = min(first.bottom, second.bottom) - max(first.y, second.y)
    return ("x", "y") if across < down and first.x < second.x else ("y", "x")
