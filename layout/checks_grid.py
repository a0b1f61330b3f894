"""C5 and C6, grid: what stands on the sheet shares axes, and stacks have a rhythm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from design_io.commands import UpdateLayer
from design_io.document import ShapeLayer, TextLayer, leaves
from layout.grade import Grade
from layout.limits import limit
from layout.pieces import Piece, pieces
from layout.subject import Subject, size_of
from layout.systems import SYSTEMS

_WIDE = 0.55  # of the sheet: a box as wide as this stands on the margins of its own


def grade_rhythm(subject: Subject) -> Iterator[Grade]:
    """C6: the spread of the gaps between three or more like words in a column, over their mean."""
    allowed = limit("rhythm", size_of(subject))
    for stack in _stacks(pieces(subject)):
        gaps = [b.ink.y - a.ink.y for a, b in pairwise(stack)]
        middle = sum(gaps) / len(gaps)
        spread = (max(gaps) - min(gaps)) / max(1.0, middle)
        message = f"the gaps around {stack[0].label!r} differ; space them alike"
        ids = tuple(piece.id for piece in stack)
        yield Grade(ids, allowed.score(spread), spread, allowed.good, message)


class Axis(NamedTuple):
    side: str  # left, center, right
    x: float  # px


def grade_alignment(subject: Subject) -> Iterator[Grade]:
    """C5: the distance of an element's set edge to the nearest axis of another, or of the sheet."""
    canvas = subject.design.canvas
    short = min(canvas.width, canvas.height)
    allowed = limit("alignment", size_of(subject))
    found = pieces(subject)
    axes = {piece.id: _axes(piece) for piece in found}
    for piece in found:
        if piece.layer.rotation % 360:
            continue
        off = nearest_axis(subject, piece, found, axes)
        share = abs(off) / short
        message = f"{piece.label!r} lines up with nothing; move it {abs(off):.0f} px " + (
            "right" if off > 0 else "left"
        )
        fix = UpdateLayer(layer_id=piece.id, changes={"box": piece.layer.box.shift(off, 0)})
        commands = (fix,) if piece.plate is None else ()
        yield Grade((piece.id,), allowed.score(share), share, allowed.good, message, commands)


def nearest_axis(
    subject: Subject, piece: Piece, others: tuple[Piece, ...], axes: dict[str, list[Axis]]
) -> float:
    """How far the piece is from the nearest axis that others stand on, px to the right.

    `axes` are those of each piece, by its id."""
    own: dict[str, list[float]] = {"any": [axis.x for axis in axes[piece.id]]}
    for axis in axes[piece.id]:
        own.setdefault(axis.side, []).append(axis.x)
    targets = dict.fromkeys(_targets(subject, piece, others, axes))
    steps = (target.x - x for target in targets for x in own.get(target.side, ()))
    return min(steps, key=abs, default=0.0)


def nearest_axes(
    subject: Subject, piece: Piece, others: tuple[Piece, ...]
) -> list[tuple[float, float]]:
    """Steps to every axis, px to the right, and how far left of the middle each is taken."""
    axes = {other.id: _axes(other) for other in others}
    targets, middle = _targets(subject, piece, others, axes), piece.frame.center.x
    return [
        (target.x - own.x, middle - own.x)
        for own in _axes(piece)
        for target in targets
        if target.side in (own.side, "any")
    ]


def _stacks(found: tuple[Piece, ...]) -> list[list[Piece]]:
    """Three or more words of one role, size and left edge, from the top."""
    columns: dict[tuple[object, ...], list[Piece]] = {}
    for piece in found:
        if isinstance(piece.layer, TextLayer) and piece.layer.role == "item":
            key = (piece.layer.style, round(piece.layer.box.x), len(piece.lines))
            columns.setdefault(key, []).append(piece)
    stacks = (sorted(column, key=lambda piece: piece.ink.y) for column in columns.values())
    return [stack for stack in stacks if len(stack) > 2]


def _targets(
    subject: Subject, piece: Piece, others: tuple[Piece, ...], axes: dict[str, list[Axis]]
) -> list[Axis]:
    canvas = subject.design.canvas
    found = [Axis("center", canvas.width / 2)]
    for other in others:
        if other.id != piece.id and other.plate is not piece.plate or other.plate is None:
            found += axes[other.id] if other.id != piece.id else []
    if (system := SYSTEMS.get(subject.design.system)) is not None:
        margin = system.zones.margin * min(canvas.width, canvas.height)
        found += [Axis("left", margin), Axis("right", canvas.width - margin)]
    box = piece.layer.box
    if box.width > _WIDE * canvas.width:
        middle = canvas.width / 2
        found.append(Axis("left", middle - (box.right - middle)))
    for shape in leaves(subject.design):
        if isinstance(shape, ShapeLayer) and shape.visible and shape is not piece.plate:
            area = shape.box
            if area.width < 0.98 * canvas.width:
                found += [Axis("any", area.x), Axis("any", area.center.x), Axis("any", area.right)]
    return found


def _axes(piece: Piece) -> list[Axis]:
    layer = piece.layer
    if piece.plate is not None or not isinstance(layer, TextLayer):
        frame = piece.frame
        return [Axis("left", frame.x), Axis("center", frame.center.x), Axis("right", frame.right)]
    box, ink = layer.box, piece.ink
    if layer.align == "center":
        return [Axis("center", box.center.x), Axis("center", ink.center.x)]
    if layer.align in ("right", "end"):
        return [Axis("right", box.right), Axis("right", ink.right)]
    return [Axis("left", box.x), Axis("left", ink.x)]
