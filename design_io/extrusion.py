"""A path dragged along a vector, as one path: the exact sweep, not a stack of copies.

The sweep of an area is the area and the sweep of its edge. Edges that the vector crosses from the
same side are gathered into strips; all contours run the same way round, so nothing cancels out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from design_io.skia_library import skia

_FLATNESS = 0.04  # output px that a flattened curve may stray


def extruded(path: skia.Path, dx: float, dy: float, scale: float = 1.0) -> skia.Path:
    """`path` swept along (dx, dy); its outer contours must run clockwise.

    `scale` is output pixels per unit of the path.
    """
    swept = skia.Path(path)
    for contour in _contours(path, _FLATNESS / scale):
        for strip in _strips(contour, np.array([dx, dy])):
            swept.addPoly([skia.Point(x, y) for x, y in strip.tolist()], True)
    return swept


def is_clockwise(path: skia.Path) -> bool:
    """Whether outer contours run clockwise (y down): lines and Bezier curves by Green's theorem."""
    total, start, last = 0.0, (0.0, 0.0), (0.0, 0.0)
    for verb, points in path:
        spots = [(point.x(), point.y()) for point in points]
        if verb == skia.Path.kMove_Verb:
            total += _cross(last, start)
            start = last = spots[0]
        elif len(spots) > 1:
            total += _under(spots)
            last = spots[-1]
    return total + _cross(last, start) >= 0


def _under(spots: list[tuple[float, float]]) -> float:
    """Twice the area between the origin and a line, a quadratic or a cubic curve."""
    if len(spots) == 2:
        return _cross(*spots)
    if len(spots) == 3:
        a, b, c = spots
        return (2 * _cross(a, b) + 2 * _cross(b, c) + _cross(a, c)) / 3
    a, b, c, d = spots
    return (
        6 * (_cross(a, b) + _cross(c, d)) + 3 * (_cross(a, c) + _cross(b, c) + _cross(b, d))
        + _cross(a, d)
    ) / 10  # fmt: skip


def _cross(first: tuple[float, float], second: tuple[float, float]) -> float:
    return first[0] * second[1] - first[1] * second[0]


def _contours(path: skia.Path, flatness: float) -> Iterator[np.ndarray]:
    """Each contour's corners, curves flattened, (corners, 2)."""
    corners: list[tuple[float, float]] = []
    for verb, points in path:
        if verb == skia.Path.kMove_Verb:
            if len(corners) > 2:
                yield np.array(corners)
            corners = [(points[0].x(), points[0].y())]
        elif len(points) > 1:
            controls = [(point.x(), point.y()) for point in points]
            corners += _flattened(controls, flatness)
    if len(corners) > 2:
        yield np.array(corners)


def _flattened(
    controls: list[tuple[float, float]], flatness: float
) -> list[tuple[float, float]]:  # fmt: skip
    """Points after the first on a Bezier curve of degree 1 to 3 (error bound: Sederberg 2005)."""
    degree = len(controls) - 1
    if degree == 1:
        return controls[1:]
    bend = max(
        math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1])
        for a, b, c in zip(controls, controls[1:], controls[2:], strict=False)
    )
    count = max(2, math.ceil(math.sqrt(degree * (degree - 1) * bend / (8 * flatness))))
    t = _steps(count)
    points = np.array(controls)[:, None]  # (degree + 1, 1, 2)
    for _ in range(degree):  # de Casteljau
        points = points[:-1] * (1 - t) + points[1:] * t
    return [(x, y) for x, y in points[0].tolist()]


@lru_cache(maxsize=256)
def _steps(count: int) -> np.ndarray:
    """The parameters 0 < t <= 1 of a curve's corners, (count, 1)."""
    return np.linspace(0, 1, count + 1)[1:, None]


def _strips(contour: np.ndarray, drag: np.ndarray) -> Iterator[np.ndarray]:
    """The clockwise outlines of what chains of edges sweep."""
    edges = np.roll(contour, -1, axis=0) - contour
    side = np.sign(edges[:, 0] * drag[1] - edges[:, 1] * drag[0])
    breaks = np.flatnonzero(side != np.roll(side, 1))
    if not len(breaks):
        return
    contour, side = np.roll(contour, -breaks[0], axis=0), np.roll(side, -breaks[0])
    closed = np.vstack([contour, contour[:1]])
    starts = [*(breaks - breaks[0]), len(contour)]
    for start, end in zip(starts, starts[1:], strict=False):
        if side[start]:
            chain = closed[start : end + 1]
            strip = np.vstack([chain, chain[::-1] + drag])
            yield strip if side[start] > 0 else strip[::-1]
