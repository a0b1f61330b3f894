"""C2 to C4, spacing: to the edges of the sheet, between words, and around words on a plate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from design_io.geometry import Box
from layout.grade import Grade
from layout.limits import limit
from layout.pieces import Piece, pieces, set_as_pictures
from layout.subject import Subject, size_of


def grade_margins(subject: Subject) -> Iterator[Grade]:
    """C2: the least distance of ink to an edge of the sheet, over the short side."""
    sheet = subject.design.canvas.box
    allowed = limit("margin", size_of(subject))
    for piece in pieces(subject):
        if piece.layer.rotation % 360:
            continue
        box = piece.frame
        least = min(box.x, box.y, sheet.width - box.right, sheet.height - box.bottom)
        share = least / min(sheet.width, sheet.height)
        message = f"{piece.label!r} stands {max(0.0, least):.0f} px from the edge; move it inwards"
        yield Grade((piece.id,), allowed.score(share), share, allowed.good, message)


def grade_gaps(subject: Subject) -> Iterator[Grade]:
    """C3: the gap between the ink of two pieces, over the smaller type."""
    allowed = limit("gap", size_of(subject))
    pictures = set_as_pictures(subject)
    for first, second in combinations(pieces(subject), 2):
        size = max(1.0, min(first.size, second.size))
        if _apart(first.ink, second.ink) >= allowed.good * size:
            continue
        if first.id in pictures and pictures[first.id] == pictures.get(second.id):
            continue
        gap = _gap(first, second) / size
        if gap < allowed.good:
            message = f"{first.label!r} and {second.label!r} stand too close; move one of them"
            yield Grade((first.id, second.id), allowed.score(gap), gap, allowed.good, message)


def grade_plates(subject: Subject) -> Iterator[Grade]:
    """C4: words stand inside their plate, padded alike on opposite sides."""
    size = size_of(subject)
    padding, evenness = limit("underlay_padding", size), limit("underlay_evenness", size)
    for piece in pieces(subject):
        if piece.plate is None:
            continue
        ink, plate = piece.ink, piece.plate.box
        sides = (
            ink.x - plate.x,
            plate.right - ink.right,
            ink.y - plate.y,
            plate.bottom - ink.bottom,
        )
        least = min(sides) / max(1.0, piece.size)
        uneven = abs(sides[0] - sides[1]) / max(1.0, sides[0] + sides[1])
        score = min(padding.score(least), evenness.score(uneven))
        message = f"{piece.label!r} does not sit in the middle of its plate; centre or shrink it"
        yield Grade((piece.id,), score, least, padding.good, message)


def _gap(first: Piece, second: Piece) -> float:
    return min(_apart(a, b) for a in first.lines for b in second.lines)


def _apart(a: Box, b: Box) -> float:
    across = max(a.x, b.x) - min(a.right, b.right)
    down = max(a.y, b.y) - min(a.bottom, b.bottom)
    return max(across, down)
