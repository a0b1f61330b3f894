"""Copy after an edit of its words, set as a new layout would: no shrunken facts, no gaps.

Only where all of it still lies as the layout set it, and only if no gate fails by it.
"""

from __future__ import annotations

from design_io.commands import Batch, Command, UpdateLayer, apply
from design_io.document import Design, GroupLayer, Layer, TextLayer, walk
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.resources import Resources
from layout.arrange import arrange
from layout.checks import check
from layout.compose import compose
from layout.plan import DesignPlan
from layout.sizes import size_named

_NEAR = 1.0  # px between a box and where the layout set it
_TYPE = ("font", "weight", "italic", "case", "tracking")  # what a width is measured by


def resettled(
    before: Design, after: Design, plans: tuple[DesignPlan, DesignPlan], resources: Resources
) -> tuple[Command, ...]:
    """What sets the copy anew around a retyped title, or the row of a fact that had to shrink.

    `plans` say what was and is on the sheet.
    """
    shrunk, retitled = _shrunk(before, after), _retitled(before, after)
    rows = [x for x in after.layers if isinstance(x, GroupLayer) and shrunk & _ids(x)]
    if any(size_named(plan.size).canvas != after.canvas for plan in plans):
        return ()
    if not rows and not retitled:
        return ()
    old, new = (compose(plan, arrange(plan, resources.fonts)) for plan in plans)
    commands = _as_laid_out(_copy(after, new), before, old, new) if retitled else []
    for row in () if commands else rows:
        commands += _as_laid_out(row, before, old, new)
    try:
        candidate = apply(after, Batch(commands=tuple(commands)), "agent")
    except DesignError:  # a locked layer stays, and so does its row
        return ()
    worse = _gates(candidate, resources) > _gates(after, resources)
    return () if worse else tuple(commands)


def _shrunk(before: Design, after: Design) -> set[str]:
    """Texts with other words that had to be set smaller."""
    old = {layer.id: layer for layer in walk(before) if layer.kind == "text"}
    return {
        layer.id
        for layer in walk(after)
        if layer.kind == "text" and layer.id in old and layer.text != old[layer.id].text
        and layer.style.size < 0.99 * old[layer.id].style.size
    }  # fmt: skip


def _retitled(before: Design, after: Design) -> bool:
    """Whether a title of one layer reads otherwise."""
    old, new = (
        {x.id: x.text for x in design.layers if isinstance(x, TextLayer) and x.role == "title"}
        for design in (before, after)
    )
    return old.keys() == new.keys() and old != new


def _copy(after: Design, new: Design) -> GroupLayer:
    """All that the layout sets, without the ground and the art."""
    set_by_layout = {layer.id for layer in walk(new)}
    layers = (x for x in after.layers if x.role != "background" and x.id in set_by_layout)
    return GroupLayer(id="all-copy", role="item", layers=tuple(layers))


def _as_laid_out(row: GroupLayer, before: Design, old: Design, new: Design) -> list[Command]:
    """The row as the new layout sets it; nothing when hands have moved or restyled a part of it."""
    was, laid, fresh = (
        {layer.id: layer for layer in walk(design) if layer.kind != "group"}
        for design in (before, old, new)
    )
    commands: list[Command] = []
    for layer in walk(new.model_copy(update={"layers": (row,)})):
        if isinstance(layer, GroupLayer):
            continue
        if layer.id not in fresh or not _alike(was.get(layer.id), laid.get(layer.id)):
            return []
        changes: dict[str, object] = {"box": _box(fresh[layer.id])}
        twin = fresh[layer.id]
        if isinstance(layer, TextLayer) and isinstance(twin, TextLayer):
            changes["style"] = layer.style.evolve(size=twin.style.size)
        if any(getattr(layer, field) != value for field, value in changes.items()):
            commands.append(UpdateLayer(layer_id=layer.id, changes=changes))
    return commands


def _alike(layer: Layer | None, laid: Layer | None) -> bool:
    """Whether a layer stands, and is set, as the layout left it."""
    if layer is None or laid is None or type(layer) is not type(laid):
        return False
    near = all(abs(a - b) <= _NEAR for a, b in zip(_box(layer), _box(laid), strict=True))
    if isinstance(layer, TextLayer) and isinstance(laid, TextLayer):
        return near and all(getattr(layer.style, f) == getattr(laid.style, f) for f in _TYPE)
    return near


def _box(layer: Layer) -> Box:
    return Box(0, 0, 0, 0) if isinstance(layer, GroupLayer) else layer.box


def _ids(group: GroupLayer) -> set[str]:
    return {layer.id for layer in group.layers}


def _gates(design: Design, resources: Resources) -> int:
    return sum(finding.severity == "gate" for finding in check(design, resources))
