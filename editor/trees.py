"""Where layers lie in a design's tree, and what of them moves: pure functions for `ops`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import count
from typing import Any

from design_io.document import Design, GroupLayer, ImageLayer, Layer, ShapeLayer, TextLayer, walk
from design_io.errors import DesignError
from design_io.geometry import Box

Leaf = ImageLayer | TextLayer | ShapeLayer
_LONGEST = 48  # characters of an id


def outermost(design: Design, ids: Collection[str]) -> list[str]:
    """The layers in paint order, without those whose group is among them too."""
    for each in ids:
        design.layer(each)  # tells when there is none
    return list(_outermost(design.layers, set(ids)))


def place_of(design: Design, layer_id: str) -> tuple[str | None, int]:
    """The group of a layer (None: the canvas) and its index there."""
    for parent, layers in _lists(design):
        for at, layer in enumerate(layers):
            if layer.id == layer_id:
                return parent, at
    raise DesignError(f"no layer {layer_id!r}")


def members_of(design: Design, parent: str | None) -> tuple[Layer, ...]:
    if parent is None:
        return design.layers
    group = design.layer(parent)
    return group.layers if isinstance(group, GroupLayer) else ()


def leaves_of(layer: Layer) -> list[Leaf]:
    if layer.kind != "group":
        return [layer]
    return [leaf for member in layer.layers for leaf in leaves_of(member)]


def shifted_leaf(layer: Layer, dx: float, dy: float) -> dict[str, Any]:
    """The fields of this layer alone that change when it moves: its box, and its mask's."""
    changes: dict[str, Any] = {}
    if layer.kind != "group":
        changes["box"] = _shifted(layer.box, dx, dy)
    if layer.mask is not None:
        changes["mask"] = layer.mask.evolve(box=_shifted(layer.mask.box, dx, dy))
    return changes


def reordered(ids: list[str], chosen: set[str], where: str) -> list[str]:
    """The list with the chosen at one end, or one place further, keeping their own order."""
    still = [each for each in ids if each not in chosen]
    moving = [each for each in ids if each in chosen]
    if where in ("front", "back"):
        return [*still, *moving] if where == "front" else [*moving, *still]
    order = ids[::-1] if where == "forward" else list(ids)
    for at in range(1, len(order)):
        if order[at] in chosen and order[at - 1] not in chosen:
            order[at - 1], order[at] = order[at], order[at - 1]
    return order[::-1] if where == "forward" else order


def fresh_id(taken: Design | Collection[str], like: str) -> str:
    """An id that nothing has yet: the name, and the first free number."""
    known = {layer.id for layer in walk(taken)} if isinstance(taken, Design) else taken
    stem = like.rstrip("0123456789").rstrip("-_") or like
    return next(
        name
        for number in count(2)
        if (name := f"{stem[: _LONGEST - 1 - len(str(number))]}-{number}") not in known
    )


def _shifted(box: Box, dx: float, dy: float) -> Box:
    return Box(round(box.x + dx, 2), round(box.y + dy, 2), box.width, box.height)


def _outermost(layers: tuple[Layer, ...], ids: set[str]) -> Iterator[str]:
    for layer in layers:
        if layer.id in ids:
            yield layer.id
        elif layer.kind == "group":
            yield from _outermost(layer.layers, ids)


def _lists(design: Design) -> Iterator[tuple[str | None, tuple[Layer, ...]]]:
    yield None, design.layers
    for layer in walk(design):
        if layer.kind == "group":
            yield layer.id, layer.layers
