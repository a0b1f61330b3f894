"""Shorthands of the wire, expanded on the server into the document's own commands.

The set is closed. Each is expanded on the design as the ones before it left it, so the log holds
primitives only; what cannot be done raises DesignError and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from design_io.assets import AssetStore
from design_io.commands import (
    Actor,
    AddLayer,
    Batch,
    Command,
    MoveLayer,
    RemoveLayer,
    UpdateDesign,
    UpdateLayer,
    apply,
)
from design_io.document import Design, GroupLayer, Layer, LayerId, Mask, first_fault, walk
from design_io.errors import DesignError
from design_io.geometry import Box, Finite, rotated_bounds, union_all
from design_io.masks import mask_of
from design_io.paint import AssetId, Value
from editor.trees import (
    fresh_id,
    leaves_of,
    members_of,
    outermost,
    place_of,
    reordered,
    shifted_leaf,
)

Ids = Annotated[tuple[LayerId, ...], Field(min_length=1, max_length=1000)]
MOST = 2000  # commands of one step
_WHOLE = "M0 0H1V1H0Z"


class Group(Value):
    """One new group, in the place of the topmost."""

    op: Literal["group"]
    ids: Ids
    id: LayerId | None = None
    name: Annotated[str, Field(max_length=255)] = "Group"


class Ungroup(Value):
    op: Literal["ungroup"]
    ids: Ids


class Duplicate(Value):
    """Copies above their originals, unlocked; `new_ids` are those of the copies, in order."""

    op: Literal["duplicate"]
    ids: Ids
    by: tuple[Finite, Finite] = (24, 24)
    new_ids: tuple[LayerId, ...] = ()


class Align(Value):
    """To their common frame; one alone, or with `to="canvas"`, to the sheet."""

    op: Literal["align"]
    ids: Ids
    how: Literal["left", "center", "right", "top", "middle", "bottom"]
    to: Literal["selection", "canvas"] = "selection"


class Distribute(Value):
    """Equal gaps between the outermost two."""

    op: Literal["distribute"]
    ids: Ids
    axis: Literal["x", "y"]


class Order(Value):
    """Paint order among the members of their group."""

    op: Literal["order"]
    ids: Ids
    where: Literal["front", "back", "forward", "backward"]


class ReplaceAsset(Value):
    """Another picture in the same place and crop."""

    op: Literal["replace_asset"]
    id: LayerId
    asset: AssetId


class Crop(Value):
    """Only what of the layer lies in `box` (canvas px) shows; None shows all of it again."""

    op: Literal["crop"]
    id: LayerId
    box: Box | None


class SetMask(Value):
    op: Literal["set_mask"]
    id: LayerId
    mask: Mask | None


class MaskFrom(Value):
    """The outline of a shape becomes the mask of a layer, and the shape goes."""

    op: Literal["mask_from"]
    id: LayerId
    shape: LayerId


class Nudge(Value):
    op: Literal["nudge"]
    ids: Ids
    by: tuple[Finite, Finite]


class Flip(Value):
    """Mirror pictures in their boxes, and the places of several in their common frame."""

    op: Literal["flip"]
    ids: Ids
    axis: Literal["x", "y"]


class Restore(Value):
    """All as it was at an earlier revision."""

    op: Literal["restore"]
    revision: Annotated[int, Field(ge=0)]


Shorthand = Annotated[
    Group | Ungroup | Duplicate | Align | Distribute | Order | ReplaceAsset | Crop | SetMask
    | MaskFrom | Nudge | Flip | Restore,
    Field(discriminator="op"),
]  # fmt: skip
WireCommand = Annotated[
    AddLayer | RemoveLayer | UpdateLayer | MoveLayer | UpdateDesign | Batch | Group | Ungroup
    | Duplicate | Align | Distribute | Order | ReplaceAsset | Crop | SetMask | MaskFrom | Nudge
    | Flip | Restore,
    Field(discriminator="op"),
]  # fmt: skip
Earlier = Callable[[int], Design]  # the design at a revision
_COMMAND: TypeAdapter[Command] = TypeAdapter(Command)
_SHORTHAND: TypeAdapter[Any] = TypeAdapter(Shorthand)


def expanded(
    design: Design, told: Iterable[Any], earlier: Earlier, actor: Actor = "user",
    assets: AssetStore | None = None,
) -> tuple[Command, ...]:  # fmt: skip
    """Commands and shorthands, as JSON values, as the commands they come to.

    Pictures that they name must be in `assets`, where these are given."""
    commands: list[Command] = []
    for each in told:
        made = _read(each)
        parts = [made] if type(made) not in _EXPANSIONS else _expand(design, made, earlier, assets)
        for part in parts:
            design = apply(design, part, actor)
        commands += parts
        if len(commands) > MOST:
            raise DesignError(f"a step of more than {MOST} commands is too much; do less at once")
    return tuple(commands)


def _read(told: Any) -> Any:
    op = told.get("op") if isinstance(told, dict) else None
    if not isinstance(op, str) or op not in OPS:
        raise DesignError(
            f"{str(op)[:40]!r} is not a command; choose one of: {', '.join(sorted(OPS))}"
        )
    try:
        return (_SHORTHAND if op in _SHORT else _COMMAND).validate_python(told)
    except ValidationError as error:
        raise DesignError(f"{op}: {first_fault(error)}") from error


def _expand(
    design: Design, made: Any, earlier: Earlier, assets: AssetStore | None
) -> list[Command]:
    if isinstance(made, Restore):
        return _restored(design, made, earlier)
    if isinstance(made, MaskFrom):
        return _masked_from(design, made, assets or AssetStore())
    named = made.asset if isinstance(made, ReplaceAsset) else _mask_asset(made)
    if named and assets is not None and named not in assets:
        raise DesignError(f"there is no picture {named[:12]}… here; upload it first")
    return _EXPANSIONS[type(made)](design, made)


def _grouped(design: Design, op: Group) -> list[Command]:
    chosen = outermost(design, op.ids)
    parent, at = place_of(design, chosen[-1])
    roles = {design.layer(each).role for each in chosen}
    role = roles.pop() if len(roles) == 1 else "ornament"
    group = GroupLayer(id=op.id or fresh_id(design, "group"), role=role, name=op.name)
    moves = [MoveLayer(layer_id=each, parent=group.id) for each in chosen]
    return [AddLayer(layer=group, parent=parent, index=at + 1), *moves]


def _ungrouped(design: Design, op: Ungroup) -> list[Command]:
    commands: list[Command] = []
    for each in op.ids:
        group = design.layer(each)
        if group.kind != "group":
            raise DesignError(f"{group.label} is no group; choose a group to take apart")
        parent, at = place_of(design, each)
        before = len(commands)
        for nth, member in enumerate(group.layers):
            commands.append(MoveLayer(layer_id=member.id, parent=parent, index=at + 1 + nth))
        commands.append(RemoveLayer(layer_id=each))
        for part in commands[before:]:
            design = apply(design, part)
    return commands


def _duplicated(design: Design, op: Duplicate) -> list[Command]:
    chosen = outermost(design, op.ids)
    if op.new_ids and len(op.new_ids) != len(chosen):
        raise DesignError(f"{len(op.new_ids)} new ids for {len(chosen)} copies; give one for each")
    taken = {layer.id for layer in walk(design)}
    commands: list[Command] = []
    for nth, each in enumerate(chosen):
        copy = _copied(design.layer(each), op.by, taken, op.new_ids[nth] if op.new_ids else "")
        parent, at = place_of(design, each)
        commands.append(AddLayer(layer=copy, parent=parent, index=at + 1))
        design = apply(design, commands[-1])
    return commands


def _copied(layer: Layer, by: tuple[float, float], taken: set[str], wanted: str = "") -> Layer:
    new = wanted or fresh_id(taken, layer.id)
    taken.add(new)
    fields: dict[str, Any] = {"id": new, "locked": False, **shifted_leaf(layer, *by)}
    if layer.kind == "group":
        fields["layers"] = tuple(_copied(member, by, taken) for member in layer.layers)
    return layer.evolve(**fields)


def _aligned(design: Design, op: Align) -> list[Command]:
    chosen = outermost(design, op.ids)
    frames = [_frame(design, each) for each in chosen]
    alone = len(chosen) == 1 or op.to == "canvas"
    whole = design.canvas.box if alone else union_all(frames)
    moves = [_TO[op.how](whole, frame) for frame in frames]
    return _placed(design, chosen, moves)


_TO: dict[str, Callable[[Box, Box], tuple[float, float]]] = {
    "left": lambda whole, box: (whole.x - box.x, 0),
    "center": lambda whole, box: (whole.center.x - box.center.x, 0),
    "right": lambda whole, box: (whole.right - box.right, 0),
    "top": lambda whole, box: (0, whole.y - box.y),
    "middle": lambda whole, box: (0, whole.center.y - box.center.y),
    "bottom": lambda whole, box: (0, whole.bottom - box.bottom),
}


def _distributed(design: Design, op: Distribute) -> list[Command]:
    chosen = outermost(design, op.ids)
    if len(chosen) < 3:
        raise DesignError("spread at least three layers; choose more")
    axis = 0 if op.axis == "x" else 1
    frames = {each: _frame(design, each) for each in chosen}
    order = sorted(chosen, key=lambda each: frames[each][axis])
    first = frames[order[0]][axis]
    end = max(box[axis] + box[axis + 2] for box in frames.values())
    gap = (end - first - sum(box[axis + 2] for box in frames.values())) / (len(order) - 1)
    moves, at = [], first
    for each in order:
        by = at - frames[each][axis]
        moves.append((by, 0.0) if op.axis == "x" else (0.0, by))
        at += frames[each][axis + 2] + gap
    return _placed(design, order, moves)


def _ordered(design: Design, op: Order) -> list[Command]:
    commands: list[Command] = []
    parents = dict.fromkeys(place_of(design, each)[0] for each in outermost(design, op.ids))
    for parent in parents:
        now = [layer.id for layer in members_of(design, parent)]
        new = reordered(now, set(op.ids), op.where)
        upwards = op.where in ("front", "forward")
        for each in reversed(new) if upwards else new:  # none pushes another out of its place
            at = new.index(each)
            if each in op.ids and now.index(each) != at:
                now.insert(at, now.pop(now.index(each)))
                commands.append(MoveLayer(layer_id=each, parent=parent, index=at))
    return commands


def _replaced_asset(design: Design, op: ReplaceAsset) -> list[Command]:
    layer = design.layer(op.id)
    if layer.kind != "image":
        raise DesignError(f"{layer.label} is no picture; choose a picture to replace")
    return [UpdateLayer(layer_id=op.id, changes={"asset": op.asset, "source": None})]


def _cropped(design: Design, op: Crop) -> list[Command]:
    if op.box is not None and op.box.empty:
        raise DesignError("a crop needs a width and a height; draw it larger")
    mask = None if op.box is None else Mask(box=op.box, path=_WHOLE)
    return [UpdateLayer(layer_id=op.id, changes={"mask": mask})]


def _masked(design: Design, op: SetMask) -> list[Command]:
    return [UpdateLayer(layer_id=op.id, changes={"mask": op.mask})]


def _mask_asset(made: Any) -> str | None:
    return made.mask.asset if isinstance(made, SetMask) and made.mask else None


def _masked_from(design: Design, op: MaskFrom, assets: AssetStore) -> list[Command]:
    shape = design.layer(op.shape)
    if shape.kind != "shape" or op.shape == op.id:
        raise DesignError(f"{shape.label} is no shape; choose a shape to mask with")
    mask = UpdateLayer(layer_id=op.id, changes={"mask": mask_of(shape, assets)})
    return [mask, RemoveLayer(layer_id=op.shape)]


def _nudged(design: Design, op: Nudge) -> list[Command]:
    chosen = outermost(design, op.ids)
    return _placed(design, chosen, [op.by] * len(chosen))


def _flipped(design: Design, op: Flip) -> list[Command]:
    leaves = [leaf for each in outermost(design, op.ids) for leaf in leaves_of(design.layer(each))]
    whole = union_all(rotated_bounds(leaf.box, leaf.rotation) for leaf in leaves)
    commands: list[Command] = []
    for leaf in leaves:
        box, across = leaf.box, op.axis == "x"
        x = 2 * whole.center.x - box.right if across else box.x
        y = box.y if across else 2 * whole.center.y - box.bottom
        changes: dict[str, Any] = {}
        if abs(x - box.x) + abs(y - box.y) > 0.005:
            changes["box"] = Box(round(x, 2), round(y, 2), box.width, box.height)
        if leaf.rotation:
            changes["rotation"] = -leaf.rotation
        if leaf.kind == "image":
            name = f"flip_{op.axis}"
            changes[name] = not getattr(leaf, name)
        if changes:
            commands.append(UpdateLayer(layer_id=leaf.id, changes=changes))
    if not commands:
        raise DesignError("words and shapes alone are not mirrored; choose a picture, or several")
    return commands


def _restored(design: Design, op: Restore, earlier: Earlier) -> list[Command]:
    from editor.versions import exchanged

    return [exchanged(design, earlier(op.revision), f"restored revision {op.revision}")]


def _placed(
    design: Design, chosen: list[str], moves: list[tuple[float, float]]
) -> list[Command]:  # fmt: skip
    """Layers, and all in groups among them, moved by as much each."""
    commands: list[Command] = []
    for each, (dx, dy) in zip(chosen, moves, strict=True):
        if abs(dx) + abs(dy) < 0.005:
            continue
        for layer in _inside(design.layer(each)):
            if changes := shifted_leaf(layer, dx, dy):
                commands.append(UpdateLayer(layer_id=layer.id, changes=changes))
    return commands


def _inside(layer: Layer) -> Iterable[Layer]:
    yield layer
    if layer.kind == "group":
        for member in layer.layers:
            yield from _inside(member)


def _frame(design: Design, layer_id: str) -> Box:
    leaves = leaves_of(design.layer(layer_id))
    return union_all(rotated_bounds(leaf.box, leaf.rotation) for leaf in leaves)


_EXPANSIONS: dict[type, Callable[[Design, Any], list[Command]]] = {
    Group: _grouped, Ungroup: _ungrouped, Duplicate: _duplicated, Align: _aligned,
    Distribute: _distributed, Order: _ordered, ReplaceAsset: _replaced_asset, Crop: _cropped,
    SetMask: _masked, Nudge: _nudged, Flip: _flipped,
    MaskFrom: lambda design, op: [], Restore: lambda design, op: [],  # these need more
}  # fmt: skip
_SHORT = frozenset(kind.model_fields["op"].annotation.__args__[0] for kind in _EXPANSIONS)  # type: ignore[attr-defined, union-attr]
OPS = _SHORT | {
    "add_layer", "remove_layer", "update_layer", "move_layer", "update_design", "batch"
}  # fmt: skip
