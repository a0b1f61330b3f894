"""Facts whose words grew are set in a row again, at full size, instead of shrinking in their boxes.

Only where the row still lies as the layout set it, and only if no gate fails by it.
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
    """What sets shrunken facts anew; `plans` say what was and is on the sheet."""
    shrunk = _shrunk(before, after)
    rows = [x for x in after.layers if isinstance(x, GroupLayer) and shrunk & _ids(x)]
    if not rows or any(size_named(plan.size).canvas != after.canvas for plan in plans):
        return ()
    old, new = (compose(plan, arrange(plan, resources.fonts)) for plan in plans)
    commands: list[Command] = []
    for row in rows:
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


def _as_laid_out(row: GroupLayer, before: Design, old: Design, new: Design) -> list[Command]:
    """The row as the new layout sets it; nothing when hands have moved or restyled a part of it."""
    was, laid, fresh = (
        {layer.id: layer for layer in walk(design) if layer.kind in ("text", "shape")}
        for design in (before, old, new)
    )
    commands: list[Command] = []
    for layer in walk(new.model_copy(update={"layers": (row,)})):
        if layer.id == row.id:
            continue
        if layer.id not in fresh or not _alike(was.get(layer.id), laid.get(layer.id)):
            return []
        changes: dict[str, object] = {"box": _box(fresh[layer.id])}
        twin = fresh[layer.id]
        if isinstance(layer, TextLayer) and isinstance(twin, TextLayer):
            changes["style"] = layer.style.evolve(size=twin.style.size)
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
