"""The pieces of copy that are judged one by one: words with their ink, and marks."""

from __future__ import annotations

from typing import NamedTuple

from design_io.document import GroupLayer, ImageLayer, ShapeLayer, TextLayer, leaves, walk
from design_io.geometry import Box, rotated_bounds
from layout.subject import Subject, inks, visible, visible_texts
from layout.units import unit_of


class Piece(NamedTuple):
    layer: TextLayer | ImageLayer | ShapeLayer
    lines: tuple[Box, ...]  # ink
    ink: Box
    plate: ShapeLayer | None  # what a button's words stand on

    @property
    def id(self) -> str:
        return self.layer.id

    @property
    def label(self) -> str:
        return self.layer.label

    @property
    def frame(self) -> Box:
        return self.ink if self.plate is None else self.plate.box

    @property
    def size(self) -> float:
        """Font size in px; the height of a mark."""
        return self.layer.style.size if isinstance(self.layer, TextLayer) else self.ink.height


def pieces(subject: Subject) -> tuple[Piece, ...]:
    """Visible texts with ink, logos and codes, bottom first."""
    found = []
    plated = any(isinstance(x, ShapeLayer) and x.role == "underlay" for x in leaves(subject.design))
    for layer in visible_texts(subject.design):
        lines = inks(layer, subject.resources)
        if lines:
            plate = _plate(subject, layer) if plated else None
            found.append(Piece(layer, lines, _union(lines), plate))
    for mark in visible(subject.design.layers):
        if mark.role in ("logo", "qr") and isinstance(mark, ImageLayer | ShapeLayer):
            box = rotated_bounds(mark.box, mark.rotation)
            found.append(Piece(mark, (box,), box, None))
    return tuple(found)


def set_as_pictures(subject: Subject) -> dict[str, str]:
    """Texts that are lines of one piece of copy set as a picture, by its id; they may touch."""
    return {
        member.id: group.id
        for group in walk(subject.design)
        if isinstance(group, GroupLayer) and group.role in ("title", "offer")
        for member in group.layers
    }


def _union(boxes: tuple[Box, ...]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole


def _plate(subject: Subject, layer: TextLayer) -> ShapeLayer | None:
    parts = unit_of(subject.design, layer.id).leaves
    return next((x for x in parts if isinstance(x, ShapeLayer) and x.role == "underlay"), None)
