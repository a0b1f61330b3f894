"""Drawings as skia paths: SVG path data and the geometry of shape layers.

`shape_path` is in canvas pixels, y down, before rotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.document import ShapeLayer
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.skia_library import skia

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_SEPARATORS = " ,\t\r\n\f"
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_GAP = rf"[{_SEPARATORS}]*"
_FLAG = rf"([01]){_GAP}"
_VALUE = rf"({_NUMBER.pattern}){_GAP}"
_ARC = re.compile(_VALUE * 3 + _FLAG * 2 + _VALUE * 2)  # flags need no separator: "a1 1 0 0110 5"


@lru_cache(maxsize=1024)
def parse_path(data: str) -> skia.Path:
    """The path that SVG path data describes; DesignError when it is not path data.

    The path is shared by all callers: never change it in place.
    """
    path = _plain_path(data) or _any_path(data)
    if not path.isFinite():
        raise DesignError(f"path data {_shown(data)} has numbers beyond any canvas")
    return path


@lru_cache(maxsize=2048)
def path_bounds(data: str) -> Box:
    """The tight bounds of path data, in its own coordinates."""
    rect = parse_path(data).computeTightBounds()
    return Box(rect.left(), rect.top(), rect.width(), rect.height())


def shape_path(layer: ShapeLayer, assets: AssetStore) -> skia.Path:
    """The outline of a shape layer in canvas pixels, unrotated."""
    if layer.shape in ("rectangle", "ellipse"):
        path = _simple_path(layer)
    else:
        path = scaled_path(_drawing(layer, assets), layer.view_box, layer.box)
    even_odd = layer.fill_rule == "evenodd"
    path.setFillType(skia.PathFillType.kEvenOdd if even_odd else skia.PathFillType.kWinding)
    return path


def scaled_path(path: skia.Path, view_box: tuple[float, float], box: Box) -> skia.Path:
    """A copy of `path` whose view box is stretched over `box`; empty when that has no end."""
    scale_x, scale_y = (
        extent / view if view > 0 else 0.0
        for extent, view in zip(box[2:], view_box, strict=True)
    )  # fmt: skip
    placed = skia.Path()
    matrix = skia.Matrix.Translate(box.x, box.y).preScale(scale_x, scale_y)
    path.transform(matrix, placed)
    return placed if placed.isFinite() else skia.Path()


def _simple_path(layer: ShapeLayer) -> skia.Path:
    rect = skia.Rect.MakeXYWH(*layer.box)
    if layer.shape == "ellipse":
        return skia.Path().addOval(rect)
    if not layer.corner_radius:
        return skia.Path().addRect(rect)
    radius = layer.corner_radius
    radii = radius if isinstance(radius, tuple) else (radius,) * 4
    rounded = skia.RRect()
    rounded.setRectRadii(rect, [skia.Point(r, r) for r in radii])  # too large: shrunk as in CSS
    return skia.Path().addRRect(rounded)


def _drawing(layer: ShapeLayer, assets: AssetStore) -> skia.Path:
    if layer.shape == "polygon":
        return skia.Path().addPoly([skia.Point(*point) for point in layer.points], True)
    return parse_path(layer.path if layer.path_asset is None else assets.text(layer.path_asset))


def _plain_path(data: str) -> skia.Path | None:
    """Absolute commands, blanks between their numbers, as we write them; None: anything else."""
    path = skia.Path()
    draw = {
        "M": path.moveTo, "L": path.lineTo, "Q": path.quadTo, "C": path.cubicTo, "Z": path.close,
        "A": partial(_arc_to, path),
    }  # fmt: skip
    if not data.startswith("M") or "_" in data:
        return None
    try:
        for letter, numbers in _COMMAND.findall(data):
            draw[letter](*map(float, numbers.split()))
    except (KeyError, ValueError, TypeError):  # another command, another separator, a number short
        return None
    return path


def _any_path(data: str) -> skia.Path:
    path, turtle = skia.Path(), _Turtle()
    for letter, values in _segments(data):
        turtle = _DRAW[letter.upper()](path, turtle, letter.islower(), values)
    return path


class _Turtle(NamedTuple):
    """Where the pen is, where the contour began, and the last control point of a curve."""

    x: float = 0.0
    y: float = 0.0
    start_x: float = 0.0
    start_y: float = 0.0
    control: tuple[float, float] | None = None
    degree: str = ""  # the kind of curve that `control` belongs to: C or Q

    def to(self, x: float, y: float) -> _Turtle:
        return _Turtle(x, y, self.start_x, self.start_y)

    def mirrored(self, degree: str) -> tuple[float, float]:
        """The control point that continues the last curve of the same kind smoothly."""
        if self.control is None or self.degree != degree:
            return self.x, self.y
        return 2 * self.x - self.control[0], 2 * self.y - self.control[1]

    def absolute(self, values: tuple[float, ...], relative: bool) -> tuple[float, ...]:
        if not relative:
            return values
        return tuple(v + (self.y if i % 2 else self.x) for i, v in enumerate(values))


def _segments(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Every command with the numbers of one segment, repeated commands written out."""
    position = len(data) - len(data.lstrip())
    for match in _COMMAND.finditer(data, position):
        if match.start() != position:
            break
        letter = match[1]
        for values in _arguments(data, letter, match[2]):
            yield letter, values
            letter = {"M": "L", "m": "l"}.get(letter, letter)
        position = match.end()
    if position != len(data) or (data.strip() and data.lstrip()[0] not in "Mm"):
        raise DesignError(f"{_shown(data)} is not SVG path data near character {position}")


