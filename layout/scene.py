"""What typed edits are made in and made of, and what they ask of a design."""

from __future__ import annotations

from typing import NamedTuple

from design_io.commands import Command
from design_io.document import Design, GroupLayer, Layer, TextLayer, walk
from design_io.geometry import Box
from design_io.resources import Resources
from layout.backdrop import Backdrop


class Edit(NamedTuple):
    kind: str  # colour, backing, position, alignment, grouping, size, style, wrap, …
    layer: str  # id
    said: str
    command: Command


class Scene(NamedTuple):
    """What an edit is made in; `region` is where words may stand."""

    design: Design
    resources: Resources
    frozen: frozenset[str]
    region: Box
    drawn: Backdrop


def anchor(layer: Layer, box: Box) -> tuple[float, float]:
    """The point that stays when words grow: their set edge at the top, else the middle."""
    if not isinstance(layer, TextLayer):
        return box.center
    edges = {"center": box.center.x, "right": box.right, "end": box.right}
    return edges.get(layer.align, box.x), box.y


def siblings(design: Design, layer: TextLayer) -> list[TextLayer]:
    """Other words of the same role, and of the same group that are no labels."""
    parent, _ = place_of(design, layer.id)
    found = []
    for other in walk(design):
        if not isinstance(other, TextLayer) or other.id == layer.id or not other.visible:
            continue
        together = parent is not None and place_of(design, other.id)[0] == parent
        both_labels = (other.role == "kicker") == (layer.role == "kicker")
        if other.role == layer.role or (together and both_labels):
            found.append(other)
    return found


def place_of(design: Design, layer_id: str) -> tuple[str | None, int]:
    """The group a layer lies in, and where in it."""
    for parent in (None, *(x for x in walk(design) if isinstance(x, GroupLayer))):
        members = design.layers if parent is None else parent.layers
        for index, member in enumerate(members):
            if member.id == layer_id:
                return (parent.id if parent else None), index
    return None, 0
