"""Limbs as geometry: where an arm or a leg bends that reaches for a point, and its outline."""

from math import acos, atan2, cos, hypot, sin

Point = tuple[float, float]

_STRAIGHT = 0.9  # of a limb's length, from where it is stretched out


def joints(
    start: Point, end: Point, lengths: tuple[float, ...], out: float
) -> tuple[Point, Point, Point]:
    """Start, bend and end of a limb that reaches for a point; `out` says where the bend goes."""
    upper, lower = lengths
    far = hypot(end[0] - start[0], end[1] - start[1]) or 1e-6
    if far > _STRAIGHT * (upper + lower):  # seen a little shortened, and nearly straight
        upper, lower = (length * 1.003 * far / (upper + lower) for length in lengths)
    apart = max(far, abs(upper - lower) + 0.01)
    end = between(start, end, apart / far)
    along = atan2(end[1] - start[1], end[0] - start[0])
    turn = acos((upper**2 + apart**2 - lower**2) / (2 * upper * apart))
    bends = [
        (start[0] + upper * cos(along + t), start[1] + upper * sin(along + t))
        for t in (turn, -turn)
    ]
    return start, max(bends, key=lambda p: p[0] * out + 0.01 * p[1]), end


def until(
    chain: tuple[Point, ...], widths: tuple[float, ...], reach: float
) -> tuple[tuple[Point, ...], tuple[float, ...]]:
    """The joints and widths of a limb's first part, up to `reach` of its length."""
    if reach >= 1:
        return chain, widths
    last, share = (1, 2 * reach) if reach <= 0.5 else (2, 2 * reach - 1)
    end = between(chain[last - 1], chain[last], share)
    width = widths[last - 1] + (widths[last] - widths[last - 1]) * share
    return (*chain[:last], end), (*widths[:last], width)


def taper(chain: tuple[Point, ...], widths: tuple[float, ...]) -> str:
    """Outlines of the parts of a limb: circles of two sizes and what lies between."""
    data = ""
    for a, b, wide, thin in zip(chain, chain[1:], widths, widths[1:], strict=False):
        along = atan2(b[1] - a[1], b[0] - a[0])
        apart = max(hypot(b[0] - a[0], b[1] - a[1]), 1e-6)
        turn = acos(max(-1.0, min(1.0, (wide - thin) / apart)))
        spots = [
            (c[0] + r * cos(along + side), c[1] + r * sin(along + side))
            for c, r, side in ((a, wide, turn), (a, wide, -turn), (b, thin, -turn), (b, thin, turn))
        ]
        (x1, y1), (x2, y2), (x3, y3), (x4, y4) = spots
        data += (
            f"M{x1:.2f} {y1:.2f}A{wide:.2f} {wide:.2f} 0 1 1 {x2:.2f} {y2:.2f}L{x3:.2f} {y3:.2f}"
            f"A{thin:.2f} {thin:.2f} 0 0 1 {x4:.2f} {y4:.2f}z"
        )
    return data


def between(a: Point, b: Point, share: float) -> Point:
    """The point at a share of the way."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
