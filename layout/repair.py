"""From findings to the commands that mend them; `REPAIRS` names one repair per rule."""

from __future__ import annotations

from collections.abc import Callable

from design_io.commands import AddLayer, Batch, Command, MoveLayer, UpdateLayer, apply
from design_io.document import Design, TextLayer
from design_io.geometry import Box
from design_io.resources import Resources
from design_io.text import fitted, ink_box
from layout.contrast import text_contrasts
from layout.findings import Finding
from layout.legible import smallest_text
from layout.places import MARGIN, free_places, readable_ground
from layout.sizes import SIZES, safe_box
from layout.subject import Subject, size_of
from layout.units import shifted, unit_of

Change = UpdateLayer | MoveLayer | AddLayer | Batch


def repair(design: Design, findings: tuple[Finding, ...], resources: Resources) -> Command | None:
    """One batch that mends what can be mended; locked layers are left as they are."""
    commands: list[Command] = []
    mended: set[str] = set()
    for finding in findings:
        mend = REPAIRS.get(finding.rule)
        if mend is None or mended & set(finding.layers):
            continue
        command = mend(design, finding, resources)
        if command is not None and not design.layer(_touched(command, finding)).locked:
            commands.append(command)
            mended.update(finding.layers)
    return Batch(label="Layout correction", commands=tuple(commands)) if commands else None


def suggested(design: Design, finding: Finding, resources: Resources) -> Change | None:
    """The finding's own first suggestion."""
    first = finding.commands[0] if finding.commands else None
    return first if isinstance(first, Change) else None


def recolor_or_move(design: Design, finding: Finding, resources: Resources) -> Change | None:
    """Another colour; where the ground is uneven and none helps, the nearest readable place."""
    layer = design.layer(finding.layers[0])
    recolored = suggested(design, finding, resources)
    if (
        not isinstance(layer, TextLayer)
        or layer.locked
        or _helps(design, recolored, finding, resources)
    ):
        return recolored
    unit = unit_of(design, layer.id)
    region = design.canvas.box.pad(-MARGIN * min(design.canvas.width, design.canvas.height))
    suits = readable_ground(design, layer, unit, resources)
    places = free_places(design, unit, resources, region, suits)
    if places:
        moved = shifted(unit, places[0].dx, places[0].dy)
        return moved if isinstance(moved, UpdateLayer | Batch) else None
    return recolored


def _helps(design: Design, change: Change | None, finding: Finding, resources: Resources) -> bool:
    """Whether the words are told from their ground in the suggested colour."""
    if not isinstance(change, UpdateLayer):
        return False
    after = apply(design, change)
    layer = after.layer(change.layer_id)
    if not isinstance(layer, TextLayer):
        return False
    seen = text_contrasts(after, (layer,), resources).get(layer.id)
    return seen is None or seen.ratio >= finding.threshold


def pull_inside(design: Design, finding: Finding, resources: Resources) -> UpdateLayer | None:
    """Shrink text that is larger than the sheet, then move its ink back onto it."""
    layer = design.layer(finding.layers[0])
    if not isinstance(layer, TextLayer) or layer.rotation % 360:
        return None
    sheet = design.canvas.box.pad(-0.03 * min(design.canvas.width, design.canvas.height))
    box = layer.box._replace(
        width=min(layer.box.width, sheet.width), height=min(layer.box.height, sheet.height)
    )
    smaller = fitted(layer.evolve(box=box, fit="shrink"), resources.fonts)
    ink = ink_box(smaller, resources.fonts)
    moved = box.shift(*_push(ink, sheet))
    return UpdateLayer(
        layer_id=layer.id, changes={"box": moved, "style": smaller.style, "spans": smaller.spans}
    )


def shrink(design: Design, finding: Finding, resources: Resources) -> UpdateLayer | None:
    """Lower the size until the text fits its box, but never to what nobody can read."""
    layer = design.layer(finding.layers[0])
    if not isinstance(layer, TextLayer):
        return None
    smaller = fitted(layer.evolve(fit="shrink"), resources.fonts)
    least = smallest_text(size_of(Subject(design, resources, None)))
    if smaller.style.size < min(least.label, layer.style.size):
        return None
    return UpdateLayer(layer_id=layer.id, changes={"style": smaller.style, "spans": smaller.spans})


def _touched(command: Change, finding: Finding) -> str:
    return finding.layers[0] if isinstance(command, AddLayer | Batch) else command.layer_id


def _push(ink: Box, sheet: Box) -> tuple[float, float]:
    dx = max(0.0, sheet.x - ink.x) or min(0.0, sheet.right - ink.right)
    dy = max(0.0, sheet.y - ink.y) or min(0.0, sheet.bottom - ink.bottom)
    return dx, dy


def push_into_safe_zone(
    design: Design, finding: Finding, resources: Resources
) -> UpdateLayer | None:
    """Move the layer's ink out of what an app draws over, when that is a small step."""
    layer = design.layer(finding.layers[0])
    size = next((s for s in SIZES.values() if s.canvas == design.canvas and any(s.safe)), None)
    if not isinstance(layer, TextLayer) or size is None:
        return None
    dx, dy = _push(ink_box(layer, resources.fonts), safe_box(size))
    if max(abs(dx), abs(dy)) > 0.1 * min(design.canvas.width, design.canvas.height):
        return None
    return UpdateLayer(layer_id=layer.id, changes={"box": layer.box.shift(dx, dy)})


Repair = Callable[[Design, Finding, Resources], Change | None]
REPAIRS: dict[str, Repair] = {
    "contrast": recolor_or_move,
    "off-canvas": pull_inside,
    "hidden-ink": suggested,
    "logo-contrast": suggested,
    "overflow": shrink,
    "safe-zone": push_into_safe_zone,
}
