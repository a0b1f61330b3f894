"""What moves and grows together: a button with its words, a value with its label, a drawing."""

from __future__ import annotations

from typing import NamedTuple

from design_io.bounds import layer_bounds
from design_io.commands import Batch, Command, UpdateLayer
from design_io.document import (
    Canvas,
    Design,
    GroupLayer,
    ImageLayer,
    Layer,
    ShapeLayer,
    TextLayer,
)
from design_io.geometry import Box, rotated_bounds, union_all
from design_io.resources import Resources
from design_io.text import ink_box

Leaf = ImageLayer | TextLayer | ShapeLayer
_ART = ("hero", "picture", "ornament", "badge", "frame", "texture", "chart")
_PANEL = 0.25  # of the sheet: a larger plate is a part of it


class Unit(NamedTuple):
    label: str
    leaves: tuple[Leaf, ...]
    ids: frozenset[str]  # of the leaves and of the group around them

    @property
    def is_art(self) -> bool:
        return not any(isinstance(leaf, TextLayer) for leaf in self.leaves)


def unit_of(design: Design, layer_id: str) -> Unit:
    """The layer with all that belongs to it."""
    path = _path(design.layers, layer_id)
    layer = path[-1]
    for outer in path:
        whole = outer.role in _ART and not any(isinstance(x, TextLayer) for x in _leaves(outer))
        if isinstance(outer, GroupLayer) and (whole or _is_button(outer, design.canvas)):
            return _unit(layer.label, (outer,))
    label = _label_of(path)
    if label is not None and not _are_near(label, layer):
        label = None
    return _unit(layer.label, (layer,) if label is None else (label, layer))


def box_of(unit: Unit, resources: Resources) -> Box:
    """What the unit covers: the ink of text, the reach of everything else."""
    return union_all(_reach(leaf, resources) for leaf in unit.leaves)


def shifted(unit: Unit, dx: float, dy: float) -> Command:
    """The unit moved by (dx, dy) px."""
    parts = []
    for leaf in unit.leaves:
        changes: dict[str, object] = {"box": leaf.box.shift(dx, dy)}
        if leaf.mask is not None:
            changes["mask"] = leaf.mask.evolve(box=leaf.mask.box.shift(dx, dy))
        parts.append(UpdateLayer(layer_id=leaf.id, changes=changes))
    return together(parts)


def scaled(unit: Unit, factor: float, about: tuple[float, float]) -> Command:
    """The unit grown or shrunk about a point; text by its size."""
    parts = []
    for leaf in unit.leaves:
        changes: dict[str, object] = {"box": _grown(leaf.box, factor, about)}
        if isinstance(leaf, TextLayer):
            changes |= resized(leaf, factor)
        if leaf.mask is not None:
            changes["mask"] = leaf.mask.evolve(box=_grown(leaf.mask.box, factor, about))
        parts.append(UpdateLayer(layer_id=leaf.id, changes=changes))
    return together(parts)


def resized(layer: TextLayer, factor: float) -> dict[str, object]:
    """The changes that set every size of a text `factor` times as large."""
    spans = tuple(s.evolve(size=s.size * factor) if s.size else s for s in layer.spans)
    size = round(layer.style.size * factor, 2)
    return {"style": layer.style.evolve(size=size), "spans": spans}


def together(parts: list[UpdateLayer]) -> Command:
    return parts[0] if len(parts) == 1 else Batch(commands=tuple(parts))


def _unit(label: str, layers: tuple[Layer, ...]) -> Unit:
    found = tuple(leaf for layer in layers for leaf in _leaves(layer))
    return Unit(label, found, frozenset(x.id for x in (*layers, *found)))


def _path(layers: tuple[Layer, ...], layer_id: str) -> tuple[Layer, ...]:
    """The layer and the groups around it, outermost first; empty when it is not there."""
    for layer in layers:
        if layer.id == layer_id:
            return (layer,)
        inner = _path(layer.layers, layer_id) if isinstance(layer, GroupLayer) else ()
        if inner:
            return (layer, *inner)
    return ()


def _is_button(group: GroupLayer, canvas: Canvas) -> bool:
    """Whether the group is one text on a plate of its own; a panel is a part of the sheet."""
    found = _leaves(group)
    words = sum(isinstance(leaf, TextLayer) for leaf in found)
    plates = [leaf.box for leaf in found if leaf.role == "underlay"]
    return words == 1 and bool(plates) and not any(_is_panel(box, canvas) for box in plates)


def _is_panel(box: Box, canvas: Canvas) -> bool:
    """Whether a plate is as wide or as high as the sheet, or takes a good part of it."""
    spans = box.width >= canvas.width or box.height >= canvas.height
    return spans or box.area > _PANEL * canvas.width * canvas.height


def _label_of(path: tuple[Layer, ...]) -> Layer | None:
    """The small heading that names this value: it stands beside it as "NAME-label"."""
    if len(path) < 2 or not isinstance(path[-2], GroupLayer):
        return None
    wanted = f"{path[-1].id}-label"
    return next((layer for layer in path[-2].layers if layer.id == wanted), None)


def _are_near(label: Layer, value: Layer) -> bool:
    """Whether a heading and what it names still stand together."""
    if not isinstance(label, TextLayer) or not isinstance(value, TextLayer):
        return False
    reach = label.box.pad(2 * max(label.style.size, value.style.size))
    return not reach.intersection(value.box).empty


def _leaves(layer: Layer) -> tuple[Leaf, ...]:
    if isinstance(layer, GroupLayer):
        return tuple(leaf for member in layer.layers for leaf in _leaves(member))
    return (layer,)


def _reach(leaf: Leaf, resources: Resources) -> Box:
    if not isinstance(leaf, TextLayer):
        return layer_bounds(leaf, resources)
    return rotated_bounds(ink_box(leaf, resources.fonts), leaf.rotation)


def _grown(box: Box, factor: float, about: tuple[float, float]) -> Box:
    x, y = about
    return Box(
        x + (box.x - x) * factor, y + (box.y - y) * factor, box.width * factor, box.height * factor
    )
