"""C15, nearness: what belongs together stands together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from design_io.bounds import layer_bounds
from design_io.document import leaves
from design_io.geometry import Box
from layout.axes import Axes
from layout.grade import Grade
from layout.limits import limit
from layout.pieces import Piece, pieces, set_as_pictures
from layout.subject import Subject, size_of

_SUBJECT = 0.2  # of the space between two pieces, that a thing takes which stands there
_HEAD = ("kicker", "brand", "title", "subtitle")


class Gap(NamedTuple):
    upper: Piece
    lower: Piece
    size: float  # over the smaller type

    @property
    def ends(self) -> tuple[Piece, Piece]:
        return self.upper, self.lower


def grade_proximity(subject: Subject) -> Iterator[Grade]:
    """C15: from a label to the value that it names, and from the title to what stands with it."""
    found = pieces(subject)
    yield from _labels(subject, {piece.id: piece for piece in found})
    yield from _head(subject, found)


def _labels(subject: Subject, found: dict[str, Piece]) -> Iterator[Grade]:
    """A label stands at its value, and is no larger."""
    size = size_of(subject)
    near, small = limit("proximity", size), limit("heading", size)
    for name, piece in found.items():
        label = found.get(f"{name}-label")
        if label is None:
            continue
        across = max(0.0, max(piece.ink.x, label.ink.x) - min(piece.ink.right, label.ink.right))
        down = max(0.0, max(piece.ink.y, label.ink.y) - min(piece.ink.bottom, label.ink.bottom))
        gap = max(across, down) / max(1.0, piece.size)
        message = f"{label.label!r} stands away from {piece.label!r}; move it beside it"
        yield Grade((label.id,), near.score(gap), gap, near.good, message)
        ratio = label.size / piece.size
        message = f"{label.label!r} is larger than {piece.label!r}; make it smaller"
        yield Grade((label.id,), small.score(ratio), ratio, small.good, message)


def _head(subject: Subject, found: tuple[Piece, ...]) -> Iterator[Grade]:
    """Of the gaps in the head that are too wide, the piece that stands at most of them."""
    allowed = limit("head", size_of(subject))
    gaps = [gap for gap in _gaps(subject, found) if gap.size > allowed.good]
    wide = [gap for gap in gaps if not _drawn_between(subject, gap)]
    if not wide:
        return
    axes, often = Axes(subject, found), Counter(piece.id for gap in wide for piece in gap.ends)
    sheet = subject.design.canvas.box
    least, top = 0.01 * min(sheet.width, sheet.height), min(piece.ink.y for piece in found)
    for gap in wide:
        if any(abs(axes.off(piece)) > least for piece in gap.ends):
            continue  # which of the two is out of place is known already
        ends = [piece for piece in (gap.upper, gap.lower) if abs(piece.ink.y - top) > least]
        away = min(ends or gap.ends, key=lambda piece: (-often[piece.id], piece.size))
        other = gap.lower if away is gap.upper else gap.upper
        message = f"{away.label!r} stands away from {other.label!r}; move it nearer"
        yield Grade((away.id,), allowed.score(gap.size), gap.size, allowed.good, message)


def _gaps(subject: Subject, found: tuple[Piece, ...]) -> Iterator[Gap]:
    """Between pieces of the head that follow each other in a column with no other copy between.

    A title that is drawn, line by line, has a place of its own."""
    drawn = set_as_pictures(subject)
    head = [p for p in found if p.layer.role in _HEAD and not p.layer.rotation % 360]
    head = [p for p in head if p.id not in drawn]
    head = sorted((p for p in head if not p.id.endswith("-label")), key=lambda p: p.ink.y)
    for upper, lower in pairwise(head):
        between = _between(upper.ink, lower.ink)
        if between is None or "title" not in (upper.layer.role, lower.layer.role):
            continue
        if not any(between.intersection(p.ink).area for p in found if p not in (upper, lower)):
            yield Gap(upper, lower, between.height / max(1.0, min(upper.size, lower.size)))


def _between(upper: Box, lower: Box) -> Box | None:
    """The space between two pieces of one column, as wide as both."""
    beside = max(upper.x, lower.x) >= min(upper.right, lower.right)
    if beside or lower.y <= upper.bottom:
        return None
    both = upper.union(lower)
    return Box(both.x, upper.bottom, both.width, lower.y - upper.bottom)


def _drawn_between(subject: Subject, gap: Gap) -> bool:
    """Whether something stands between the two that is not their common ground."""
    between = _between(gap.upper.ink, gap.lower.ink)
    if between is None:
        return False
    for leaf in leaves(subject.design):
        if leaf.kind != "text" and leaf.visible and leaf.role != "background":
            area = layer_bounds(leaf, subject.resources)
            ground = area.contains(gap.upper.ink) and area.contains(gap.lower.ink)
            if not ground and area.intersection(between).area > _SUBJECT * between.area:
                return True
    return False
