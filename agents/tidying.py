""" "Tidy up": layout correction asked for by a sentence, as one step that undo takes back."""

from __future__ import annotations

from agents.correction import corrected
from design_io.commands import AddLayer, Batch, Command, UpdateLayer, apply
from design_io.document import Design, GroupLayer, Layer, walk
from design_io.errors import DesignError
from design_io.resources import Resources
from layout.plan import DesignPlan

_SHOWN = 4  # changes that are told


def tidied(
    design: Design, resources: Resources, plan: DesignPlan | None
) -> tuple[str, tuple[Command, ...]]:
    """What was put in order and the one command that does it; a DesignError when nothing was."""
    made = corrected(design, resources, plan, tidy=True)
    told = [line.partition(": ")[2] for line in made.trace if line.startswith("round ")]
    if made.design == design:
        locked = [line for line in made.trace if "locked" in line]
        raise DesignError("; ".join(locked) or "there is nothing to tidy up: all is in order")
    said = "; ".join(told[:_SHOWN]) + (f"; and {len(told) - _SHOWN} more" * (len(told) > _SHOWN))
    return f"tidied up: {said}", (change_to(design, made.design),)


def change_to(old: Design, new: Design) -> Command:
    """The layers that differ, as one batch of updates and additions."""
    known = {layer.id: layer for layer in walk(old)}
    parts: list[Command] = []
    for parent, index, layer in _places(new):
        if layer.id not in known:
            parts.append(AddLayer(layer=layer, parent=parent, index=index))
            known |= {each.id: each for each in walk(new) if each.id == layer.id}
        elif not isinstance(layer, GroupLayer) and layer != known[layer.id]:
            before = known[layer.id]
            changes = {
                field: getattr(layer, field)
                for field in type(layer).model_fields
                if getattr(layer, field) != getattr(before, field)
            }
            parts.append(UpdateLayer(layer_id=layer.id, changes=changes))
    batch = Batch(label="Tidy up", commands=tuple(parts))
    if apply(old, batch, "agent") != new:
        raise DesignError("the order of layers would change; move them by hand")
    return batch


def _places(design: Design) -> list[tuple[str | None, int, Layer]]:
    """Every layer with its group and its place in it, outer ones first."""
    found: list[tuple[str | None, int, Layer]] = []
    queue: list[tuple[str | None, tuple[Layer, ...]]] = [(None, design.layers)]
    for parent, layers in queue:
        for index, layer in enumerate(layers):
            found.append((parent, index, layer))
            if isinstance(layer, GroupLayer):
                queue.append((layer.id, layer.layers))
    return found
