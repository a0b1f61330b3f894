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
_SEEN = ("hero", "picture", "badge", "chart")  # drawings that are seen as one thing
_AROUND = ("underlay", "frame", "background")  # what words stand inside of, not on the edge of


class Axis(NamedTuple):
    side: Side  # of what stands on it
    x: float  # px


class Axes:
    """The axes of a sheet and of all pieces on it."""

    def __init__(self, subject: Subject, found: tuple[Piece, ...]) -> None:
        self.found = found
        self.sheet = subject.design.canvas.box
        plates = {piece.plate.id for piece in found if piece.plate is not None}
        self.panels = _panels(subject, plates)
        each = {piece.id: _axes_of(piece) for piece in found}
        self._count = Counter(_of_the_sheet(subject, plates))
        for axes in each.values():
            self._count.update(axes)
        self._own = each
        self._kin = {name: axes + each.get(_kin(name), ()) for name, axes in each.items()}
        self._xs = {side: sorted(x for s, x in self._count if s == side) for side in _SIDES}

    def off(self, piece: Piece) -> float:
        """How far the piece is from the nearest axis that is not its own, px to the right."""
        if self._is_cell(piece) or self._is_left_alone(piece):
            return 0.0
        own, kin = self._own[piece.id], self._kin[piece.id]
        steps = [step for axis in own for step in self._nearest(axis, kin)]
        steps += [step for axis in own for step in self._to_mirrors(axis, piece)]
        return min(steps, key=abs, default=0.0)

    def steps(self, piece: Piece) -> list[tuple[float, float]]:
        """Steps to every axis, px to the right, and how far left of the middle each is taken."""
        own, middle = self._own[piece.id], piece.frame.center.x
        kin = self._kin[piece.id]
        targets = [axis for axis, count in self._count.items() if count > kin.count(axis)]
        found = [(t.x - o.x, middle - o.x) for o in own for t in targets if t.side == o.side]
        return found + [(step, middle - o.x) for o in own for step in self._to_mirrors(o, piece)]

    def _nearest(self, axis: Axis, kin: tuple[Axis, ...]) -> Iterator[float]:
        """Steps to the nearest axes on either side on which something else stands."""
        xs = self._xs[axis.side]
        at = bisect_left(xs, axis.x)
        for ahead in (xs[at:], reversed(xs[:at])):
            others = (x for x in ahead if self._count[a := axis._replace(x=x)] > kin.count(a))
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
        """Whether it, or what it names, stands in a row: level with words like it beside it."""
        kin = next((other for other in self.found if other.id == _kin(piece.id)), None)
        if kin is not None and abs(kin.layer.box.x - piece.layer.box.x) < 1.0:
            return self._is_in_row(piece) or self._is_in_row(kin)
        return self._is_in_row(piece)

    def _is_in_row(self, piece: Piece) -> bool:
        layer, most = piece.layer, _LEVEL * min(self.sheet.width, self.sheet.height)
        return isinstance(layer, TextLayer) and any(
            isinstance(other.layer, TextLayer)
            and (other.ink.right < piece.ink.x or other.ink.x > piece.ink.right)
            and abs(other.layer.box.y - layer.box.y) < most
            and _face(other.layer) == _face(layer)
            for other in self.found
        )

    def _is_left_alone(self, piece: Piece) -> bool:
        """Whether all it could line up with has left the sheet."""
        sides = {axis.side for axis in self._own[piece.id]}
        alike = [
            other
            for other in self.found
            if other.id not in (piece.id, _kin(piece.id))
            and sides & {axis.side for axis in self._own[other.id]}
        ]
        return bool(alike) and not any(self.sheet.contains(other.ink, 1.0) for other in alike)


def _face(layer: TextLayer) -> tuple[str, int, float]:
    return layer.style.font, layer.style.weight, layer.style.size


def _kin(name: str) -> str:
    """The label of a value, or the value of a label, which says nothing about where either is."""
    return name.removesuffix("-label") if name.endswith("-label") else f"{name}-label"


def _of_the_sheet(subject: Subject, plates: set[str]) -> Iterator[Axis]:
    """Its middle, its margins, the edges of what apps leave free, and of what is drawn on it.

    `plates` are those of buttons, which belong to their words."""
    canvas = subject.design.canvas
    yield Axis("center", canvas.width / 2)
    for margin in _margins(subject):
        yield from (Axis("left", margin), Axis("right", canvas.width - margin))
    for layer in subject.design.layers:
        for box in _drawn(layer, plates):
            if box.width < 0.98 * canvas.width:
                yield from _edges(box)


def _margins(subject: Subject) -> set[float]:
    canvas = subject.design.canvas
    system = SYSTEMS.get(subject.design.system)
    found = {system.zones.margin * min(canvas.width, canvas.height)} if system else set()
    presets = (size for size in SIZES.values() if size.canvas == canvas and size.safe[3])
    return found | {safe_box(size).x for size in presets}


def _edges(box: Box) -> tuple[Axis, Axis, Axis]:
    return Axis("left", box.x), Axis("center", box.center.x), Axis("right", box.right)


def _drawn(layer: Layer, plates: set[str]) -> Iterator[Box]:
    """The boxes of lines, panels and frames; a drawing without words is one."""
    if not layer.visible or layer.id in plates or isinstance(layer, TextLayer):
        return
    if not isinstance(layer, GroupLayer):
        if layer.role not in _AROUND:
            yield layer.box
    elif any(isinstance(leaf, TextLayer) for leaf in _leaves(layer)):
        for member in layer.layers:
            yield from _drawn(member, plates)
    elif layer.role in _SEEN:
        yield union_all(leaf.box for leaf in _leaves(layer) if not isinstance(leaf, GroupLayer))


def _leaves(layer: Layer) -> Iterator[Layer]:
    if isinstance(layer, GroupLayer):
        for member in layer.layers:
            yield from _leaves(member)
    else:
        yield layer


def _panels(subject: Subject, plates: set[str]) -> list[Box]:
    shapes = (x for x in leaves(subject.design) if isinstance(x, ShapeLayer) and x.visible)
    return [x.box for x in shapes if x.role == "underlay" and x.id not in plates]


def _axes_of(piece: Piece) -> tuple[Axis, ...]:
    """Both of the box and of the ink, which differ by a side bearing."""
    layer = piece.layer
    if piece.plate is not None or not isinstance(layer, TextLayer):
        return _edges(piece.frame)
    box, ink = layer.box, piece.ink
    right = (Axis("right", box.right), Axis("right", ink.right))
    if layer.align == "center":
        return Axis("center", box.center.x), Axis("center", ink.center.x)
    if layer.align in ("right", "end"):
        return right
    left = (Axis("left", box.x), Axis("left", ink.x))
    return (*left, *right) if ink.width > _FULL * box.width else left
