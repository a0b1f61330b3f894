"""Words that cannot be read on what was painted behind them: another ink, and last a plate."""

from __future__ import annotations

from collections.abc import Collection

from design_io.color import contrast, with_alpha
from design_io.commands import AddLayer, Command, UpdateLayer, apply
from design_io.document import Design, ShapeLayer, TextLayer, leaves, walk
from design_io.geometry import union_all
from design_io.paint import SolidFill
from design_io.resources import Resources
from design_io.text import line_ink_boxes
from layout.contrast import text_contrasts

_PLATE = 0.86  # opacity
_AROUND = 0.35  # of the font size, around the ink


def readable(
    design: Design, resources: Resources, kept: Collection[str] = ()
) -> tuple[Command, ...]:
    """Commands for all words of too little contrast but those of the layers `kept`."""
    commands: list[Command] = []
    for command in _inked(design, resources, kept):
        commands.append(command)
        design = apply(design, command)
    for layer, ground in _unread(design, resources, kept):
        plate = _plate(design, layer, ground, resources)
        if plate is not None:
            commands.append(plate)
            design = apply(design, plate)
    return tuple(commands)


def _inked(design: Design, resources: Resources, kept: Collection[str]) -> list[Command]:
    palette = design.palette
    inks = [palette[role] for role in ("ink", "bg") if role in palette]
    made: list[Command] = []
    for layer, ground in _unread(design, resources, kept):
        color = max((*inks, "#111111", "#ffffff"), key=lambda ink: contrast(ink, ground))
        style = layer.style.evolve(color=color)
        made.append(UpdateLayer(layer_id=layer.id, changes={"style": style}))
    return made


def _unread(
    design: Design, resources: Resources, kept: Collection[str]
) -> list[tuple[TextLayer, str]]:
    """Layers of words that are not told from their ground, with its colour."""
    texts = tuple(
        x for x in leaves(design)
        if isinstance(x, TextLayer) and x.visible and not x.locked and x.id not in kept
    )  # fmt: skip
    seen = text_contrasts(design, texts, resources)
    return [
        (x, seen[x.id].ground)
        for x in texts
        if x.id in seen and seen[x.id].ratio < seen[x.id].needed
    ]


def _plate(design: Design, layer: TextLayer, ground: str, resources: Resources) -> AddLayer | None:
    """A plate of the ground's tone right below the words, or below the group they are in."""
    box = union_all(line_ink_boxes(layer, resources.fonts)).pad(_AROUND * layer.style.size)
    index = next(
        n for n, top in enumerate(design.layers)
        if top.id == layer.id or any(x.id == layer.id for x in walk(design.evolve(layers=(top,))))
    )  # fmt: skip
    name = f"{layer.id[:40]}-plate"
    if any(x.id == name for x in walk(design)):
        return None
    tone = "#ffffff" if contrast(layer.style.color, "#ffffff") > contrast(
        layer.style.color, "#111111") else "#111111"  # fmt: skip
    plate = ShapeLayer(
        id=name, name="Plate", role="underlay", box=box,
        fill=SolidFill(color=with_alpha(tone, _PLATE)),
    )  # fmt: skip
    return AddLayer(layer=plate, index=index)