def _arguments(data: str, letter: str, text: str) -> list[tuple[float, ...]]:
    arity = _ARITY[letter.upper()]
    if letter in "Aa":
        rows = [tuple(map(float, row)) for row in _ARC.findall(text)]
        rest = _ARC.sub("", text)
    else:
        numbers = [float(number) for number in _NUMBER.findall(text)]
        rest = _NUMBER.sub("", text)
        step = arity or 1
        rows = [tuple(numbers[i : i + step]) for i in range(0, len(numbers), step)]
    rows = rows or [()]
    if rest.strip(_SEPARATORS) or any(len(row) != arity for row in rows):
        raise DesignError(
            f"{_shown(data)} is not SVG path data: {letter}{_shown(text)} needs {arity} numbers"
        )
    return rows


def _shown(data: str) -> str:
    return repr(data if len(data) <= 40 else data[:37] + "...")


Draw = Callable[[skia.Path, _Turtle, bool, tuple[float, ...]], _Turtle]


def _move(path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]) -> _Turtle:
    x, y = turtle.absolute(values, relative)
    path.moveTo(x, y)
    return _Turtle(x, y, x, y)


def _close(path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]) -> _Turtle:
    path.close()
    return turtle.to(turtle.start_x, turtle.start_y)


def _line(path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]) -> _Turtle:
    x, y = turtle.absolute(values, relative)
    path.lineTo(x, y)
    return turtle.to(x, y)


def _across(path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]) -> _Turtle:
    return _line(path, turtle, False, (values[0] + turtle.x * relative, turtle.y))


def _down(path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]) -> _Turtle:
    return _line(path, turtle, False, (turtle.x, values[0] + turtle.y * relative))


def _cubic(path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]) -> _Turtle:
    x1, y1, x2, y2, x, y = turtle.absolute(values, relative)
    path.cubicTo(x1, y1, x2, y2, x, y)
    return turtle.to(x, y)._replace(control=(x2, y2), degree="C")


def _smooth_cubic(
    path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]
) -> _Turtle:
    rest = turtle.absolute(values, relative)
    return _cubic(path, turtle, False, (*turtle.mirrored("C"), *rest))


def _quadratic(
    path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]
) -> _Turtle:
    x1, y1, x, y = turtle.absolute(values, relative)
    path.quadTo(x1, y1, x, y)
    return turtle.to(x, y)._replace(control=(x1, y1), degree="Q")


def _smooth_quadratic(
    path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]
) -> _Turtle:
    rest = turtle.absolute(values, relative)
    return _quadratic(path, turtle, False, (*turtle.mirrored("Q"), *rest))


def _arc(path: skia.Path, turtle: _Turtle, relative: bool, values: tuple[float, ...]) -> _Turtle:
    x, y = turtle.absolute(values[5:], relative)
    radius_x, radius_y, turn, large, sweep = values[:5]
    _arc_to(path, radius_x, radius_y, turn, large, sweep, x, y)
    return turtle.to(x, y)


def _arc_to(
    path: skia.Path, radius_x: float, radius_y: float, turn: float, large: float, sweep: float,
    x: float, y: float,
) -> None:  # fmt: skip
    path.arcTo(
        abs(radius_x), abs(radius_y), turn, _ARC_SIZES[large], _DIRECTIONS[sweep], x, y
    )  # fmt: skip


_ARC_SIZES = {0.0: skia.Path.ArcSize.kSmall_ArcSize, 1.0: skia.Path.ArcSize.kLarge_ArcSize}
_DIRECTIONS = {0.0: skia.PathDirection.kCCW, 1.0: skia.PathDirection.kCW}
_ARITY = {"M": 2, "Z": 0, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
_DRAW: dict[str, Draw] = {
    "M": _move, "Z": _close, "L": _line, "H": _across, "V": _down, "C": _cubic,
    "S": _smooth_cubic, "Q": _quadratic, "T": _smooth_quadratic, "A": _arc,
}  # fmt: skip
