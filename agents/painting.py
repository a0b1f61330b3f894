"""Where layout and painters meet: a plan becomes requests, painted layers become commands."""

from __future__ import annotations

from design_io.commands import AddLayer, Batch, Command
from design_io.document import Design, GroupLayer, Layer, TextLayer, leaves
from design_io.resources import Resources
from design_io.text import line_ink_boxes
from generators.request import GenerationRequest, Painted, Reference, Region
from layout.placement import Layout
from layout.plan import DesignPlan


def requests_for(
    plan: DesignPlan, layout: Layout, design: Design, resources: Resources
) -> dict[str, GenerationRequest]:
    """One self-contained request for every element that a painter has to make."""
    pictures = tuple(e.asset for e in plan.of_role("picture") if e.asset)
    copy = copy_regions(design, resources)
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
        )  # fmt: skip
    return requests


def copy_regions(design: Design, resources: Resources) -> tuple[Region, ...]:
    """Where copy stands: `text` for every line of the title, `calm` for all other copy."""
    return (*_title_regions(design, resources), *_calm_regions(design, resources))


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
        else:
            continue
        role = layer.role
        found += [Region(box=box, kind="calm", caption=role) for box in boxes if not box.empty]
    return tuple(found)


def _title_regions(design: Design, resources: Resources) -> tuple[Region, ...]:
    """The ink box of every line of the title."""
    return tuple(
        Region(box=box, kind="text", caption=layer.text)
        for layer in leaves(design)
        if isinstance(layer, TextLayer) and layer.role == "title"
        for box in line_ink_boxes(layer, resources.fonts)
        if not box.empty
    )
