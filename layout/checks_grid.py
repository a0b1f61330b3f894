"""C5 and C6, grid: what stands on the sheet shares axes, and stacks have a rhythm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from design_io.commands import UpdateLayer
from design_io.document import GroupLayer, TextLayer, walk
from layout.axes import Axes
from layout.grade import Grade
from layout.limits import limit
from layout.pieces import Piece, pieces
from layout.subject import Subject, size_of

_LEFT = 0.5  # of the size, by which the left edges of a column may differ
_EVEN = 0.1  # spread of the gaps of a stack in which one stands out of step
_LEVEL, _LINE_GAP = 0.3, 1.2  # of the font size: words of one line are level, and no further apart


def grade_rhythm(subject: Subject) -> Iterator[Grade]:
    """C6: the spread of the gaps between three or more like words in a column, over their mean."""
    allowed = limit("rhythm", size_of(subject))
    for stack in _stacks(subject):
        steps = [piece.layer.box.y for piece in stack]
        spread = 0.0 if _are_even(steps) else _spread(steps)
        out = _out_of_step(steps) if spread > allowed.good else None
        ids = tuple(piece.id for piece in stack) if out is None else (stack[out].id,)
        message = f"the gaps around {stack[out or 0].label!r} differ; space them alike"
        yield Grade(ids, allowed.score(spread), spread, allowed.good, message)


def grade_alignment(subject: Subject) -> Iterator[Grade]:
    """C5: the distance of an element's set edge to the nearest axis of another, or of the sheet."""
    canvas = subject.design.canvas
    short = min(canvas.width, canvas.height)
    allowed = limit("alignment", size_of(subject))
    found = pieces(subject)
    axes = Axes(subject, found)
    for piece in found:
        if piece.layer.rotation % 360 or any(_in_line(piece, other) for other in found):
            continue
        off = axes.off(piece)
        share = abs(off) / short
        message = f"{piece.label!r} lines up with nothing; move it {abs(off):.0f} px " + (
            "right" if off > 0 else "left"
        )
        fix = UpdateLayer(layer_id=piece.id, changes={"box": piece.layer.box.shift(off, 0)})
        commands = (fix,) if piece.plate is None else ()
        yield Grade((piece.id,), allowed.score(share), share, allowed.good, message, commands)


def _in_line(piece: Piece, other: Piece) -> bool:
    """Whether two pieces are read as one line, such as a date and its time."""
    if piece.id == other.id or len(piece.lines) != 1 or len(other.lines) != 1:
        return False
    size = max(piece.size, other.size)
    apart = max(other.ink.x - piece.ink.right, piece.ink.x - other.ink.right)
    level = abs(piece.ink.center.y - other.ink.center.y) < _LEVEL * size
    return level and 0 < apart < _LINE_GAP * size


def _stacks(subject: Subject) -> list[list[Piece]]:
    """Three or more words of one group, role, type and left edge, from the top."""
    groups = [layer for layer in walk(subject.design) if isinstance(layer, GroupLayer)]
    group = {member.id: layer.id for layer in groups for member in layer.layers}
    latest: dict[tuple[object, ...], list[Piece]] = {}
    columns: list[list[Piece]] = []
    for piece in sorted(pieces(subject), key=lambda piece: piece.layer.box.x):
        layer = piece.layer
        if not isinstance(layer, TextLayer):
            continue
        style = layer.style
        type_ = (style.font, style.weight, style.size, len(piece.lines))
        key = (group.get(piece.id), layer.role, *type_)
        column = latest.get(key)
        if column is None or layer.box.x - column[0].layer.box.x > _LEFT * style.size:
            column = latest[key] = []
            columns.append(column)
        column.append(piece)
    stacks = (sorted(column, key=lambda piece: piece.layer.box.y) for column in columns)
    return [stack for stack in stacks if len(stack) > 2]


def _spread(steps: list[float]) -> float:
    gaps = [b - a for a, b in pairwise(steps)]
    return (max(gaps) - min(gaps)) * len(gaps) / max(1.0, sum(gaps))


def _out_of_step(steps: list[float]) -> int | None:
    """The one without which the others follow one another evenly, but for the place it left."""
    for number in range(len(steps)):
        others = [step for at, step in enumerate(steps) if at != number]
        if len(others) > 2 and _are_even(others):
            return number
    return None


def _are_even(steps: list[float]) -> bool:
    """Whether they follow one another evenly, but for one place left free."""
    filled = (sorted([*steps, (a + b) / 2]) for a, b in pairwise(steps))
    return any(_spread(full) < _EVEN for full in (steps, *filled))
