"""C2 and C3, place: on the canvas, clear of what apps draw, and of other words and marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from design_io.document import ImageLayer, Layer, ShapeLayer
from design_io.geometry import Box, rotated_bounds
from design_io.text import ink_box
from layout.code import with_quiet_zone
from layout.findings import Finding
from layout.sizes import safe_box
from layout.subject import Subject, gate, inks, size_of, soft, visible, visible_texts

_TOLERANCE = 1.0  # px by which ink may pass the canvas edge
_TOUCHING = 0.5  # px² of shared ink box that counts as overlap


def check_overlap(subject: Subject) -> Iterator[Finding]:
    """Text never lies on text, a logo or a code."""
    marks: list[tuple[Layer, tuple[Box, ...]]] = [
        (layer, inks(layer, subject.resources)) for layer in visible_texts(subject.design)
    ]
    for layer in visible(subject.design.layers):
        if layer.role in ("logo", "qr") and isinstance(layer, ImageLayer | ShapeLayer):
            marks.append((layer, (rotated_bounds(with_quiet_zone(layer), layer.rotation),)))
    for (first, a), (second, b) in combinations(marks, 2):
        if not _may_meet(a, b):
            continue
        shared = sum(one.intersection(other).area for one in a for other in b)
        if shared > _TOUCHING:
            message = f"{first.label!r} and {second.label!r} overlap; move one of them"
            yield gate("overlap", (first.id, second.id), shared, 0, message)


def _may_meet(a: tuple[Box, ...], b: tuple[Box, ...]) -> bool:
    """Whether the lines reach the same height somewhere."""
    if not a or not b:
        return False
    return a[0].y < b[-1].bottom and b[0].y < a[-1].bottom


def check_off_canvas(subject: Subject) -> Iterator[Finding]:
    """All ink of all text lies on the canvas."""
    sheet = subject.design.canvas.box
    for layer in visible_texts(subject.design):
        for box in inks(layer, subject.resources):
            if not box.empty and not sheet.contains(box, _TOLERANCE):
                out = box.area - box.intersection(sheet).area
                message = f"{layer.label!r} leaves the canvas; move or shrink it"
                yield gate("off-canvas", (layer.id,), out, 0, message)
                break


def check_safe_zone(subject: Subject) -> Iterator[Finding]:
    """Copy keeps clear of what an app draws over the edges of its format."""
    size = size_of(subject)
    if not any(size.safe):
        return
    sheet, safe = subject.design.canvas.box, safe_box(size)
    for layer in visible_texts(subject.design):
        ink = ink_box(layer, subject.resources.fonts)
        if not ink.empty and not safe.contains(ink, 0.012 * sheet.height):
            message = f"{layer.label!r} leaves the safe zone of {size.label}; move it inwards"
            yield soft("safe-zone", (layer.id,), ink.area - ink.intersection(safe).area, 0, message)
