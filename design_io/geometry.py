"""Boxes in canvas pixels, y down: the only geometry values the document knows."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Annotated, NamedTuple

from pydantic import Field

Finite = Annotated[float, Field(allow_inf_nan=False, ge=-1e6, le=1e6)]
Extent = Annotated[float, Field(allow_inf_nan=False, ge=0, le=1e6)]


class Point(NamedTuple):
    x: Finite
    y: Finite


class Box(NamedTuple):
    """An axis-aligned rectangle: left, top, width, height."""

    x: Finite
    y: Finite
    width: Extent
    height: Extent

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def empty(self) -> bool:
        return self.width <= 0 or self.height <= 0

    def intersection(self, other: Box) -> Box:
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(left, top, max(0.0, right - left), max(0.0, bottom - top))

    def union(self, other: Box) -> Box:
        if self.empty or other.empty:
            return other if self.empty else self
        left, top = min(self.x, other.x), min(self.y, other.y)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Box(left, top, right - left, bottom - top)

    def pad(self, amount: float) -> Box:
        """Grown by `amount` on every side (shrunk when negative, never inside out)."""
        width, height = max(0.0, self.width + 2 * amount), max(0.0, self.height + 2 * amount)
        center = self.center
        return Box(center.x - width / 2, center.y - height / 2, width, height)

    def shift(self, dx: float, dy: float) -> Box:
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def in_shares(self, width: float, height: float) -> Box:
        """The same box in fractions of an area of this width and height."""
        return Box(self.x / width, self.y / height, self.width / width, self.height / height)

    def scale(self, factor: float) -> Box:
        return Box(*(v * factor for v in self))

    def contains(self, other: Box, tolerance: float = 0.0) -> bool:
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def rounded_out(self) -> Box:
        """The smallest box on whole pixels that holds this one."""
        left, top = math.floor(self.x), math.floor(self.y)
        right, bottom = math.ceil(self.right), math.ceil(self.bottom)
        return Box(left, top, right - left, bottom - top)


def union_all(boxes: Iterable[Box]) -> Box:
    """The union of all non-empty boxes; an empty box when there are none."""
    result = Box(0, 0, 0, 0)
    for box in boxes:
        result = result.union(box)
    return result


def rotated_bounds(box: Box, degrees: float) -> Box:
    """The axis-aligned bounds of `box` turned clockwise about its centre."""
    if degrees % 360 == 0:
        return box
    angle = math.radians(degrees)
    cos, sin = abs(math.cos(angle)), abs(math.sin(angle))
    width = box.width * cos + box.height * sin
    height = box.width * sin + box.height * cos
    center = box.center
    return Box(center.x - width / 2, center.y - height / 2, width, height)
