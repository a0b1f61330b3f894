"""Where layout and painters meet: a plan becomes requests, painted layers become commands."""

from __future__ import annotations

from typing import TypeGuard

from design_io.commands import AddLayer, Batch, Command
from design_io.document import (
    Design,
    GroupLayer,
    ImageLayer,
    Layer,
    ShapeLayer,
    TextLayer,
    leaves,
)
from design_io.geometry import Box
from design_io.resources import Resources
from design_io.text import line_ink_boxes
from generators.layered import MOST_OF_SHEET
from generators.request import GenerationRequest, Painted, Reference, Region
from layout.blank_layers import PEN_LINE
from layout.foot import RULE
from layout.placement import Layout
from layout.plan import DesignPlan

_PEN_ROOM = 0.03  # of the sheet's height, above a line to be filled in


def requests_for(
    plan: DesignPlan, layout: Layout, design: Design, resources: Resources, ground: bool = False
) -> dict[str, GenerationRequest]:
    """One self-contained request for every element that a painter has to make.

    With `ground` it makes the background too, where no pictures are given.
    """
    pictures = tuple(e.asset for e in plan.of_role("picture") if e.asset)
    copy = copy_regions(design, resources)
    rules = (layer for layer in leaves(design) if layer.id == RULE)
    lines = tuple(rule.box for rule in rules if isinstance(rule, ShapeLayer))
    given = tuple(Reference(asset=picture) for picture in pictures)
    requests = {}
    for element in plan.of_role("hero"):
        box = layout.box(element.id)
        if box is None or box.empty:
            continue
        region = Region(box=box, kind="object", caption=plan.prompt)
        requests[element.id] = GenerationRequest(
            prompt=plan.prompt, width=layout.width, height=layout.height,
            regions=(region, *copy), palette=plan.palette, transparent=True,
            seed=plan.seed, system=plan.system, subjects=plan.subjects, references=given,
            ground=ground and not given, lines=lines, ornament=plan.ornament,
            hand=plan.hand,
        )  # fmt: skip
    return requests


def copy_regions(design: Design, resources: Resources) -> tuple[Region, ...]:
    """Where copy stands: `text` for every line of the title, `calm` for all other copy."""
    return (*_title_regions(design, resources), *_calm_regions(design, resources))


def is_painted_picture(layer: Layer) -> TypeGuard[ImageLayer]:
    """Whether a painter of pictures made it: no drawing, and no picture of the user's."""
    if not isinstance(layer, ImageLayer) or layer.asset is None:
        return False
    made = layer.source  # what was imported names the program it came from, and has no seed
    return made is not None and bool(made.generator) and made.seed is not None


def covers(layer: ImageLayer, design: Design) -> bool:
    """Whether it is the ground of the sheet, and no element on it."""
    sheet = design.canvas.box
    return layer.box.intersection(sheet).area > MOST_OF_SHEET * sheet.area


def pictures_kept(design: Design, request: GenerationRequest) -> tuple[Painted, ...]:
    """What a painter made for another layout of this design, in the places of this one."""
    if request.references:
        return ()
    pictures = [layer for layer in leaves(design) if is_painted_picture(layer)]
    grounds = [layer for layer in pictures if covers(layer, design)]
    if not grounds:
        return ()
    sheet = Box(0, 0, request.width, request.height)
    placed = [grounds[0].evolve(box=sheet)]
    elements = [layer for layer in pictures if layer not in grounds]
    for layer, box in zip(elements, request.boxes("object"), strict=False):
        placed.append(layer.evolve(box=box))
    return tuple(Painted(layer=layer) for layer in placed)


def joined(design: Design, painted: tuple[Painted, ...]) -> Command:
    """The painted layers in their slots, as one step: behind the copy, between lines, in front."""
    behind = next(
        (n for n, layer in enumerate(design.layers) if layer.role != "background"),
        len(design.layers),
    )
    title = next((layer for layer in design.layers if _is_split_title(layer)), None)
    commands: list[Command] = []
    for item in painted:
        if item.slot == "between" and title is not None:
            commands.append(AddLayer(layer=item.layer, parent=title.id, index=item.line))
            continue
        if item.slot == "front":
            commands.append(AddLayer(layer=item.layer))
            continue
        commands.append(AddLayer(layer=item.layer, index=behind))
        behind += 1
    return Batch(label="Paint", commands=tuple(commands))


def _is_split_title(layer: Layer) -> bool:
    return isinstance(layer, GroupLayer) and layer.role == "title"


def _calm_regions(design: Design, resources: Resources) -> tuple[Region, ...]:
    """The ink boxes of all other copy, and of what it stands on."""
    found = []
    for layer in leaves(design):
        if isinstance(layer, TextLayer) and layer.role != "title":
            boxes = line_ink_boxes(layer, resources.fonts)
        elif not isinstance(layer, GroupLayer) and layer.role in ("underlay", "logo", "qr"):
            boxes = (layer.box,)
        elif isinstance(layer, ShapeLayer) and layer.id.startswith(PEN_LINE):
            boxes = (_written_on(layer.box, design.canvas.height),)
        else:
            continue
        role = layer.role
        found += [Region(box=box, kind="calm", caption=role) for box in boxes if not box.empty]
    return tuple(found)


def _written_on(rule: Box, height: float) -> Box:
    """A line for a pen with the room above it."""
    room = _PEN_ROOM * height
    return Box(rule.x, rule.y - room, rule.width, rule.height + room)


def _title_regions(design: Design, resources: Resources) -> tuple[Region, ...]:
    """The ink box of every line of the title."""
    return tuple(
        Region(box=box, kind="text", caption=layer.text)
        for layer in leaves(design)
        if isinstance(layer, TextLayer) and layer.role == "title"
        for box in line_ink_boxes(layer, resources.fonts)
        if not box.empty
    )
