"""C5 and C6, grid: what stands on the sheet shares axes, and stacks have a rhythm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from design_io.commands import UpdateLayer
from design_io.document import TextLayer
from layout.axes import Axes
from layout.grade import Grade
from layout.limits import limit
from layout.pieces import Piece, pieces
from layout.subject import Subject, size_of


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


def grade_alignment(subject: Subject) -> Iterator[Grade]:
    """C5: the distance of an element's set edge to the nearest axis of another, or of the sheet."""
    canvas = subject.design.canvas
    short = min(canvas.width, canvas.height)
    allowed = limit("alignment", size_of(subject))
    found = pieces(subject)
    axes = Axes(subject, found)
    for piece in found:
        if piece.layer.rotation % 360:
            continue
        off = axes.off(piece)
        share = abs(off) / short
        message = f"{piece.label!r} lines up with nothing; move it {abs(off):.0f} px " + (
            "right" if off > 0 else "left"
        )
        fix = UpdateLayer(layer_id=piece.id, changes={"box": piece.layer.box.shift(off, 0)})
        commands = (fix,) if piece.plate is None else ()
        yield Grade((piece.id,), allowed.score(share), share, allowed.good, message, commands)


def _stacks(found: tuple[Piece, ...]) -> list[list[Piece]]:
    """Three or more words of one role, size and left edge, from the top."""
    columns: dict[tuple[object, ...], list[Piece]] = {}
    for piece in found:
        if isinstance(piece.layer, TextLayer) and piece.layer.role == "item":
            key = (piece.layer.style, round(piece.layer.box.x), len(piece.lines))
            columns.setdefault(key, []).append(piece)
    stacks = (sorted(column, key=lambda piece: piece.ink.y) for column in columns.values())
    return [stack for stack in stacks if len(stack) > 2]
