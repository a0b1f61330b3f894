"""The axes that words and marks stand on: of one another, of the sheet, and of what is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from design_io.document import GroupLayer, Layer, ShapeLayer, TextLayer, leaves
from design_io.geometry import Box, union_all
from layout.pieces import Piece
from layout.sizes import SIZES, safe_box
from layout.subject import Subject
from layout.systems import SYSTEMS

Side = Literal["left", "center", "right"]
_SIDES: tuple[Side, ...] = ("left", "center", "right")
_WIDE = 0.55  # of the sheet: a box as wide as this stands on margins of its own
_FULL = 0.95  # of its box: lines as long as this are seen to end with it, too
_LEVEL = 0.003  # of the short side, by which the words of one row may differ in height
_SEEN = ("hero", "picture", "frame", "badge", "chart")  # drawings that are seen as one thing


class Axis(NamedTuple):
    side: Side  # of what stands on it
    x: float  # px


class Axes:
    """The axes of a sheet and of all pieces on it."""

    def __init__(self, subject: Subject, found: tuple[Piece, ...]) -> None:
        self.found = found
        self.sheet = subject.design.canvas.box
        self.panels = _panels(subject)
        self._own = {piece.id: _axes_of(piece) for piece in found}
        self._count = Counter(_of_the_sheet(subject))
        for axes in self._own.values():
            self._count.update(axes)
        self._xs = {side: sorted(x for s, x in self._count if s == side) for side in _SIDES}

    def off(self, piece: Piece) -> float:
        """How far the piece is from the nearest axis that is not its own, px to the right."""
        own = self._own[piece.id]
        if self._is_cell(piece):
            return 0.0
        steps = [step for axis in own for step in self._nearest(axis, own)]
        steps += [step for axis in own for step in self._to_mirrors(axis, piece)]
        return min(steps, key=abs, default=0.0)

    def steps(self, piece: Piece) -> list[tuple[float, float]]:
        """Steps to every axis, px to the right, and how far left of the middle each is taken."""
        own, middle = self._own[piece.id], piece.frame.center.x
        targets = [axis for axis, count in self._count.items() if count > own.count(axis)]
        found = [(t.x - o.x, middle - o.x) for o in own for t in targets if t.side == o.side]
        return found + [(step, middle - o.x) for o in own for step in self._to_mirrors(o, piece)]

    def _nearest(self, axis: Axis, own: tuple[Axis, ...]) -> Iterator[float]:
        """Steps to the nearest axes on either side on which something else stands."""
        xs = self._xs[axis.side]
        at = bisect_left(xs, axis.x)
        for ahead in (xs[at:], reversed(xs[:at])):
            others = (x for x in ahead if self._count[a := axis._replace(x=x)] > own.count(a))
            yield from (x - axis.x for x in list(others)[:1])

    def _to_mirrors(self, axis: Axis, piece: Piece) -> Iterator[float]:
        """Steps at which the box has as much room on its left as on its right."""
        box = piece.layer.box
        if axis.side == "left":
            holders = [panel for panel in self.panels if panel.contains(box)]
            if box.width > _WIDE * self.sheet.width:
                holders.append(self.sheet)
            yield from (holder.center.x - box.center.x for holder in holders)

    def _is_cell(self, piece: Piece) -> bool:
        """Whether it stands in a row, level with words like it on its left."""
        layer, most = piece.layer, _LEVEL * min(self.sheet.width, self.sheet.height)
        return isinstance(layer, TextLayer) and any(
            isinstance(other.layer, TextLayer)
            and other.ink.right < piece.ink.x
            and other.layer.style == layer.style
            and abs(other.layer.box.y - layer.box.y) < most
            for other in self.found
        )


def _of_the_sheet(subject: Subject) -> Iterator[Axis]:
    """Its middle, its margins, the edges of what apps leave free, and of what is drawn on it."""
    canvas = subject.design.canvas
    yield Axis("center", canvas.width / 2)
    for margin in _margins(subject):
        yield from (Axis("left", margin), Axis("right", canvas.width - margin))
    for layer in subject.design.layers:
        for box in _drawn(layer):
            if box.width < 0.98 * canvas.width:
                for x in (box.x, box.center.x, box.right):
                    yield from (Axis(side, x) for side in _SIDES)


def _margins(subject: Subject) -> set[float]:
    canvas = subject.design.canvas
    system = SYSTEMS.get(subject.design.system)
    found = {system.zones.margin * min(canvas.width, canvas.height)} if system else set()
    presets = (size for size in SIZES.values() if size.canvas == canvas and size.safe[3])
    return found | {safe_box(size).x for size in presets}


def _drawn(layer: Layer) -> Iterator[Box]:
    """The boxes of lines, panels and frames; a drawing without words is one."""
    if not layer.visible or isinstance(layer, TextLayer):
        return
    if not isinstance(layer, GroupLayer):
        yield layer.box
    elif any(isinstance(leaf, TextLayer) for leaf in _leaves(layer)):
        for member in layer.layers:
            yield from _drawn(member)
    elif layer.role in _SEEN:
        yield union_all(leaf.box for leaf in _leaves(layer) if not isinstance(leaf, GroupLayer))


def _leaves(layer: Layer) -> Iterator[Layer]:
    if isinstance(layer, GroupLayer):
        for member in layer.layers:
            yield from _leaves(member)
    else:
        yield layer


def _panels(subject: Subject) -> list[Box]:
    shapes = (x for x in leaves(subject.design) if isinstance(x, ShapeLayer) and x.visible)
    return [shape.box for shape in shapes if shape.role == "underlay"]


def _axes_of(piece: Piece) -> tuple[Axis, ...]:
    """Both of the box and of the ink, which differ by a side bearing."""
    layer = piece.layer
    if piece.plate is not None or not isinstance(layer, TextLayer):
        frame = piece.frame
        return Axis("left", frame.x), Axis("center", frame.center.x), Axis("right", frame.right)
    box, ink = layer.box, piece.ink
    right = (Axis("right", box.right), Axis("right", ink.right))
    if layer.align == "center":
        return Axis("center", box.center.x), Axis("center", ink.center.x)
    if layer.align in ("right", "end"):
        return right
    left = (Axis("left", box.x), Axis("left", ink.x))
    return (*left, *right) if ink.width > _FULL * box.width else left
