"""The six ways a design changes; each is a value that is applied or refused as a whole.

A drag, a chat sentence, a layout repair, a painted picture and an API call all become these.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from design_io.document import (
    Design,
    GroupLayer,
    Layer,
    LayerId,
    first_fault,
    validated,
    with_layers,
)
from design_io.errors import DesignError
from design_io.paint import Value

Actor = Literal["user", "agent"]
Layers = tuple[Layer, ...]
Index = Annotated[int, Field(ge=0)]
_FIXED = ("id", "kind", "layers")


class AddLayer(Value):
    """Put a new layer into `parent` (None: the canvas) at `index` from the bottom (None: top)."""

    op: Literal["add_layer"] = "add_layer"
    layer: Layer
    parent: LayerId | None = None
    index: Index | None = None


class RemoveLayer(Value):
    op: Literal["remove_layer"] = "remove_layer"
    layer_id: LayerId


class UpdateLayer(Value):
    """Set fields of one layer; never its id, kind or members."""

    op: Literal["update_layer"] = "update_layer"
    layer_id: LayerId
    changes: dict[str, Any]


class MoveLayer(Value):
    """Move a layer in paint order, or into another group."""

    op: Literal["move_layer"] = "move_layer"
    layer_id: LayerId
    parent: LayerId | None = None
    index: Index | None = None


class UpdateDesign(Value):
    """Set fields of the design itself: title, language, canvas, palette, system."""

    op: Literal["update_design"] = "update_design"
    changes: dict[str, Any]


class Batch(Value):
    """Several commands as one step: all or none."""

    op: Literal["batch"] = "batch"
    label: Annotated[str, Field(max_length=500)] = ""
    commands: Annotated[tuple[Command, ...], Field(max_length=5000)]


Command = Annotated[
    AddLayer | RemoveLayer | UpdateLayer | MoveLayer | UpdateDesign | Batch,
    Field(discriminator="op"),
]
Batch.model_rebuild()
_COMMAND: TypeAdapter[Command] = TypeAdapter(Command)


def apply(design: Design, command: Command, actor: Actor = "user") -> Design:
    """The changed design; raise DesignError, changing nothing, if any part is refused."""
    match command:
        case AddLayer():
            return with_layers(design, _added(design, command))
        case RemoveLayer():
            _refuse_locked(design.layer(command.layer_id), "removed")
            return with_layers(design, _replaced(design.layers, command.layer_id, lambda _: ()))
        case UpdateLayer():
            return _updated(design, command, actor)
        case MoveLayer():
            return with_layers(design, _moved(design, command))
        case UpdateDesign():
            return _updated_design(design, command)
        case Batch():
            for part in command.commands:
                design = apply(design, part, actor)
            return design
    raise DesignError(f"{type(command).__name__} is not a command")


def command_to_json(command: Command) -> str:
    try:
        return _COMMAND.dump_json(command).decode()
    except ValueError as error:
        raise DesignError(f"the command holds a value that JSON cannot: {error}") from error


def command_from_json(text: str | bytes) -> Command:
    try:
        return _COMMAND.validate_json(text)
    except ValidationError as error:
        raise DesignError(f"not a command: {first_fault(error)}") from error


def _updated(design: Design, command: UpdateLayer, actor: Actor) -> Design:
    layer = design.layer(command.layer_id)
    changes = command.changes
    for field in _FIXED:
        if field in changes:
            raise DesignError(f"{field!r} of layer {layer.id!r} cannot be changed; add a new layer")
    if layer.locked and (set(changes) != {"locked"} or actor == "agent"):
        _refuse_locked(layer, "changed")
    fields = dict(layer) | changes
    try:
        new = type(layer).model_validate(fields)
    except ValidationError as error:
        raise DesignError(f"layer {layer.id!r}: {first_fault(error)}") from error
    return with_layers(design, _replaced(design.layers, layer.id, lambda _: (new,)))


def _updated_design(design: Design, command: UpdateDesign) -> Design:
    for field in ("layers", "version"):
        if field in command.changes:
            raise DesignError(f"{field!r} of a design is changed by layer commands only")
    return validated(Design, dict(design) | command.changes)


def _added(design: Design, command: AddLayer) -> Layers:
    if command.parent is not None:
        _refuse_locked(_group(design, command.parent), "added to")
    return _inserted(design.layers, command.layer, command.parent, command.index)


def _moved(design: Design, command: MoveLayer) -> Layers:
    layer = design.layer(command.layer_id)
    _refuse_locked(layer, "moved")
    if command.parent is not None:
        _refuse_locked(_group(design, command.parent), "added to")
        if command.parent in _ids(layer):
            raise DesignError(f"group {layer.id!r} cannot move into itself")
    without = _replaced(design.layers, layer.id, lambda _: ())
    return _inserted(without, layer, command.parent, command.index)


def _inserted(layers: Layers, layer: Layer, parent: str | None, index: int | None) -> Layers:
    if parent is None:
        at = len(layers) if index is None else min(index, len(layers))
        return layers[:at] + (layer,) + layers[at:]

    def grown(group: Layer) -> Layers:
        members = group.layers if isinstance(group, GroupLayer) else ()
        return (group.evolve(layers=_inserted(members, layer, None, index)),)

    return _replaced(layers, parent, grown)


def _replaced(layers: Layers, layer_id: str, change: Callable[[Layer], Layers]) -> Layers:
    """The tree with one layer exchanged for none, one or several; untouched parts are shared."""
    for at, layer in enumerate(layers):
        if layer.id == layer_id:
            return layers[:at] + change(layer) + layers[at + 1 :]
        if layer.kind == "group":
            inner = _replaced(layer.layers, layer_id, change)
            if inner is not layer.layers:
                return layers[:at] + (layer.evolve(layers=inner),) + layers[at + 1 :]
    return layers


def _group(design: Design, group_id: str) -> GroupLayer:
    group = design.layer(group_id)
    if group.kind != "group":
        raise DesignError(f"layer {group_id!r} is a {group.kind}, not a group")
    return group


def _ids(layer: Layer) -> set[str]:
    inner = layer.layers if layer.kind == "group" else ()
    return {layer.id}.union(*(_ids(member) for member in inner))


def _refuse_locked(layer: Layer, verb: str) -> None:
    if layer.locked:
        raise DesignError(
            f"layer {layer.id!r} ({layer.label}) is locked and cannot be {verb}; unlock it first"
        )
    if layer.kind == "group":
        for member in layer.layers:
            _refuse_locked(member, verb)
